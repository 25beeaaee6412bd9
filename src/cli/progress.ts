import { visible } from '../format/text/visible.ts'
import type { Io } from './io.ts'

const silence = 1000
const pause = 100

/** Begins the line anew. */
const anew = '\r\u001b[K'

/** What is said to a person: the words of files may be in it, and steer neither the terminal nor a build server. */
export function saidOn(stderr: Io['stderr']): Io['stderr'] {
  return {
    write: (text) =>
      stderr.write(text.startsWith(anew) ? anew + visible(text.slice(anew.length)) : visible(text)),
  }
}

/** A line on a person's terminal that says how far a long run is; nothing elsewhere. */
export interface Progress {
  readonly report: (done: number, total: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

/** The progress line of a run that begins now. */
export function progressOn(
  io: Io,
  clock: () => number = () => performance.now(),
  doing = '調べています',
): Progress {
  if (!isWatched(io)) return { report: () => undefined, end: () => undefined }
  const beginning = clock()
  let last = beginning + silence - pause
  let shown = false
  return {
    report(done, total) {
      const now = clock()
      if (now - last < pause) return
      last = now
      shown = true
      io.stderr.write(`${anew}${doing} ${done}/${total}`)
    },
    end() {
      if (shown) io.stderr.write(anew)
    },
  }
}

/** Whether a person watches the talk: a terminal that is not a build server's. */
function isWatched({ env, isTTY }: Io): boolean {
  return isTTY.stderr && env['TERM'] !== 'dumb' && (!env['CI'] || env['CI'] === 'false')
}
