import type { Sides } from './affected.ts'
import { isSystemGone } from './departure.ts'
import { holdsElements } from '../schema/walk.ts'
import { type Element, hasId } from '../model/element.ts'
import type { Fact } from './fact.ts'
import { systemIn } from './names.ts'

/** What grading asks of the standard of a system. */
export interface Requirements {
  /** The requirement that an element which names none belongs to; null where none is known. */
  readonly of: (element: Element) => string | null
  /** All requirements that rules hold against elements of a kind. */
  readonly ofKind: (element: Element) => readonly string[]
  /** All requirements that a system must meet. */
  readonly all: (system: string) => ReadonlySet<string>
  /** Whether no exception silences a requirement. */
  readonly isMandatory: (system: string, requirement: string) => boolean
  /** Whether a pack allows no exception from any clause of a requirement. */
  readonly isMandatoryIn: (pack: string, requirement: string) => boolean
}

/**
 * The requirements that a change of a system's files takes something from: those that what goes or is
 * weakened answers to, by name or by its kind, and all that is in it. Of a system that is gone, and of a
 * text that is no longer copied whole, those that are no longer judged.
 */
export function takenFrom(
  fact: Fact,
  sides: Sides,
  requirements: Requirements,
): ReadonlySet<string> {
  const { verb, field, before, after } = fact
  if (!before) return new Set()
  const system = systemIn(before)
  if (isSystemGone(fact, sides)) return requirements.all(system)
  if (before.shape.name === 'Procedure' && field === 'complete') {
    return copiedLess(before.data['complete'], after?.data['complete'], requirements.all(system))
  }
  const ends = before.shape.name === 'InForce' && field === 'until'
  if (ends) return answeredIn(before.root, requirements)
  if (verb === 'removed' && field === undefined) return answeredIn(before, requirements)
  return new Set(namedBy(before))
}

/** The requirement an element or one that holds it names. */
export function namedBy({ data, shape, parent }: Element): readonly string[] {
  if (shape.name === 'Requirement' && typeof data['key'] === 'string') return [data['key']]
  if (typeof data['requirement'] === 'string') return [data['requirement']]
  return parent ? namedBy(parent) : []
}

/** What an element and all that is in it answers to: what it names, else what rules ask of its kind. */
function answeredIn(element: Element, requirements: Requirements): ReadonlySet<string> {
  const { shape } = element
  const asks = 'requirement' in shape.fields || !hasId(element)
  const own = asks ? namedBy(element) : requirements.ofKind(element)
  const inside = Object.entries(shape.fields)
    .filter(([, { type }]) => holdsElements(type))
    .flatMap(([field]) => element.children(field))
    .flatMap((child) => [...answeredIn(child, requirements)])
  return new Set([...own, ...inside])
}

/** The requirements for which a text was copied whole and is no more; where nothing is said it is whole. */
function copiedLess(
  before: unknown,
  after: unknown,
  every: ReadonlySet<string>,
): ReadonlySet<string> {
  const wholeFor = (complete: unknown): ReadonlySet<string> =>
    Array.isArray(complete) ? new Set(complete.map(String)) : complete === false ? new Set() : every
  const left = wholeFor(after)
  return new Set([...wholeFor(before)].filter((key) => !left.has(key)))
}
