import { readdirSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import { decode, LARGEST_FILE } from './decode.ts'
import { isInside, real } from './disk.ts'
import { childPath } from './path.ts'
import { readPlain } from './read-bytes.ts'
import {
  brokenLink,
  cannotOpen,
  leadsOutside,
  notFound,
  notPlain,
  type ReadProblem,
  tooLarge,
  tooMany,
} from './read-problem.ts'
import type { Source } from './source.ts'

/** The texts of a folder by their name without its ending, and what could not be read. */
export interface TextFolder {
  readonly texts: ReadonlyMap<string, Source>
  readonly problems: readonly ReadProblem[]
}

/** How many files of a folder are read. */
const maxFiles = 1000

/**
 * Reads the files of a folder (native) that have an ending, not those of folders in it. Links may lead
 * anywhere below `within`, not out of it.
 */
export function readTextFolder(
  folder: string,
  { shown, ending, within = folder }: { shown: string; ending: string; within?: string },
): TextFolder {
  const texts = new Map<string, Source>()
  const problems: ReadProblem[] = []
  const names = namesIn(folder, shown, problems).filter((name) => name.endsWith(ending))
  if (names.length > maxFiles) return { texts, problems: [tooMany(shown, maxFiles)] }
  for (const name of names) {
    const read = readInside(
      nodePath.join(folder, name),
      childPath(shown, name.normalize('NFC')),
      within,
    )
    if (read.source) texts.set(nodePath.basename(name.normalize('NFC'), ending), read.source)
    else if (read.problem) problems.push(read.problem)
  }
  return { texts, problems }
}

function namesIn(folder: string, shown: string, problems: ReadProblem[]): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    problems.push(isMissing ? notFound(shown) : cannotOpen(shown, cause))
    return []
  }
}

function readInside(
  file: string,
  shown: string,
  within: string,
): { readonly source?: Source; readonly problem?: ReadProblem } {
  try {
    const target = real(file)
    if (!isInside(target, real(within))) {
      return { problem: { ...leadsOutside(shown), severity: 'error' } }
    }
    const stats = statSync(target)
    if (!stats.isFile()) {
      return { problem: notPlain(shown, stats.isDirectory() ? 'EISDIR' : 'ENOTPLAIN') }
    }
    if (stats.size > LARGEST_FILE) return { problem: tooLarge(shown, stats.size, LARGEST_FILE) }
    const read = decode(shown, readPlain(target, LARGEST_FILE))
    return read.ok ? { source: read.source } : { problem: read.problem }
  } catch (cause) {
    const isBroken = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return { problem: isBroken ? brokenLink(shown) : cannotOpen(shown, cause) }
  }
}
