import { cleanText } from '../text.ts'

/** Text as a string of Typst: nothing in it can be markup or code. */
export function literal(text: string): string {
  const escaped = cleanText(text).replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')
  return `"${escaped}"`
}

/** Places where a long word of a narrow column may be torn. */
const joints = /(?<=[@./_\-:?=&])(?=[A-Za-z0-9])/g
const longWord = /[!-~]{13,}/g
/** Letters of a piece without a joint that the narrowest cells have room for; a longer one is torn anywhere. */
const longest = 12
const zeroWidthSpace = '\u200b'

/** The same text with places to break addresses and ids, which else would stick out of a cell. */
export function breakable(text: string): string {
  return text.replace(longWord, (word) =>
    word
      .replace(joints, zeroWidthSpace)
      .split(zeroWidthSpace)
      .map((piece) => (piece.length > longest ? Array.from(piece).join(zeroWidthSpace) : piece))
      .join(zeroWidthSpace),
  )
}
