import type { Io } from './io.ts'

const silence = 1000
const pause = 100

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
      io.stderr.write(`\r\u001b[K${doing} ${done}/${total}`)
    },
    end() {
      if (shown) io.stderr.write('\r\u001b[K')
    },
  }
}

/** Whether a person watches the talk: a terminal that is not a build server's. */
function isWatched({ env, isTTY }: Io): boolean {
  return isTTY.stderr && env['TERM'] !== 'dumb' && (!env['CI'] || env['CI'] === 'false')
}
