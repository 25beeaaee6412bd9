import ignore, { type Ignore } from 'ignore'
/** The name of the files whose patterns (those of `.gitignore`) keep paths from being read. */
export const IGNORE_FILE = '.policylintignore'

/** The patterns of one folder. */
export interface IgnoreScope {
  readonly patterns: Ignore
  /** The part of a shown path below that folder. */
  readonly nameOf: (path: string) => string
}

/** Reads the patterns of an ignore file; they count from its own folder down. */
export function ignoreScope(text: string, nameOf: IgnoreScope['nameOf']): IgnoreScope {
  return { patterns: ignore({ ignorecase: false }).add(text), nameOf }
}

/** Whether the scopes (outermost first) ignore a path; the nearest scope that says anything decides. */
export function isIgnored(
  scopes: readonly IgnoreScope[],
  path: string,
  isFolder: boolean,
): boolean {
  for (const scope of scopes.toReversed()) {
    const name = scope.nameOf(path)
    if (name === '') continue
    const { ignored, unignored } = scope.patterns.test(isFolder ? `${name}/` : name)
    if (ignored || unignored) return ignored
  }
  return false
}
