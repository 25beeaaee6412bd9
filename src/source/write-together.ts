import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import nodePath from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { hostname } from 'node:os'

/** A file to be written, by its name in the folder. */
export interface NewFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** The first of some names that is already taken in a folder (native). */
export function firstTaken(
  folder: string,
  files: readonly Pick<NewFile, 'name'>[],
): string | undefined {
  return files.find(({ name }) => existsSync(nodePath.join(folder, name)))?.name
}

/**
 * Writes files into a folder (native), all of them or none; the folder, and those below it that their names
 * need, are made where they are not there.
 * First each is written aside, then each takes its name. Where one cannot (it is open in another
 * program), those that were there before come back, and what went wrong is thrown.
 */
export function writeTogether(folder: string, files: readonly NewFile[]): void {
  const created: string[] = []
  const asides = new Map<string, string>()
  const placed: Staged[] = []
  try {
    for (const home of homesOf(folder, files)) {
      const first = makeFolder(home)
      if (first !== undefined) created.push(first)
    }
    for (const staged of files.map((file) => stage(folder, file, asides))) {
      rename(staged.fresh, staged.target)
      placed.push(staged)
    }
  } catch (cause) {
    for (const { target, former } of placed) {
      if (former === undefined) rmSync(target, { force: true })
      else rename(former, target)
    }
    remove(asides.values())
    remove(created)
    throw cause
  }
  remove(asides.values())
}

/** The folders that files stand in, the one they all go into first. */
function homesOf(folder: string, files: readonly NewFile[]): ReadonlySet<string> {
  return new Set([
    folder,
    ...files.map(({ name }) => nodePath.dirname(nodePath.join(folder, name))),
  ])
}

/**
 * Makes a folder and those it stands in, one by one: where one cannot be made, the system's own way to
 * make them all may try for ever. Returns the first that was not there.
 */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined
  const above = nodePath.dirname(folder)
  const first = above === folder ? undefined : makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (cause) {
    // Another run may have made it meanwhile.
    if (existsSync(folder)) return first
    if (first !== undefined) rmSync(first, { recursive: true, force: true })
    throw cause
  }
  return first ?? folder
}

interface Staged {
  /** Where the file goes. */
  readonly target: string
  /** The new file, as yet aside. */
  readonly fresh: string
  /** A copy of what was there before. */
  readonly former: string | undefined
}

/** Writes a file into a folder beside its place, with a copy of the one it replaces. */
function stage(folder: string, { name, content }: NewFile, asides: Map<string, string>): Staged {
  const target = realPath(nodePath.join(folder, name))
  const home = nodePath.dirname(target)
  const aside = asides.get(home) ?? makeAside(home)
  asides.set(home, aside)
  const own = mkdtempSync(nodePath.join(aside, 'file-'))
  const [fresh, former] = [nodePath.join(own, 'new'), nodePath.join(own, 'old')]
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    throw Object.assign(new Error(`${name} is no file`), { code: 'EEXIST' })
  }
  writeFileSync(fresh, content, stats ? { mode: stats.mode } : {})
  if (stats) copyFileSync(target, former)
  return { target, fresh, former: stats && former }
}

function remove(folders: Iterable<string>): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true })
    made.delete(folder)
  }
}

/** Where a link leads, so that the link itself is not replaced; the path itself where nothing is yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return nodePath.resolve(path)
  }
}

/**
 * Writes a file so that it appears whole or not at all. What is no ordinary file (a terminal, a pipe) is
 * written as it is; a folder is not made for it.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = realPath(path)
  const stats = statSync(target, { throwIfNoEntry: false })
  const home = nodePath.dirname(target)
  if (stats ? !stats.isFile() : !existsSync(home)) writeFileSync(target, content)
  else writeTogether(home, [{ name: nodePath.basename(target), content }])
}

/** What asks a run to end: Ctrl-C, a build server, a window that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let isListening = false
/** How many pieces of work are under way that must not be left half done. */
let held = 0
let heard: NodeJS.Signals | undefined

/**
 * Does what must not be left half done. Who asks the run to end meanwhile is heard when it is done, and
 * the run ends as it would have then.
 */
export async function holdingSignals<Result>(work: () => Result): Promise<Awaited<Result>> {
  listen()
  held += 1
  try {
    return await work()
  } finally {
    // What came while nothing else could run is delivered when the loop turns.
    await setImmediate()
    await setImmediate()
    held -= 1
    if (heard && held === 0) end(heard)
  }
}

/** To the end of the process: a signal that comes just when nobody listens any more would be lost. */
function listen(): void {
  if (isListening) return
  isListening = true
  for (const signal of signals) process.on(signal, hear)
}

function hear(signal: NodeJS.Signals): void {
  if (held > 0) heard ??= signal
  else end(signal)
}

/** Ends the process as the signal would have, where nobody else listens to it. */
function end(signal: NodeJS.Signals): void {
  for (const one of signals) process.off(one, hear)
  isListening = false
  heard = undefined
  try {
    for (const takeAway of unfinished) takeAway()
  } finally {
    process.kill(process.pid, signal)
  }
}

/** How the work that is under way takes away what it needs no longer. */
const unfinished = new Set<() => void>()

/** Does work, and takes away what it has made for itself, even where the run is asked to end before it is done. */
export async function leavingNothing<Result>(
  work: () => Promise<Result>,
  takeAway: () => void,
): Promise<Result> {
  listen()
  unfinished.add(takeAway)
  try {
    return await work()
  } finally {
    unfinished.delete(takeAway)
    takeAway()
  }
}

/**
 * Makes a folder in another, for what is not whole yet or is needed for a while. Its name says who made it:
 * what a run left that was killed outright goes when the next one makes such a folder there.
 */
export function makeAside(home: string): string {
  const own = mkdtempSync(nodePath.join(home, `.policy-lint-${machine}-${process.pid}-`))
  made.add(own)
  sweep(home, own)
  return own
}

/** What this run has made, so that it does not take it for another's whose number it has now. */
const made = new Set<string>()

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
    if (by === undefined || made.has(folder)) continue
    if (by === machine ? isRunning(Number(id)) : ageOf(folder, own) < longestRun) continue
    // In a folder that all may write to, what another made is not ours to take away.
    if (ownerOf(folder) !== ownerOf(own)) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  // What this run has made is known: its number was another's before.
  if (id === process.pid) return false
  try {
    return process.kill(id, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

function ownerOf(folder: string): number | undefined {
  return lstatSync(folder, { throwIfNoEntry: false })?.uid
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
