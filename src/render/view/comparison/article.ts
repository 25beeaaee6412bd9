import { wideSpace } from '../../../japanese/width.ts'
import type { ArticleText, FigureText, ParagraphText, TableText } from '../article.ts'
import { align, type Pair } from './align.ts'
import {
  changedLine,
  type LineKind,
  newLine,
  type Numbered,
  runOf,
  type Sides,
  stacked,
  wordLine,
  type Words,
} from './line.ts'

/** A paragraph or 号 with what stands below it. */
interface Node extends Numbered {
  readonly items: readonly Node[]
}

/** Whether two articles say the same, whatever their numbers. */
export function saysSame(before: ArticleText, after: ArticleText): boolean {
  return before.caption === after.caption && bodyOf(before) === bodyOf(after)
}

/** An article that both editions have and that says something else now: a row for each 項, 号 and line of a table. */
export function changedArticle(
  before: ArticleText,
  after: ArticleText,
  words: Words,
): readonly Sides[] {
  const kinds: Kinds = ['article', 'item', 'subitem']
  const caption =
    before.caption + after.caption === ''
      ? { before: [], after: [] }
      : changedLine('caption', captionOf(before), captionOf(after))
  const [first, ...others] = [
    ...nodes(paragraphsOf(before), paragraphsOf(after), kinds, words),
    ...rows(figureBlocks(before.figures), figureBlocks(after.figures), words),
    ...rows(tableBlocks(before.tables), tableBlocks(after.tables), words),
  ]
  return first ? [stacked([caption, first]), ...others] : [caption]
}

/** All lines of an article that only one edition has. */
export function wholeArticle(article: ArticleText): Sides['after'] {
  return [
    ...(article.caption === '' ? [] : [newLine('caption', captionOf(article))]),
    ...paragraphsOf(article).flatMap((one) => wholeNode(one, ['article', 'item', 'subitem'])),
    ...[...figureBlocks(article.figures), ...tableBlocks(article.tables)]
      .flatMap((one) => [...one.heads, ...one.rows])
      .map((row) => newLine('row', row)),
  ]
}

type Kinds = readonly [LineKind, ...LineKind[]]

/** Two lists of one level, paired; what both have alike is left out in runs. */
function nodes(
  before: readonly Node[],
  after: readonly Node[],
  kinds: Kinds,
  words: Words,
): readonly Sides[] {
  const pairs = align(before, after, wordsOf)
  const parts: Sides[] = []
  for (let at = 0; at < pairs.length; at += 1) {
    const run = runFrom(pairs, at)
    const pair = pairs[at]
    if (run.length > 0) {
      parts.push(omitted(run, kinds, words))
      at += run.length - 1
    } else if (pair) for (const one of onePair(pair, kinds, words)) parts.push(one)
  }
  return parts
}

/** The pairs from a place on that say the same and moved alike: all kept their numbers, or none did. */
function runFrom(pairs: readonly Pair<Node>[], start: number): readonly Both[] {
  const run: Both[] = []
  for (const { before, after } of pairs.slice(start)) {
    if (!before || !after || wordsOf(before) !== wordsOf(after)) break
    // A bare 「別表」 above what changes leaves nothing out.
    if (wordsOf(after) === '' && run.length === 0) break
    const first = run[0]
    const isMoved = before.number !== after.number
    if (first && isMoved !== (first.before.number !== first.after.number)) break
    // 第３条 and 第３条第２項 do not make a run of numbers.
    if (first && startsArticle(first.after)) break
    run.push({ before, after })
  }
  return run
}

interface Both {
  readonly before: Node
  readonly after: Node
}

function omitted(run: readonly Both[], kinds: Kinds, { omitted: word }: Words): Sides {
  const isNumberChanged = run.some(({ before, after }) => before.number !== after.number)
  const side = (own: 'before' | 'after') => {
    const number = runOf(run.map((pair) => pair[own].number))
    const source = run[0]?.[own].source ?? ''
    return [wordLine(kindOf(kinds, run[0]?.[own]), word, { number, isNumberChanged, source })]
  }
  return { before: side('before'), after: side('after') }
}

function onePair({ before, after }: Pair<Node>, kinds: Kinds, words: Words): readonly Sides[] {
  if (before && after) {
    return [
      lead(before, after, kinds, words),
      ...nodes(before.items, after.items, below(kinds), words),
    ]
  }
  if (after) {
    const added = wordLine(kindOf(kinds, after), words.added)
    return [{ before: [added], after: wholeNode(after, kinds) }]
  }
  if (!before) return []
  const removed = wordLine(kindOf(kinds, before), words.removed)
  return [{ before: wholeNode(before, kinds), after: [removed] }]
}

/** The words above 号; where they are themselves the same: 第３条（略）, and then the 号. */
function lead(before: Node, after: Node, kinds: Kinds, words: Words): Sides {
  if (before.text !== after.text) return changedLine(kindOf(kinds, after), before, after)
  const isSilent = after.text === ''
  return omitted([{ before, after }], kinds, isSilent ? { ...words, omitted: '' } : words)
}

