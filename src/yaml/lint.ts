import { type Problem, problemAt } from '../finding/problem.ts'
import type { Related } from '../finding/finding.ts'
import { locate, type Source, type Span } from '../source/source.ts'
import { keyName } from './document.ts'
import type { NodeTree } from './node-tree.ts'
import { NodeKind } from './record.ts'
import { lineSpanAt } from './suspect.ts'
import * as words from './wording.ts'

/** More than anyone reads of one file; what is left shows once these are mended. */
const MOST_PROBLEMS = 500

/**
 * What no parser objects to and nobody means: keys written twice, keys that are no text, full-width
 * spaces and colons, numbers that lose digits, tags that swallow a `!`, comments that swallow text. One
 * walk over the nodes.
 */
export function lint(source: Source, tree: NodeTree): Problem[] {
  const problems: Problem[] = []
  const report = (span: Span, said: words.Said, related: Related[] = []): void => {
    if (problems.length >= MOST_PROBLEMS) return
    problems.push(problemAt(source, span, { ...said, related }))
  }
  const { count, kinds, values } = tree.nodes
  const mayHaveBareTag = source.text.includes('!') && bareTag.test(source.text)
  for (let node = 0; node < count; node++) {
    const kind = kinds[node]
    if (kind === NodeKind.mapping) lintKeys(source, tree, node, report)
    if (kind !== NodeKind.scalar) continue
    const value = values[node]
    if (typeof value === 'number') lintNumber(tree, node, value, report)
    else if (typeof value === 'string' && hasStrangeEdge(value)) lintEdge(tree, node, report)
    if (mayHaveBareTag) lintTag(tree, node, report)
  }
  lintColons(tree, report)
  lintHashes(tree, report)
  lintLineEnds(source, report)
  return problems
}

type Report = (span: Span, said: words.Said, related?: Related[]) => void

