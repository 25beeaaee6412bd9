import type { ArticleText, FigureText, ParagraphText, TableText } from '../article.ts'
import { toldMark } from '../chain.ts'
import { align } from '../comparison/align.ts'
import type { Style } from '../style.ts'
import { isMadeBy, type Substitution, substitutionsIn, type Unit } from './words.ts'

/** What is done to an article or a part of it. */
export type Clause =
  | { readonly kind: 'words'; readonly at: string; readonly words: readonly Substitution[] }
  | { readonly kind: 'caption'; readonly to: string }
  | { readonly kind: 'remove'; readonly at: readonly string[] }
  | { readonly kind: 'replace'; readonly at: string; readonly lines: readonly BlockLine[] }
  | { readonly kind: 'figure'; readonly figures: readonly FigureText[] }
  | {
      readonly kind: 'append'
      readonly at: string
      readonly unit: '項' | '号'
      readonly lines: readonly BlockLine[]
      readonly count: number
    }

/** A line that is put in, below the sentence that says so. */
export interface BlockLine {
  readonly level: 'article' | 'paragraph' | 'item' | 'subitem'
  readonly number: string
  readonly text: string
}

/** What changes one article into another; undefined where it is written anew as a whole. */
export function clausesOf(
  before: ArticleText,
  after: ArticleText,
  style: Style,
): readonly Clause[] | undefined {
  const [was, is] = [nodeOf(before, style), nodeOf(after, style)]
  const body = bodyClauses(was, is)
  const table = tableUnits(before.tables, after.tables)
  if (!body || !table || before.figures.length !== after.figures.length) return undefined
  const shown = shownClauses(figureUnits(before.figures, after.figures), table, after.figures)
  if (!shown) return undefined
  const units = [...(unitsOf(was, is) ?? []), ...table, ...shown.figure]
  const whole = body.find((one) => one.kind === 'words' && one.at === '')
  if (!whole) return withCaption(before, after, units, [...body, ...shown.clauses])
  // 「第３条中」 is said of its figure and table too.
  const isTold =
    whole.kind === 'words' &&
    isMadeBy([...table, ...shown.figure], whole.words) &&
    shown.clauses.every(({ kind }) => kind === 'words')
  return isTold ? withCaption(before, after, units, body) : undefined
}

/** An article, a 項, a 号: its own words, and what stands below it. */
interface Node {
  /** 第２項第１号: where it stands in its article; empty for the article and its only 項. */
  readonly at: string
  readonly number: string
  readonly text: string
  readonly level: 'body' | BlockLine['level']
  readonly below: readonly Node[]
}

function nodeOf(article: ArticleText, style: Style): Node {
  const isOne = article.paragraphs.length === 1
  const below = article.paragraphs.map((one, at) =>
    paragraphNode(
      one,
      isOne ? '' : style.counted('第', at + 1, '項'),
      at === 0 ? article.number : one.number,
      style,
    ),
  )
  return { at: '', number: '', text: '', level: 'body', below }
}

function paragraphNode(
  { text, items }: ParagraphText,
  at: string,
  number: string,
  style: Style,
): Node {
  return {
    at,
    number,
    text,
    level: number.startsWith('第') ? 'article' : 'paragraph',
    below: items.map((one, index): Node => {
      const place = `${at}${style.counted('第', index + 1, '号')}`
      const below = one.items.map((sub): Node => ({
        at: `${place}${sub.number}`,
        number: sub.number,
        text: sub.text,
        level: 'subitem',
        below: [],
      }))
      return { at: place, number: one.number, text: one.text, level: 'item', below }
    }),
  }
}

