import { idsOf, type Result } from './evaluate.ts'
import { type Evaluated, requirementsOf } from './judgement.ts'
import type { LinkedRule } from './link.ts'
import { fingerprintOf } from './to-finding.ts'

/** What a finding is about: an assertion of a rule, and the ids of all that the rule bound. */
export interface Point {
  readonly rule: string
  readonly assert: string
  readonly element: readonly string[]
}

/** What a judgement says of a point: nothing where it has no such element. */
export type Saying = 'holds' | 'broken' | 'excepted' | 'unknown' | 'notAsked' | 'nothing'

/** One element as a rule judged it: what it says of each assertion, or of all. */
export interface Told {
  readonly rule: string
  readonly requirements: readonly string[]
  readonly element: readonly string[]
  readonly sayings: ReadonlyMap<string, Saying> | 'unknown' | 'notAsked'
}

/**
 * What was said of every element of a system, kept or broken: enough to hold another judgement of the
 * same system against it after its dossier is let go.
 */
export class Said {
  readonly #points = new Map<string, Point>()
  readonly #told = new Map<string, Told>()
  /** What many elements have in common is held once: names, and what is said of assertions. */
  readonly #names = new Map<string, readonly string[]>()
  readonly #sayings = new Map<string, ReadonlyMap<string, Saying>>()

  /** Adds an evaluation, which must be one that keeps what holds. */
  add({ results, yielded, passedOver, context }: Evaluated): void {
    for (const { rule, bound } of passedOver) this.#note(rule, [], bound, 'notAsked')
    for (const { result, open, exception } of results) {
      this.#noteResult(result, exception ? 'excepted' : 'broken')
      for (const violation of open) {
        const { rule, assert, bound } = violation
        const point = { rule: rule.rule.id, assert: assert.id, element: idsOf(bound) }
        this.#points.set(fingerprintOf(violation, context.system), point)
      }
    }
    // What a rule leaves to another is as broken as it was.
    for (const result of yielded) this.#noteResult(result, 'broken')
  }

  /** Every element that was judged, or could not be. */
  get told(): Iterable<Told> {
    return this.#told.values()
  }

  /** What a finding of this judgement is about; undefined where no rule of a pack gave it. */
  pointOf(fingerprint: string): Point | undefined {
    return this.#points.get(fingerprint)
  }

  /** What this judgement says of a point of another one. */
  of({ rule, assert, element }: Point): Saying {
    const told = this.#at(rule, element)
    return told ? sayingIn(told.sayings, assert) : 'nothing'
  }

  /** Whether an element that another judgement judged can be judged here no more. */
  isUnknown({ rule, element }: Told): boolean {
    return this.#at(rule, element)?.sayings === 'unknown'
  }

  /** The element itself; else what it stands in, where that is as far as the rule could look. */
  #at(rule: string, element: readonly string[]): Told | undefined {
    const own = this.#told.get(keyOf(rule, element))
    if (own) return own
    for (let depth = element.length - 1; depth >= 0; depth -= 1) {
      const around = this.#told.get(keyOf(rule, element.slice(0, depth)))
      if (around?.sayings === 'unknown') return around
    }
    return undefined
  }

  #noteResult(result: Result, violated: Saying): void {
    const { rule, bound } = result
    const requirements = requirementsOf(result).filter((key) => key !== null)
    const sayings = sayingsOf(result, violated)
    const shared = typeof sayings === 'object' ? this.#shared(sayings) : sayings
    this.#note(rule, this.#namesOnce(requirements), bound, shared)
  }

  /** Of several that share their ids, the gravest that is said of one stands for all. */
  #note(
    { rule: { id: rule } }: LinkedRule,
    requirements: readonly string[],
    bound: readonly unknown[],
    sayings: Told['sayings'],
  ): void {
    const element = this.#namesOnce(idsOf(bound))
    const key = keyOf(rule, element)
    const known = this.#told.get(key)?.sayings
    const joined = known === undefined ? sayings : graver(known, sayings)
    this.#told.set(key, { rule, requirements, element, sayings: joined })
  }

  #namesOnce(names: readonly string[]): readonly string[] {
    return once(this.#names, `${names.length}\0${names.join('\0')}`, names)
  }

  #shared(sayings: ReadonlyMap<string, Saying>): ReadonlyMap<string, Saying> {
    return once(this.#sayings, [...sayings].join('\0'), sayings)
  }
}

/** The first value that came under a key. */
function once<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const first = known.get(key) ?? value
  known.set(key, first)
  return first
}

function sayingIn(sayings: Told['sayings'], assert: string): Saying {
  return typeof sayings === 'object' ? (sayings.get(assert) ?? 'nothing') : sayings
}

const gravity: readonly Saying[] = ['nothing', 'notAsked', 'holds', 'unknown', 'excepted', 'broken']

/** The graver of what is said twice of each assertion. */
function graver(first: Told['sayings'], second: Told['sayings']): Told['sayings'] {
  const asserts = [first, second].flatMap((one) => (typeof one === 'object' ? [...one.keys()] : []))
  if (asserts.length === 0) return [first, second].includes('unknown') ? 'unknown' : 'notAsked'
  const gravest = (assert: string): Saying => {
    const said = [sayingIn(first, assert), sayingIn(second, assert)]
    return gravity.findLast((one) => said.includes(one)) ?? 'nothing'
  }
  const joined = new Map(asserts.map((assert) => [assert, gravest(assert)]))
  return [...joined.values()].every((one) => one === 'unknown') ? 'unknown' : joined
}

function keyOf(rule: string, element: readonly string[]): string {
  return [rule, ...element].join('\0')
}

function sayingsOf(result: Result, violated: Saying): Told['sayings'] {
  const { rule, outcome, violations, holding } = result
  if (outcome === 'cannotJudge') return 'unknown'
  const broken = new Set(violations.map(({ assert }) => assert.id))
  const held = new Set(holding?.asserts.map(({ id }) => id))
  return new Map(
    rule.asserts.map(({ id, when }): [string, Saying] => {
      if (broken.has(id)) return [id, violated]
      if (held.has(id)) return [id, 'holds']
      const isAsked = when === null || (holding && when(holding.scope) !== false)
      return [id, isAsked ? 'unknown' : 'notAsked']
    }),
  )
}
