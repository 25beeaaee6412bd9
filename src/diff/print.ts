import type { Day } from '../calendar/day.ts'
import { writeDay } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import { writePeriod } from '../japanese/period.ts'
import type { ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'
import { holdsElements } from '../schema/walk.ts'
import { type Element, hasId } from '../model/element.ts'
import { periodOf } from './grade/scale.ts'
import { nameIn, type Side } from './names.ts'
import { writtenId } from './rename.ts'

/** Items of a list that are named before the rest is counted. */
const listed = 8
/** What names a thing, and what is said aside of it. */
const besides: ReadonlySet<string> = new Set([
  ...['id', 'key', 'system', 'name', 'title', 'basis', 'source', 'notes'],
])
/** How much of a thing a short description tells. */
const told = 5

/** How much of a sentence tells it from others. */
const firstWords = 18

/** How written values of one side stand in a sentence. */
export class Printer {
  readonly #side: Side

  constructor(side: Side) {
    this.#side = side
  }

  /** The value of a field; undefined where nothing is written. */
  field(element: Element, field: string): string | undefined {
    const value = element.data[field]
    const type = element.shape.fields[field]?.type
    if (value === undefined || value === null || !type) return undefined
    return this.#value(type, value, element)
  }

  /** 担当業務「ユーザIDの点検」, 報告「業務管理者」: what a thing is and what it is called. */
  title(element: Element): string {
    const name = this.name(element)
    return name === '' ? element.shape.label : `${element.shape.label}「${name}」`
  }

  /** What a thing is called. */
  name(element: Element): string {
    const { data, key, shape } = element
    const own = nameIn(data)
    if (own !== undefined) return own
    if (typeof data['activity'] === 'string') {
      return this.#side.wordName('activities', data['activity'], element)
    }
    if (
      typeof data['from'] === 'string' &&
      typeof data['to'] === 'string' &&
      shape.key.length > 1
    ) {
      return `${this.field(element, 'from') ?? ''}→${this.field(element, 'to') ?? ''}`
    }
    if (isSentence(element) && hasId(element)) {
      return typeof data['number'] === 'string' ? data['number'] : excerpt(data['text'])
    }
    if (isOfSystem(element)) return ''
    const naming = Object.keys(shape.fields).filter(
      (field) => shape.fields[field]?.print === 'name',
    )
    for (const field of [...shape.key, ...naming]) {
      const told = this.field(element, field)
      if (told !== undefined && told !== '') return told
    }
    return hasId(element) ? writtenId(key) : ''
  }

  /** A thing in a few words: its name and the first of its facts. */
  describe(element: Element): string {
    const facts = Object.entries(element.shape.fields).flatMap(([field, { label, type }]) => {
      if (isLeftOut(element, field)) return []
      const value = holdsElements(type)
        ? joinList(
            element
              .children(field)
              .map((one) => this.name(one))
              .filter(Boolean),
            listed,
          )
        : this.field(element, field)
      return value === undefined || value === '' ? [] : [`${label}: ${value}`]
    })
    const name = isSentence(element) ? String(element.data['text']) : this.name(element)
    const rest = facts.slice(0, told).join('、')
    if (rest === '') return name === '' ? element.shape.label : name
    return name === '' ? rest : `${name}（${rest}）`
  }

  /** What stands in a list, in its order. */
  order(element: Element, field: string): string {
    return joinList(
      element.children(field).map((one) => this.name(one)),
      listed,
    )
  }

  #value(type: ValueShape, value: unknown, from: Element): string {
    if (Array.isArray(value)) {
      const of = type.kind === 'list' ? type.of : type
      const items = value.map((item) => this.#value(of, item, from))
      return items.length === 0 ? 'なし' : joinList(items, listed)
    }
    if (type.kind === 'union' && type.name === 'Frequency') return this.#frequency(value, from)
    if (isMapping(value)) return this.#mapping(value)
    if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
    if (typeof value !== 'string') return String(value)
    return this.#text(type, value, from)
  }

  #text(type: ValueShape, value: string, from: Element): string {
    switch (type.kind) {
      case 'ref':
        return this.#side.nameOf(type.to, value, from)
      case 'word':
        return 'words' in type
          ? (type.words[value] ?? value)
          : this.#side.wordName(type.vocabulary, value, from)
      case 'period': {
        const period = periodOf(value)
        return period ? writePeriod(period) : value
      }
      case 'day':
        return writeDay(value as Day)
      case 'union': {
        const word = type.of.find((one) => one.kind === 'word')
        return word ? this.#text(word, value, from) : value
      }
      default:
        return value
    }
  }

  /** A mapping of free form, as a rule's `let`. */
  #mapping(value: Readonly<Record<string, unknown>>): string {
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)
      .join('、')
  }

  #frequency(value: unknown, from: Element): string {
    if (value === 'always') return '常時'
    if (value === 'asNeeded') return '随時'
    if (!isMapping(value)) return String(value)
    const every = periodOf(value['every'])
    if (every) {
      const counted: unknown = value['counted']
      const how = typeof counted === 'string' ? counting[counted] : undefined
      return `${writePeriod(every)}に1回${how === undefined ? '' : `（${how}）`}`
    }
    const event = this.#side.wordName('events', String(value['on']), from)
    const within = periodOf(value['within'])
    return `${event}の都度${within ? `、${writePeriod(within)}以内` : ''}`
  }
}

const counting: Readonly<Record<string, string>> = {
  fiscalYear: '年度で数える',
  calendarYear: '暦年で数える',
  since: '適用日から数える',
}

/** Whether something is one file of a system, which is told by its heading. */
function isOfSystem({ parent, shape }: Element): boolean {
  return parent === undefined && shape.key.length === 1 && shape.key[0] === 'system'
}

/** Whether a short description leaves a field out. */
function isLeftOut({ shape }: Element, field: string): boolean {
  return besides.has(field) || shape.key.includes(field) || shape.fields[field]?.print === false
}

/** Whether something has no name but the sentence it is, as the clauses of a standard and of a procedure. */
function isSentence(element: Element): boolean {
  const { data, shape } = element
  const isUnnamed = typeof data['text'] === 'string' && nameIn(data) === undefined
  return isUnnamed && (shape.name === 'Provision' || element.root.shape.kind === 'standard')
}

/** The beginning of a sentence. */
function excerpt(written: unknown): string {
  const text = String(written)
  const letters = Array.from(text)
  return letters.length <= firstWords ? text : `${letters.slice(0, firstWords).join('')}…`
}
