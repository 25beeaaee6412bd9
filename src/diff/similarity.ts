import { ownValue } from '../finding/own-value.ts'
import { overlap, textLikeness } from '../japanese/likeness.ts'
import type { ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'
import type { Element } from '../model/element.ts'
import { canonical, isEqual } from './same.ts'

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
export function similarity(a: Element, b: Element): number {
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
