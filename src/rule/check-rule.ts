import { check, type CheckOptions } from '../expression/check.ts'
import type { CheckedExpr } from '../expression/checked.ts'
import type { Diagnostic } from '../expression/diagnostic.ts'
import { parse } from '../expression/parse.ts'
import { checkPath } from '../expression/path.ts'
import { checkTemplate, type TemplatePart } from '../expression/template.ts'
import { bool, type Input, type Type } from '../expression/type.ts'
import type { Severity } from '../finding/finding.ts'
import { type Problem, problemAt } from '../finding/problem.ts'
import { suggest } from '../japanese/suggest.ts'
import type { ParsedDocument } from '../yaml/document.ts'
import type {
  CheckedAssert,
  CheckedPlace,
  CheckedRelated,
  CheckedRule,
  CheckedWords,
  Citation,
  RequirementOf,
  SeverityOf,
} from './checked-rule.ts'
import { classOf } from './finding-class.ts'
import { type Language, rootsOf } from './language.ts'

type Path = readonly (string | number)[]
type Data = Readonly<Record<string, unknown>>

/** What a check of one rule gave; the rule may be run only if there are no problems. */
export interface RuleCheck {
  readonly rule: CheckedRule
  readonly problems: readonly Problem[]
}

/** Checks one rule of a rules file: every expression, path and message against the language. */
export function checkRule(
  data: Data,
  path: Path,
  document: ParsedDocument,
  pack: string,
  language: Language,
  requirements: ReadonlySet<string>,
): RuleCheck {
  const checker = new RuleChecker(document, language)
  const rule = checker.rule(data, path, pack, requirements)
  return { rule, problems: checker.problems }
}

/** What a finding says and where it stands; an assertion's own goes before the rule's. */
type Said = CheckedWords & Pick<CheckedAssert, 'at' | 'keptBy'>

const nothingSaid: Said = {
  message: [],
  fix: null,
  expected: null,
  actual: null,
  related: [],
  at: [],
  keptBy: null,
}

const topics: ReadonlySet<string> = new Set(['Topic', 'TrainingTopic'])

function isSeverity(text: string): text is Severity {
  return text === 'error' || text === 'warning' || text === 'info'
}

class RuleChecker {
  readonly problems: Problem[] = []
  readonly #document: ParsedDocument
  readonly #language: Language
  readonly #reads = new Set<Input>()
  readonly #scope = new Map<string, Type>()

  constructor(document: ParsedDocument, language: Language) {
    this.#document = document
    this.#language = language
  }

  rule(data: Data, path: Path, pack: string, requirements: ReadonlySet<string>): CheckedRule {
    const scope = (data['scope'] ?? 'system') as CheckedRule['scope']
    for (const [name, type] of rootsOf(scope)) this.#scope.set(name, type)
    const each = Object.entries(textsOf(data['each'])).map(([name, text]) => ({
      name,
      path: this.#bind(name, text, [...path, 'each', name]),
    }))
    const requirement = this.#requirement(String(data['requirement']), path, requirements)
    const where = this.#condition(data['where'], [...path, 'where'])
    const lets = Object.entries(textsOf(data['let'])).map(([name, text]) => ({
      name,
      expr: this.#let(name, text, [...path, 'let', name], where?.stated),
    }))
    const asserts = this.#asserts(data, path, where?.stated)
    return {
      id: String(data['id']),
      pack,
      title: String(data['title']),
      requirement,
      cite: (data['cite'] ?? []) as readonly Citation[],
      severity: this.#severity(String(data['severity']), path),
      advice: data['advice'] === true,
      scope,
      class: classOf(this.#reads, scope),
      reads: [...this.#reads].sort(),
      rationale: String(data['rationale']).trim(),
      layout: [...this.#scope.keys()],
      each,
      where: where?.expr ?? null,
      lets,
      asserts,
      yieldsTo: (data['yieldsTo'] ?? []) as readonly string[],
    }
  }

  #bind(name: string, text: string, at: Path): CheckedExpr {
    const checked = checkPath(text, this.#scope, this.#language.types)
    this.#report(checked.diagnostics, at)
    for (const input of checked.reads) this.#reads.add(input)
    const type = checked.type.kind === 'optional' ? checked.type.of : checked.type
    this.#name(name, type.kind === 'list' ? type.of : type, at)
    return checked.expr
  }

  #let(name: string, text: string, at: Path, stated?: ReadonlySet<string>): CheckedExpr {
    const checked = this.#expression(text, at, stated === undefined ? {} : { stated })
    // A let that could not be checked says so once; whatever uses it is not blamed again.
    this.#name(name, checked.ok ? checked.type : { kind: 'any' }, at)
    return checked.expr
  }

  #name(name: string, type: Type, at: Path): void {
    if (this.#scope.has(name)) {
      this.#problem(at, 'name-taken', `名前「${name}」は、この規則ですでに使われています。`)
    }
    this.#scope.set(name, type)
  }

  #requirement(text: string, path: Path, requirements: ReadonlySet<string>): RequirementOf {
    if (text === 'none') return null
    if (requirements.has(text)) return { key: text }
    if (!this.#scope.has(text.split('.')[0] ?? '')) {
      const near = suggest(text, requirements)
      const meant = near === undefined ? '' : `（「${near}」の誤りではありませんか）`
      const message = `要求事項「${text}」はありません${meant}`
      this.#problem([...path, 'requirement'], 'unknown-requirement', message)
      return null
    }
    const checked = checkPath(text, this.#scope, this.#language.types)
    this.#report(checked.diagnostics, [...path, 'requirement'])
    return { path: checked.expr }
  }

  /** A word, or a path to one: `topic.severity`. What topics set stands, whatever the clause's force. */
  #severity(text: string, path: Path): SeverityOf {
    if (isSeverity(text)) return text
    const at = [...path, 'severity']
    const checked = checkPath(text, this.#scope, this.#language.types)
    this.#report(checked.diagnostics, at)
    const isWord = checked.type.kind === 'word' && [...checked.type.words].every(isSeverity)
    if (checked.diagnostics.length === 0 && !isWord) {
      this.#problem(at, 'severity', `「${text}」は重大さではありません。`)
    }
    const owner = checkPath(
      text.slice(0, text.lastIndexOf('.')),
      this.#scope,
      this.#language.types,
    ).type
    const uncapped = owner.kind === 'object' && topics.has(owner.name)
    return { path: checked.expr, uncapped }
  }

  #condition(
    text: unknown,
    at: Path,
    stated?: ReadonlySet<string>,
  ): { expr: CheckedExpr; stated: ReadonlySet<string> } | undefined {
    if (typeof text !== 'string') return undefined
    const options = { expected: bool, ...(stated === undefined ? {} : { stated }) }
    const checked = this.#expression(text, at, options)
    return { expr: checked.expr, stated: new Set([...(stated ?? []), ...checked.stated]) }
  }

