import ignore, { type Ignore } from 'ignore'
import { below } from './path.ts'

/** The name of the files whose patterns (those of `.gitignore`) keep paths from being read. */
export const IGNORE_FILE = '.policylintignore'

/** The patterns of one folder. */
export interface IgnoreScope {
  readonly folder: string
  readonly patterns: Ignore
}

/** Reads the patterns of an ignore file; they count from its own folder down. */
export function ignoreScope(folder: string, text: string): IgnoreScope {
  return { folder, patterns: ignore({ ignorecase: false }).add(text) }
}

/** Whether the scopes (outermost first) ignore a path; the nearest scope that says anything decides. */
export function isIgnored(
  scopes: readonly IgnoreScope[],
  path: string,
  isFolder: boolean,
): boolean {
  for (const scope of scopes.toReversed()) {
    const name = below(path, scope.folder)
    if (name === '') continue
    const { ignored, unignored } = scope.patterns.test(isFolder ? `${name}/` : name)
    if (ignored || unignored) return ignored
  }
  return false
}
