import { Period } from '../calendar/period.ts'
import { isWindow } from '../calendar/window.ts'
import { ExpressionBudgetError, Scope } from '../expression/scope.ts'
import type { CannotJudge, RuleCost } from '../finding/report.ts'
import { joinUnknown, Unknown } from '../finding/unknown.ts'
import { isPart } from '../model/part.ts'
import { withinLimits } from './costly.ts'
import type { LinkedAssert, LinkedRule } from './link.ts'

/** What a rule said of one element it applies to. */
export type Outcome = 'satisfied' | 'violated' | 'cannotJudge'

/** An assertion that does not hold, with the scope its words are filled from. */
export interface Violation {
  readonly rule: LinkedRule
  readonly assert: LinkedAssert
  readonly scope: Scope
  readonly bound: readonly unknown[]
  readonly requirement: string | null
}

/** One element a rule applies to. */
export interface Result {
  readonly rule: LinkedRule
  readonly requirement: string | null
  /** The values of the names that `each` bound. */
  readonly bound: readonly unknown[]
  readonly outcome: Outcome
  readonly violations: readonly Violation[]
  readonly unknown: Unknown | undefined
  /** Only of a run that keeps it. */
  readonly holding: Holding | undefined
}

/** The assertions that hold on an element, and the scope they were judged in. */
export interface Holding {
  readonly asserts: readonly LinkedAssert[]
  readonly scope: Scope
}

/** What a rule said: of each element it applies to, and to how many it does not apply. */
export interface Evaluation {
  readonly results: readonly Result[]
  readonly notApplicable: number
  /** How many of these its `where` leaves out. */
  readonly leftOut: number
  /** The names bound to what it asks nothing of; only of a run that keeps them. */
  readonly passedOver: readonly (readonly unknown[])[]
}

/** What a run keeps beside the results. */
export interface Keep {
  readonly holding?: boolean
  /** What each rule has cost so far, by its id. */
  readonly costs?: Map<string, RuleCost>
}

/** Runs a rule over every element it looks at. `roots` gives the values of doc, standard and params. */
export function evaluate(
  linked: LinkedRule,
  roots: Readonly<Record<string, unknown>>,
  keep: Keep = {},
): Evaluation {
  const run = new RuleRun(linked, roots, keep)
  withinLimits(linked.rule, run, () => {
    run.bind(0)
  })
  const { results, notApplicable, leftOut, passedOver } = run
  return { results, notApplicable, leftOut, passedOver }
}

/**
 * How many elements a rule may look at in one system: more than the longest ledgers hold, and fewer than
 * fill the memory. Lists that have nothing to do with each other multiply.
 */
const mostElements = 300_000

/** How much a rule may find in one system: more than anybody reads, and fewer than fill the memory. */
const mostFindings = 50_000

const none: readonly Violation[] = []

/** One rule on one system. A single scope serves all elements; what a violation keeps is its own. */
class RuleRun {
  readonly results: Result[] = []
  notApplicable = 0
  leftOut = 0
  readonly passedOver: unknown[][] = []
  readonly #linked: LinkedRule
  readonly #keep: Keep
  readonly scope: Scope
  readonly bound: unknown[] = []
  #looked = 0
  #found = 0

  constructor(linked: LinkedRule, roots: Readonly<Record<string, unknown>>, keep: Keep) {
    this.#linked = linked
    this.#keep = keep
    this.scope = new Scope(linked.rule.layout.map((name) => roots[name]))
  }

  /** Binds the name at a depth to each thing its path leads to, and judges below the last one. */
  bind(depth: number): void {
    this.scope.renew()
    const binding = this.#linked.each[depth]
    if (!binding) {
      this.#judge()
      return
    }
    const read = binding.read(this.scope)
    for (const item of Array.isArray(read) ? read : [read]) {
      if (item === undefined) continue
      if (item instanceof Unknown) {
        this.#unjudged(item, depth)
        continue
      }
      this.scope.slots[binding.slot] = item
      this.bound[depth] = item
      this.bind(depth + 1)
    }
    this.bound.length = depth
  }

