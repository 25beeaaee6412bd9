import { compareText, groupByAll } from '../finding/order.ts'
import type { Element } from '../model/element.ts'
import { canonical, isEqual } from './same.ts'
import { ownValue } from '../finding/own-value.ts'
import { overlap, textLikeness } from '../japanese/likeness.ts'
import type { ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'

/** An element on both sides, whatever its id; one side is missing where it was added or removed. */
export interface Pair {
  readonly before: Element | undefined
  readonly after: Element | undefined
}

/** From here on elements of different ids are taken for one. */
const enough = 0.6
/** Below this even one id does not make two elements the same: it was given to something else. */
const tooLittle = 0.12
/** What having the same id counts for. */
const sameId = 0.3
/** More pairs than this are not weighed against each other, but only where something tells the same. */
const maxWeighed = 60_000
/** What more pairs than this say the same is no mark of one. */
const maxOfMark = 400

/**
 * Finds for each element the one it was, or became: by id where what stands under the id is still
 * alike, else by likeness, the most alike first. Renamed and renumbered elements are found before
 * anything counts as added or removed. The same in both directions.
 */
export function matchElements(
  before: readonly Element[],
  after: readonly Element[],
): readonly Pair[] {
  const pairs: Pair[] = []
  const left = new Map(before.map((one) => [one.key, one]))
  const right = new Map(after.map((one) => [one.key, one]))
  const take = (first: Element, second: Element): void => {
    left.delete(first.key)
    right.delete(second.key)
    pairs.push({ before: first, after: second })
  }
  for (const first of before) {
    const second = right.get(first.key)
    if (second && isEqual(first.data, second.data)) take(first, second)
  }
  for (const { first, second } of candidates([...left.values()], [...right.values()])) {
    if (left.get(first.key) === first && right.get(second.key) === second) take(first, second)
  }
  return [
    ...pairs,
    ...[...left.values()].map((one) => ({ before: one, after: undefined })),
    ...[...right.values()].map((one) => ({ before: undefined, after: one })),
  ]
}

/** How alike things of one id must be; of what has neither name nor text only the id can tell. */
function leastOf(first: Element, second: Element): number {
  const isTelling = (field: string): boolean =>
    first.data[field] !== undefined && second.data[field] !== undefined
  return ['name', 'title', 'text', 'activity'].some(isTelling) ? tooLittle : 0
}

interface Candidate {
  readonly first: Element
  readonly second: Element
  readonly weight: number
  /** The same whichever side is called before. */
  readonly name: string
}

/** The pairs that may be one element, the likeliest first; ties in an order that no direction changes. */
function candidates(before: readonly Element[], after: readonly Element[]): readonly Candidate[] {
  const rivals = rivalsIn(before, after)
  const found = before.flatMap((first) =>
    [...rivals(first)].flatMap((second) => {
      const likeness = similarity(first, second)
      const isNamesake = first.key === second.key
      if (likeness < (isNamesake ? leastOf(first, second) : enough)) return []
      const name = [first.key, second.key].sort().join('\0')
      return [{ first, second, weight: likeness + (isNamesake ? sameId : 0), name }]
    }),
  )
  return found.sort((a, b) => b.weight - a.weight || compareText(a.name, b.name))
}

/** With whom an element is weighed: all, or of very many those of its id and those that say the same of themselves. */
function rivalsIn(
  before: readonly Element[],
  after: readonly Element[],
): (first: Element) => Iterable<Element> {
  if (before.length * after.length <= maxWeighed) return () => after
  const [ours, theirs] = [byMark(before), byMark(after)]
  return (first) =>
    new Set(
      marksOf(first).flatMap((mark) => {
        const same = theirs.get(mark) ?? []
        const isTelling = same.length * (ours.get(mark)?.length ?? 0) <= maxOfMark
        return isTelling ? same : same.filter(({ key }) => key === first.key)
      }),
    )
}

/** What an element says of itself that few others do: its id, its name, its words. */
function marksOf({ key, data }: Element): readonly string[] {
  const said = ['name', 'title', 'text'].flatMap((field) =>
    data[field] === undefined ? [] : [`${field}\0${canonical(data[field])}`],
  )
  return [`\0${key}`, ...said]
}

function byMark(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  return groupByAll(elements, marksOf)
}

/** What is said about an element rather than by it, and its name in files. */
const aside: ReadonlySet<string> = new Set(['id', 'key', 'basis', 'source', 'notes'])
/** How much a field tells of what an element is; names tell most. */
const weights: Readonly<Record<string, number>> = {
  name: 4,
  title: 4,
  text: 3,
  activity: 3,
  canonical: 3,
}

/** How alike two elements of one kind are, from 0 to 1; their ids do not count. Symmetric. */
function similarity(a: Element, b: Element): number {
  if (a.shape !== b.shape) return 0
  let alike = 0
  let all = 0
  for (const [name, { type }] of Object.entries(a.shape.fields)) {
    if (aside.has(name)) continue
    const [first, second] = [a.data[name], b.data[name]]
    if (isAbsent(first) && isAbsent(second)) continue
    const weight = ownValue(weights, name) ?? 1
    all += weight
    if (!isAbsent(first) && !isAbsent(second)) alike += weight * likeness(type, first, second)
  }
  return all === 0 ? 1 : alike / all
}

function likeness(type: ValueShape, a: unknown, b: unknown): number {
  if (isEqual(a, b)) return 1
  if (typeof a === 'string' && typeof b === 'string') {
    return type.kind === 'text' || type.kind === 'label' ? textLikeness(a, b) : 0
  }
  if (Array.isArray(a) && Array.isArray(b)) return overlap(a.map(identity), b.map(identity))
  if (isMapping(a) && isMapping(b)) {
    return overlap(Object.entries(a).map(canonical), Object.entries(b).map(canonical))
  }
  return 0
}

/** What an item of a list is known by: its id where it has one. */
function identity(item: unknown): string {
  return isMapping(item) && typeof item['id'] === 'string' ? item['id'] : canonical(item)
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
