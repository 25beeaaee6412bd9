import { parsePeriod } from '../calendar/period.ts'
import { dayOfSerial } from './day-form.ts'
import { periodMeant } from './day-wording.ts'
import { describeShape, shorten } from './describe.ts'
import type { ValueShape } from './shape.ts'

/** What to do where a value of another type was expected; the commonest slips are named. */
export function wrongTypeFix(
  expected: ValueShape,
  found: unknown,
  written: string | undefined,
): string {
  return special(expected, found, written) ?? `${describeShape(expected)}を書いてください。`
}

function special(
  expected: ValueShape,
  found: unknown,
  written: string | undefined,
): string | undefined {
  const isSingle = expected.kind !== 'list' && expected.kind !== 'union'
  if (Array.isArray(found) && isSingle)
    return `一覧にせず、${describeShape(expected)}を一つ書いてください。`
  const plain = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
  switch (expected.kind) {
    case 'text':
    case 'label':
    case 'ref':
    case 'word':
      if (!plain) return undefined
      return `引用符で囲んで '${shorten(written ?? String(found))}' と書いてください。`
    case 'day':
      return typeof found === 'number' ? dayFix(found) : undefined
    case 'list':
      if (!plain) return `各行を「- 」で始めて、一覧にしてください。`
      return `角かっこで囲んで [${shorten(written ?? String(found))}] と書いてください。`
    case 'bool':
    case 'yes':
      return typeof found === 'string' ? truthFix(found, expected.kind) : undefined
    case 'number':
      return typeof found === 'string' ? numberFix(found) : undefined
    default:
      return undefined
  }
}

function dayFix(found: number): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(String(found))
  if (match) return `${match.slice(1).join('-')} と書いてください。`
  const serial = dayOfSerial(String(found))
  return (
    serial && `表計算ソフトの通し番号なら、${serial} と書いてください（1900年から数えた場合）。`
  )
}

function truthFix(found: string, kind: 'bool' | 'yes'): string | undefined {
  const word = found.normalize('NFKC').trim().toLowerCase()
  if (['はい', '有', 'あり', '○', '〇', 'yes', 'on', 'する'].includes(word))
    return 'true と書いてください。'
  if (!['いいえ', '無', 'なし', '×', 'no', 'off', 'しない'].includes(word)) return undefined
  return kind === 'bool' ? 'false と書いてください。' : 'この行を消してください。'
}

function numberFix(found: string): string | undefined {
  const digits = /^-?\d+(?:\.\d+)?/.exec(found.normalize('NFKC').replaceAll(',', '').trim())
  return digits ? `引用符や単位を付けずに、半角で ${digits[0]} と書いてください。` : undefined
}

/** How to write `frequency: P6M`: the period that stands alone belongs behind `every`. */
export function periodFix(found: string): string | undefined {
  const period = parsePeriod(found)?.toString() ?? periodMeant(found)
  return period === undefined ? undefined : `{ every: ${period} } と書いてください。`
}
