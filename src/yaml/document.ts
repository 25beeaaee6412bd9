import type { Source, Span } from '../source/source.ts'
import { isCollection, type NodeTree, type Pair } from './node-tree.ts'
import { NodeKind } from './record.ts'
import { scalarAt, type Scalar } from './scalar.ts'

/** Keys and indexes from the top of a document. */
export type Path = readonly (string | number)[]

/** What of a place is meant: its key, its whole value, or a short stretch on one line to point at. */
export type Part = 'key' | 'value' | 'mark'

/** One YAML document of a file: plain data, and where each part of it stands. */
export interface ParsedDocument {
  /** Lists, plain objects with own properties only, and scalars; shared where the file has aliases. */
  readonly value: unknown
  readonly source: Source
  /** Its number in the file, from 0; empty documents count but are left out. */
  readonly index: number
  /**
   * Where a path stands. A path that is not written gives the nearest written place above it, as a
   * short stretch; an empty value gives its key; an item of a list has no key and gives itself.
   * Through an alias, the place in the anchored text.
   */
  spanOf(path: Path, part?: Part): Span
  /** The scalar at a path, or undefined where there is none (nothing, a list, an alias, empty). */
  scalarAt(path: Path): Scalar | undefined
}

/** Where a walk along a path has come to. An item `[key: value]` has a pair in place of a node. */
interface Place {
  readonly key: number | undefined
  readonly node: number | Pair
}

/** Makes the document that stands at a top node. */
export function parsedDocument(
  source: Source,
  tree: NodeTree,
  root: number,
  index: number,
): ParsedDocument {
  return {
    value: tree.nodes.values[root],
    source,
    index,
    spanOf: (path, part = 'value') => {
      const { place, isWhole } = walk(tree, root, path)
      if (!isWhole || part === 'mark') return mark(tree, place, isWhole)
      return part === 'key' && place.key !== undefined ? tree.span(place.key) : whole(tree, place)
    },
    scalarAt: (path) => {
      const { place, isWhole } = walk(tree, root, path)
      if (!isWhole || typeof place.node !== 'number') return undefined
      const node = tree.unwrap(place.node)
      if (tree.nodes.kinds[node] !== NodeKind.scalar || node === place.key) return undefined
      return scalarAt(source.text, tree.span(node), tree.nodes.values[node])
    },
  }
}

function walk(tree: NodeTree, root: number, path: Path): { place: Place; isWhole: boolean } {
  let place: Place = { key: undefined, node: root }
  for (const step of path) {
    const next = descend(tree, place, step)
    if (!next) return { place, isWhole: false }
    place = next
  }
  return { place, isWhole: true }
}

function descend(tree: NodeTree, { node }: Place, step: string | number): Place | undefined {
  if (typeof node !== 'number') return pick(tree, [node], String(step))
  const target = tree.resolve(node)
  switch (tree.nodes.kinds[target]) {
    case NodeKind.mapping:
      return pick(tree, tree.pairs(target), String(step))
    case NodeKind.sequence: {
      const item = tree.items(target)[Number(step)]
      return item === undefined ? undefined : { key: undefined, node: item }
    }
    default:
      return undefined
  }
}

/** The last pair of that name, because that is the one whose value is kept. */
function pick(tree: NodeTree, pairs: readonly Pair[], name: string): Place | undefined {
  const pair = namesOf(tree, pairs).get(name)
  return pair && { key: pair.key, node: pair.value }
}

const named = new WeakMap<readonly Pair[], ReadonlyMap<string | undefined, Pair>>()

/** The pairs of a mapping by their names, found once: a mapping may be long, and asked for each of its keys. */
function namesOf(tree: NodeTree, pairs: readonly Pair[]): ReadonlyMap<string | undefined, Pair> {
  const known = named.get(pairs)
  if (known) return known
  const names = new Map(pairs.map((pair) => [keyName(tree, pair.key), pair]))
  named.set(pairs, names)
  return names
}

/** The name of a key as the data has it; keys that are lists or mappings have none. */
export function keyName(tree: NodeTree, key: number): string | undefined {
  const value = tree.nodes.values[key]
  return isCollection(value) ? undefined : String(value)
}

function whole(tree: NodeTree, { key, node }: Place): Span {
  if (typeof node !== 'number') return tree.pairSpan(node)
  const span = tree.span(node)
  return span.start === span.end && key !== undefined ? tree.span(key) : span
}

function mark(tree: NodeTree, place: Place, isWhole: boolean): Span {
  const { key, node } = place
  if (typeof node !== 'number') return firstLine(tree, tree.pairSpan(node))
  const target = tree.unwrap(node)
  const kind = tree.nodes.kinds[target]
  if (isWhole && kind === NodeKind.scalar) return firstLine(tree, whole(tree, place))
  if (key !== undefined) return tree.span(key)
  const first = kind === NodeKind.mapping ? tree.pairs(target)[0] : undefined
  return firstLine(tree, first ? tree.pairSpan(first) : tree.span(target))
}

function firstLine(tree: NodeTree, { start, end }: Span): Span {
  for (let at = start; at < end; at++) {
    const unit = tree.text.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d) return { start, end: at }
  }
  return { start, end }
}
