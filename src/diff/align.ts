import type { ShapedDocument } from '../model/build.ts'
import { type SystemFiles, systemsOf } from './dossiers.ts'
import { childrenOf, type Element, hasId, holdsElements, rootElement } from './element.ts'
import { matchElements, type Pair } from './match.ts'
import { IdTable, renameIn } from './rename.ts'
import { within } from './within.ts'

/** An element that has another id, or stands elsewhere, on the other side. */
export interface Rename {
  readonly kind: 'renamed' | 'moved'
  readonly before: Element
  readonly after: Element
}

/** The earlier side told in the ids of the later one, and what had other ids before. */
export interface Alignment {
  readonly documents: readonly ShapedDocument[]
  readonly renames: readonly Rename[]
}

/**
 * Finds what was renamed, renumbered or moved, and rewrites the earlier side in the ids of the later,
 * references too. After that one id means one thing: comparing, judging and fingerprints need no more
 * care. The two sides are treated alike.
 */
export function align(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
): Alignment {
  const ids = new IdTable()
  alignMunicipalities(before, after, ids)
  alignStandards(before, after, ids)
  const [first, second] = [systemsOf(before), systemsOf(after)]
  for (const { before: left, after: right } of matchSystems(first, second)) {
    if (!left) continue
    if (right && left.key !== right.key) ids.system(left, right)
    const [a, b] = [first.get(left.key), right && second.get(right.key)]
    if (a && b) alignSystem(a, b, ids)
  }
  return { documents: before.map((one) => renameIn(one, ids)), renames: ids.renames }
}

function alignMunicipalities(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
  ids: IdTable,
): void {
  const roots = (side: readonly ShapedDocument[]): readonly Element[] =>
    side.filter(({ kind }) => kind === 'municipality').map(rootElement)
  const later = roots(after)
  for (const first of roots(before)) {
    const second = later.find(({ key }) => key === first.key)
    if (!second) continue
    // An organisation may move in the tree, so all of them are weighed together.
    pairUp(matchElements(organisationsIn(first), organisationsIn(second)), first.key, ids)
    pairFields(first, second, first.key, ids)
  }
}

/** Clauses, topics and rules may be numbered anew as duties are. */
function alignStandards(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
  ids: IdTable,
): void {
  for (const kind of ['standard', 'rules']) {
    const roots = (side: readonly ShapedDocument[]): readonly Element[] =>
      side.filter((one) => one.kind === kind).map(rootElement)
    const later = roots(after)
    for (const first of roots(before)) {
      const second = later.find(({ key, document }) =>
        kind === 'rules' ? document.source.path === first.document.source.path : key === first.key,
      )
      if (second) pairFields(first, second, first.key, ids)
    }
  }
}

/** All organisations of a municipality, each by its id. */
export function organisationsIn(municipality: Element): readonly Element[] {
  const below = (element: Element): readonly Element[] =>
    childrenOf(element, 'children').flatMap((child) => [child, ...below(child)])
  return childrenOf(municipality, 'organisations').flatMap((top) => [top, ...below(top)])
}

/** A system is known by its context, else by its procedure. */
function matchSystems(
  before: ReadonlyMap<string, SystemFiles>,
  after: ReadonlyMap<string, SystemFiles>,
): readonly Pair[] {
  const shown = (side: ReadonlyMap<string, SystemFiles>): readonly Element[] =>
    [...side.values()].flatMap(({ system, context, procedures }) => {
      const root = context[0] ?? procedures[0]
      return root ? [{ ...root, key: system }] : []
    })
  const [first, second] = [shown(before), shown(after)]
  const known = first.filter(({ key }) => after.has(key))
  const left = first.filter(({ key }) => !after.has(key))
  const right = second.filter(({ key }) => !before.has(key))
  return [
    ...known.map((one) => ({ before: one, after: second.find(({ key }) => key === one.key) })),
    ...matchElements(left, right),
  ]
}

function alignSystem(before: SystemFiles, after: SystemFiles, ids: IdTable): void {
  const { system } = before
  const [context, laterContext] = [before.context[0], after.context[0]]
  if (context && laterContext) pairFields(context, laterContext, system, ids)
  const pairs = matchElements(before.procedures, after.procedures)
  ids.all(pairs, system)
  for (const field of ['duties', 'provisions'] as const) {
    const found = matchAcross(field, pairs)
    const taken = new Set(found.flatMap((pair) => pair.after?.key ?? []))
    for (const pair of found) {
      if (pair.before) pairUp([pair], scopeOf(system, procedureOf(pair.before)), ids, taken)
    }
  }
  for (const { before: a, after: b } of pairs) if (a && b) pairFields(a, b, scopeOf(system, a), ids)
}

/**
 * The duties or provisions of all procedures of a system: first inside the procedures that are one,
 * then whatever went from one procedure or document to another.
 */
function matchAcross(field: 'duties' | 'provisions', procedures: readonly Pair[]): readonly Pair[] {
  const found: Pair[] = []
  const left: Element[] = []
  const right: Element[] = []
  for (const { before, after } of procedures) {
    const [first, second] = [before, after].map((one) => (one ? within(one, field) : []))
    for (const pair of matchElements(distinct(first ?? []), distinct(second ?? []))) {
      if (pair.before && pair.after) found.push(pair)
      else if (pair.before) left.push(pair.before)
      else if (pair.after) right.push(pair.after)
    }
  }
  return [...found, ...matchElements(distinct(left), distinct(right))]
}

/** Elements of several lists in one: those of an id that stands twice are told apart by their number. */
function distinct(elements: readonly Element[]): readonly Element[] {
  const seen = new Map<string, number>()
  return elements.map((one) => {
    const count = (seen.get(one.key) ?? 0) + 1
    seen.set(one.key, count)
    return count === 1 ? one : { ...one, key: `${one.key}~${count}` }
  })
}

/** Where the ids of a procedure's roles and duties hold. */
function scopeOf(system: string, procedure: Element): string {
  return `${system}\0${procedure.key}`
}

function procedureOf(element: Element): Element {
  return element.owner ? procedureOf(element.owner) : element
}

/** Notes what became of elements, and looks at what stands inside those on both sides. */
function pairUp(
  pairs: readonly Pair[],
  scope: string,
  ids: IdTable,
  taken?: ReadonlySet<string>,
): void {
  ids.all(pairs, scope, taken)
  for (const { before, after } of pairs) if (before && after) pairFields(before, after, scope, ids)
}

/** Fields whose elements are matched over several owners at once. */
const apart: ReadonlySet<string> = new Set(['organisations', 'children', 'duties', 'provisions'])

function pairFields(before: Element, after: Element, scope: string, ids: IdTable): void {
  for (const [field, { type }] of Object.entries(before.shape.fields)) {
    if (apart.has(field) || !holdsElements(type)) continue
    const [first, second] = [childrenOf(before, field), childrenOf(after, field)]
    const sample = first[0] ?? second[0]
    if (sample && hasId(sample)) pairUp(matchElements(first, second), scope, ids)
    else {
      for (const one of first) {
        const other = second.find(({ key }) => key === one.key)
        if (other) pairFields(one, other, scope, ids)
      }
    }
  }
}
