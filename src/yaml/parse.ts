import { type Problem, problemAt } from '../finding/problem.ts'
import type { Source } from '../source/source.ts'
import { type ParsedDocument, parsedDocument } from './document.ts'
import { EXPANSION_LIMIT, excessOf } from './expansion.ts'
import { lint } from './lint.ts'
import { NodeTree } from './node-tree.ts'
import { record } from './record.ts'
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
