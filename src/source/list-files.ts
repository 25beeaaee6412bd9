import { readdirSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import { cannotOpen, linkInside, notPlain, type ReadProblem, tooMany } from './read-problem.ts'

/** The files of a folder by their paths from it, and what in it is none; no files where it is no folder. */
export interface ListedFiles {
  readonly files: readonly string[] | undefined
  /** Links, pipes, devices: not opened, and not left out in silence. */
  readonly others: readonly ReadProblem[]
}

/**
 * The plain files of a folder (native) and of those below it, in the order of their names. What is hidden is
 * passed over; what cannot be looked into, or holds too much, is a problem, told by the name that the user gave.
 */
export function listFiles(
  folder: string,
  { shown, most }: { readonly shown: string; readonly most: number },
): ListedFiles | { readonly problem: ReadProblem } {
  try {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
    if (!isFolder) return { files: undefined, others: [] }
    const { files, links, odd } = namesBelow(folder, most)
    if (files.length + links.length + odd.length > most) return { problem: tooMany(shown, most) }
    const others = [
      ...links.map((path) => linkInside(`${shown}/${path}`)),
      ...odd.map((path) => notPlain(`${shown}/${path}`)),
    ]
    return { files: files.sort(byName), others: others.sort((a, b) => byName(a.path, b.path)) }
  } catch (cause) {
    return { problem: cannotOpen(shown, cause) }
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** What is in a folder, until it is more than is read. */
function namesBelow(folder: string, most: number) {
  const found = { files: [] as string[], links: [] as string[], odd: [] as string[] }
  const open = ['']
  let count = 0
  for (let below = open.pop(); below !== undefined && count <= most; below = open.pop()) {
    const entries = readdirSync(nodePath.join(folder, below), { withFileTypes: true })
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = nodePath.join(below, entry.name)
      if (entry.isDirectory()) {
        open.push(path)
        continue
      }
      count += 1
      found[entry.isFile() ? 'files' : entry.isSymbolicLink() ? 'links' : 'odd'].push(path)
    }
  }
  return found
}
