import type { Problem } from '../../finding/problem.ts'
import type { Location } from '../../source/source.ts'

/** What is wrong with a template, before it has the rest of a problem's words. */
export interface TemplateWords {
  readonly code: string
  readonly message: string
  readonly why: string
  readonly fix: string
}

/** A problem of a template at its place. */
export function templateProblem(at: Location, words: TemplateWords): Problem {
  return { ...words, code: `template-${words.code}`, severity: 'error', location: at }
}

/** A mistake in a template that ends its use. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly problem: Problem

  constructor(at: Location, words: TemplateWords) {
    super(words.message)
    this.problem = templateProblem(at, words)
  }
}
