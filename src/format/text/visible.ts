import { ownValue } from '../../finding/own-value.ts'
import { displayWidth } from '../../japanese/width.ts'
import { type Location, writePlace } from '../../source/source.ts'

/**
 * Control characters and marks that turn the reading direction: they could disguise a terminal's text.
 * Halves of a character that stand alone are no text at all.
 */
const disguising = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Characters without a width: a word with one looks like the word without. One that joins pictures shows. */
const hidden =
  /[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff]|(?<![\p{Extended_Pictographic}\ufe0f])\u200d/gu
/** What a build server takes for an order where a line begins with it, or wherever it stands. */
const orders = /::(?=[a-z-]+(?:::|\s))|##(?=\[|vso\[|teamcity\[)/gi
const harmless: Readonly<Record<string, string>> = { '::': '：：', '##': '＃＃' }

/**
 * Text of a user's file made fit to be shown: what would steer the terminal or could not be seen becomes a
 * sign, what would steer a build server is written in full width.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(disguising, '\ufffd')
    .replace(hidden, '\ufffd')
    .replace(orders, (sign) => ownValue(harmless, sign) ?? sign)
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visible(text)
    .replace(/[\n\t\u2028\u2029]+\s*/g, ' ')
    .trim()
}

/** A single space with a character on each side; the second may stand before the next space. */
const between = /(\S) (?=(\S))/gu

/**
 * Japanese without the spaces that YAML puts where a line was folded: a single one between two
 * full-width characters. Japanese does not part words, so none is lost.
 */
export function unfolded(text: string): string {
  return text.replace(between, (whole, before: string, after: string) =>
    displayWidth(before, 1) === 2 && displayWidth(after, 1) === 2 ? before : whole,
  )
}

/** The last line of a place; the line behind a last line break is not meant. */
export function lastLine({ start, end }: Location): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}

/** A place as terminals and editors follow it: path:line:column. */
export function placeText({ path, start }: Location): string {
  return writePlace({ path: visibleLine(path), start })
}
