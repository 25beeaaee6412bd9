import { type Data, type Element, hasId, type ShapedDocument } from '../model/element.ts'
import { numberedKey } from '../schema/element-path.ts'
import { startOf } from '../model/edition.ts'
import type { SystemFiles } from './dossiers.ts'
import { matchElements, type Pair } from './match.ts'
import { IdTable, renameIn, scopeOf, type Taken, takenBy } from './rename.ts'
import { holdsElements } from '../schema/walk.ts'

/**
 * An edition of a procedure that is not the newest on both sides, the earlier one told in the ids that
 * the later side has in the same edition; one side is missing where it does not stand there.
 */
export interface AlignedEdition {
  readonly before: ShapedDocument | undefined
  readonly after: ShapedDocument | undefined
}

/** The history of a system's procedures. */
export interface AlignedHistory {
  /** What became of editions, where the procedure stands on both sides. */
  readonly editions: readonly AlignedEdition[]
  /** The earlier side's earlier editions, told in the ids of the later, by what is written in them. */
  readonly documents: ReadonlyMap<Data, ShapedDocument>
}

/** Notes what the parts of a system became, and gives the history of its procedures. */
export function alignSystem(before: SystemFiles, after: SystemFiles, ids: IdTable): AlignedHistory {
  const { system } = before
  const [context, laterContext] = [before.context[0], after.context[0]]
  if (context && laterContext) pairFields(context, laterContext, system, ids)
  const pairs = matchElements(before.procedures, after.procedures)
  ids.all(pairs, system)
  alignProcedures(pairs, ({ key }) => scopeOf(system, key), ids)
  const documents = new Map<Data, ShapedDocument>()
  const editions = pairs.flatMap((pair) => editionsOf(pair, before, after, ids, documents))
  return { editions, documents }
}

/** Notes what became of all that stands in procedures; `scope` says where the ids of one hold. */
function alignProcedures(
  pairs: readonly Pair[],
  scope: (procedure: Element) => string,
  ids: IdTable,
): void {
  // The documents in a procedure first, for whether a duty moved is seen by them.
  for (const { before, after } of pairs) {
    if (before && after) pairFields(before, after, scope(before), ids)
  }
  for (const field of ['duties', 'provisions'] as const) {
    const taken = new Map(
      pairs.map(({ before, after }) => [before, takenBy(after ? after.within(field) : [])]),
    )
    for (const pair of matchAcross(field, pairs)) {
      if (!pair.before) continue
      const procedure = pair.before.root
      pairUp([pair], scope(procedure), ids, taken.get(procedure))
    }
  }
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
    const [first, second] = [before, after].map((one) => (one ? one.within(field) : []))
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
    const key = numberedKey(one.key, seen)
    return key === one.key ? one : one.with({ key })
  })
}

/**
 * The editions of a procedure by the day they came into force. The newest of both sides are compared as
 * the procedure itself; a newest edition that only the earlier side has was revised in its place.
 */
function editionsOf(
  { before: newest, after: laterNewest }: Pair,
  before: SystemFiles,
  after: SystemFiles,
  ids: IdTable,
  documents: Map<Data, ShapedDocument>,
): readonly AlignedEdition[] {
  if (!newest) return []
  const earlier = before.earlier.filter(({ key }) => key === newest.key)
  const history = after.earlier.filter(({ key }) => key === laterNewest?.key)
  const later = laterNewest ? [laterNewest, ...history] : []
  const editions = earlier.map((one) => {
    ids.name(one, ids.ownId(newest.data, newest.key))
    const edition = editionOf(one, sameDay(later, one), ids)
    documents.set(one.data, edition.before)
    return edition
  })
  if (!laterNewest) return []
  const kept = sameDay(history, newest)
  return [
    ...editions,
    ...(kept ? [editionOf(copyOf(newest), kept, ids)] : []),
    ...history
      .filter((one) => !sameDay([newest, ...earlier], one))
      .map((one) => ({ before: undefined, after: documentOf(one) })),
  ]
}

/** A procedure to be told in other ids than it is told in already. */
export function copyOf(procedure: Element): Element {
  return procedure.with({ data: structuredClone(procedure.data) })
}

function sameDay(editions: readonly Element[], one: Element): Element | undefined {
  return editions.find((edition) => startOf(edition) === startOf(one))
}

function editionOf(before: Element, after: Element | undefined, ids: IdTable) {
  return { before: tellAs(before, after, ids), after: after && documentOf(after) }
}

/** A procedure told in the ids of one that is not what it became: another edition, or one its duties went to. */
export function tellAs(before: Element, after: Element | undefined, ids: IdTable): ShapedDocument {
  const scope = scopeOf(String(before.data['system']), before.key, startOf(before))
  const own = new IdTable(ids)
  if (after) alignProcedures([{ before, after }], () => scope, own)
  return renameIn(documentOf(before), own, scope)
}

function documentOf({ shape, data, document }: Element): ShapedDocument {
  return { kind: shape.kind, value: data, document, shape }
}

/** Notes what became of elements, and looks at what stands inside those on both sides. */
export function pairUp(pairs: readonly Pair[], scope: string, ids: IdTable, taken?: Taken): void {
  ids.all(pairs, scope, taken)
  for (const { before, after } of pairs) if (before && after) pairFields(before, after, scope, ids)
}

/** Fields whose elements are matched over several owners at once. */
const apart: ReadonlySet<string> = new Set([
  'organisations',
  'children',
  'duties',
  'provisions',
  'rules',
])

/** Pairs what stands in two elements that are one. */
export function pairFields(before: Element, after: Element, scope: string, ids: IdTable): void {
  for (const [field, { type }] of Object.entries(before.shape.fields)) {
    if (apart.has(field) || !holdsElements(type)) continue
    const [first, second] = [before.children(field), after.children(field)]
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
