import type { Day } from '../calendar/day.ts'
import { writeDay } from '../japanese/date.ts'
import { describeShape, shorten } from './describe.ts'
import { dayOfSerial, looksLikeMonth } from './day-form.ts'
import type { ShapeWords } from './violation.ts'

/** Words for a text that is no day, or a day that the calendar does not have. */
export function dayWords(
  { code, found }: { readonly code: 'not-a-day' | 'no-such-day'; readonly found: string },
  place: string,
): ShapeWords {
  const expected = describeShape({ kind: 'day' })
  const actual = shorten(found)
  if (code === 'no-such-day') {
    return {
      message: `${place}の「${actual}」という日はありません`,
      why: '暦にない日です。元号の期間の外の日も、ない日として扱います。',
      fix: '月の日数、うるう年、元号と年を確かめてください。',
      expected,
      actual,
    }
  }
  const serial = dayOfSerial(found)
  if (serial !== undefined) return { ...serialWords(serial, actual, place), expected, actual }
  const month = looksLikeMonth(found)
  return {
    message: `${place}の「${actual}」は日付として読めません`,
    why: month ? '月までしか書かれていません。' : '日付は年、月、日の順に書きます。',
    fix: month ? '日まで書いてください。例 2024-04-01' : `${expected}のように書いてください。`,
    expected,
    actual,
  }
}

/** Whether the number counts from 1900 or, as old files do, from 1904, it does not tell itself. */
function serialWords(day: Day, actual: string, place: string) {
  return {
    message: `${place}の「${actual}」は、日付ではなく表計算ソフトの通し番号のようです`,
    why: '表計算ソフトは日付を通し番号で持ち、列の表示形式が日付でないと、その番号のまま書き出します。',
    fix: `元の表で列の表示形式を「日付」にして、保存し直してください。1900年から数えた番号なら ${day} です。`,
  }
}

/** Words for a text that is no period. */
export function periodWords(found: string, place: string): ShapeWords {
  const meant = periodMeant(found)
  return {
    message: `${place}の「${shorten(found)}」は期間として読めません`,
    why: '期間は P に続けて、数と Y（年）、M（月）、W（週）、D（日）を書きます。時間と分は PT に続けて、H（時間）、M（分）を書きます。',
    fix:
      meant === undefined ? '例えば6か月は P6M と書いてください。' : `${meant} と書いてください。`,
    expected: describeShape({ kind: 'period' }),
    actual: shorten(found),
  }
}

/** Words for a stretch of time that had not begun on the day it was named for. */
export function notBegunWords(
  { found, by, from }: { readonly found: string; readonly by: Day; readonly from: Day },
  place: string,
): ShapeWords {
  const named = shorten(found)
  return {
    message: `${place}の「${named}」は、行った日（${writeDay(by)}）より後に始まります`,
    why: 'まだ始まっていない期間の分を、行ったことにはできません。',
    fix: `どの期間の分かを確かめて「${named}」を直すか、行った日を直してください。`,
    expected: `${writeDay(by)}までに始まった期間`,
    actual: `${writeDay(from)}に始まる期間`,
  }
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(\d{1,4})\s*年(?:間)?$/, '#Y'],
  [/^(\d{1,4})\s*(?:か|カ|ヶ|ケ|ヵ|箇)月(?:間)?$/, '#M'],
  [/^(\d{1,4})\s*週(?:間)?$/, '#W'],
  [/^(\d{1,4})\s*日(?:間)?$/, '#D'],
  [/^(\d{1,4})\s*時間$/, 'T#H'],
  [/^(\d{1,4})\s*分(?:間)?$/, 'T#M'],
]
const words: Readonly<Record<string, string>> = {
  毎日: 'P1D',
  毎週: 'P7D',
  毎月: 'P1M',
  四半期: 'P3M',
  半年: 'P6M',
  毎年: 'P1Y',
}

/** The ISO form of a period as people say it; only for advice, such words are not read. */
export function periodMeant(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const word =
    (Object.hasOwn(words, plain) ? words[plain] : undefined) ??
    (/^\d{1,4}[YMWD]$/.test(plain.toUpperCase()) ? `P${plain}` : undefined)
  if (word !== undefined) return word.toUpperCase()
  for (const [form, unit] of units) {
    const match = form.exec(plain)
    if (match) return `P${unit.replace('#', String(Number(match[1])))}`
  }
  return undefined
}
