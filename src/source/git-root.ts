import { existsSync } from 'node:fs'
import nodePath from 'node:path'

/** The folder of the git work tree that a folder (native) stands in; undefined outside of one. */
export function gitRootAbove(folder: string): string | undefined {
  for (let at = nodePath.resolve(folder); ; at = nodePath.dirname(at)) {
    // In a linked work tree and in a submodule `.git` is a file.
    if (existsSync(nodePath.join(at, '.git'))) return at
    if (at === nodePath.dirname(at)) return undefined
  }
}
