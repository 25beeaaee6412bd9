import type { ProcedureText } from '../procedure/text.ts'
import type { Style } from '../style.ts'
import { changedArticle, saysSame, wholeArticle } from './article.ts'
import { entriesOf, type EntryPair, isDayOnly, pairEntries, withPastKept } from './entry.ts'
import { changedLine, type Line, newLine, runOf, type Sides, wordLine } from './line.ts'

/** 新旧対照表 as finished text; left and right by the custom. */
export interface ComparisonText {
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly lead: string
  readonly leftHead: string
  readonly rightHead: string
  readonly rows: readonly ComparisonRowText[]
  /** Nothing but numbers or dates differs, or nothing at all. */
  readonly isSame: boolean
  readonly note: string
}

/** A row: the lines of both sides. */
export interface ComparisonRowText {
  readonly left: readonly LineText[]
  readonly right: readonly LineText[]
}

/** A line, told apart by what it is. */
export interface LineText {
  readonly isHeading: boolean
  readonly isCaption: boolean
  readonly isArticle: boolean
  readonly isParagraph: boolean
  readonly isItem: boolean
  readonly isSubitem: boolean
  readonly isRow: boolean
  readonly number: string
  readonly isNumberChanged: boolean
  readonly pieces: readonly { readonly text: string; readonly isChanged: boolean }[]
  readonly source: string
}

/** What stands in a document that has no comparison. */
export const noComparison: ComparisonText = {
  title: '',
  procedure: '',
  variant: '',
  lead: '',
  leftHead: '',
  rightHead: '',
  rows: [],
  isSame: true,
  note: '',
}

/**
 * Compares two editions of a procedure as they read. Articles belong together by their ids, so one that
 * was moved or renumbered is shown as moved and not as new.
 */
export function comparisonText(
  before: ProcedureText,
  after: ProcedureText,
  style: Style,
  renamed: ReadonlyMap<string, string> = new Map(),
): ComparisonText {
  const { comparison } = style.conventions
  const pairs = withPastKept(pairEntries(entriesOf(before), entriesOf(after), renamed), after)
  const rows = rowsOf(pairs, style)
  const isDay = ({ before: old, after: now }: EntryPair): boolean => isDayOnly(now ?? old)
  const telling = rowsOf(
    pairs.filter((pair) => !isDay(pair)),
    style,
  )
  const afterFirst = comparison.order === 'afterFirst'
  const heads = [comparison.after, comparison.before]
  const [leftHead = '', rightHead = ''] = afterFirst ? heads : heads.reverse()
  return {
    title: '新旧対照表',
    procedure: after.title,
    variant: after.variant,
    lead: style.text(`${before.title}の一部を次のとおり改正する。`),
    leftHead,
    rightHead,
    rows: rows.map(({ before: old, after: now }) => {
      const [left, right] = afterFirst ? [now, old] : [old, now]
      return { left: left.map(lineText), right: right.map(lineText) }
    }),
    isSame: telling.every(isOmission),
    note: style.text('備考　表中の下線は、改正部分を示す。'),
  }

  function isOmission(sides: Sides): boolean {
    return [...sides.before, ...sides.after].every(
      ({ isNumberChanged, pieces }) => !isNumberChanged && pieces.every((one) => !one.isChanged),
    )
  }
}

/** A row for each heading or article that changed, and one for each run of articles that did not. */
function rowsOf(pairs: readonly EntryPair[], style: Style): readonly Sides[] {
  const rows: Sides[] = []
  let run: EntryPair[] = []
  const endRun = (): void => {
    if (run.length > 0) rows.push(omittedArticles(run, style))
    run = []
  }
  for (const pair of pairs) {
    if (isUnchangedHeading(pair)) continue
    if (isUnchangedArticle(pair)) {
      if (!follows(run.at(-1), pair)) endRun()
      run.push(pair)
    } else {
      endRun()
      for (const one of changedRows(pair, style)) rows.push(one)
    }
  }
  endRun()
  return rows
}

function isUnchangedHeading({ before, after }: EntryPair): boolean {
  return (
    before?.kind === 'heading' &&
    after?.kind === 'heading' &&
    before.heading.number === after.heading.number &&
    before.heading.text === after.heading.text
  )
}

function isUnchangedArticle({ before, after }: EntryPair): boolean {
  return (
    before?.kind === 'article' &&
    after?.kind === 'article' &&
    saysSame(before.article, after.article)
  )
}

function isMoved(pair: EntryPair): boolean {
  return numberOf(pair.before) !== numberOf(pair.after)
}

/** Whether a run goes on: the next article on both sides, moved as the one before it was. */
function follows(last: EntryPair | undefined, next: EntryPair): boolean {
  if (!last) return true
  const isNext = (side: 'before' | 'after'): boolean => {
    const [one, other] = [last[side], next[side]]
    return one?.kind === 'article' && other?.kind === 'article' && other.place === one.place + 1
  }
  return isMoved(last) === isMoved(next) && isNext('before') && isNext('after')
}

function numberOf(entry: EntryPair['before']): string {
  if (!entry) return ''
  return entry.kind === 'article' ? entry.article.number : entry.heading.number
}

function omittedArticles(run: readonly EntryPair[], style: Style): Sides {
  const { omitted } = style.conventions.comparison
  const side = (own: 'before' | 'after'): readonly Line[] => {
    const number = runOf(run.map((pair) => numberOf(pair[own])))
    const entry = run[0]?.[own]
    const source = entry?.kind === 'article' ? entry.article.source : ''
    const isNumberChanged = run.some(isMoved)
    const kind = number.startsWith('第') ? 'article' : 'paragraph'
    return [wordLine(kind, omitted, { number, isNumberChanged, source })]
  }
  return { before: side('before'), after: side('after') }
}

function changedRows({ before, after }: EntryPair, style: Style): readonly Sides[] {
  const words = style.conventions.comparison
  if (before?.kind === 'heading' && after?.kind === 'heading') {
    return [changedLine('heading', before.heading, after.heading)]
  }
  if (before?.kind === 'article' && after?.kind === 'article') {
    return changedArticle(before.article, after.article, words)
  }
  const kind = (after ?? before)?.kind === 'heading' ? 'heading' : 'caption'
  return [
    {
      before: before ? wholeEntry(before) : [wordLine(kind, words.added)],
      after: after ? wholeEntry(after) : [wordLine(kind, words.removed)],
    },
  ]
}

function wholeEntry(entry: NonNullable<EntryPair['before']>): readonly Line[] {
  return entry.kind === 'heading'
    ? [newLine('heading', entry.heading)]
    : wholeArticle(entry.article)
}

function lineText({ kind, number, isNumberChanged, pieces, source }: Line): LineText {
  return {
    isHeading: kind === 'heading',
    isCaption: kind === 'caption',
    isArticle: kind === 'article',
    isParagraph: kind === 'paragraph',
    isItem: kind === 'item',
    isSubitem: kind === 'subitem',
    isRow: kind === 'row',
    number,
    isNumberChanged,
    pieces,
    source,
  }
}
