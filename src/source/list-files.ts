import { readdirSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import { cannotOpen, type ReadProblem } from './read-problem.ts'

/**
 * The plain files of a folder (native) and of those below it, in the order of their names, by their paths
 * from it; none where it is no folder. What is hidden, and what links elsewhere, is passed over; what
 * cannot be looked into is a problem, told by the name that the user gave.
 */
export function listFiles(
  folder: string,
  { shown, most }: { readonly shown: string; readonly most: number },
): { readonly files: readonly string[] | undefined } | { readonly problem: ReadProblem } {
  try {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
    return { files: isFolder ? filesBelow(folder, most) : undefined }
  } catch (cause) {
    return { problem: cannotOpen(shown, cause) }
  }
}

function filesBelow(folder: string, most: number): readonly string[] {
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
