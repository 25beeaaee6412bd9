import type { Span } from '../source/source.ts'
import { type NodeTree, isCollection } from './node-tree.ts'
import { NodeKind } from './record.ts'

/** How many parts aliases may add to what is written before a document is refused. */
export const EXPANSION_LIMIT = 10_000

/** An alias that makes a document too large to walk, or that leads back into itself. */
export interface Excess {
  readonly alias: Span
  readonly isEndless: boolean
}

/**
 * Finds the alias that breaks the limit. js-yaml shares what an alias repeats, so a small file can
 * stand for billions of parts; whoever walks the data would meet them all. Sizes are added up, never
 * walked.
 */
export function excessOf(tree: NodeTree, root: number): Excess | undefined {
  const { after, kinds, values } = tree.nodes
  const end = after[root] ?? 0
  const sizes = new Map<unknown, number>()
  /** Collections that are not complete yet, and the parts counted in them so far. */
  const pending: { node: number; size: number }[] = []
  let added = 0

  const complete = (upTo: number): void => {
    for (let top = pending.at(-1); top && (after[top.node] ?? 0) <= upTo; top = pending.at(-1)) {
      pending.pop()
      sizes.set(values[top.node], top.size)
      const outer = pending.at(-1)
      if (outer) outer.size += top.size
    }
  }

  for (let node = root; node < end; node++) {
    complete(node)
    const value = values[node]
    const kind = kinds[node]
    if (kind === NodeKind.wrapper) continue
    if (kind === NodeKind.mapping || kind === NodeKind.sequence) {
      pending.push({ node, size: 1 })
      continue
    }
    const isAlias = kind === NodeKind.empty && isCollection(value)
    const size = isAlias ? sizes.get(value) : 1
    if (size === undefined) return { alias: tree.span(node), isEndless: true }
    added += size - 1
    if (added > EXPANSION_LIMIT) return { alias: tree.span(node), isEndless: false }
    const outer = pending.at(-1)
    if (outer) outer.size += size
  }
  return undefined
}
