import { plainText } from './sentence.ts'
import { normalise } from './width.ts'

/**
 * What a sentence is about, without how often and by when: the words of two sentences that ask for one thing
 * are the same, in whatever order they stand. 利用者IDは、年1回点検する and 利用者IDの点検は、半年に1回行う.
 */
export function gistOf(sentence: string, without = ''): string {
  const plain = plainText(sentence).replace(without, '')
  return [...new Set([...wordsIn(plain), ...denialIn(plain)])].sort().join(' ')
}

/** What a sentence has done: the last of its words. */
export function deedOf(sentence: string): string | undefined {
  return wordsIn(plainText(sentence)).at(-1)
}

function wordsIn(plain: string): readonly string[] {
  const timeless = plain.replace(times, '、')
  return [...timeless.matchAll(/[\p{Script=Han}\p{Script=Katakana}ーA-Za-z\d]+/gu)]
    .map(([word]) => word)
    .filter((word) => !empty.has(word))
}

/** A negation is as much a part of it as a word. */
function denialIn(plain: string): readonly string[] {
  if (/てはならない|てはいけない|禁[止じず]/u.test(plain)) return ['!']
  return /(?<!なければなら|なければいけ)ない|[しせ]ず/u.test(plain) ? ['?'] : []
}

const times =
  /(?:少なくとも|おおむね|原則として)|毎(?:年度?|月|週|日)|(?:定期的?に)|(?:半年|四半期|半期|\d{1,3}(?:分|時間|日|週間?|か月|月|年度?|開庁日|営業日|勤務日)間?|年度?|月|週|日)(?:以内に?|(?:内)?に?\d{1,2}[回度](?:以上)?|ごとに?|おきに?)|(?:直ち|速やか)に/gu

/** Words that say that something is done, and nothing of what. */
const empty = new Set(['行', '実施', '以上', '以内', '上', '定', '要'])

/** Whether a text has something written down in a book or a list: 使用簿をつけて, 台帳に記入し, 使った者を記録する. */
export function saysRecord(text: string): boolean {
  return /(?:簿|台帳|一覧|記録票|日誌)[をにへ][^、。]{0,8}(?:つけ|付け|記|残)|を記録(?:し|する|の上)|記録を(?:残|つけ|付け|取|と)/u.test(
    normalise(text),
  )
}
