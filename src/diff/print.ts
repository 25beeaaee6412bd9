import { type Data, type Element, hasId } from '../model/element.ts'
import { holdsElements } from '../schema/walk.ts'
import { type FieldWords, plainWriting, sayField, sayFrequency } from '../words/field.ts'
import { frequencyIn, nameIn, sayList, sayPlain, titled } from '../words/value.ts'
import type { Side } from './names.ts'
import { writtenId } from './rename.ts'

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
    return sayField(value, type, this.#wordsIn(element))
  }

  /** 担当業務「ユーザIDの点検」, 報告「業務管理者」: what a thing is and what it is called. */
  title(element: Element): string {
    return titled(element.shape, this.name(element))
  }

  /** What a thing is called. */
  name(element: Element): string {
    const { data, key, shape } = element
    const own = this.#side.nameIn(element)
    if (own !== undefined) return own
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
        ? sayList(this.#namesIn(element, field).filter(Boolean), '')
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
    return sayList(this.#namesIn(element, field), '')
  }

  #namesIn(element: Element, field: string): readonly string[] {
    return element.children(field).map((one) => this.name(one))
  }

  /** How a sentence says what an element has: a few items of a list, and a frequency as one value. */
  #wordsIn(element: Element): FieldWords {
    const names = this.#side.namesIn(element)
    return {
      ...names,
      writing: plainWriting,
      truth: (value) => sayPlain(value) ?? '',
      number: String,
      list: (items) => sayList(items),
      mapping: (value, type) => {
        const isFrequency = type.kind === 'union' && type.name === 'Frequency'
        const frequency = isFrequency ? frequencyIn(value) : undefined
        return frequency ? sayFrequency(frequency, names) : mappingOf(value)
      },
    }
  }
}

/** A mapping of free form, as a rule's `let`. */
function mappingOf(value: Data): string {
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)
    .join('、')
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
