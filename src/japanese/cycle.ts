import { parsePeriod, Period } from '../calendar/period.ts'
import { plainText } from './sentence.ts'
import { normalise } from './width.ts'

/*
 * How often a text has something done, and by which day of its turn.
 */

/** A word that means a length of time, as it is read. */
interface Named {
  readonly word: string
  readonly value: string
}

/** How often a sentence says that something is repeated, and where. */
export interface Cycle {
  readonly period: Period
  /** Where in the sentence its words stand. */
  readonly at: number
  readonly end: number
}

const units = '時間|日|週間|週|か月|月|年度|年'
/** 6月を超えない期間ごと */
const withinEach = /(?<!\d)(\d{1,3})(日|か月|月|年)を超えない(?:期間|範囲)(?:内)?ごと/gu
/** 6か月に1回, 年に2回, 月1回, 3か月ごとに, 2時間おきに (2日おき may be every third day) */
const often = new RegExp(
  `(?<!\\d)(\\d{0,3})(?:(${units})(?:内に|に|度内に)?(\\d{1,2})[回度]|(${units})ごと|(時間)おき|(${units})に一[回度])`,
  'gu',
)

/** 上期(4~9月)と下期(10~3月)に1回ずつ, 上半期及び下半期に各1回 */
const eachHalf =
  /上半?期(?:\([^)]*\))?(?:と|及び|並びに|・|、)下半?期(?:\([^)]*\))?に(?:それぞれ|各)?(?:1回)?(?:ずつ)?/gu

/** 隔年度に1回, 西暦で偶数の年度に, 各年度の奇数月ごと, 隔週: every other one. */
const everyOther =
  /(?:(?:毎年度?|各年度?)[のに、]?)?(?:隔|(?:偶数|奇数)(?:の|とな[るっ]た?|である|に当たる|に当る)?)(年度|年|月|週)(?:に|ごとに?)?(?:(\d{1,2})[回度])?/gu

/** Of what goes before it, words that make 年度に1回 speak of some years only: 3で割り切れる年度に, 改選のあった年に. */
const someOnly =
  /(?:数|れる|ない|ある|あった|する|した|なる|なった|行う|行った|行われる|迎える|末尾が\d|[初翌前同閏]|うるう|隔|(?<=[\d数選後前回次設定始終了])の|\dか)$/u

/** The lengths of time by which a sentence says that something is repeated, in its order; some by given words. */
export function cycles(sentence: string, words: readonly Named[]): readonly Cycle[] {
  const counted = [...sentence.matchAll(often)].flatMap((match) => {
    const [all, many, unit, times = '1', each, apart, once] = match
    const length = lengthOf(many === '' ? '1' : many, unit ?? each ?? apart ?? once)
    const period = length && divided(length, Number(times))
    const isOfSome = many === '' && someOnly.test(sentence.slice(0, match.index))
    return period && !isOfSome ? [{ period, at: match.index, end: match.index + all.length }] : []
  })
  const alternate = [...sentence.matchAll(everyOther)].flatMap((match) => {
    const [all, unit, times = '1'] = match
    const length = lengthOf('2', unit)
    const period = length && divided(length, Number(times))
    return period ? [{ period, at: match.index, end: match.index + all.length }] : []
  })
  const bounded = [...sentence.matchAll(withinEach)].flatMap((match) => {
    const period = lengthOf(match[1], match[2])
    return period ? [{ period, at: match.index, end: match.index + match[0].length }] : []
  })
  const halves = [...sentence.matchAll(eachHalf)].map((match) => ({
    period: new Period(6, 0),
    at: match.index,
    end: match.index + match[0].length,
  }))
  const named = words.flatMap(({ word, value }) => {
    const at = sentence.indexOf(word)
    const period = at < 0 ? undefined : parsePeriod(value, false, true)
    return period ? [{ period, at, end: at + word.length }] : []
  })
  const found = [...counted, ...bounded, ...alternate, ...halves, ...named]
  return found
    .filter((one) => !found.some((other) => isInside(one, other)))
    .sort((a, b) => a.at - b.at)
}

/** 年に1回 in 半年に1回: no words of its own. */
function isInside(one: Cycle, other: Cycle): boolean {
  return other.at <= one.at && one.end <= other.end && other.end - other.at > one.end - one.at
}

