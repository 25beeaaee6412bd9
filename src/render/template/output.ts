import type { Location } from '../../source/source.ts'
import { cleanText, escapeHtml } from '../text.ts'
import { longestOutput, maxElements } from './limits.ts'
import { TemplateError, type TemplateWords } from './problem.ts'

/** A line break inside a value, so that it is told from one of the template: U+2028 LINE SEPARATOR. */
export const lineBreak = '\u2028'

type State = 'text' | 'open' | 'tag' | 'double' | 'single' | 'comment'

interface Segment {
  readonly start: number
  readonly at: Location
  /** The template's own text; none for a value. */
  readonly markup: string | undefined
}

/** The HTML that a template makes, and which place of the template every part of it came from. */
export class Output {
  readonly #parts: string[] = []
  readonly #segments: Segment[] = []
  #length = 0
  #elements = 0
  #state: State = 'text'

  get html(): string {
    return this.#parts.join('')
  }

  /** Adds HTML of the template itself. */
  markup(text: string, at: Location): void {
    this.#state = stateAfter(text, this.#state)
    this.#add(text, at, text)
  }

  /** Adds a value, as text whatever it holds. A value may stand between tags or in quotes. */
  value(text: string, at: Location): void {
    if (this.#state === 'tag' || this.#state === 'open') throw new TemplateError(at, unquoted)
    const breaks = this.#state === 'text' ? lineBreak : ' '
    this.#add(escapeHtml(cleanText(text)).replaceAll('\n', breaks), at, undefined)
  }

  /** The place of the template behind a place of the HTML. */
  placeOf(offset: number): Location | undefined {
    let low = 0
    let high = this.#segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#segments[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const segment = this.#segments[low]
    if (segment?.markup === undefined) return segment?.at
    const before = segment.markup.slice(0, offset - segment.start).split('\n')
    const { path, start } = segment.at
    const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1)
    const position = { line: start.line + before.length - 1, column }
    return { path, start: position, end: position }
  }

  #add(text: string, at: Location, markup: string | undefined): void {
    if (text === '') return
    if (this.#length + text.length > longestOutput) throw new TemplateError(at, tooLong)
    if (markup !== undefined) this.#elements += markup.match(/<[A-Za-z]/g)?.length ?? 0
    if (this.#elements > maxElements) throw new TemplateError(at, tooManyElements)
    this.#segments.push({ start: this.#length, at, markup })
    this.#parts.push(text)
    this.#length += text.length
  }
}

const nextMark: Readonly<Record<State, RegExp>> = {
  text: /<!--|<(?=[A-Za-z/]|$)/g,
  open: /[A-Za-z/]|[^]/g,
  tag: /["'>]/g,
  double: /"/g,
  single: /'/g,
  comment: /-->/g,
}

/** Follows where in HTML a text ends; the tokenizer finds what this is too simple for. */
function stateAfter(text: string, before: State): State {
  let state = before
  let at = 0
  for (;;) {
    const pattern = nextMark[state]
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return state
    at = match.index + match[0].length
    state = stateFrom(state, match[0], at === text.length)
  }
}

function stateFrom(state: State, mark: string, isEnd: boolean): State {
  switch (state) {
    case 'text':
      if (mark === '<!--') return 'comment'
      return isEnd ? 'open' : 'tag'
    case 'open':
      return /[A-Za-z/]/.test(mark) ? 'tag' : 'text'
    case 'tag':
      if (mark === '>') return 'text'
      return mark === '"' ? 'double' : 'single'
    case 'double':
    case 'single':
      return 'tag'
    case 'comment':
      return 'text'
  }
}

const unquoted: TemplateWords = {
  code: 'unquoted-value',
  message: '< と > の間に置く値は、" " で囲まなければなりません。',
  why: '囲まないと、値の中の空白や記号が、別の指定として働いてしまいます。',
  fix: 'data-source="{{名前}}" のように、" " で囲んでください。',
}

const tooLong: TemplateWords = {
  code: 'too-long',
  message: '文書が長くなりすぎました。',
  why: '繰り返しが重なると、処理が終わらなくなります。',
  fix: '{{#each}} の中で、同じ並びをもう一度繰り返していないか確かめてください。',
}

const tooManyElements: TemplateWords = {
  code: 'too-long',
  message: `文書が長くなりすぎました（段落、表のセルなどは、${maxElements.toLocaleString('ja-JP')}まで）。`,
  why: '大きすぎる文書は、作るのにも開くのにもメモリーが足りなくなります。',
  fix: '期間やシステムを分けてください。管理簿などの表は、Excel（--to xlsx）なら長くても作れます。',
}
