import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import nodePath from 'node:path'

/** A file to be written into a folder. */
export interface NewFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/**
 * Writes files into a folder (native), all of them or none: first beside each other into a folder of
 * their own, then each takes its name. Where one cannot (it is open in another program), those that
 * were there before come back, and what went wrong is thrown.
 */
export function writeTogether(folder: string, files: readonly NewFile[]): void {
  const created = mkdirSync(folder, { recursive: true })
  const aside = mkdtempSync(nodePath.join(folder, '.policy-lint-'))
  const done: { readonly name: string; readonly had: boolean }[] = []
  try {
    for (const [index, { content }] of files.entries()) {
      writeFileSync(nodePath.join(aside, `new-${index}`), content)
    }
    for (const [index, { name }] of files.entries()) {
      const target = nodePath.join(folder, name)
      const had = statSync(target, { throwIfNoEntry: false }) !== undefined
      if (had) renameSync(target, nodePath.join(aside, `old-${index}`))
      done.push({ name, had })
      renameSync(nodePath.join(aside, `new-${index}`), target)
    }
  } catch (cause) {
    putBack(folder, aside, done)
    if (created !== undefined) rmSync(created, { recursive: true, force: true })
    throw cause
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function putBack(
  folder: string,
  aside: string,
  done: readonly { readonly name: string; readonly had: boolean }[],
): void {
  for (const [index, { name, had }] of done.entries()) {
    const target = nodePath.join(folder, name)
    rmSync(target, { force: true })
    if (had) renameSync(nodePath.join(aside, `old-${index}`), target)
  }
}
