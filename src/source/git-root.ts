import { existsSync } from 'node:fs'
import nodePath from 'node:path'
import { shownPath } from './path.ts'

/**
 * The folder below the root of the git work tree that it stands in: `.` for the root itself, undefined
 * outside of a work tree. Names are in NFC and parted by `/`, as shown paths are.
 */
export function belowGitRoot(folder: string): string | undefined {
  const root = gitRootAbove(folder)
  return root === undefined ? undefined : shownPath(nodePath, root, folder)
}

/** The folder of the git work tree that a folder (native) stands in; undefined outside of one. */
export function gitRootAbove(folder: string): string | undefined {
  for (let at = nodePath.resolve(folder); ; at = nodePath.dirname(at)) {
    // In a linked work tree and in a submodule `.git` is a file.
    if (existsSync(nodePath.join(at, '.git'))) return at
    if (at === nodePath.dirname(at)) return undefined
  }
}
