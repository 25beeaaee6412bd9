import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type ToStringOptions,
  YAMLSeq,
} from 'yaml'
import type { Path } from './document.ts'
import { addComment, asWritten } from './write-commented.ts'

/** A file of YAML that is edited where it stands: comments and what is not touched stay as they are. */
export class YamlEdit {
  readonly #text: string
  readonly #document: Document.Parsed
  #isEdited = false

  /** Throws where the text is no YAML. */
  constructor(text: string) {
    this.#text = text
    this.#document = parseDocument(text, { version: '1.2' })
    const [error] = this.#document.errors
    if (error) throw error
  }

  /** What is written, as plain values. */
  get value(): unknown {
    return this.#document.toJS() as unknown
  }

  /** Writes a value under a key, with the comments that stand there; false where it stands elsewhere (an alias). */
  set(path: Path, value: unknown): boolean {
    const above = this.#document.getIn(path.slice(0, -1), true)
    if (!isMap(above)) return false
    const known = this.#document.getIn(path, true)
    this.#isEdited = true
    if (isScalar(known) && !isObject(value)) {
      known.value = value
      return true
    }
    const node = asWritten(this.#document.createNode(value))
    if (isNode(known) && isNode(node)) {
      if (known.commentBefore) node.commentBefore = known.commentBefore
      if (known.comment) node.comment = known.comment
    }
    this.#document.setIn(path, node)
    return true
  }

  /** Puts a remark at a key, unless it is there already. */
  remark(path: Path, text: string): void {
    if (this.#text.includes(`# ${text}`)) return
    this.#isEdited = true
    addComment(this.#document, path, text)
  }

  /** Whether a remark stands at a key, or above the element that the key is of. */
  hasRemark(path: Path, text: string): boolean {
    return this.#remarked(path, text).length > 0
  }

  /** Takes a remark away from where it stands; those beside it stay. */
  unremark(path: Path, text: string): void {
    for (const node of this.#remarked(path, text)) {
      const lines = (node.commentBefore ?? '').split('\n').filter((line) => line.trim() !== text)
      node.commentBefore = lines.length > 0 ? lines.join('\n') : null
      this.#isEdited = true
    }
  }

  /** Takes a key and its value away. */
  remove(path: Path): void {
    if (this.#document.deleteIn(path)) this.#isEdited = true
  }

  /** What bears a remark for a key: the key, the mapping, or the list that the mapping stands first in. */
  #remarked(path: Path, text: string): readonly Node[] {
    const [name, above] = [path.at(-1), path.slice(0, -1)]
    const map = this.#document.getIn(above, true)
    if (!isMap(map)) return []
    const key = map.items.find(({ key: one }) => isScalar(one) && one.value === name)?.key
    const list = above.at(-1) === 0 ? this.#document.getIn(above.slice(0, -1), true) : undefined
    const all: readonly unknown[] = [key, map, list]
    return all.filter(
      (node): node is Node =>
        isNode(node) && (node.commentBefore ?? '').split('\n').some((line) => line.trim() === text),
    )
  }

  /** Puts an element into a list before the place where another stands; a list that is not there is begun. */
  insert(path: Path, value: unknown): boolean {
    const [at, list] = [Number(path.at(-1)), path.slice(0, -1)]
    const known = this.#document.getIn(list, true)
    const node = asWritten(this.#document.createNode(value))
    if (isSeq(known)) {
      known.flow = false
      known.items.splice(at, 0, node)
    } else if (known === undefined) {
      const begun = new YAMLSeq()
      begun.items.push(node)
      this.#document.setIn(list, begun)
    } else return false
    this.#isEdited = true
    return true
  }

  /** The text: lines that no edit changed are as they were. */
  get text(): string {
    if (!this.#isEdited) return this.#text
    const original = parseDocument(this.#text, { version: '1.2' })
    const lines = new Set(this.#text.split('\n'))
    const written = ways.map((options) => {
      const plain = original.toString(options)
      return { options, plain, kept: plain.split('\n').filter((line) => lines.has(line)).length }
    })
    // In the way of writing that most of the file is written in.
    const { options, plain } = written.reduce((most, one) => (one.kept > most.kept ? one : most))
    return withEdit(this.#text, plain, this.#document.toString(options))
  }
}

/** How people and programs write YAML. */
const ways: readonly ToStringOptions[] = [100, 140, 80, 0].flatMap((lineWidth) =>
  [true, false].flatMap((flowCollectionPadding) =>
    [true, false].map((indentSeq) => ({
      lineWidth,
      flowCollectionPadding,
      indentSeq,
      singleQuote: true,
    })),
  ),
)

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/**
 * A text with the lines that an edit changed, and all others as they were. A text that is written anew is written
 * another way throughout: what differs between `plain`, written without the edit, and `edited` is the edit alone.
 */
function withEdit(text: string, plain: string, edited: string): string {
  const [mine, base, theirs] = [text.split('\n'), plain.split('\n'), edited.split('\n')]
  const [toMine, toTheirs] = [matches(base, mine), matches(base, theirs)]
  if (!toMine || !toTheirs) return edited
  const lines: string[] = []
  const from = { base: 0, mine: 0, theirs: 0 }
  const take = (at: number, own: number, other: number): void => {
    const [was, is] = [base.slice(from.base, at), theirs.slice(from.theirs, other)]
    const isUntouched = was.length === is.length && was.every((line, index) => line === is[index])
    for (const line of isUntouched ? mine.slice(from.mine, own) : is) lines.push(line)
  }
  for (const [at, own] of toMine) {
    const other = toTheirs.get(at)
    if (other === undefined) continue
    take(at, own, other)
    lines.push(mine[own] ?? '')
    Object.assign(from, { base: at + 1, mine: own + 1, theirs: other + 1 })
  }
  take(base.length, mine.length, theirs.length)
  return lines.join('\n')
}

/** More differences than these are no edit: the texts are taken for different ones. */
const mostDifferences = 2000

/** Which lines of two texts are the same, in order (Myers); undefined where hardly any are. */
function matches(
  a: readonly string[],
  b: readonly string[],
): ReadonlyMap<number, number> | undefined {
  const rounds: Map<number, number>[] = []
  let furthest = new Map([[1, 0]])
  for (let d = 0; d <= mostDifferences; d += 1) {
    rounds.push(furthest)
    const next = new Map<number, number>()
    for (let k = -d; k <= d; k += 2) {
      const isDown =
        k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
      let x = isDown ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return way(rounds, a.length, b.length)
    }
    furthest = next
  }
  return undefined
}

/** The way back through the rounds: its diagonals are the lines that are the same. */
function way(
  rounds: readonly ReadonlyMap<number, number>[],
  endOfA: number,
  endOfB: number,
): ReadonlyMap<number, number> {
  const found: (readonly [number, number])[] = []
  let [x, y] = [endOfA, endOfB]
  for (let d = rounds.length - 1; d >= 0; d -= 1) {
    const furthest = rounds[d] ?? new Map<number, number>()
    const k = x - y
    const isDown =
      k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
    const before = isDown ? k + 1 : k - 1
    const start = furthest.get(before) ?? 0
    while (x > start && y > start - before) {
      x -= 1
      y -= 1
      found.push([x, y])
    }
    if (d > 0) [x, y] = [start, start - before]
  }
  return new Map(found.reverse())
}
