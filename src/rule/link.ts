import type { CheckedExpr } from '../expression/checked.ts'
import { compile, type Program } from '../expression/compile.ts'
import { Lazy } from '../expression/scope.ts'
import { compileTemplate, type Message, type TemplatePart } from '../expression/template.ts'
import type { CheckedPlace, CheckedRule, CheckedWords } from './checked-rule.ts'
import type { Language } from './language.ts'

/** A place, ready to be read in a scope. */
export interface LinkedPlace {
  readonly owner: Program | null
  readonly field: string | null
  readonly whole: Program
}

/** The words of a finding, ready to be filled in. */
export interface LinkedWords {
  readonly message: Message
  readonly fix: Message | null
  readonly expected: Message | null
  readonly actual: Message | null
  readonly related: readonly { readonly at: LinkedPlace; readonly message: Message }[]
}

/** One assertion, ready to run. */
export interface LinkedAssert {
  readonly id: string
  readonly when: Program | null
  readonly that: Program
  readonly at: readonly LinkedPlace[]
  /** Compiled when a finding needs them. */
  readonly words: () => LinkedWords
  /** Compiled when somebody asks what keeps the clause. */
  readonly keptBy: () => LinkedPlace | null
}

/** A rule, ready to run: the names a scope holds stand in the order of its layout. */
export interface LinkedRule {
  readonly rule: CheckedRule
  readonly roots: readonly string[]
  readonly each: readonly { readonly slot: number; readonly read: Program }[]
  readonly where: Program | null
  readonly lets: readonly { readonly slot: number; readonly lazy: Lazy }[]
  readonly asserts: readonly LinkedAssert[]
  readonly requirement: Program | null
  readonly severity: Program | null
}

/** A checked rule as closures. Each is compiled when it first runs: most rules look at nothing of most systems. */
export function linkRule(rule: CheckedRule, language: Language): LinkedRule {
  const { types, functions } = language
  const { layout } = rule
  const program = (expr: CheckedExpr): Program => {
    const compiled = once(() => compile(expr, layout, types, functions))
    return (scope) => compiled()(scope)
  }
  const optional = (expr: CheckedExpr | null): Program | null => (expr ? program(expr) : null)
  const place = ({ owner, field, whole }: CheckedPlace): LinkedPlace => ({
    owner: optional(owner),
    field,
    whole: program(whole),
  })
  const slotOf = (name: string): number => layout.indexOf(name)
  return {
    rule,
    roots: layout.slice(0, layout.length - rule.each.length - rule.lets.length),
    each: rule.each.map(({ name, path }) => ({ slot: slotOf(name), read: program(path) })),
    where: optional(rule.where),
    lets: rule.lets.map(({ name, expr }) => ({
      slot: slotOf(name),
      lazy: new Lazy(program(expr)),
    })),
    asserts: rule.asserts.map((assert) => ({
      id: assert.id,
      when: optional(assert.when),
      that: program(assert.that),
      at: assert.at.map(place),
      words: once(() => linkWords(assert, layout, language, place)),
      keptBy: once(() => (assert.keptBy ? place(assert.keptBy) : null)),
    })),
    requirement:
      rule.requirement && 'path' in rule.requirement ? program(rule.requirement.path) : null,
    severity: typeof rule.severity === 'object' ? program(rule.severity.path) : null,
  }
}

function linkWords(
  words: CheckedWords,
  layout: readonly string[],
  language: Language,
  place: (checked: CheckedPlace) => LinkedPlace,
): LinkedWords {
  const message = (parts: readonly TemplatePart[]): Message =>
    compileTemplate(parts, layout, language.types)
  const optional = (parts: readonly TemplatePart[] | null): Message | null =>
    parts ? message(parts) : null
  return {
    message: message(words.message),
    fix: optional(words.fix),
    expected: optional(words.expected),
    actual: optional(words.actual),
    related: words.related.map((one) => ({ at: place(one.at), message: message(one.message) })),
  }
}

function once<Value>(compute: () => Value): () => Value {
  let value: { readonly it: Value } | undefined
  return () => (value ??= { it: compute() }).it
}