function wholeNode(node: Node, kinds: Kinds): Sides['after'] {
  return [
    newLine(kindOf(kinds, node), node),
    ...node.items.flatMap((item) => wholeNode(item, below(kinds))),
  ]
}

function below([own, next, ...rest]: Kinds): Kinds {
  return next === undefined ? [own] : [next, ...rest]
}

/** The first paragraph carries the number of its article; the others are indented less. */
function kindOf([kind]: Kinds, node: Node | undefined): LineKind {
  return kind === 'article' && node && !startsArticle(node) ? 'paragraph' : kind
}

function startsArticle({ number }: Node): boolean {
  return number.startsWith('第')
}

function paragraphsOf({ number, paragraphs }: ArticleText): readonly Node[] {
  return paragraphs.map((one: ParagraphText, at) => ({
    number: at === 0 ? number : one.number,
    text: one.text,
    source: one.source,
    items: one.items.map((item) => ({
      ...item,
      items: item.items.map((subitem) => ({ ...subitem, items: [] })),
    })),
  }))
}

/** A figure or table in lines: its caption and the heads of its columns, and its rows under them. */
interface Block {
  readonly heads: readonly Numbered[]
  readonly rows: readonly Numbered[]
}

/** Figures, and tables, belong together in their order. */
function rows(before: readonly Block[], after: readonly Block[], words: Words): readonly Sides[] {
  const whole = ({ heads, rows: own }: Block) =>
    [...heads, ...own].map((one) => newLine('row', one))
  const count = Math.max(before.length, after.length)
  return Array.from({ length: count }, (_, at) => [before[at], after[at]] as const).flatMap(
    ([old, now]): readonly Sides[] => {
      if (old && now) return linesOf(old) === linesOf(now) ? [] : blockRows(old, now, words)
      if (now) return [{ before: [wordLine('row', words.added)], after: whole(now) }]
      return old ? [{ before: whole(old), after: [wordLine('row', words.removed)] }] : []
    },
  )
}

function blockRows(before: Block, after: Block, words: Words): readonly Sides[] {
  const none = { number: '', text: '', source: '' }
  const heads = Array.from({ length: Math.max(before.heads.length, after.heads.length) }, (_, at) =>
    changedLine('row', before.heads[at] ?? none, after.heads[at] ?? none),
  )
  const parts: Sides[] = [...heads]
  let isOmitting = false
  for (const { before: old, after: now } of align(before.rows, after.rows, ({ text }) => text)) {
    const isSame = old !== undefined && old.text === now?.text
    if (isSame && isOmitting) continue
    isOmitting = isSame
    const word = (own: string) => [wordLine('row', own)]
    if (isSame) parts.push({ before: word(words.omitted), after: word(words.omitted) })
    else if (old && now) parts.push(changedLine('row', old, now))
    else if (now) parts.push({ before: word(words.added), after: [newLine('row', now)] })
    else if (old) parts.push({ before: [newLine('row', old)], after: word(words.removed) })
  }
  return parts
}

/** A table in lines, under its caption and the heads of its columns: from them what the cells are is read. */
function tableBlocks(tables: readonly TableText[]): readonly Block[] {
  return tables.map(({ caption, columns, rows: own }) => ({
    heads: [
      ...(caption === '' ? [] : [caption]),
      columns.map(({ label }) => label).join(wideSpace),
    ].map((text) => ({ number: '', text, source: '' })),
    rows: own.map(({ cells, source }) => ({
      number: '',
      text: cells.map(({ text }) => (text === '' ? '―' : text)).join(wideSpace),
      source,
    })),
  }))
}

/** What a figure shows, in lines under its caption. */
function figureBlocks(figures: readonly FigureText[]): readonly Block[] {
  return figures.map(({ caption, shows, source }) => ({
    heads: [{ number: '', text: `（図）${caption}`, source }],
    rows: shows.map((row) => ({
      number: '',
      text: row.filter((text) => text !== '').join(wideSpace),
      source,
    })),
  }))
}

function linesOf({ heads, rows: own }: Block): string {
  return [...heads, ...own].map(({ text }) => text).join('\n')
}

function captionOf({ caption, source }: ArticleText): Numbered {
  return { number: '', text: caption, source }
}

function wordsOf({ text, items }: Node): string {
  return [text, ...items.map(wordsOf)].join('\n')
}

function bodyOf(article: ArticleText): string {
  return JSON.stringify([
    article.paragraphs.map(({ number, text, items }) => [
      number,
      text,
      items.map((item) => [
        item.number,
        item.text,
        item.items.map((one) => [one.number, one.text]),
      ]),
    ]),
    [...figureBlocks(article.figures), ...tableBlocks(article.tables)].map(linesOf),
  ])
}
