import type { Span } from '../source/source.ts'
import { NodeKind, type NodeTable } from './record.ts'

const HASH = 0x23
const AMPERSAND = 0x26
const EXCLAMATION = 0x21

/** A member of a mapping: the node numbers of its key and its value. */
export interface Pair {
  readonly key: number
  readonly value: number
}

/** The nodes of a file as a tree with places. Everything here is computed only when asked. */
export class NodeTree {
  readonly text: string
  readonly nodes: NodeTable
  readonly #pairs = new Map<number, readonly Pair[]>()
  readonly #items = new Map<number, readonly (number | Pair | undefined)[]>()

  constructor(text: string, nodes: NodeTable) {
    this.text = text
    this.nodes = nodes
  }

  /** The node itself, without the wrapper that the parser's trial left. */
  unwrap(node: number): number {
    return this.nodes.kinds[node] === NodeKind.wrapper ? this.unwrap(node + 1) : node
  }

  /** Where an alias leads: the anchored node. Any other node leads to itself. */
  resolve(node: number): number {
    const inner = this.unwrap(node)
    const value = this.nodes.values[inner]
    if (this.nodes.kinds[inner] !== NodeKind.empty || !isCollection(value)) return inner
    // The anchored node has the same value and stands before every alias to it.
    return this.unwrap(this.nodes.values.indexOf(value))
  }

  /** The pairs of a mapping node, as written: a repeated key comes twice. */
  pairs(mapping: number): readonly Pair[] {
    const known = this.#pairs.get(mapping)
    if (known) return known
    const pairs = this.#readPairs(mapping)
    this.#pairs.set(mapping, pairs)
    return pairs
  }

  #readPairs(mapping: number): readonly Pair[] {
    const { after, kinds } = this.nodes
    const pairs: Pair[] = []
    const end = after[mapping] ?? 0
    for (let key = mapping + 1; key < end;) {
      const value = after[key] ?? end
      // At the end of a document the parser looks for one more key and leaves an empty node.
      if (value >= end && kinds[key] === NodeKind.empty) break
      pairs.push({ key, value: value < end ? value : key })
      key = value < end ? (after[value] ?? end) : end
    }
    return pairs
  }

  /** The items of a sequence node, by index; a pair stands for the mapping of `[key: value]`. */
  items(sequence: number): readonly (number | Pair | undefined)[] {
    const known = this.#items.get(sequence)
    if (known) return known
    const items = this.#alignItems(sequence)
    this.#items.set(sequence, items)
    return items
  }

  #alignItems(sequence: number): readonly (number | Pair | undefined)[] {
    const { after, values } = this.nodes
    const children: number[] = []
    const end = after[sequence] ?? 0
    for (let child = sequence + 1; child < end; child = after[child] ?? end) children.push(child)
    const data = values[sequence]
    if (!Array.isArray(data) || data.length === children.length) return children
    // `[key: value]` gives two nodes for one item; `-` with nothing behind it gives none.
    let next = 0
    return data.map((item: unknown) => {
      const child = children[next]
      if (child === undefined) return undefined
      if (values[child] === item) {
        next += 1
        return child
      }
      if (item === null) return undefined
      next += 2
      return { key: child, value: children[next - 1] ?? child }
    })
  }

  /** The written stretch of a node; an empty one has no width. */
  span(node: number): Span {
    const inner = this.unwrap(node)
    const { closed, kinds, opened, values } = this.nodes
    // The parser puts a line break behind a text that has none, and may stand behind that.
    const from = Math.min(opened[inner] ?? 0, this.text.length)
    const to = Math.min(closed[inner] ?? from, this.text.length)
    const start = this.#skipProperties(from)
    if (kinds[inner] === NodeKind.empty) {
      const isAlias = start < to && this.text.charCodeAt(start) === 0x2a
      if (isAlias) return { start, end: this.#skipWord(start) }
      if (start >= to || values[inner] === null) return { start: from, end: from }
    }
    if (start > to) return { start: from, end: from }
    return { start, end: this.#endOf(inner, start, to) }
  }

  /** The end of a block collection is that of its last part; of anything else, where the parser stood. */
  #endOf(node: number, start: number, to: number): number {
    const kind = this.nodes.kinds[node]
    const first = this.text[start]
    if (kind === NodeKind.mapping && first !== '{') {
      const last = this.pairs(node).at(-1)
      return last ? this.pairSpan(last).end : start
    }
    if (kind === NodeKind.sequence && first !== '[') {
      const last = this.items(node).at(-1)
      if (typeof last === 'number') return Math.max(start, this.span(last).end)
    }
    let end = to
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--
    return end
  }

  /** From the key to the end of the value. */
  pairSpan(pair: Pair): Span {
    const key = this.span(pair.key)
    return { start: key.start, end: Math.max(key.end, this.span(pair.value).end) }
  }

  /** Whether nothing is written there (an alias is something). */
  isEmpty(node: number): boolean {
    const { start, end } = this.span(node)
    return start === end
  }

  /** Past what may stand before a node: blanks, comments, anchors and tags. */
  #skipProperties(from: number): number {
    let at = from
    for (;;) {
      const unit = this.text.charCodeAt(at)
      if (isBlank(unit)) at++
      else if (unit === HASH) at = this.#lineEnd(at)
      else if (unit === AMPERSAND || unit === EXCLAMATION) at = this.#skipWord(at)
      else return at
    }
  }

  #skipWord(from: number): number {
    let at = from + 1
    while (at < this.text.length && !/[\s,[\]{}]/.test(this.text.charAt(at))) at++
    return at
  }

  #lineEnd(from: number): number {
    const feed = this.text.indexOf('\n', from)
    const end = feed < 0 ? this.text.length : feed
    const lone = this.text.indexOf('\r', from)
    return lone < 0 ? end : Math.min(lone, end)
  }
}

/** Whether a value is a list or a mapping. */
export function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d
}
