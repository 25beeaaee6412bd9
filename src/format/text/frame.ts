/**
 * The code frame: the lines a location names, with their numbers, and below the first of them a line
 * of carets that stands exactly under the text in a terminal that draws full-width characters in two
 * columns. Columns of a location are UTF-16 units, tabs become spaces, and a line that is too long is
 * cut around the place.
 */
import { displayWidth } from '../../japanese/width.ts'
import { lineOf, type Location, type Source } from '../../source/source.ts'
import type { Page } from './page.ts'
import { visible } from './visible.ts'

const tabWidth = 4
const cut = '...'
const maxLines = 3

/** The frame's lines; none where the source has no such line. */
export function frame(page: Page, source: Source, location: Location): string[] {
  const { start, end } = location
  const beyondLine = end.line > start.line
  const lastLine = end.line > start.line && end.column === 1 ? end.line - 1 : end.line
  const shown = Math.min(lastLine, start.line + maxLines - 1)
  const lines = linesOf(source, Math.max(1, start.line - 1), shown)
  if (!lines.has(start.line)) return []
  const digits = String(shown).length
  const room = Math.max(20, page.width - digits - 7)
  const gutter = (number: string) => page.paint('muted', `    ${number.padStart(digits)} |`)
  return [...lines].flatMap(([number, line]) => {
    if (number < start.line && line.trim() === '') return []
    const from = number === start.line ? start.column - 1 : 0
    const to = number === start.line && !beyondLine ? end.column - 1 : line.length
    const view = cutAround(expand(line, from, to), room, page)
    const written = `${gutter(String(number))} ${view.text}`.trimEnd()
    if (number !== start.line) return [written]
    const carets = '^'.repeat(Math.max(1, displayWidth(view.marked, page.ambiguous)))
    const blank = ' '.repeat(displayWidth(view.before, page.ambiguous))
    return [written, `${gutter('')} ${blank}${page.paint('red', carets)}`]
  })
}

/** The lines from one number to another without their ends, as far as there are such lines. */
function linesOf(source: Source, first: number, last: number): Map<number, string> {
  const lines = new Map<number, string>()
  for (let number = first; number <= last; number += 1) {
    const line = lineOf(source, number)
    if (line !== undefined) lines.set(number, line)
  }
  return lines
}

interface View {
  readonly text: string
  readonly before: string
  readonly marked: string
}

interface Expanded {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Tabs become spaces up to the next stop; the marked stretch moves along and never halves a character. */
function expand(line: string, from: number, to: number): Expanded {
  const first = wholeCharacter(line, Math.min(from, line.length))
  const last = Math.max(first, wholeCharacter(line, Math.min(to, line.length)))
  const before = withoutTabs(line.slice(0, first), '')
  const marked = withoutTabs(line.slice(first, last), before)
  const after = withoutTabs(line.slice(last), before + marked)
  return {
    text: before + marked + after,
    from: before.length,
    to: before.length + marked.length,
  }
}

function withoutTabs(text: string, before: string): string {
  let expanded = ''
  let column = displayWidth(before)
  for (const [index, piece] of visible(text).split('\t').entries()) {
    const blank = index === 0 ? 0 : tabWidth - (column % tabWidth)
    expanded += ' '.repeat(blank) + piece
    column += blank + displayWidth(piece)
  }
  return expanded
}

function wholeCharacter(line: string, index: number): number {
  const code = line.charCodeAt(index)
  const insidePair = code >= 0xdc00 && code <= 0xdfff && index > 0
  return insidePair && (line.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index
}

function cutAround({ text, from, to }: Expanded, room: number, page: Page): View {
  const widthOf = (piece: string) => displayWidth(piece, page.ambiguous)
  const whole = { text, before: text.slice(0, from), marked: text.slice(from, to) }
  if (text.length <= 2 * room && widthOf(text) <= room) return whole
  const lead = startOfView(text, from, room, widthOf)
  const head = lead > 0 ? cut : ''
  const body = fitting(text.slice(lead, lead + 4 * room), room - 2 * cut.length, widthOf)
  const tail = lead + body.length < text.length ? cut : ''
  return {
    text: head + body + tail,
    before: head + body.slice(0, from - lead),
    marked: body.slice(from - lead, to - lead),
  }
}

/** Where a cut line begins, so that the place stands in its first two thirds. */
function startOfView(
  text: string,
  from: number,
  room: number,
  widthOf: (piece: string) => number,
): number {
  let lead = wholeCharacter(text, Math.max(0, from - 2 * room))
  if (lead === 0 && widthOf(text.slice(0, from)) <= (room * 2) / 3) return 0
  for (const character of text.slice(lead, from)) {
    if (widthOf(text.slice(lead, from)) <= room / 3) break
    lead += character.length
  }
  return lead
}

/** As much of the text's beginning as has room. */
function fitting(text: string, room: number, widthOf: (piece: string) => number): string {
  let end = 0
  for (const character of text) {
    if (widthOf(text.slice(0, end + character.length)) > room) break
    end += character.length
  }
  return text.slice(0, end)
}