/** What is amended in the order of the text, in the smallest part that holds all that differs. */
function bodyClauses(before: Node, after: Node): readonly Clause[] | undefined {
  if (wordsIn(before) === wordsIn(after)) return []
  const kept = Math.min(before.below.length, after.below.length)
  if (before.below.length !== after.below.length && !isTrailing(before, after)) return undefined
  const pairs = before.below.slice(0, kept).map((one, at) => [one, after.below[at]] as const)
  const changed = pairs.flatMap(([one, other]) =>
    other && wordsIn(one) !== wordsIn(other) ? [[one, other] as const] : [],
  )
  const own = ownClauses(before, after, changed, kept)
  return own && [...own, ...endClauses(before, after, kept)]
}

type NodePair = readonly [before: Node, after: Node]

function ownClauses(
  before: Node,
  after: Node,
  changed: readonly NodePair[],
  kept: number,
): readonly Clause[] | undefined {
  const isLead = before.text !== after.text
  const [only, ...others] = changed
  if (!isLead && !only) return []
  if (!isLead && only && others.length === 0) return partClauses(...only)
  const whole = { before: cut(before, kept), after: cut(after, kept) }
  const units = unitsOf(whole.before, whole.after)
  const words = units && substitutionsIn(units)
  if (words) return [{ kind: 'words', at: before.at, words }]
  const lead = isLead ? substitutionsIn([{ before: before.text, after: after.text }]) : []
  const parts = changed.map((pair) => partClauses(...pair))
  if (!lead || parts.some((one) => !one)) return undefined
  const at = before.below.length > 0 ? `${before.at}各号列記以外の部分` : before.at
  return [
    ...(lead.length > 0 ? [{ kind: 'words' as const, at, words: lead }] : []),
    ...parts.flatMap((one) => one ?? []),
  ]
}

/** A part is amended, else written anew: that cannot be said of the only 項, nor of what stands below a 号. */
function partClauses(before: Node, after: Node): readonly Clause[] | undefined {
  const clauses = bodyClauses(before, after)
  if (clauses) return clauses
  if (before.at === '' || before.level === 'subitem' || before.level === 'article') return undefined
  return [{ kind: 'replace', at: before.at, lines: linesOf(after) }]
}

/** Whether what one side has more stands at the end, and what both have belongs together. */
function isTrailing(before: Node, after: Node): boolean {
  if (!['body', 'article', 'paragraph'].includes(before.level)) return false
  const pairs = align(before.below, after.below, wordsIn)
  const kept = Math.min(before.below.length, after.below.length)
  return kept > 0 && pairs.slice(0, kept).every((one) => one.before && one.after)
}

function endClauses(before: Node, after: Node, kept: number): readonly Clause[] {
  const [gone, added] = [before.below.slice(kept), after.below.slice(kept)]
  const unit = before.level === 'body' ? ('項' as const) : ('号' as const)
  return [
    ...(gone.length > 0 ? [{ kind: 'remove' as const, at: gone.map(({ at }) => at) }] : []),
    ...(added.length > 0
      ? [
          {
            kind: 'append' as const,
            at: before.at,
            unit,
            lines: added.flatMap(linesOf),
            count: added.length,
          },
        ]
      : []),
  ]
}

function cut(node: Node, kept: number): Node {
  return { ...node, below: node.below.slice(0, kept) }
}

/** Every text of a part beside what it is now; undefined where both are not built alike. */
function unitsOf(before: Node, after: Node): readonly Unit[] | undefined {
  if (before.below.length !== after.below.length) return undefined
  const below = before.below.map((one, at) => {
    const other = after.below[at]
    return other && unitsOf(one, other)
  })
  if (below.some((one) => !one)) return undefined
  return [{ before: before.text, after: after.text }, ...below.flatMap((one) => one ?? [])]
}

/** What is done to the figure and the table of an article, and the texts of the figure that stay where they are. */
interface Shown {
  readonly clauses: readonly Clause[]
  readonly figure: readonly Unit[]
}

/**
 * The same places of the figure and of the table say other words, at once where these are the same; a figure that is
 * built anew is put in, a table that is built anew is not amended.
 */
