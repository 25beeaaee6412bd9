import { readKanjiNumber } from './numbering.ts'
import { normalise } from './width.ts'

/** The sentences of a text, in the form in which they are read. */
export function sentencesIn(text: string): readonly string[] {
  return plainText(text)
    .split('。')
    .filter((sentence) => sentence !== '')
}

/** In the form in which sentences are read: no spaces, plain digits, one way of writing か月. */
export function plainText(text: string): string {
  return normalise(text)
    .replaceAll(' ', '')
    .replace(/[ヶヵケカ箇]月/gu, 'か月')
    .replace(numeral, (written) => String(readKanjiNumber(written) ?? written))
}

const numeral = /[一二三四五六七八九十百]+(?=(?:か月|日|週|月|年|回|度|文字|字|桁))/gu

/** A text as a pattern that means itself. */
export function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