  #judge(): void {
    this.#looked += 1
    if (this.#looked > mostElements) throw new ExpressionBudgetError('elements', mostElements)
    const { scope } = this
    setLets(this.#linked, scope)
    const applies = this.#linked.where ? this.#linked.where(scope) : true
    if (applies instanceof Unknown) this.#unjudged(applies, this.bound.length)
    else if (applies === true) this.#assertAll()
    else {
      this.leftOut += 1
      this.#passOver()
    }
  }

  #passOver(): void {
    this.notApplicable += 1
    if (this.#keep.holding) this.passedOver.push([...this.bound])
  }

  #assertAll(): void {
    const failed: LinkedAssert[] = []
    const held: LinkedAssert[] = []
    let unknown: Unknown | undefined
    let judged = false
    for (const assert of this.#linked.asserts) {
      const when = assert.when ? assert.when(this.scope) : true
      if (when === false) continue
      judged = true
      const holds = when instanceof Unknown ? when : assert.that(this.scope)
      if (holds instanceof Unknown) unknown = unknown ? joinUnknown(unknown, holds) : holds
      else if (holds !== true) failed.push(assert)
      else if (this.#keep.holding) held.push(assert)
    }
    if (failed.length > 0) this.#violated(failed, held)
    else if (unknown) this.#unjudged(unknown, this.bound.length)
    else if (judged) this.#satisfied(held)
    else this.#passOver()
  }

  #satisfied(held: readonly LinkedAssert[]): void {
    const holding = this.#keep.holding ? { asserts: held, scope: this.#ownScope() } : undefined
    const { onlyFinds } = this.#linked.rule
    const requirement = onlyFinds ? null : this.#requirement(this.bound.length)
    this.#add('satisfied', requirement, none, undefined, holding)
  }

  #violated(failed: readonly LinkedAssert[], held: readonly LinkedAssert[]): void {
    this.#found += failed.length
    if (this.#found > mostFindings) throw new ExpressionBudgetError('findings', mostFindings)
    const rule = this.#linked
    const scope = this.#ownScope()
    const bound = [...this.bound]
    const requirement = this.#requirement(bound.length)
    const violations = failed.map((assert) => ({ rule, assert, scope, bound, requirement }))
    const holding = this.#keep.holding ? { asserts: held, scope } : undefined
    this.#add('violated', requirement, violations, undefined, holding)
  }

  /** The scope as it stands, for use after the run has gone on. */
  #ownScope(): Scope {
    return new Scope(this.scope.slots)
  }

  #unjudged(unknown: Unknown, depth: number): void {
    this.#add('cannotJudge', this.#requirement(depth), none, unknown)
  }

  #add(
    outcome: Outcome,
    requirement: string | null,
    violations: readonly Violation[],
    unknown: Unknown | undefined,
    holding?: Holding,
  ): void {
    const bound = [...this.bound]
    const rule = this.#linked
    this.results.push({ rule, requirement, bound, outcome, violations, unknown, holding })
  }

  /** The requirement of the finding; none where the name it is read from is not bound yet. */
  #requirement(depth: number): string | null {
    const { requirement } = this.#linked.rule
    if (requirement && 'key' in requirement) return requirement.key
    if (!this.#linked.requirement || depth < this.#linked.each.length) return null
    const key = this.#linked.requirement(this.scope)
    return typeof key === 'string' ? key : null
  }
}

/** Puts the `let`s of a rule into a scope, each to be computed when it is first read. */
export function setLets(linked: LinkedRule, scope: Scope): void {
  for (const { slot, lazy } of linked.lets) scope.slots[slot] = lazy
}

/** The ids of all names bound: an element's own, of a turn of a cycle its first day, plain values as they are. */
export function idsOf(bound: readonly unknown[]): readonly string[] {
  return bound.map(idOf)
}

/** The ids of all names bound, joined: what lists of results know an element by. */
export function elementOf(bound: readonly unknown[]): string {
  return idsOf(bound).join('/')
}

function idOf(item: unknown): string {
  if (isPart(item)) return item.elementId
  if (item instanceof Period) return item.toString()
  if (isWindow(item)) return `window:${item.from}`
  if (typeof item === 'string') return item
  if (typeof item === 'number' || typeof item === 'boolean') return String(item)
  throw new Error('a rule looks at something that has no id')
}

/** A result that could not be judged, as the report lists it. */
export function cannotJudgeOf(result: Result, system: string): CannotJudge {
  return {
    rule: result.rule.rule.id,
    requirement: result.requirement,
    system,
    element: elementOf(result.bound),
    reason: result.unknown?.reason ?? 'missing',
    missing: result.unknown?.missing ?? [],
  }
}
