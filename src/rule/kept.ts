import type { Scope } from '../expression/scope.ts'
import type { Element } from '../model/element.ts'
import type { Words } from '../model/pack.ts'
import { DerivedPart, isPart, type Part } from '../model/part.ts'
import { titled } from '../words/value.ts'
import type { Result } from './evaluate.ts'
import type { LinkedPlace } from './link.ts'
import { nameOfPart } from './print.ts'

/** What keeps a clause: a written field of a part, or the part itself. */
export interface Keeper {
  readonly part: Element
  readonly field: string | null
  /** Whether the rule's own `keptBy` leads there; else it is the element the rule looked at. */
  readonly isNamed: boolean
}

/**
 * What keeps the clause on a satisfied element, each once: where the rule's `keptBy` leads to, else the
 * element itself. The result must come from a run that keeps what holds.
 */
export function keepersOf(result: Result): readonly Keeper[] {
  const { holding, bound } = result
  if (!holding) return []
  const found = new Map<string, Keeper>()
  for (const assert of holding.asserts) {
    const place = assert.keptBy()
    const named = place ? keepersAt(place, holding.scope) : []
    for (const keeper of named.length > 0 ? named : elementAt(bound)) {
      found.set(keeperId(keeper), keeper)
    }
  }
  return [...found.values()]
}

/** The part that keeps, as rules ask it. */
export function keepingPart({ part }: Keeper): Part {
  if (!isPart(part)) throw new Error(`${part.elementId} was not judged`)
  return part
}

/** The same keeper at the written part that a derived one comes from. */
export function writtenKeeper(keeper: Keeper): Keeper {
  let part = keepingPart(keeper)
  while (isDerived(part) && part.parent) part = part.parent
  return part === keeper.part ? keeper : { ...keeper, part, field: null }
}

/** Tells keepers apart by where they stand. */
export function keeperId({ part, field }: Keeper): string {
  return `${part.document.source.path}/${part.path.join('/')}/${part.elementId}.${field ?? ''}`
}

/** What a keeper is called: 担当業務「利用者IDの点検」の「記録」. */
export function labelOfKeeper(keeper: Keeper, words: Words): string {
  const { field } = keeper
  const part = keepingPart(keeper)
  const name = nameOfPart(part, words)
  const whole = titled(part.shape, name === part.shape.label ? '' : name)
  const label = field === null ? undefined : part.shape.fields[field]?.label
  return label === undefined ? whole : `${whole}の「${label}」`
}

function keepersAt(place: LinkedPlace, scope: Scope): readonly Keeper[] {
  const owner = place.owner?.(scope)
  const { field } = place
  if (isWritten(owner) && field !== null && field in owner.shape.fields) {
    return owner.isLegible(field) ? [{ part: owner, field, isNamed: true }] : []
  }
  const value = place.whole(scope)
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  return parts.filter(isPart).map((part) => ({ part, field: null, isNamed: true }))
}

/** The element bound last that is a part. */
function elementAt(bound: readonly unknown[]): readonly Keeper[] {
  const part = bound.findLast(isPart)
  return part ? [{ part, field: null, isNamed: false }] : []
}

function isWritten(value: unknown): value is Part {
  return isPart(value) && !isDerived(value)
}

function isDerived(part: Part): boolean {
  return part instanceof DerivedPart
}
