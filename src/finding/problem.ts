import type { ReadProblem } from '../source/read-problem.ts'
import { locate, type Location, type Source, type Span } from '../source/source.ts'
import { type Finding, fingerprint, type Related, type Severity } from './finding.ts'

/** Something wrong with the form of a file, found before any rule looks at it. Plain JSON. */
export interface Problem {
  /** Stable, kebab-case; the finding's rule is `file.<code>`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly location: Location
  readonly concerns?: NonNullable<Finding['concerns']>
  readonly related?: readonly Related[]
}

/** The words of a problem, before it has a place. */
export type ProblemWords = Pick<Problem, 'code' | 'message' | 'why' | 'fix'> & {
  readonly severity?: Severity
  readonly concerns?: NonNullable<Finding['concerns']>
  readonly related?: readonly Related[]
}

/** Gives a problem its place; `error` unless the words say otherwise. */
export function problemAt(source: Source, span: Span, words: ProblemWords): Problem {
  return { severity: 'error', ...words, location: locate(source, span) }
}

/** A file or folder that could not be read, as a problem at its first character. */
export function unreadable(problem: ReadProblem): Problem {
  const { path, ...words } = problem
  const start = { line: 1, column: 1 }
  return { ...words, location: { path, start, end: start } }
}

/**
 * The finding for one problem. `ordinal` counts the problems of the same code in the same file, so
 * that the fingerprint survives lines moving.
 */
function problemFinding(problem: Problem, ordinal = 0, system: string | null = null): Finding {
  const rule = `file.${problem.code}`
  return {
    fingerprint: fingerprint(rule, problem.location.path, problem.code, String(ordinal)),
    rule,
    requirement: null,
    article: null,
    severity: problem.severity,
    label: '形式',
    class: 'F',
    system,
    ...(problem.concerns && { concerns: problem.concerns }),
    message: problem.message,
    why: problem.why,
    fix: problem.fix,
    expected: null,
    actual: null,
    basis: 'reported',
    location: problem.location,
    related: problem.related ?? [],
  }
}

/** The findings for the problems of any number of files; ordinals are counted here, in the order given. */
export function problemFindings(
  problems: readonly Problem[],
  system: string | null = null,
): Finding[] {
  const seen = new Map<string, number>()
  return problems.map((problem) => {
    const key = `${problem.location.path}\0${problem.code}`
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return problemFinding(problem, ordinal, system)
  })
}