const isoUnits = new Map([
  ['分', 'T#M'],
  ['時', 'T#H'],
  ['日', '#D'],
  ['月', '#M'],
  ['か', '#M'],
  ['年', '#Y'],
])

/**
 * 7日, 24時間, 3か月 in ISO 8601, in the unit in which it is said, weeks in days, days of work as 5開庁日; undefined where
 * the unit is none.
 */
export function isoLength(many: string, unit: string): string | undefined {
  if (/^..日$/u.test(unit)) return `${Number(many)}開庁日`
  if (unit.startsWith('週')) return isoLength(String(7 * Number(many)), '日')
  const form = isoUnits.get(unit.slice(0, 1))
  return form && `P${form.replace('#', String(Number(many)))}`
}

/** 7日, 24時間, 3か月, 5開庁日 as a length of time. */
export function lengthOf(many = '', unit = ''): Period | undefined {
  return parsePeriod(isoLength(many, unit) ?? '', unit.length > 2)
}

/** A part of a length of time, where it can be cut so: twice a year is every six months, twice a day every 12 hours. */
export function divided(period: Period, times: number): Period | undefined {
  const { months, days, minutes, officeDays } = period
  if (officeDays > 0) return times === 1 ? period : undefined
  if (months === 0 && days === 1 && 1440 % times === 0) return new Period(0, 0, 1440 / times)
  if (times === 0 || minutes % times > 0 || months % times > 0 || days % times > 0) return undefined
  return new Period(months / times, days / times, minutes / times)
}

const daysOfWork = '(?:開庁|営業|勤務|就業|執務|業務)日'
const eachDay = new RegExp(
  `毎${daysOfWork}|${daysOfWork}(?:ごと|毎に|の(?:毎日|毎朝|毎夕|朝|夕))|毎日\\(${daysOfWork}(?:に限る|のみ)?\\)|${daysOfWork}は毎日|(?:土|閉庁日|休日|休庁日)[^。、]{0,12}を除[きく][^。]{0,4}毎[日朝夕]`,
  'u',
)

/** Whether a text has something done on each day of work, and on no day off: 毎開庁日, 毎日（開庁日）, 土日を除き毎日. */
export function saysEachOfficeDay(text: string): boolean {
  return eachDay.test(normalise(text).replaceAll(' ', ''))
}

/** 公開の前に1回、及び公開した後は年度に1回以上; 導入のとき及び毎年度; 改正の都度のほか、年に1回. */
const besidesOften =
  /(?:前|後|際|とき|都度|たび)[^、。]{0,4}(?:、?(?:及び|並びに|かつ|さらに)|[にの]?(?:加え|ほか))[^。]{0,16}(?:毎(?:年|月|週|日)|(?:年度?|半年|か月|月|週)に\d回|(?:年度?|か月|月|週)ごと|年\d回)/u

/** Whether a text has something done on an occasion and besides that again and again. */
export function saysAlsoOften(text: string): boolean {
  return besidesOften.test(plainText(text))
}

const afterTurn = '(?<next>翌々?)月の?(?:(?<day>\\d{1,2})日|末日?)まで'
const beginsAfterTurn = new RegExp(`^${afterTurn}`, 'u')
/** 点検の翌月末までに is after a check, and not after a turn. */
const anyAfterTurn = new RegExp(`(?<!(?:点検|実施|確認|発見|報告|受領)の)${afterTurn}`, 'u')

/** How many months after a turn its work is due, and on which day, where a text says so: 翌月10日まで. */
export function afterTurnIn(text: string): { months: number; day: number } | undefined {
  const said = beginsAfterTurn.exec(normalise(text))?.groups
  return said && { months: said['next'] === '翌' ? 1 : 2, day: Number(said['day'] ?? 31) }
}

/** The words of a text by which its work is due after each turn: 翌月10日まで. */
export function wordsAfterTurn(text: string): string | undefined {
  return anyAfterTurn.exec(text)?.[0]
}

/** Whether a text speaks of a time after something in any words. */
export function speaksOfAfter(text: string): boolean {
  return /翌々?月|翌四半期|翌年度/u.test(text)
}
