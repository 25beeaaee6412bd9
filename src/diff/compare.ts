import { groupBy } from '../finding/order.ts'
import { type Element, hasId, rootElement, type ShapedDocument } from '../model/element.ts'
import { organisationsIn } from '../model/municipality.ts'
import { holdsElements } from '../schema/walk.ts'
import type { AlignedEdition } from './align-system.ts'
import type { Alignment } from './align.ts'
import { type SystemFiles, systemsOf } from './dossiers.ts'
import { elementOf, type Fact } from './fact.ts'
import { reordered } from './grade/table.ts'
import { isSame } from './same.ts'

/**
 * Every difference between two sides, the earlier one told in the ids of the later: what was added,
 * removed, renamed, changed. No opinion, nothing left out, each once.
 */
export function compareDocuments(
  alignment: Alignment,
  later: readonly ShapedDocument[],
): readonly Fact[] {
  const { documents, renames, editions } = alignment
  const facts: Fact[] = renames
    .filter(({ kind }) => kind === 'renamed')
    .map(({ before, after }) => ({ verb: 'renamed', before, after }))
  for (const kind of ['municipality', 'standard', 'rules'] as const) {
    compareRoots(rootsOf(documents, kind), rootsOf(later, kind), facts)
  }
  const [first, second] = [systemsOf(documents), systemsOf(later)]
  for (const system of [...new Set([...first.keys(), ...second.keys()])].sort()) {
    compareSystems(first.get(system), second.get(system), facts)
  }
  for (const edition of editions) compareEdition(edition, facts)
  return facts
}

/** The documents of a kind, those of one key together: the ledgers of a system may stand in many files. */
function rootsOf(
  documents: readonly ShapedDocument[],
  kind: string,
): ReadonlyMap<string, Element[]> {
  const roots = new Map<string, Element[]>()
  for (const document of documents) {
    if (document.kind !== kind) continue
    const root = rootElement(document)
    const key = kind === 'rules' ? textOf(root.data['pack']) : root.key
    roots.set(key, [...(roots.get(key) ?? []), root])
  }
  return roots
}

function byKey(elements: readonly Element[] = []): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>()
  for (const one of elements) found.set(one.key, [...(found.get(one.key) ?? []), one])
  return found
}

function compareRoots(
  before: ReadonlyMap<string, readonly Element[]>,
  after: ReadonlyMap<string, readonly Element[]>,
  facts: Fact[],
): void {
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    compareAll(before.get(key) ?? [], after.get(key) ?? [], facts)
  }
}

function compareSystems(
  before: SystemFiles | undefined,
  after: SystemFiles | undefined,
  facts: Fact[],
): void {
  compareRoots(byKey(before?.context), byKey(after?.context), facts)
  compareRoots(byKey(before?.procedures), byKey(after?.procedures), facts)
  compareRoots(byKey(before?.records), byKey(after?.records), facts)
  compareRoots(byKey(before?.notices), byKey(after?.notices), facts)
  compareRoots(byKey(before?.actions), byKey(after?.actions), facts)
}

/**
 * An earlier edition is history: it may be put beside a newer one and be given its last day, but what
 * it says stays.
 */
function compareEdition(edition: AlignedEdition, facts: Fact[]): void {
  const [before, after] = [edition.before, edition.after].map((one) => one && rootElement(one))
  if (before && after) {
    const differences: Fact[] = []
    compareElements(before, after, differences)
    if (differences.every(isOfHistory)) return
  }
  const verb = before ? (after ? 'changed' : 'removed') : 'added'
  facts.push({ verb, before, after, field: 'inForce' })
}

/** Whether a difference of an earlier edition lies in how long it was in force and where, or in mere order. */
function isOfHistory(fact: Fact): boolean {
  const { shape, parent } = elementOf(fact)
  if (fact.verb === 'reordered') return !reordered(shape, fact.field ?? '')
  return shape.name === 'InForce' || (parent === undefined && fact.field === 'covers')
}

function compareAll(before: readonly Element[], after: readonly Element[], facts: Fact[]): void {
  const [first, second] = [before[0], after[0]]
  if (first && second) compareFields(before, after, facts)
  else if (first) facts.push({ verb: 'removed', before: first, after: undefined })
  else if (second) facts.push({ verb: 'added', before: undefined, after: second })
}

/** Compares elements that are one, field by field. */
export function compareElements(before: Element, after: Element, facts: Fact[]): void {
  compareFields([before], [after], facts)
}

