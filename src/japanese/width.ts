import { eastAsianWidthType } from 'get-east-asian-width'
import { stripVTControlCharacters } from 'node:util'

/** Columns of a character that Japanese terminals draw wide and others narrow (○ → ※ Ⅲ). */
export type AmbiguousWidth = 1 | 2

const plain = /^[\x20-\x7e]*$/
const pictograph = /^\p{Extended_Pictographic}$/u
const skinTone = /^\p{Emoji_Modifier}$/u
const joiner = '\u200d'
const emojiStyle = '\ufe0f'

/** Columns a text takes in a terminal: full-width 2, half-width kana 1, combining marks and colours 0. */
export function displayWidth(text: string, ambiguous: AmbiguousWidth = 2): number {
  if (plain.test(text)) return text.length
  let width = 0
  let last = 0
  let joined = false
  for (const character of stripVTControlCharacters(text)) {
    const melts = (joined && pictograph.test(character)) || (last === 2 && skinTone.test(character))
    joined = character === joiner
    if (melts) continue
    // A picture sign that is narrow as text becomes wide when its emoji form is asked for.
    const columns = character === emojiStyle ? Number(last === 1) : columnsOf(character, ambiguous)
    width += columns
    if (columns > 0) last = character === emojiStyle ? 2 : columns
  }
  return width
}

/** Fills a text with spaces up to a width. */
export function padEnd(text: string, width: number, ambiguous: AmbiguousWidth = 2): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text, ambiguous)))
}

/** The combining (semi-)voiced sound marks, which Unicode counts among the wide kana. */
const soundMark = /^[\u3099\u309a]$/
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u

function columnsOf(character: string, ambiguous: AmbiguousWidth): number {
  if (plain.test(character)) return 1
  if (soundMark.test(character)) return 0
  const type = eastAsianWidthType(character.codePointAt(0) ?? 0)
  if (type === 'wide' || type === 'fullwidth') return 2
  if (zeroWidth.test(character)) return 0
  return type === 'ambiguous' ? ambiguous : 1
}

/** The form in which texts are compared, never shown: NFKC, one space for many, none at the ends. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** A blank as wide as a kanji. */
export const wideSpace = '\u3000'

/** A heading as it is compared: widths, spaces and marks do not count. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s※*・/]/gu, '')
    .toLowerCase()
}
