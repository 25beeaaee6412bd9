import { parsePeriod, Period } from '../calendar/period.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'

/*
 * What the sentence of a duty plainly says: how binding it is, how often, by when, in which months and to
 * whom the result goes. The words are those of the pack (`phrases`); only numbers have a grammar of their
 * own. Where a text may be read in two ways, nothing is said.
 */

/** How binding a text is, where all its sentences end the same way. */
export function saidForce(element: Part): string | undefined {
  const endings = phrasesWith(element, 'force')
  const forces = sentencesOf(element).map(
    (sentence) => longest(endings.filter(({ word }) => sentence.endsWith(word)))?.value,
  )
  return only(forces)
}

/**
 * How often, where a text has one sentence and names one length of time before the first thing that is
 * done: what follows may be how often the result is reported.
 */
export function saidEvery(element: Part): Period | undefined {
  const [sentence, ...others] = sentencesOf(element)
  if (sentence === undefined || others.length > 0) return undefined
  if (phrasesWith(element, 'frequency').some(({ word }) => sentence.includes(word))) {
    return undefined
  }
  const cycles = cyclesIn(sentence, element)
  const [first] = cycles
  const isOne = cycles.every(({ period }) => first && period.compareCertain(first.period) === 0)
  const isOfDeed = first && !/[しいきりみ]、|して|した/u.test(sentence.slice(0, first.at))
  if (!first || !isOne || !isOfDeed) return undefined
  const rest = sentence.slice(0, first.at) + sentence.slice(first.end)
  const times = timesIn(rest, saidMonths(element).length)
  return times === undefined ? undefined : divided(first.period, times)
}

/**
 * How many times in its cycle something is done: 毎年4月と10月に is twice a year, as is 毎年4月と10月の2回.
 * Undefined where the months and the number differ, or there are several numbers.
 */
function timesIn(rest: string, months: number): number | undefined {
  const numbers = [...rest.matchAll(/(?<!\d)(\d{1,2})回/gu)].map((match) => Number(match[1]))
  const said = new Set([...numbers, ...(months > 1 ? [months] : [])])
  if (said.size > 1) return undefined
  return [...said][0] ?? 1
}

/** The plain word for how often (always, asNeeded, periodic), where a text names that and no length of time. */
export function saidFrequency(element: Part): string | undefined {
  const sentences = sentencesOf(element)
  const [sentence, ...others] = sentences
  if (sentence === undefined || others.length > 0 || /\d月/.test(sentence)) return undefined
  if (cyclesIn(sentence, element).length > 0) return undefined
  const words = phrasesWith(element, 'frequency').filter(({ word }) => sentence.includes(word))
  return only(words.map(({ value }) => value))
}

/** By when, where a text names one length of time 以内. */
export function saidDeadline(element: Part): Period | undefined {
  const deadlines = sentencesOf(element).flatMap((sentence) =>
    [...sentence.matchAll(/(?<!\d)(\d{1,3})(分|時間|日|週間|か月|年)以内/gu)].map((match) =>
      lengthOf(match[1], match[2]),
    ),
  )
  return onlyPeriod(deadlines)
}

/** The months in which something is done, where a text names them one by one. */
export function saidMonths(element: Part): readonly number[] {
  const text = sentencesOf(element).join('')
  if (/年\d{1,2}月|月\d{1,2}日|月(?:から|まで|以降|以前|末|中旬|頃)|[~〜-]\d{1,2}月/u.test(text))
    return []
  const months = [...text.matchAll(/(?<!\d)(\d{1,2})月(?!間|ごと|に1[回度])/gu)]
  return [...new Set(months.map((match) => Number(match[1])))].filter((one) => one <= 12)
}

/** The roles of the procedure to which a text says that something is reported. */
export function saidReportTo(element: Part, roles: readonly Part[]): readonly Part[] {
  const text = sentencesOf(element).join('。')
  return roles.filter((role) => {
    const name = plain(role.text('name') ?? '')
    return name !== '' && text.includes(name) && reportsTo(text, name)
  })
}

/** 「(結果を)システム管理者に(書面で)報告する」: to the role itself, not to another whose name ends in it. */
function reportsTo(text: string, name: string): boolean {
  const at = [...text.matchAll(/に(?:対し)?[^、。に]{0,12}報告(?:する|し|しなければ)/gu)]
  return at.some(({ index }) => {
    const before = text.slice(0, index)
    return before.endsWith(name) && /(?:^|[、。をは])$/u.test(before.slice(0, -name.length))
  })
}

/** Whether a text has something done at once. */
export function saysAtOnce(element: Part): boolean {
  return says(element, 'within', 'P0D')
}

/**
 * Whether a text limits what it forbids to some cases, says that it is an exception to another, or forbids what
 * nobody has permitted.
 */
export function saysLimit(element: Part, limits: 'ban' | 'others' | 'permit'): boolean {
  return says(element, 'limits', limits)
}

/** Whether one of the words that say something stands in a text. */
function says(element: Part, field: 'within' | 'limits', wanted: string): boolean {
  const words = phrasesWith(element, field).filter(({ value }) => value === wanted)
  return sentencesOf(element).some((sentence) => words.some(({ word }) => sentence.includes(word)))
}

