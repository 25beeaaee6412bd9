import type { ShapedDocument } from '../model/build.ts'
import { type Alignment, organisationsIn } from './align.ts'
import { type SystemFiles, startOf, systemsOf } from './dossiers.ts'
import { childrenOf, type Element, hasId, holdsElements, rootElement } from './element.ts'
import type { Fact } from './fact.ts'
import { joinMoves } from './moved.ts'
import { canonical, isSame } from './same.ts'

/**
 * Every difference between two sides, the earlier one told in the ids of the later: what was added,
 * removed, renamed, moved, changed. No opinion, nothing left out, each once.
 */
export function compareDocuments(
  { documents, renames }: Alignment,
  later: readonly ShapedDocument[],
): readonly Fact[] {
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
  return joinMoves(facts, renames)
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
  compareEditions(before?.earlier ?? [], after, facts)
  compareRoots(byKey(before?.records), byKey(after?.records), facts)
  compareRoots(byKey(before?.notices), byKey(after?.notices), facts)
  compareRoots(byKey(before?.actions), byKey(after?.actions), facts)
}

/**
 * An earlier edition is history: it may be put beside a newer one and be given its last day, but what
 * it says stays.
 */
function compareEditions(
  earlier: readonly Element[],
  after: SystemFiles | undefined,
  facts: Fact[],
): void {
  const all = [...(after?.procedures ?? []), ...(after?.earlier ?? [])]
  for (const before of earlier) {
    const same = all.find((one) => one.key === before.key && startOf(one) === startOf(before))
    if (!same) facts.push({ verb: 'removed', before, after: undefined, field: 'inForce' })
    else if (pastOf(before) !== pastOf(same)) {
      facts.push({ verb: 'changed', before, after: same, field: 'inForce' })
    }
  }
}

function pastOf({ data }: Element): string {
  return canonical({ ...data, inForce: undefined, covers: undefined })
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
      if (isReordered(left ?? [], right ?? [])) {
        facts.push({ verb: 'reordered', before: first, after: second, field })
      }
    } else if (!isSame(type, first.data[field], second.data[field])) {
      facts.push({ verb: 'changed', before: first, after: second, field })
    }
  }
}

/** All organisations are compared at once, for one may move in the tree. */
function elementsIn(element: Element, field: string): readonly Element[] {
  if (element.shape.name === 'Municipality' && field === 'organisations') {
    return organisationsIn(element)
  }
  return childrenOf(element, field)
}

function compareLists(before: readonly Element[], after: readonly Element[], facts: Fact[]): void {
  const left = new Map(before.map((one) => [one.key, one]))
  for (const second of after) {
    const namesake = left.get(second.key)
    left.delete(second.key)
    const first = namesake?.shape === second.shape ? namesake : undefined
    if (!first) {
      if (namesake) facts.push({ verb: 'removed', before: namesake, after: undefined })
      facts.push({ verb: 'added', before: undefined, after: second })
      continue
    }
    if (parentIn(first) !== parentIn(second)) {
      facts.push({ verb: 'moved', before: first, after: second })
    }
    compareElements(first, second, facts)
  }
  for (const first of left.values())
    facts.push({ verb: 'removed', before: first, after: undefined })
}

/** The organisation above one in the tree; nothing for what stands in no tree. */
function parentIn({ field, owner }: Element): string {
  return field === 'children' ? (owner?.key ?? '') : ''
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
