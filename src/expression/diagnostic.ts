import type { Span } from '../source/source.ts'

/** What is wrong in an expression, a path or a message: a Japanese sentence and its place in the text. */
export interface Diagnostic extends Span {
  readonly code: DiagnosticCode
  readonly message: string
  /** What was probably meant, where something is near. */
  readonly suggestion?: string
}

/** Stable names of what can be wrong. */
export type DiagnosticCode =
  | 'syntax'
  | 'outside-profile'
  | 'too-complex'
  | 'unknown-name'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-word'
  | 'wrong-arguments'
  | 'wrong-type'
  | 'not-stated'
  | 'always-stated'
  | 'name-taken'
  | 'name-unused'
  | 'bad-literal'

/** A diagnostic at a span; the suggestion is left out where there is none. */
export function diagnose(
  code: DiagnosticCode,
  { start, end }: Span,
  message: string,
  suggestion?: string,
): Diagnostic {
  return { code, message, start, end, ...(suggestion === undefined ? {} : { suggestion }) }
}
