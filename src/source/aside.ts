import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import nodePath from 'node:path'

/**
 * Makes a folder beside files that are about to be written, for what is not whole yet. Its name says who
 * made it: what a run left that was killed outright goes when the next one writes there.
 */
export function makeAside(home: string): string {
  const own = mkdtempSync(nodePath.join(home, `.policy-lint-${machine}-${process.pid}-`))
  sweep(home, own)
  return own
}

/** The name of this machine in letters that every file system has; a shared folder is written by several. */
const machine =
  hostname()
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 32) || 'here'
const name = /^\.policy-lint-([A-Za-z0-9]+)-(\d+)-[A-Za-z0-9]{6}$/
/** A run on another machine cannot be asked; none writes for longer. */
const longestRun = 24 * 60 * 60 * 1000

function sweep(home: string, own: string): void {
  for (const entry of readdirSync(home)) {
    const [, by, id] = name.exec(entry) ?? []
    const folder = nodePath.join(home, entry)
    if (by === undefined || folder === own) continue
    if (by === machine ? isRunning(Number(id)) : ageOf(folder, own) < longestRun) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  // This run has nothing else here: its number was another's before.
  if (id === process.pid) return false
  try {
    return process.kill(id, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** How much older a folder is than one made just now, by the clock of the disk that holds both. */
function ageOf(folder: string, own: string): number {
  const made = statSync(folder, { throwIfNoEntry: false })
  return made ? statSync(own).mtimeMs - made.mtimeMs : 0
}

/** How long to wait before each further try, in milliseconds: a second in all. */
const pauses = [10, 20, 40, 80, 150, 300, 400]
/** What Windows says of a file that a virus scanner or an index holds for a moment. */
const momentary: readonly unknown[] = ['EACCES', 'EBUSY', 'EPERM']

/** Renames a file over another; on Windows again after a moment where something else holds one of them. */
export function rename(from: string, to: string, platform: string = process.platform): void {
  for (const pause of platform === 'win32' ? pauses : []) {
    try {
      renameSync(from, to)
      return
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
      if (!momentary.includes(code)) throw cause
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
  }
  renameSync(from, to)
}
