import { type Period, periodOf } from '../calendar/period.ts'
import { writeDayText, writeLimit, writePeriod } from '../japanese/date.ts'
import { shapeOf } from '../model/shape.ts'
import type { Shape, ValueShape } from '../schema/shape.ts'
import { isMapping, type Mapping } from '../schema/variant.ts'
import { type Frequency, howOften, type Names } from './value.ts'

/** How days, periods and sentences are written; the documents of a municipality follow its custom. */
export interface Writing {
  readonly day: (day: string) => string
  readonly period: (period: Period) => string
  /** A sentence: its digits and commas. */
  readonly text: (sentence: string) => string
}

/** The writing of messages: 2024年3月27日, 6か月. */
export const plainWriting: Writing = {
  day: writeDayText,
  period: writePeriod,
  text: (sentence) => sentence,
}

/**
 * With what the values of fields are said. A sentence and a table differ in what may be long and in
 * what is read at a glance: はい or ○, a few items of a list or all, 0.8 as it is written or 80％.
 */
export interface FieldWords extends Names {
  readonly writing: Writing
  readonly truth: (value: boolean) => string
  readonly number: (value: number, type: ValueShape) => string
  readonly list: (items: readonly string[]) => string
  readonly mapping: (value: Mapping, type: ValueShape) => string
}

/** The value of a field as its file has it; empty where nothing is written. */
export function sayField(value: unknown, type: ValueShape, words: FieldWords): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    const of = type.kind === 'list' ? type.of : type
    return words.list(value.map((item) => sayField(item, of, words)))
  }
  if (isMapping(value)) return words.mapping(value, type)
  if (typeof value === 'boolean') return words.truth(value)
  if (typeof value === 'number') return words.number(value, type)
  return typeof value === 'string' ? sayText(value, type, words) : ''
}

function sayText(value: string, type: ValueShape, words: FieldWords): string {
  // What is known not to be; a word may have that name for itself.
  if (value === 'none' && !(type.kind === 'word' && ('vocabulary' in type || type.words[value]))) {
    return type.kind === 'union' ? value : 'なし'
  }
  switch (type.kind) {
    case 'ref':
      return words.nameOf(type.to, value)
    case 'word':
      return 'words' in type ? (type.words[value] ?? value) : words.wordName(type.vocabulary, value)
    case 'period': {
      const period = periodOf(value)
      return period ? words.writing.period(period) : value
    }
    case 'day':
      return words.writing.day(value)
    case 'union': {
      const word = type.of.find((one) => one.kind === 'word')
      return word ? sayText(value, word, words) : value
    }
    default:
      return value
  }
}

/** A frequency with all that it says: 1年に1回（年度で数える）, 人事異動の都度、14日以内. */
export function sayFrequency(frequency: Frequency, names: Names): string {
  const counted = frequency.kind === 'every' ? frequency.counted : undefined
  const label = counted && labelIn(shapeOf('PeriodicFrequency'), 'counted', counted)
  return `${howOften(frequency, names)}${label ? `（${label}）` : ''}${howSoon(frequency)}`
}

/** By when after or before its event something is done: 、14日以内; empty where nothing is said. */
export function howSoon(frequency: Frequency): string {
  if (frequency.kind !== 'event') return ''
  const limit = writeLimit(frequency)
  return limit === '' ? '' : `、${limit}`
}

/** The label of a word that the schema lists with its field: `failure` → 障害; the word itself where it lists none. */
export function labelIn(shape: Shape | undefined, field: string, word: string): string {
  const type = shape?.fields[field]?.type
  return wordsOf(type?.kind === 'list' ? type.of : type)[word] ?? word
}

/** The words a type lists, each with its label; none where it lists none. */
export function wordsOf(type: ValueShape | undefined): Readonly<Record<string, string>> {
  return type?.kind === 'word' && 'words' in type ? type.words : {}
}
