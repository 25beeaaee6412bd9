import { Lazy, Scope } from '../expression/scope.ts'
import { type CannotJudge } from '../finding/report.ts'
import { joinUnknown, Unknown } from '../finding/unknown.ts'
import { Part } from '../model/part.ts'
import { type LinkedAssert, type LinkedRule } from './link.ts'

/** What a rule said of one element. */
export type Outcome = 'satisfied' | 'violated' | 'notApplicable' | 'cannotJudge'

/** An assertion that does not hold, with the scope its words are filled from. */
export interface Violation {
  readonly rule: LinkedRule
  readonly assert: LinkedAssert
  readonly scope: Scope
  readonly bound: readonly unknown[]
  readonly requirement: string | null
}

/** One element a rule looked at. */
export interface Result {
  readonly rule: LinkedRule
  readonly requirement: string | null
  /** `procedure:p/duty:d`: the ids of all names bound. */
  readonly element: string
  readonly outcome: Outcome
  readonly violations: readonly Violation[]
  readonly unknown: Unknown | undefined
}

/** Runs a rule over every element it looks at. `roots` gives the values of doc, standard and params. */
export function evaluate(
  linked: LinkedRule,
  roots: Readonly<Record<string, unknown>>,
): readonly Result[] {
  const results: Result[] = []
  const values = linked.rule.layout.map((name) => roots[name])
  bind(linked, 0, values, [], results)
  return results
}

function bind(
  linked: LinkedRule,
  depth: number,
  values: readonly unknown[],
  bound: readonly unknown[],
  results: Result[],
): void {
  const binding = linked.each[depth]
  if (!binding) {
    results.push(judge(linked, values, bound))
    return
  }
  const read = binding.read(new Scope(values))
  for (const item of Array.isArray(read) ? read : [read]) {
    if (item === undefined) continue
    if (item instanceof Unknown) {
      results.push(unjudged(linked, requirementOf(linked, new Scope(values)), bound, item))
      continue
    }
    const next = [...values]
    next[binding.slot] = item
    bind(linked, depth + 1, next, [...bound, item], results)
  }
}

function judge(linked: LinkedRule, values: readonly unknown[], bound: readonly unknown[]): Result {
  const scope = new Scope(values)
  for (const { slot, read } of linked.lets) scope.slots[slot] = new Lazy(() => read(scope))
  const requirement = requirementOf(linked, scope)
  const applies = linked.where ? linked.where(scope) : true
  if (applies instanceof Unknown) return unjudged(linked, requirement, bound, applies)
  if (applies !== true) return result(linked, requirement, bound, 'notApplicable')

  const violations: Violation[] = []
  let unknown: Unknown | undefined
  let judged = false
  for (const assert of linked.asserts) {
    const when = assert.when ? assert.when(scope) : true
    if (when === false) continue
    const holds = when instanceof Unknown ? when : assert.that(scope)
    judged = true
    if (holds instanceof Unknown) unknown = unknown ? joinUnknown(unknown, holds) : holds
    else if (holds !== true) violations.push({ rule: linked, assert, scope, bound, requirement })
  }
  if (violations.length > 0) return result(linked, requirement, bound, 'violated', violations)
  if (unknown) return unjudged(linked, requirement, bound, unknown)
  return result(linked, requirement, bound, judged ? 'satisfied' : 'notApplicable')
}

function requirementOf(linked: LinkedRule, scope: Scope): string | null {
  const { requirement } = linked.rule
  if (requirement && 'key' in requirement) return requirement.key
  if (!linked.requirement) return null
  try {
    const key = linked.requirement(scope)
    return typeof key === 'string' ? key : null
  } catch {
    // The name it starts from is not bound yet: the list above it is unknown.
    return null
  }
}

function result(
  rule: LinkedRule,
  requirement: string | null,
  bound: readonly unknown[],
  outcome: Outcome,
  violations: readonly Violation[] = [],
): Result {
  return { rule, requirement, element: elementOf(bound), outcome, violations, unknown: undefined }
}

function unjudged(
  rule: LinkedRule,
  requirement: string | null,
  bound: readonly unknown[],
  unknown: Unknown,
): Result {
  const element = elementOf(bound)
  return { rule, requirement, element, outcome: 'cannotJudge', violations: [], unknown }
}

/** The ids of all names bound, joined: what fingerprints and lists of results know an element by. */
export function elementOf(bound: readonly unknown[]): string {
  return bound.map((item) => (item instanceof Part ? item.elementId : String(item))).join('/')
}

/** A result that could not be judged, as the report lists it. */
export function cannotJudgeOf(result: Result, system: string): CannotJudge {
  return {
    rule: result.rule.rule.id,
    requirement: result.requirement,
    system,
    element: result.element,
    reason: result.unknown?.reason ?? 'missing',
    missing: result.unknown?.missing ?? [],
  }
}
