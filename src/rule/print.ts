import type { Day } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import type { Print, Shape } from '../expression/template.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { writeDay } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import { writePeriod } from '../japanese/period.ts'
import { attempt } from '../model/duty.ts'
import { isPart, type Part } from '../model/part.ts'
import type { Words } from '../model/pack.ts'
import { inlineWordName } from '../model/word.ts'

/** Items of a list that a message names before it counts the rest. */
const listed = 8

/** How values stand in a message: things by their Japanese name, words by their label, days as written in prose. */
export function printer(words: Words): Print {
  const print = (value: unknown, type: Shape): string => {
    if (value === undefined || value === null) return '（記載なし）'
    if (value instanceof Unknown) return '（不明）'
    if (type.kind === 'optional') return print(value, type.of)
    if (Array.isArray(value)) return printList(value, type, print)
    if (isPart(value)) return inText(value, words)
    if (value instanceof Period) return writePeriod(value)
    if (type.kind === 'day' && typeof value === 'string') return writeDay(value as Day)
    if (type.kind === 'word' && typeof value === 'string') {
      return inlineWordName(type.vocabulary, value) ?? words.wordName(type.vocabulary, value)
    }
    if (typeof value === 'number') return printNumber(value)
    if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
    if (typeof value === 'object' && 'label' in value) return String(value.label)
    return typeof value === 'string' ? value : ''
  }
  return print
}

function printList(items: readonly unknown[], type: Shape, print: Print): string {
  const of: Shape = type.kind === 'list' ? type.of : { kind: 'any' }
  if (items.length === 0) return 'なし'
  const known = knownOf(items)
  if (known.length === 0) return '（不明）'
  return joinList([...new Set(known.map((item) => print(item, of)))], listed)
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) return '際限なし'
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

/** How a thing stands in a text: under its name; one without a name as the kind of thing it is. */
function inText(part: Part, words: Words): string {
  const name = writtenName(part, words)
  if (name !== undefined) return name
  // The id of an account is what ledger and screen show.
  if (part.type === 'Account') return part.key
  return nameOfKind(part, words) ?? `${part.shape.label}（${part.key}）`
}

function nameOfKind(part: Part, words: Words): string | undefined {
  const type = part.shape.fields['kind']?.type
  const kind = part.legible['kind']
  if (type?.kind !== 'word' || typeof kind !== 'string') return undefined
  return 'vocabulary' in type ? words.wordName(type.vocabulary, kind) : type.words[kind]
}

/** The name a reader knows a thing by; one without a name goes by its id. */
export function nameOfPart(part: Part, words: Words): string {
  return writtenName(part, words) ?? part.key
}

/** The name, title or label of a thing, else that of what it belongs to, else the sentence it carries. */
function writtenName(part: Part, words: Words): string | undefined {
  const { legible: data } = part
  for (const field of ['name', 'title', 'label', 'item']) {
    const value = data[field]
    if (typeof value === 'string') return value
  }
  const organisation = data['organisation']
  if (isPart(organisation)) return nameOfPart(organisation, words)
  if (typeof data['activity'] === 'string') return words.wordName('activities', data['activity'])
  if (part.type === 'Frequency') return nameOfFrequency(part, words)
  for (const field of ['role', 'duty', 'organisation', 'to', 'by']) {
    if (part.shape.fields[field]?.type.kind === 'ref' && data[field] !== undefined) {
      const target = attempt(() => part.part(field))
      if (isPart(target)) return nameOfPart(target, words)
    }
  }
  const text = data['text'] ?? data['what'] ?? data['key']
  return typeof text === 'string' ? text : undefined
}

function nameOfFrequency(frequency: Part, words: Words): string {
  if (frequency.legible['word'] === 'always') return '常時'
  if (frequency.legible['word'] === 'asNeeded') return '随時'
  if (frequency.legible['every'] !== undefined)
    return `${writePeriod(frequency.field('every') as Period)}に1回`
  return `${words.wordName('events', String(frequency.legible['on']))}の都度`
}
