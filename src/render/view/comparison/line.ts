import type { Style } from '../style.ts'
import { diffLine, type Piece } from './word-diff.ts'

/** What a line of a cell is, by which it is indented. */
export type LineKind = 'heading' | 'caption' | 'article' | 'paragraph' | 'item' | 'subitem' | 'row'

/** A line of one side before it is laid out: its number, and its words in pieces. */
export interface Line {
  readonly kind: LineKind
  readonly number: string
  readonly isNumberChanged: boolean
  readonly pieces: readonly Piece[]
  readonly source: string
}

/** The lines of both sides. */
export interface Sides {
  readonly before: readonly Line[]
  readonly after: readonly Line[]
}

/** Something with a number and words that may stand on either side. */
export interface Numbered {
  readonly number: string
  readonly text: string
  readonly source: string
}

/** A line that both sides have: what differs in number and words is marked. */
export function changedLine(kind: LineKind, before: Numbered, after: Numbered): Sides {
  const words = diffLine(before.text, after.text)
  const isNumberChanged = before.number !== after.number
  return {
    before: [{ kind, ...numberAndSource(before), isNumberChanged, pieces: words.before }],
    after: [{ kind, ...numberAndSource(after), isNumberChanged, pieces: words.after }],
  }
}

/** A line that only one side has, underlined whole. */
export function newLine(kind: LineKind, own: Numbered): Line {
  const pieces = own.text === '' ? [] : [{ text: own.text, isChanged: true }]
  return { kind, ...numberAndSource(own), isNumberChanged: own.number !== '', pieces }
}

/** A word of the custom in place of lines: （略）, （新設）, （削る）. */
export function wordLine(
  kind: LineKind,
  word: string,
  more: {
    readonly number?: string
    readonly isNumberChanged?: boolean
    readonly source?: string
  } = {},
): Line {
  return {
    kind,
    number: more.number ?? '',
    isNumberChanged: more.isNumberChanged ?? false,
    pieces: [{ text: word, isChanged: false }],
    source: more.source ?? '',
  }
}

/** The numbers of a run that is left out: ２; ２及び３; ２から５まで; lines of a form have none. */
export function runOf(numbers: readonly string[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)]
  if (numbers.length < 2 || last === '') return first
  return numbers.length === 2 ? `${first}及び${last}` : `${first}から${last}まで`
}

/** Both sides one below the other. */
export function stacked(parts: readonly Sides[]): Sides {
  return {
    before: parts.flatMap(({ before }) => before),
    after: parts.flatMap(({ after }) => after),
  }
}

/** The words that stand for what the other side lacks. */
export type Words = Style['conventions']['comparison']

function numberAndSource({ number, source }: Numbered): Pick<Line, 'number' | 'source'> {
  return { number, source }
}
