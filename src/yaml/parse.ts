import { type Problem, problemAt } from '../finding/problem.ts'
import type { Source, Span } from '../source/source.ts'
import { type ParsedDocument, parsedDocument } from './document.ts'
import { lint } from './lint.ts'
import { isCollection, NodeTree } from './node-tree.ts'
import { NodeKind, record } from './record.ts'
import { recover } from './recover.ts'
import * as words from './wording.ts'

/** A file as YAML: what could be read of it, and what was wrong. */
export interface ParsedFile {
  /** The text that all spans count in; without byte order mark. */
  readonly source: Source
  /** The documents that can be used. Where the text breaks off, those before the break. */
  readonly documents: readonly ParsedDocument[]
  /** In file order. */
  readonly problems: readonly Problem[]
}

const BYTE_ORDER_MARK = 0xfeff

/** Text to plain data with a place for every part. Never throws: what is wrong is a problem. */
export function parseDocuments(given: Source): ParsedFile {
  const source = withoutMark(given)
  const { nodes, roots, error } = record(source.text)
  const tree = new NodeTree(source.text, nodes)
  const problems = error
    ? recover(source, { code: '', message: error.reason, start: error.offset, end: error.offset })
    : lint(source, tree)

  const documents: ParsedDocument[] = []
  const hasAnchors = source.text.includes('&')
  roots.forEach((root, index) => {
    const excess = hasAnchors ? excessOf(tree, root) : undefined
    if (excess) {
      const said = excess.isEndless ? words.endlessAlias() : words.tooManyAliases(EXPANSION_LIMIT)
      problems.push(problemAt(source, excess.alias, said))
    } else if (nodes.values[root] !== null || !tree.isEmpty(root)) {
      documents.push(parsedDocument(source, tree, root, index))
    }
  })
  if (documents.length === 0 && problems.length === 0) {
    problems.push(problemAt(source, { start: 0, end: 0 }, words.emptyFile()))
  }
  return { source, documents, problems: problems.sort(inFileOrder) }
}

/** The text that the places in a file count in. */
export function withoutMark(source: Source): Source {
  if (source.text.charCodeAt(0) !== BYTE_ORDER_MARK) return source
  return { path: source.path, text: source.text.slice(1) }
}

function inFileOrder(a: Problem, b: Problem): number {
  const first = a.location.start
  const second = b.location.start
  return first.line - second.line || first.column - second.column
}

/** How many parts aliases may add to what is written before a document is refused. */
const EXPANSION_LIMIT = 10_000

/** An alias that makes a document too large to walk, or that leads back into itself. */
interface Excess {
  readonly alias: Span
  readonly isEndless: boolean
}

/**
 * Finds the alias that breaks the limit. js-yaml shares what an alias repeats, so a small file can
 * stand for billions of parts; whoever walks the data would meet them all. Sizes are added up, never
 * walked.
 */
function excessOf(tree: NodeTree, root: number): Excess | undefined {
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
