import { existsSync, statSync, writeFileSync } from 'node:fs'
import nodePath from 'node:path'
import { realPath, writeTogether } from './write-together.ts'

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
