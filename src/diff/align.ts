import { type Element, rootElement, rootsOf, type ShapedDocument } from '../model/element.ts'
import { organisationsIn } from '../model/municipality.ts'
import {
  type AlignedEdition,
  alignSystem,
  copyOf,
  pairFields,
  pairUp,
  tellAs,
} from './align-system.ts'
import { type SystemFiles, systemsOf } from './dossiers.ts'
import { matchElements, type Pair } from './match.ts'
import { IdTable, type Rename, renameIn } from './rename.ts'

/** The earlier side told in the ids of the later one, and what had other ids before. */
export interface Alignment {
  readonly documents: readonly ShapedDocument[]
  readonly renames: readonly Rename[]
  /** Editions of procedures that are not the newest on both sides. */
  readonly editions: readonly AlignedEdition[]
  /** A procedure as it was, told in the ids of another that it did not become. */
  readonly tellAs: (before: Element, after: Element) => Element
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
  const histories = matchSystems(first, second, ids).flatMap(({ before: left, after: right }) => {
    if (!left || !right) return []
    if (ids.systemId(left.key) !== right.key) ids.system(left, right)
    const [a, b] = [first.get(left.key), second.get(right.key)]
    return a && b ? [alignSystem(a, b, ids)] : []
  })
  const told = new Map(histories.flatMap(({ documents }) => [...documents]))
  return {
    documents: before.map((one) => told.get(one.value) ?? renameIn(one, ids)),
    renames: ids.renames,
    editions: histories.flatMap(({ editions }) => editions),
    tellAs: (first, second) => rootElement(tellAs(copyOf(first), second, ids)),
  }
}

/** A municipality is known by its id, else by what it is called and made of. */
function alignMunicipalities(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
  ids: IdTable,
): void {
  const [first, second] = [rootsOf(before, 'municipality'), rootsOf(after, 'municipality')]
  for (const { before: left, after: right } of matchRoots(first, second)) {
    ids.all([{ before: left, after: right }], '')
    // An organisation may move in the tree, so all of them are weighed together.
    pairUp(matchElements(organisationsIn(left), organisationsIn(right)), left.key, ids)
    pairFields(left, right, left.key, ids)
  }
}

interface RootPair {
  readonly before: Element
  readonly after: Element
}

/** What stands under one id is one, whatever is in it; the others are weighed. */
function matchRoots(before: readonly Element[], after: readonly Element[]): readonly RootPair[] {
  const [left, right] = [keysOf(before), keysOf(after)]
  const others = matchElements(
    [...left.values()].filter(({ key }) => !right.has(key)),
    [...right.values()].filter(({ key }) => !left.has(key)),
  )
  return [
    ...[...left.values()].map((one) => ({ before: one, after: right.get(one.key) })),
    ...others,
  ].flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
}

/** Elements by their key, the first of each. */
function keysOf(elements: readonly Element[]): ReadonlyMap<string, Element> {
  return new Map(elements.toReversed().map((one) => [one.key, one]))
}

/** Clauses, topics and rules may be numbered anew as duties are. */
function alignStandards(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
  ids: IdTable,
): void {
  const later = keysOf(rootsOf(after, 'standard'))
  for (const first of rootsOf(before, 'standard')) {
    const second = later.get(first.key)
    if (second) pairFields(first, second, first.key, ids)
  }
  // The rules of a pack may stand in any of its files.
  const [first, second] = [rulesOf(before), rulesOf(after)]
  for (const [pack, rules] of first) {
    pairUp(matchElements(rules, second.get(pack) ?? []), pack, ids)
  }
}

function rulesOf(documents: readonly ShapedDocument[]): ReadonlyMap<string, readonly Element[]> {
  const packs = new Map<string, Element[]>()
  for (const root of rootsOf(documents, 'rules')) {
    const pack = String(root.data['pack'])
    packs.set(pack, [...(packs.get(pack) ?? []), ...root.children('rules')])
  }
  return packs
}

/** A system is known by its id, else by its context or its procedure. */
function matchSystems(
  before: ReadonlyMap<string, SystemFiles>,
  after: ReadonlyMap<string, SystemFiles>,
  ids: IdTable,
): readonly Pair[] {
  const [first, second] = [shownBy(before), shownBy(after)]
  const known = new Map([...first].map(([system, one]) => [ids.systemId(system), one]))
  return [
    ...[...known].map(([system, one]) => ({ before: one, after: second.get(system) })),
    ...matchElements(
      [...known].flatMap(([system, one]) => (after.has(system) ? [] : [one])),
      [...second].flatMap(([system, one]) => (known.has(system) ? [] : [one])),
    ),
  ]
}

/** What systems are known by. */
function shownBy(systems: ReadonlyMap<string, SystemFiles>): ReadonlyMap<string, Element> {
  const shown = [...systems.values()].flatMap(({ system, context, procedures }) => {
    const root = context[0] ?? procedures[0]
    return root ? [[system, root.with({ key: system })] as const] : []
  })
  return new Map(shown)
}
