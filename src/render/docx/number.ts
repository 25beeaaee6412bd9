/** How Word counts a list: its `numFmt`. */
export type NumberFormat =
  | 'decimal'
  | 'decimalFullWidth'
  | 'aiueoFullWidth'
  | 'irohaFullWidth'
  | 'decimalEnclosedCircle'
  | 'lowerLetter'

/** A number as Word could count it: what stands around the counter, how it counts, how far it is. */
export interface CountedNumber {
  readonly prefix: string
  readonly suffix: string
  readonly format: NumberFormat
  readonly value: number
}

const aiueo =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const letters = 'abcdefghijklmnopqrstuvwxyz'

const signs: readonly (readonly [NumberFormat, string])[] = [
  ['aiueoFullWidth', aiueo],
  ['irohaFullWidth', iroha],
  ['decimalEnclosedCircle', circled],
  ['lowerLetter', letters],
]

/**
 * The ways Word could count to a number as written: 第１条, (2), ア, ①. None for a branch number
 * (第３条の２) or anything else whose counter is not one plain run; such a number stays text.
 */
export function readings(written: string): readonly CountedNumber[] {
  // Word takes a per cent sign for a place of the counter.
  if (written.includes('%')) return []
  const digits = /^([^0-9０-９]*)(?:([1-9]\d{0,3})|([１-９][０-９]{0,3}))([^0-9０-９]*)$/.exec(
    written,
  )
  if (digits) {
    const [, prefix = '', half, full, suffix = ''] = digits
    const format = half === undefined ? 'decimalFullWidth' : 'decimal'
    return [{ prefix, suffix, format, value: Number(half ?? full?.normalize('NFKC')) }]
  }
  const marked = /^([(（]?)(.)([)）]?)$/u.exec(written)
  if (!marked) return []
  const [, prefix = '', sign = '', suffix = ''] = marked
  return signs.flatMap(([format, all]) => {
    const value = all.indexOf(sign) + 1
    return value === 0 ? [] : [{ prefix, suffix, format, value }]
  })
}