function compareFields(before: readonly Element[], after: readonly Element[], facts: Fact[]): void {
  const [first, second] = [before[0], after[0]]
  if (!first || !second) return
  for (const [field, { type }] of Object.entries(first.shape.fields)) {
    if (field === 'id' || field === 'key' || field === 'children') continue
    if (holdsElements(type)) {
      const [left, right] = [before, after].map((side) =>
        side.flatMap((one) => elementsIn(one, field)),
      )
      compareLists(left ?? [], right ?? [], facts)
      if (left?.length === 0 && right?.length === 0) compareNone(before, after, field, facts)
      const isOne = before.length === 1 && after.length === 1
      if (isOne && isReordered(left ?? [], right ?? [])) {
        facts.push({ verb: 'reordered', before: first, after: second, field })
      }
    } else compareValues(before, after, field, facts)
  }
}

/** Tells that there are none where nothing was said, or the other way round. */
function compareNone(
  before: readonly Element[],
  after: readonly Element[],
  field: string,
  facts: Fact[],
): void {
  const isWritten = ({ data }: Element): boolean => (data[field] ?? null) !== null
  if (before.some(isWritten) === after.some(isWritten)) return
  const [first, second] = [before.find(isWritten) ?? before[0], after.find(isWritten) ?? after[0]]
  facts.push({ verb: 'changed', before: first, after: second, field })
}

/** Compares a plain field of elements that are one; each value of several documents counts. */
function compareValues(
  before: readonly Element[],
  after: readonly Element[],
  field: string,
  facts: Fact[],
): void {
  const type = before[0]?.shape.fields[field]?.type
  if (!type) return
  const without = (side: readonly Element[], other: readonly Element[]): readonly Element[] =>
    side.filter(({ data }) => !other.some((one) => isSame(type, data[field], one.data[field])))
  const [left, right] = [without(before, after), without(after, before)]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [first, second] = [
      left[at] ?? before[at] ?? before[0],
      right[at] ?? after[at] ?? after[0],
    ]
    facts.push({ verb: 'changed', before: first, after: second, field })
  }
}

/** All organisations are compared at once, for one may move in the tree. */
function elementsIn(element: Element, field: string): readonly Element[] {
  if (element.shape.name === 'Municipality' && field === 'organisations') {
    return organisationsIn(element)
  }
  return element.children(field)
}

function compareLists(before: readonly Element[], after: readonly Element[], facts: Fact[]): void {
  const partners = partnersOf(before, after)
  const left = new Set(before)
  for (const second of after) {
    const first = partners.get(second)
    if (!first) {
      facts.push({ verb: 'added', before: undefined, after: second })
      continue
    }
    left.delete(first)
    if (parentIn(first) !== parentIn(second)) {
      facts.push({ verb: 'moved', before: first, after: second })
    }
    compareElements(first, second, facts)
  }
  for (const first of left) facts.push({ verb: 'removed', before: first, after: undefined })
}

/** The earlier element for each later one of the same name. */
function partnersOf(
  before: readonly Element[],
  after: readonly Element[],
): ReadonlyMap<Element, Element> {
  const partners = new Map<Element, Element>()
  const later = byName(after)
  for (const [name, first] of byName(before)) {
    const second = later.get(name) ?? []
    const [one, ...more] = first
    if (one && second[0] && more.length === 0 && second.length === 1) partners.set(second[0], one)
    else pairNamesakes(first, second, partners)
  }
  return partners
}

/** Of several that share a name, those that say the same are one; the rest in their order. */
function pairNamesakes(
  before: readonly Element[],
  after: readonly Element[],
  partners: Map<Element, Element>,
): void {
  const left = new Set(before)
  const rest = after.filter((second) => {
    const first = [...left].find((one) => isEqual(one, second))
    if (first) {
      partners.set(second, first)
      left.delete(first)
    }
    return !first
  })
  const others = [...left]
  rest.slice(0, others.length).forEach((second, at) => {
    const first = others[at]
    if (first) partners.set(second, first)
  })
}

function isEqual(first: Element, second: Element): boolean {
  const differences: Fact[] = []
  compareElements(first, second, differences)
  return differences.length === 0
}

/** Elements of one type and one name among their siblings, told apart by their number only. */
function byName(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  return groupBy(elements, ({ shape, key }) => `${shape.name} ${key.replace(numbered, '')}`)
}

const numbered = /~\d+$/

/** The organisation above one in the tree; nothing for what stands in no tree. */
function parentIn({ parentField, parent }: Element): string {
  return parentField === 'children' ? (parent?.key ?? '') : ''
}

/** Whether what stands on both sides of a list whose order a reader sees stands in another order. */
function isReordered(before: readonly Element[], after: readonly Element[]): boolean {
  if (!before.some(isOrdered)) return false
  const [left, right] = [
    new Set(before.map(({ key }) => key)),
    new Set(after.map(({ key }) => key)),
  ]
  const common = (side: readonly Element[], other: ReadonlySet<string>): string =>
    side.flatMap(({ key }) => (other.has(key) ? [key] : [])).join('\0')
  return common(before, right) !== common(after, left)
}

/** What is numbered, or done one after another. */
function isOrdered(element: Element): boolean {
  return hasId(element) || element.shape.name === 'Step'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