function shownClauses(
  figure: readonly Unit[] | undefined,
  table: readonly Unit[],
  figures: readonly FigureText[],
): Shown | undefined {
  const inTable = wordsAt('の表', table)
  const inFigure = figure && wordsAt('の図', figure)
  if (figure && inFigure?.length === 0) return inTable && { clauses: inTable, figure }
  const both = figure && inTable?.length !== 0 && wordsAt('の図及び表', [...figure, ...table])
  if (figure && both) return { clauses: both, figure }
  if (figure && inFigure && inTable) return { clauses: [...inFigure, ...inTable], figure }
  return inTable && { clauses: [{ kind: 'figure', figures }, ...inTable], figure: [] }
}

/** The words that amend some texts; undefined where these are to be written anew. */
function wordsAt(at: string, units: readonly Unit[]): readonly Clause[] | undefined {
  if (units.every((one) => one.before === one.after)) return []
  const words = substitutionsIn(units, wholeCells)
  return words && [{ kind: 'words', at, words }]
}

/** Every text of figures beside what it is now; undefined where both are not drawn alike. */
function figureUnits(
  before: readonly FigureText[],
  after: readonly FigureText[],
): readonly Unit[] | undefined {
  const textsOf = ({ caption, shows }: FigureText): readonly string[][] => [
    [caption],
    ...shows.map((row) => [...row]),
  ]
  const units = cellUnits(before.map(textsOf), after.map(textsOf))
  // Which one tells which, and where a number is missing, is drawn and not written.
  return units?.every((one) => one.before === one.after || !isLine(one)) ? units : undefined
}

function isLine({ before, after }: Unit): boolean {
  return [before, after].some((text) => text === '' || text.startsWith(toldMark))
}

/** In a table all of a cell may be other words. */
export const wholeCells = { words: 3, share: 1 }

/** Every text of tables beside what it is now; undefined where both are not built alike. */
export function tableUnits(
  before: readonly TableText[],
  after: readonly TableText[],
): readonly Unit[] | undefined {
  return cellUnits(before.map(cellsOf), after.map(cellsOf))
}

function cellUnits(
  was: readonly (readonly string[][])[],
  is: readonly (readonly string[][])[],
): readonly Unit[] | undefined {
  const shape = (tables: readonly (readonly string[][])[]): string =>
    JSON.stringify(tables.map((rows) => rows.map((row) => row.length)))
  if (shape(was) !== shape(is)) return undefined
  const [old, now] = [was.flat(2), is.flat(2)]
  return old.map((one, at) => ({ before: one, after: now[at] ?? '' }))
}

function cellsOf({ caption, columns, rows }: TableText): readonly string[][] {
  return [
    [caption],
    columns.map(({ label }) => label),
    ...rows.map(({ cells }) => cells.map(({ text }) => text)),
  ]
}

/** A caption that is nearly all other words is written anew. */
const partOfCaption = { words: 2, share: 0.4 }

/** The caption, and at once with it what the text amends by the same words. */
function withCaption(
  before: ArticleText,
  after: ArticleText,
  units: readonly Unit[],
  clauses: readonly Clause[],
): readonly Clause[] {
  const caption = { before: before.caption, after: after.caption }
  if (caption.before === caption.after) return clauses
  const [first, ...others] = clauses
  const isAlike = first?.kind === 'words' && isMadeBy([caption], first.words)
  if (isAlike && (first.at === '' || (others.length === 0 && isMadeBy(units, first.words))))
    return [{ ...first, at: '（見出しを含む。）' }, ...others]
  const words = substitutionsIn([caption], partOfCaption)
  const own: Clause = words
    ? { kind: 'words', at: 'の見出し', words }
    : { kind: 'caption', to: caption.after }
  return [own, ...clauses]
}

function linesOf(node: Node): readonly BlockLine[] {
  const { level, number, text } = node
  const own = level === 'body' ? [] : [{ level, number, text }]
  return [...own, ...node.below.flatMap(linesOf)]
}

function wordsIn({ text, below }: Node): string {
  return [text, ...below.map(wordsIn)].join('\n')
}
