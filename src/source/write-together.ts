import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import nodePath from 'node:path'
import { realPath } from './write-whole.ts'

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
 * Writes files into a folder (native), all of them or none; the folder is made where it is not there.
 * First each is written aside, then each takes its name. Where one cannot (it is open in another
 * program), those that were there before come back, and what went wrong is thrown.
 */
export function writeTogether(folder: string, files: readonly NewFile[]): void {
  const created = mkdirSync(folder, { recursive: true })
  const asides = new Map<string, string>()
  const placed: Staged[] = []
  try {
    for (const staged of files.map((file) => stage(folder, file, asides))) {
      renameSync(staged.fresh, staged.target)
      placed.push(staged)
    }
  } catch (cause) {
    for (const { target, former } of placed) {
      if (former === undefined) rmSync(target, { force: true })
      else renameSync(former, target)
    }
    remove(asides.values())
    if (created !== undefined) rmSync(created, { recursive: true, force: true })
    throw cause
  }
  remove(asides.values())
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
  const aside = asides.get(home) ?? mkdtempSync(nodePath.join(home, '.policy-lint-'))
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
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