  #asserts(data: Data, path: Path, stated?: ReadonlySet<string>): readonly CheckedAssert[] {
    const shared = { ...nothingSaid, ...this.#said(data, path) }
    const written = data['assert']
    if (!Array.isArray(written)) {
      const that = this.#condition(written, [...path, 'assert'], stated)
      return [{ id: '', when: null, that: that?.expr ?? { op: 'invalid' }, ...shared }]
    }
    return written.map((entry: Data, index) => {
      const at = [...path, 'assert', index]
      if (written.slice(0, index).some((other: Data) => other['id'] === entry['id'])) {
        const message = `式の id「${String(entry['id'])}」が、この規則に二つあります。`
        this.#problem([...at, 'id'], 'same-assert', message, 'どちらかの id を変えてください。')
      }
      const when = this.#condition(entry['when'], [...at, 'when'], stated)
      const that = this.#condition(entry['that'], [...at, 'that'], when?.stated ?? stated)
      return {
        id: String(entry['id']),
        when: when?.expr ?? null,
        that: that?.expr ?? { op: 'invalid' },
        ...shared,
        ...this.#said(entry, at),
      }
    })
  }

  /** The words and places that a rule, or one of its assertions, states itself. */
  #said(data: Data, path: Path): Partial<Said> {
    const template = (field: keyof Said): Partial<Said> => {
      const text = data[field]
      return typeof text === 'string' ? { [field]: this.#template(text, [...path, field]) } : {}
    }
    const { at, keptBy, related } = data
    return {
      ...template('message'),
      ...template('fix'),
      ...template('expected'),
      ...template('actual'),
      ...(typeof keptBy === 'string' && { keptBy: this.#place(keptBy, [...path, 'keptBy']) }),
      ...(typeof at === 'string' && { at: [this.#place(at, [...path, 'at'])] }),
      ...(Array.isArray(at) && {
        at: at.map((one, index) => this.#place(String(one), [...path, 'at', index])),
      }),
      ...(Array.isArray(related) && {
        related: related.map((one: Data, index) => this.#related(one, [...path, 'related', index])),
      }),
    }
  }

  #related(data: Data, path: Path): CheckedRelated {
    return {
      at: this.#place(String(data['at']), [...path, 'at']),
      message: this.#template(String(data['message']), [...path, 'message']),
    }
  }

  #place(text: string, at: Path): CheckedPlace {
    const whole = checkPath(text, this.#scope, this.#language.types)
    this.#report(whole.diagnostics, at)
    const dot = text.lastIndexOf('.')
    if (dot < 0) return { owner: null, field: null, whole: whole.expr }
    const owner = checkPath(text.slice(0, dot), this.#scope, this.#language.types)
    return { owner: owner.expr, field: text.slice(dot + 1).trim(), whole: whole.expr }
  }

  #template(text: string, at: Path): readonly TemplatePart[] {
    const checked = checkTemplate(text, this.#scope, this.#language.types)
    this.#report(checked.diagnostics, at)
    return checked.parts
  }

  #expression(
    text: string,
    at: Path,
    options: CheckOptions,
  ): { expr: CheckedExpr; type: Type; stated: ReadonlySet<string>; ok: boolean } {
    const scalar = this.#document.scalarAt(at)
    if (scalar && !scalar.isExact) {
      const message = 'この書き方の式では、誤りの場所を正しく示せません。'
      this.#problem(
        at,
        'expression-style',
        message,
        '一行でそのまま書くか、一重引用符か「|」の形で書いてください。',
      )
    }
    const parsed = parse(text)
    const { types, functions } = this.#language
    const checked = check(parsed.expr, this.#scope, types, functions, options)
    const diagnostics = [...parsed.diagnostics, ...checked.diagnostics]
    this.#report(diagnostics, at)
    for (const input of checked.reads) this.#reads.add(input)
    return {
      expr: checked.expr,
      type: checked.type,
      stated: checked.stated,
      ok: diagnostics.length === 0,
    }
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

  #problem(at: Path, code: string, message: string, fix?: string): void {
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

function textsOf(map: unknown): Readonly<Record<string, string>> {
  return (map ?? {}) as Readonly<Record<string, string>>
}
