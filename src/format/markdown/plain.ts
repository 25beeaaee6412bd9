import { largest } from '../../finding/order.ts'
import { escaped } from '../markup.ts'
import { visibleLine } from '../text/visible.ts'

/** Signs of Markdown that may stand anywhere in a line. */
const signs = /[\\`*_[\]<>|~&$]/g
/** What forges make links of, or call people with, even where no sign of Markdown stands. */
const calling = /[@#!](?=[\p{L}\p{N}_-])|:(?=\/\/)|www(?=\.)/giu
/** Shown by no forge, and it parts what would be read as one. */
const apart = '<!-- -->'

/** A user's text on one line of Markdown: it can be read, and does nothing else. */
export function plain(text: string): string {
  return visibleLine(text).replace(signs, '\\$&').replace(calling, `$&${apart}`)
}

/** A user's text inside a line of HTML that stands in Markdown. */
function plainHtml(text: string): string {
  return escaped(visibleLine(text)).replace(
    /[@!](?=[\p{L}\p{N}_-])|:(?=\/\/)|www(?=\.)/giu,
    `$&${apart}`,
  )
}

/** A user's text as a piece of code: between more backquotes than it has in a row. */
export function code(text: string): string {
  const line = visibleLine(text)
  const longest = largest((line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** The same, where a table's cells would be parted by the text. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A table; its cells are Markdown already. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)]
}

/** A text of at most so many characters. */
export function shortened(text: string, max = 1000): string {
  const whole = Array.from(text)
  return whole.length <= max ? text : `${whole.slice(0, max).join('')}…（以下略）`
}

/** Lines that a reader unfolds; the blank lines let the forge read Markdown inside. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return [`<details><summary>${plainHtml(title)}</summary>`, '', ...lines, '', '</details>', '']
}
