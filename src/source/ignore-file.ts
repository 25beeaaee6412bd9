import ignore, { type Ignore } from 'ignore'
import type { Location } from './source.ts'

/** The name of the files whose patterns (those of `.gitignore`) keep paths from being read. */
export const IGNORE_FILE = '.policylintignore'

/** The patterns of one folder. */
export interface IgnoreScope {
  /** The ignore file they stand in. */
  readonly path: string
  readonly patterns: Ignore
  /** The part of a shown path below that folder. */
  readonly nameOf: (path: string) => string
}

/** Reads the patterns of an ignore file; they count from its own folder down. */
export function ignoreScope(
  text: string,
  path: string,
  nameOf: IgnoreScope['nameOf'],
): IgnoreScope {
  const lines = text.split(/\r?\n/).map((pattern, at) => ({ pattern, mark: String(at + 1) }))
  return { path, patterns: ignore({ ignorecase: false }).add(lines), nameOf }
}

/** Whether the scopes (outermost first) ignore a path; the nearest scope that says anything decides. */
export function isIgnored(
  scopes: readonly IgnoreScope[],
  path: string,
  isFolder: boolean,
): boolean {
  return ignoredAt(scopes, path, isFolder) !== undefined
}

/** The line of an ignore file that keeps a path from being read; undefined where none does. */
export function ignoredAt(
  scopes: readonly IgnoreScope[],
  path: string,
  isFolder: boolean,
): Location | undefined {
  for (const scope of scopes.toReversed()) {
    const name = scope.nameOf(path)
    if (name === '') continue
    const { unignored, rule } = scope.patterns.test(isFolder ? `${name}/` : name)
    if (rule) return lineOf(scope, Number(rule.mark), rule.pattern)
    if (unignored) return undefined
  }
  return undefined
}

function lineOf({ path }: IgnoreScope, line: number, pattern: string): Location {
  return { path, start: { line, column: 1 }, end: { line, column: pattern.length + 1 } }
}