/** How long a text has something kept, where it names one length of time. */
export function saidKept(element: Part): Period | undefined {
  const terms = sentencesOf(element).flatMap((sentence) =>
    [
      ...sentence.matchAll(
        /(?<!\d)(\d{1,3})(日|か月|年)間?(?:は|、)?[^、。\d]{0,20}(?:保存|保管)/gu,
      ),
    ].map((match) => lengthOf(match[1], match[2])),
  )
  return onlyPeriod(terms)
}

/** How many characters a text asks for at least, where it names one number. */
export function saidLength(element: Part): number | undefined {
  const numbers = sentencesOf(element).flatMap((sentence) =>
    [...sentence.matchAll(/(?<!\d)(\d{1,2})(?:文字|字|桁)(?:以上)/gu)].map((match) =>
      Number(match[1]),
    ),
  )
  return only(numbers)
}

interface Phrase {
  readonly word: string
  readonly value: string
}

/** The words of the standard that say one kind of thing, each with what it says: read once for all duties. */
function phrasesWith(
  element: Part,
  field: 'force' | 'frequency' | 'every' | 'within' | 'limits',
): readonly Phrase[] {
  const { standard } = dossierOf(element)
  return standard.root.remember(`~phrases ${field}`, () =>
    standard.list('phrases').flatMap((phrase) => {
      const value = phrase.data[field]
      if (typeof value !== 'string') return []
      return phrase.writtenTexts('words').map((word) => ({ word: plain(word), value }))
    }),
  ) as readonly Phrase[]
}

interface Cycle {
  readonly period: Period
  /** Where in the sentence its words stand. */
  readonly at: number
  readonly end: number
}

const units = '時間|日|週間|週|か月|月|年度|年'
/** 6か月に1回, 年に2回, 月1回, 3か月ごとに, 2時間おきに (2日おき may be every third day) */
const often = new RegExp(
  `(?<!\\d)(\\d{0,3})(?:(${units})に?(\\d{1,2})[回度]|(${units})ごと|(時間)おき|(${units})に一[回度])`,
  'gu',
)

/** The lengths of time by which a sentence says that something is repeated, in its order. */
function cyclesIn(sentence: string, element: Part): readonly Cycle[] {
  return element.remember(`~cycles ${sentence}`, () =>
    cycles(sentence, element),
  ) as readonly Cycle[]
}

function cycles(sentence: string, element: Part): readonly Cycle[] {
  const counted = [...sentence.matchAll(often)].flatMap((match) => {
    const [all, many, unit, times = '1', each, apart, once] = match
    const length = lengthOf(many === '' ? '1' : many, unit ?? each ?? apart ?? once)
    const period = length && divided(length, Number(times))
    return period ? [{ period, at: match.index, end: match.index + all.length }] : []
  })
  const named = phrasesWith(element, 'every').flatMap(({ word, value }) => {
    const at = sentence.indexOf(word)
    const period = parsePeriod(value)
    return at < 0 || !period ? [] : [{ period, at, end: at + word.length }]
  })
  const found = [...counted, ...named]
  return found
    .filter((one) => !found.some((other) => isInside(one, other)))
    .sort((a, b) => a.at - b.at)
}

/** 年に1回 in 半年に1回: no words of its own. */
function isInside(one: Cycle, other: Cycle): boolean {
  return other.at <= one.at && one.end <= other.end && other.end - other.at > one.end - one.at
}

function lengthOf(many: string | undefined, unit: string | undefined): Period | undefined {
  const form = { 分: 'T#M', 時: 'T#H', 日: '#D', 週: '#W', 月: '#M', か: '#M', 年: '#Y' }[
    unit?.slice(0, 1) ?? ''
  ]
  return form === undefined ? undefined : parsePeriod(`P${form.replace('#', many ?? '')}`)
}

/** A part of a length of time, where it can be cut so: twice a year is every six months, twice a day every 12 hours. */
function divided({ months, days, minutes }: Period, times: number): Period | undefined {
  if (months === 0 && days === 1 && 1440 % times === 0) return new Period(0, 0, 1440 / times)
  if (times === 0 || minutes % times > 0 || months % times > 0 || days % times > 0) return undefined
  return new Period(months / times, days / times, minutes / times)
}

function sentencesOf(element: Part): readonly string[] {
  return element.remember('~sentences', () =>
    plain(element.text('text') ?? '')
      .split('。')
      .filter((sentence) => sentence !== ''),
  ) as readonly string[]
}

/** In the form in which sentences are read: no spaces, plain digits, one way of writing か月. */
function plain(text: string): string {
  return normalise(text)
    .replaceAll(' ', '')
    .replace(/[ヶヵケカ箇]月/gu, 'か月')
}

/** The value that all share; undefined where they differ or there is none. */
function only<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}

/** The same of lengths of time. */
function onlyPeriod(periods: readonly (Period | undefined)[]): Period | undefined {
  const [first] = periods
  return periods.every((one) => first && one?.compareCertain(first) === 0) ? first : undefined
}

function longest(phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.reduce<Phrase | undefined>(
    (best, phrase) => (best && best.word.length >= phrase.word.length ? best : phrase),
    undefined,
  )
}
