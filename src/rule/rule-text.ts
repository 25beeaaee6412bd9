import { check, type CheckOptions } from '../expression/check.ts'
import type { CheckedExpr } from '../expression/checked.ts'
import type { Diagnostic } from '../expression/diagnostic.ts'
import { parse } from '../expression/parse.ts'
import { checkPath, type CheckedPath } from '../expression/path.ts'
import { checkTemplate, type TemplatePart } from '../expression/template.ts'
import { bool, type Input, type Type } from '../expression/type.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import type { ParsedDocument } from '../yaml/document.ts'
import type { CheckedPlace } from './checked-rule.ts'
import type { Language } from './language.ts'

/** A place in a rules file. */
export type Path = readonly (string | number)[]

/** A checked expression with what it tells those that stand behind it. */
export interface Checking {
  readonly expr: CheckedExpr
  readonly type: Type
  readonly stated: ReadonlySet<string>
  readonly ok: boolean
}

/**
 * The texts of one rule (expressions, paths, messages), checked against the names bound so far. Every
 * mistake is kept with its exact place; every input an expression looks at is noted.
 */
export class RuleText {
  readonly problems: Problem[] = []
  readonly reads = new Set<Input>()
  readonly scope = new Map<string, Type>()
  readonly #document: ParsedDocument
  readonly #language: Language

  constructor(document: ParsedDocument, language: Language) {
    this.#document = document
    this.#language = language
  }

  /** Binds a name; a name that is taken is a mistake. */
  name(name: string, type: Type, at: Path): void {
    if (this.scope.has(name)) {
      this.problem(at, 'name-taken', `名前「${name}」は、この規則ですでに使われています。`)
    }
    this.scope.set(name, type)
  }

  /** A path, as `each`, `at` and `related` use them. */
  path(text: string, at: Path): CheckedPath {
    const checked = this.typeOf(text)
    this.#report(checked.diagnostics, at)
    return checked
  }

  /** A path whose mistakes are reported elsewhere. */
  typeOf(text: string): CheckedPath {
    return checkPath(text, this.scope, this.#language.types)
  }

  /** A condition; undefined where none is written. What a guard states holds for what it guards. */
  condition(
    text: unknown,
    at: Path,
    stated?: ReadonlySet<string>,
  ): Pick<Checking, 'expr' | 'stated'> | undefined {
    if (typeof text !== 'string') return undefined
    const options = { expected: bool, ...(stated === undefined ? {} : { stated }) }
    const checked = this.expression(text, at, options)
    return { expr: checked.expr, stated: new Set([...(stated ?? []), ...checked.stated]) }
  }

  /** An expression, written so that its mistakes can be placed exactly. */
  expression(text: string, at: Path, options: CheckOptions): Checking {
    const scalar = this.#document.scalarAt(at)
    if (scalar && !scalar.isExact) {
      const message = 'この書き方の式では、誤りの場所を正しく示せません。'
      this.problem(
        at,
        'expression-style',
        message,
        '一行でそのまま書くか、一重引用符か「|」の形で書いてください。',
      )
    }
    const parsed = parse(text)
    const { types, functions } = this.#language
    const checked = check(parsed.expr, this.scope, types, functions, options)
    const diagnostics = [...parsed.diagnostics, ...checked.diagnostics]
    this.#report(diagnostics, at)
    for (const input of checked.reads) this.reads.add(input)
    return {
      expr: checked.expr,
      type: checked.type,
      stated: checked.stated,
      ok: diagnostics.length === 0,
    }
  }

  /** A place a finding may point to. */
  place(text: string, at: Path): CheckedPlace {
    const whole = this.path(text, at)
    const dot = text.lastIndexOf('.')
    if (dot < 0) return { owner: null, field: null, whole: whole.expr }
    const owner = this.typeOf(text.slice(0, dot))
    return { owner: owner.expr, field: text.slice(dot + 1).trim(), whole: whole.expr }
  }

  /** A message with its placeholders. */
  template(text: string, at: Path): readonly TemplatePart[] {
    const checked = checkTemplate(text, this.scope, this.#language.types)
    this.#report(checked.diagnostics, at)
    return checked.parts
  }

  #report(diagnostics: readonly Diagnostic[], at: Path): void {
    const scalar = this.#document.scalarAt(at)
    for (const { code, message, start, end } of diagnostics) {
      const whole = this.#document.spanOf(at)
      const span = scalar
        ? { start: scalar.offsetAt(start), end: scalar.offsetAt(end) }
        : { start: whole.start, end: whole.end }
      this.problems.push(problemAt(this.#document.source, span, wordsFor(code, message)))
    }
  }

  /** A mistake of the rule itself, at one of its keys. */
  problem(at: Path, code: string, message: string, fix?: string): void {
    const span = this.#document.spanOf(at, 'mark')
    this.problems.push(problemAt(this.#document.source, span, wordsFor(code, message, fix)))
  }
}

function wordsFor(code: string, message: string, fix = '規則の式を直してください。') {
  return {
    code: `rule-${code}`,
    message,
    why: '読み取れない規則は、違反を見逃します。',
    fix,
  }
}
