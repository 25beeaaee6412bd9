import { readdirSync, statSync } from 'node:fs'
import nodePath from 'node:path'

/**
 * The plain files of a folder (native) and of those below it, in the order of their names, by their paths
 * from it; undefined where it is no folder. What is hidden, and what links elsewhere, is passed over.
 */
export function listFiles(folder: string, most: number): readonly string[] | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const found: string[] = []
  const open = ['']
  for (let below = open.pop(); below !== undefined && found.length < most; below = open.pop()) {
    const entries = readdirSync(nodePath.join(folder, below), { withFileTypes: true })
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = nodePath.join(below, entry.name)
      if (entry.isDirectory()) open.push(path)
      else if (entry.isFile()) found.push(path)
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1)).slice(0, most)
}