const bareTag = /(?:^|[\s[{,])!\s/

/** Blanks that look like a space and are none: full-width, no-break, zero-width, byte order mark. */
const strangeBlank = /^[\u3000\u00a0\u200b\ufeff]|[\u3000\u00a0\u200b\ufeff]$/
const blankAscii = /[ \t]/

function hasStrangeEdge(value: string): boolean {
  // Nearly every edge is ASCII or kanji: two comparisons decide before the pattern is asked.
  const first = value.charCodeAt(0)
  const last = value.charCodeAt(value.length - 1)
  return (isStrange(first) || isStrange(last)) && strangeBlank.test(value)
}

function isStrange(unit: number): boolean {
  return unit === 0x3000 || unit === 0xa0 || unit === 0x200b || unit === 0xfeff
}

function lintKeys(source: Source, tree: NodeTree, mapping: number, report: Report): void {
  const { after, values } = tree.nodes
  const end = after[mapping] ?? 0
  let pairs = 0
  let isSuspect = false
  for (let key = mapping + 1; key < end; pairs++) {
    const value = after[key] ?? end
    if (value >= end) break
    const name = values[key]
    isSuspect ||= typeof name !== 'string' || name === '<<' || name === '__proto__'
    key = after[value] ?? end
  }
  const data = values[mapping]
  const written = typeof data === 'object' && data !== null ? Object.keys(data).length : 0
  if (written > pairs) {
    lintLoneKeys(tree, mapping, report)
    return
  }
  if (isSuspect) for (const { key } of tree.pairs(mapping)) lintKey(tree, key, report)
  if (written < pairs) lintRepeats(source, tree, mapping, report)
}

function lintKey(tree: NodeTree, key: number, report: Report): void {
  const name = tree.nodes.values[key]
  if (typeof name !== 'string') report(tree.span(key), words.keyIsNoText(tree.nodes.kinds[key]))
  else if (name === '<<') report(tree.span(key), words.mergeKey())
  else if (name === '__proto__') report(tree.span(key), words.forbiddenKey(name))
}

/** A key without a node for its value: `{key}`, or a `? key` alone. */
function lintLoneKeys(tree: NodeTree, mapping: number, report: Report): void {
  const span = tree.span(mapping)
  if (tree.text[span.start] !== '{') report(tree.span(mapping + 1), words.explicitKey())
  // `{{ name }}` is one mistake, told at the outer braces.
  else if (tree.text[span.start - 1] !== '{') report(span, words.braces())
}

function lintRepeats(source: Source, tree: NodeTree, mapping: number, report: Report): void {
  const first = new Map<string, Span>()
  for (const { key } of tree.pairs(mapping)) {
    const name = keyName(tree, key)
    if (name === undefined) continue
    const span = tree.span(key)
    const earlier = first.get(name)
    if (!earlier) first.set(name, span)
    else {
      report(span, words.duplicateKey(name), [
        { message: `最初の「${name}」`, location: locate(source, earlier) },
      ])
    }
  }
}

/** A number as people write one, or a text that is tagged as one: no other base, no exponent, no `.inf`. */
const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)$|^["']/

function lintNumber(tree: NodeTree, node: number, value: number, report: Report): void {
  const { start, end } = tree.span(node)
  const written = tree.text.slice(start, end)
  if (!plainNumber.test(written)) {
    report({ start, end }, words.oddNumber(written, value))
    return
  }
  const first = tree.text.charCodeAt(start)
  const isSigned = first === 0x2b || first === 0x2d
  const digit = isSigned ? start + 1 : start
  const next = tree.text.charCodeAt(digit + 1)
  if (tree.text.charCodeAt(digit) === 0x30 && next >= 0x30 && next <= 0x39) {
    report({ start, end }, words.leadingZero(written, value))
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    report({ start, end }, words.lostDigits(written))
  }
}

function lintEdge(tree: NodeTree, node: number, report: Report): void {
  const span = tree.span(node)
  const first = tree.text.charAt(span.start)
  if (first === '"' || first === "'" || first === '|' || first === '>') return
  let next = span.end
  while (blankAscii.test(tree.text.charAt(next))) next++
  const isKey = tree.text.charAt(next) === ':'
  report(span, isKey ? words.strangeBlankAtKey() : words.strangeBlankAtValue())
}

/** `! text` is a tag and a text to the parser: the `!` would be gone without a word. */
function lintTag(tree: NodeTree, node: number, report: Report): void {
  const opened = tree.nodes.opened[node] ?? 0
  const { start } = tree.span(node)
  const before = tree.text.slice(opened, start)
  const tag = bareTag.exec(before)
  if (tag) {
    const at = opened + tag.index + tag[0].indexOf('!')
    report({ start: at, end: at + 1 }, words.tag('!'))
  }
}

/** A line that looks like a key with a full-width colon, inside what the parser took for bare text. */
const wideColon = /^[ \t]*([a-z][A-Za-z0-9_-]*[ \t\u3000\u00a0]*：)/gm

function lintColons(tree: NodeTree, report: Report): void {
  if (!tree.text.includes('：')) return
  for (const line of tree.text.matchAll(wideColon)) {
    const [all, key = ''] = line
    const end = line.index + all.length
    const at = end - key.length
    if (isPlainAt(tree, at)) report({ start: at, end }, words.wideColon(key.slice(0, -1).trim()))
  }
}

/** A blank and a `#` with none behind it: a comment, which its writer may have meant as text. */
// Begun at the first blank alone: from each of a long row of them to its end would take its square.
const hash = /(?<![ \t])[ \t]+(?=#+[^\s#])/g

/** Bare text that a comment ends on its own line, or that is nothing but one. */
function lintHashes(tree: NodeTree, report: Report): void {
  const { text } = tree
  if (!text.includes('#')) return
  for (const { index, 0: blanks } of text.matchAll(hash)) {
    const value = bareEndingAt(tree, index)
    if (value === undefined) continue
    const { end } = lineSpanAt(text, index)
    const start = index + blanks.length
    report({ start, end }, words.cutByHash(text.slice(start, end), value))
  }
}

/** The bare value that ends at an offset, as text: empty where it is left out. */
function bareEndingAt(tree: NodeTree, offset: number): string | undefined {
  const node = lastOpenedAt(tree, offset)
  const { start, end } = tree.span(node)
  const value = tree.nodes.values[node]
  if (tree.nodes.kinds[node] === NodeKind.empty) {
    return value === null && start === offset ? '' : undefined
  }
  return end === offset && isPlain(tree, node) ? String(value) : undefined
}

/** Whether an offset stands in a bare scalar. */
function isPlainAt(tree: NodeTree, offset: number): boolean {
  const node = lastOpenedAt(tree, offset)
  const { start, end } = tree.span(node)
  return start <= offset && offset < end && isPlain(tree, node)
}

function isPlain(tree: NodeTree, node: number): boolean {
  const isScalar = tree.nodes.kinds[node] === NodeKind.scalar
  return isScalar && !/["'|>]/.test(tree.text.charAt(tree.span(node).start))
}

/** Nodes open in order: the one that an offset stands in, or that ends there, is the last opened before it. */
function lastOpenedAt(tree: NodeTree, offset: number): number {
  const { count, opened } = tree.nodes
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((opened[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function lintLineEnds(source: Source, report: Report): void {
  if (!source.text.includes('\r')) return
  const lone = /\r(?!\n)/.exec(source.text)
  if (lone) report({ start: lone.index, end: lone.index + 1 }, words.loneReturn())
}
