import { Period, periodOf } from '../calendar/period.ts'
import { joinList } from '../japanese/list.ts'
import { writePeriod } from '../japanese/date.ts'
import type { Words } from '../model/pack.ts'
import type { Shape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'

/** What stands in the place of a value that nobody wrote. */
export const notWritten = '記載なし'

/** Items of a list that a sentence names before it counts the rest. */
const listed = 8

/** The names behind the ids that stand in a file. */
export interface Names extends Words {
  /** What a reference to one of some nouns leads to. */
  readonly nameOf: (nouns: readonly string[], id: string) => string
}

/** A value that says itself; undefined where only its schema can tell what it is. */
export function sayPlain(value: unknown): string | undefined {
  if (value instanceof Period) return writePeriod(value)
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The items of a list in a sentence: the first of them, and how many more there are. */
export function sayList(items: readonly string[], none = 'なし'): string {
  return items.length === 0 ? none : joinList(items, listed)
}

/**
 * The name that a thing itself carries; undefined where it has none. What a ledger has a label for, a
 * finding calls by that label and a comparison, which pairs by ids, by its id.
 */
export function nameIn(data: Readonly<Record<string, unknown>>): string | undefined {
  const names = ['name', 'title', 'item'].map((field) => data[field])
  return names.find((name) => typeof name === 'string')
}

/** 担当業務「ユーザIDの点検」, 報告: what a thing is, and what it is called where it has a name. */
export function titled({ label }: Shape, name: string): string {
  return name === '' ? label : `${label}「${name}」`
}

/** When a duty is done. */
export type Frequency = { readonly kind: keyof typeof plainly } | Cycle | Occasion

/** A frequency by turns of one length. */
export interface Cycle {
  readonly kind: 'every'
  readonly period: Period
  /** How the turns are counted, where that is written; by the fiscal year where it is not. */
  readonly counted: string | undefined
}

/** A frequency by events. */
export interface Occasion {
  readonly kind: 'event'
  /** A word of the vocabulary, or the occasion in the office's own words. */
  readonly event: string
  readonly isOwn: boolean
  /** By when after the event, or how long before it. */
  readonly within: Period | undefined
  readonly before: Period | undefined
}

/** A frequency as a file or the model has it; undefined where it is none. */
export function frequencyIn(written: unknown): Frequency | undefined {
  const data = isMapping(written) ? written : { word: written }
  const { word, on, occasion, counted } = data
  if (isPlain(word)) return { kind: word }
  const period = periodOf(data['every'])
  if (period) {
    return { kind: 'every', period, counted: typeof counted === 'string' ? counted : undefined }
  }
  const event = on ?? occasion
  if (typeof event !== 'string') return undefined
  const [within, before] = [periodOf(data['within']), periodOf(data['before'])]
  return { kind: 'event', event, isOwn: on === undefined, within, before }
}

/** What is no cycle of a known length and has no occasion. */
export const plainly = {
  always: '常時',
  asNeeded: '随時',
  periodic: '定期（間隔の定めなし）',
  unstated: '頻度の定めなし',
} as const

/** Whether a frequency is one of the plain words. */
export function isPlain(word: unknown): word is keyof typeof plainly {
  return typeof word === 'string' && Object.hasOwn(plainly, word)
}

/** What an event is called: by its word, or as the office calls it. */
export function eventName({ event, isOwn }: Occasion, words: Words): string {
  return isOwn ? event : words.wordName('events', event)
}

/** 障害の発生の都度; an occasion that is itself a time stands as it is: 録画を外に渡すとき. */
function eachTime(event: string): string {
  return isTime(event) ? event : `${event}の都度`
}

/** Whether the name of an occasion is already a time: …するとき, …した場合. */
export function isTime(event: string): boolean {
  return /(?:とき|時|際|場合|都度|たび)$/u.test(event)
}

/** How often, in a few words: 常時, 1年に1回, 人事異動の都度. */
export function howOften(frequency: Frequency, words: Words): string {
  switch (frequency.kind) {
    case 'every':
      return frequency.period.officeDays === 1
        ? '毎開庁日に1回'
        : `${writePeriod(frequency.period)}に1回`
    case 'event':
      return eachTime(eventName(frequency, words))
    default:
      return plainly[frequency.kind]
  }
}
