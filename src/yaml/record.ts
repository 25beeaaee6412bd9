/**
 * What: one js-yaml pass that gives the data and the place of every node.
 *
 * Interface: `record(text)` returns the documents and a `NodeTable`; where the text does not parse,
 * the documents before the fault and js-yaml's error.
 *
 * How: js-yaml calls its listener when it opens and closes a node. Nodes are numbered as they open,
 * so the table is in document order and the nodes below one stand right after it, up to its `after`.
 * Three habits of the parser are undone here: a scalar is first tried as a key, which leaves a trial
 * node below it (cut off); a flow collection at the start of a line is tried as a key too (the outer
 * node becomes a wrapper of the inner one); an alias and an empty value both have no kind.
 */
import { thrownText } from '../finding/thrown.ts'
import { CORE_SCHEMA, loadAll, YAMLException, type EventType, type State } from 'js-yaml'

/** What a node is. `empty` is a value that is not written, or an alias. */
export const NodeKind = { empty: 0, scalar: 1, mapping: 2, sequence: 3, wrapper: 4 } as const

/** All nodes of a file, in document order. */
export interface NodeTable {
  readonly count: number
  /** Where the parser began to look for the node: at it, or at the space and properties before it. */
  readonly opened: Int32Array
  /** Where the parser stood when the node was complete: at its end, or in the space behind it. */
  readonly closed: Int32Array
  /** The number of the first node that is not below this one. */
  readonly after: Int32Array
  readonly kinds: Uint8Array
  readonly values: readonly unknown[]
}

/** The outcome of one pass. */
export interface Recording {
  readonly nodes: NodeTable
  /** The top node of each complete document. */
  readonly roots: readonly number[]
  readonly error: { readonly reason: string; readonly offset: number } | undefined
}

/** The parser's state, with what the published types leave out. */
type ParserState = State & { readonly documents: readonly unknown[]; readonly kind: string | null }

const MAX_DEPTH = 100
/** More than ten thousand duties come to, and fewer than fill the memory. */
export const MAX_NODES = 2_000_000

// Reused between files: parsing is synchronous and never nested.
let capacity = 4096
let opened = new Int32Array(capacity)
let closed = new Int32Array(capacity)
let after = new Int32Array(capacity)
let kinds = new Uint8Array(capacity)
const open = new Int32Array(MAX_DEPTH + 2)

/** Parses a text without byte order mark; never throws for any text. */
export function record(text: string): Recording {
  const values: unknown[] = []
  const roots: number[] = []
  let count = 0
  let depth = 0
  let complete = 0

  const listener = (event: EventType, state: ParserState): void => {
    if (event === 'open') {
      if (count === MAX_NODES) throw new TooManyNodes(state.position)
      if (count === capacity) grow()
      opened[count] = state.position
      values[count] = undefined
      if (depth === 0) {
        complete = state.documents.length
        roots.push(count)
      }
      open[depth++] = count++
      return
    }
    const node = open[--depth] ?? 0
    const kind = kindOf(state.kind)
    closed[node] = state.position
    values[node] = state.result
    if (kind < NodeKind.mapping) {
      kinds[node] = kind
      count = node + 1
    } else {
      const only = node + 1
      const isTrial = only < count && after[only] === count && values[only] === state.result
      kinds[node] = isTrial ? NodeKind.wrapper : kind
    }
    after[node] = count
  }

  let error: Recording['error']
  try {
    // Duplicate keys are ours to report, all of them and both places: `json` lets them pass.
    loadAll(text, null, { schema: CORE_SCHEMA, json: true, listener })
    complete = roots.length
  } catch (thrown) {
    error = reasonOf(thrown)
    roots.length = complete
  }
  values.length = count
  return {
    nodes: {
      count,
      opened: opened.slice(0, count),
      closed: closed.slice(0, count),
      after: after.slice(0, count),
      kinds: kinds.slice(0, count),
      values,
    },
    roots,
    error,
  }
}

/** What the reason of the error begins with. */
export const tooManyNodes = 'too many nodes'

class TooManyNodes extends Error {
  readonly offset: number

  constructor(offset: number) {
    super(tooManyNodes)
    this.offset = offset
  }
}

function kindOf(kind: string | null): number {
  switch (kind) {
    case 'scalar':
      return NodeKind.scalar
    case 'mapping':
      return NodeKind.mapping
    case 'sequence':
      return NodeKind.sequence
    default:
      return NodeKind.empty
  }
}

function grow(): void {
  capacity *= 2
  opened = copy(new Int32Array(capacity), opened)
  closed = copy(new Int32Array(capacity), closed)
  after = copy(new Int32Array(capacity), after)
  kinds = copy(new Uint8Array(capacity), kinds)
}

function copy<T extends Int32Array | Uint8Array>(to: T, from: T): T {
  to.set(from)
  return to
}

function reasonOf(thrown: unknown): { reason: string; offset: number } {
  if (thrown instanceof TooManyNodes) return { reason: tooManyNodes, offset: thrown.offset }
  if (!(thrown instanceof YAMLException)) {
    // The parser's own breakdown on some hostile text is still the text's fault, not the run's.
    return { reason: thrownText(thrown), offset: 0 }
  }
  return { reason: thrown.reason, offset: thrown.mark.position }
}
