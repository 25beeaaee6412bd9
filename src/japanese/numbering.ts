import { type DigitWidth, writeNumber } from './digits.ts'

/** The signs of 号 and what stands below them, from the outermost level in. */
export type ItemStyle = 'parenthesised' | 'kanji' | 'katakana'

const kanjiDigits = '〇一二三四五六七八九'
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
const gojuon =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const letters = 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'

type Sign = (count: number, width: DigitWidth) => string

const parenthesised: Sign = (count, width) =>
  width === 'full' ? `（${writeNumber(count, width)}）` : `(${count})`
const inParentheses =
  (signs: string): Sign =>
  (count) =>
    `(${signOf(signs, count)})`
const plain =
  (signs: string): Sign =>
  (count) =>
    signOf(signs, count)

const levels: Readonly<Record<ItemStyle, readonly [Sign, Sign, Sign]>> = {
  parenthesised: [parenthesised, plain(gojuon), inParentheses(gojuon)],
  kanji: [(count) => writeKanjiNumber(count), plain(iroha), parenthesised],
  katakana: [plain(gojuon), inParentheses(gojuon), plain(letters)],
}

/** The sign of the nth 号 (level 0) or of what stands below it: (1), ア, (ア). Counts from one. */
export function itemNumber(
  style: ItemStyle,
  level: 0 | 1 | 2,
  count: number,
  width: DigitWidth,
): string {
  return levels[style][level](count, width)
}

/** 一, 十, 十一, 二十, 百三: numbers below ten thousand. */
export function writeKanjiNumber(value: number): string {
  const units: readonly (readonly [number, string])[] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ]
  let rest = value
  let written = ''
  for (const [unit, name] of units) {
    const count = Math.floor(rest / unit)
    if (count > 0) written += (count > 1 ? kanjiDigits.charAt(count) : '') + name
    rest %= unit
  }
  return rest > 0 || written === '' ? written + kanjiDigits.charAt(rest) : written
}

/** The nth sign; after the last the signs are doubled, as the drafting rules do (ア … ン, アア, アイ). */
function signOf(signs: string, count: number): string {
  const index = count - 1
  const sign = signs.charAt(index % signs.length)
  return index < signs.length ? sign : signOf(signs, Math.floor(index / signs.length)) + sign
}

/** 12, 十二, 二十, 百三 as a number; undefined where a text is none. */
export function readKanjiNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text)
  if (!/^[〇一二三四五六七八九十百千]+$/u.test(text)) return undefined
  let sum = 0
  let digit: number | undefined
  for (const sign of text) {
    const unit = { 千: 1000, 百: 100, 十: 10 }[sign]
    if (unit === undefined) digit = (digit ?? 0) * 10 + kanjiDigits.indexOf(sign)
    else {
      sum += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}
