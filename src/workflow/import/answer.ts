import type { Draft } from '../../import/draft.ts'
import type { DraftElement } from '../../import/element.ts'
import type { ReadingWords } from '../../import/words.ts'
import { textLikeness } from '../../japanese/likeness.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { checkElement } from '../../schema/check.ts'
import type { ValueShape } from '../../schema/shape.ts'
import { isMapping } from '../../schema/variant.ts'
import { valueAt } from '../../schema/walk.ts'
import { wordsFor } from '../../schema/wording.ts'
import type { Path } from '../../yaml/document.ts'
import { YamlEdit } from '../../yaml/edit.ts'
import { parseDocuments } from '../../yaml/parse.ts'
import { type Answers, answersTo } from './question.ts'
import { readingOf, shapeOfElement } from './reading.ts'

/** A question that nobody has answered in the file of a draft, and all that its answer settles. */
export interface Pending {
  readonly title: string
  readonly help: string
  readonly question: string
  readonly label: string
  /** What could be written, where it is not any text. */
  readonly example: string | undefined
  /** What was read, in the words of the format; empty where nothing was. */
  readonly readings: readonly string[]
  /** 第5条第2項 */
  readonly places: readonly string[]
  /** What is wrong with an answer; undefined where it can be written. */
  readonly fault: (answer: string) => string | undefined
  /** Takes the reading as it is: the question and the mark of what is not confirmed go. */
  readonly accept: () => void
  /** Writes an answer in its place; it has no fault. */
  readonly change: (answer: string) => void
}

/** What answers are held against. */
export interface Knowledge {
  readonly standard: WrittenStandard
  readonly words: Pick<ReadingWords, 'organisations'>
}

/** The file of a draft while its questions are answered: all that no answer touches stays as it is. */
export class DraftAnswers {
  readonly #draft: Draft
  readonly #known: Knowledge
  readonly #edit: YamlEdit

  constructor(text: string, draft: Draft, known: Knowledge) {
    this.#draft = draft
    this.#known = known
    this.#edit = new YamlEdit(text)
  }

  get text(): string {
    return this.#edit.text
  }

  /** The questions whose remark still stands in the file, those alike together. */
  get pending(): readonly Pending[] {
    return answersTo(this.#draft).flatMap(({ title, help, example, asked }) =>
      asked.flatMap(({ question, elements }) => {
        const places = elements.flatMap((element) => this.#placeOf(element, question) ?? [])
        const keys = [...new Set(places.map(({ path }) => path.at(-1)))]
        return keys.map((key) => {
          const own = places.filter(({ path }) => path.at(-1) === key)
          return this.#pending({ title, help, example, question }, String(key), own)
        })
      }),
    )
  }

  /** Where a question about an element stands in the file; undefined where it was answered or taken away. */
  #placeOf(element: DraftElement, question: string): Place | undefined {
    const key = element.doubts.find((doubt) => doubt.question === question)?.key
    const at = pathOf(element, this.#edit.value)
    if (key === undefined || !at) return undefined
    const path = [...at, key]
    return this.#edit.hasRemark(path, `確認: ${question}`) ? { element, path } : undefined
  }

  #pending(
    words: Pick<Pending, 'title' | 'help' | 'question'> & Pick<Answers, 'example'>,
    key: string,
    places: readonly Place[],
  ): Pending {
    const list = places[0]?.element.list ?? 'duties'
    const field = shapeOfElement(list, this.#draft.of).fields[key]
    const readings = places.flatMap(({ element, path }) => {
      const value = valueAt(this.#edit.value, path)
      if (value === undefined) return []
      const one = { ...element, value: { [key]: value } }
      return readingOf(one, this.#known.standard, this.#draft.of).rows.map(({ text }) => text)
    })
    const valueOf = (answer: string): unknown =>
      field ? meant(answer, field.type, this.#known, this.#edit.value) : undefined
    return {
      title: words.title,
      help: words.help,
      question: words.question,
      label: field?.label ?? key,
      example: words.example ?? (field && exampleOf(field.type, this.#known, this.#edit.value)),
      readings: [...new Set(readings)],
      places: places.map(({ element: { place, id = '' } }) => (place === '' ? id : place)),
      fault: (answer) =>
        (field && unnamed(answer, field.type, this.#known, this.#edit.value)) ??
        this.#fault(valueOf(answer), key, list),
      accept: () => {
        for (const { path } of places) this.#settle(path, words.question)
      },
      change: (answer) => {
        for (const { path } of places) {
          this.#edit.set(path, valueOf(answer))
          this.#settle(path, words.question)
        }
      },
    }
  }

  #fault(value: unknown, key: string, list: DraftElement['list']): string | undefined {
    const shape = shapeOfElement(list, this.#draft.of)
    const wrong = checkElement({ [key]: value }, shape).find(({ code }) => code !== 'missing-key')
    return wrong && wordsFor(wrong, { owner: shape.label, written: undefined }).message
  }

  /** Takes the remark away, and the key out of what is not confirmed; an element without such is no longer inferred. */
  #settle(path: Path, question: string): void {
    this.#edit.unremark(path, `確認: ${question}`)
    const above = path.slice(0, -1)
    const element = valueAt(this.#edit.value, above)
    const unconfirmed: unknown = isMapping(element) ? element['unconfirmed'] : undefined
    if (!isMapping(element) || !Array.isArray(unconfirmed)) return
    const left = unconfirmed.filter((key) => key !== path.at(-1))
    if (left.length === unconfirmed.length) return
    if (left.length > 0) {
      this.#edit.set([...above, 'unconfirmed'], left)
      return
    }
    this.#edit.remove([...above, 'unconfirmed'])
    if (element['basis'] === 'inferred') this.#edit.remove([...above, 'basis'])
  }
}

interface Place {
  readonly element: DraftElement
  readonly path: Path
}

/** Where an element with an id stands in a file; undefined where it does not. */
function pathOf({ list, id, document }: DraftElement, file: unknown): Path | undefined {
  if (document === undefined) return inList(file, [list], id)
  const around = inList(file, ['documents'], document)
  return around && inList(file, [...around, list], id)
}

function inList(file: unknown, list: Path, id: string | undefined): Path | undefined {
  const elements = valueAt(file, list)
  if (id === undefined || !Array.isArray(elements)) return undefined
  const at = elements.findIndex((one: unknown) => isMapping(one) && one['id'] === id)
  return at < 0 ? undefined : [...list, at]
}

/** An answer as the file has it: YAML, or names where ids stand; undefined where nothing is called so. */
function meant(answer: string, type: ValueShape, known: Knowledge, file: unknown): unknown {
  if (type.kind === 'list') {
    const all = itemsOf(answer).map((one) => meant(one, type.of, known, file))
    return all.includes(undefined) ? undefined : all
  }
  const named = namedIn(type, known, file)
  if (named) return named.find(({ id, name }) => id === answer || name === answer)?.id
  if (type.kind === 'ref' || type.kind === 'text' || type.kind === 'label') return answer
  const [document] = parseDocuments({ path: '', text: answer }).documents
  return document?.value ?? answer
}

function itemsOf(answer: string): readonly string[] {
  return answer
    .replace(/^\[(.*)\]$/su, '$1')
    .split(/[、,]/u)
    .map((one) => one.trim())
}

/** What to say of a name that nothing has: what is called much the same, or all there is. */
function unnamed(
  answer: string,
  type: ValueShape,
  known: Knowledge,
  file: unknown,
): string | undefined {
  if (type.kind === 'list') {
    const faults = itemsOf(answer).map((one) => unnamed(one, type.of, known, file))
    return faults.find((fault) => fault !== undefined)
  }
  const named = namedIn(type, known, file)
  if (!named || named.some(({ id, name }) => id === answer || name === answer)) return undefined
  const like = named
    .map(({ name }) => ({ name, likeness: textLikeness(answer, name) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  const near = named.length <= fewNames ? named : like.slice(0, fewNames)
  const instead = near.map(({ name }) => name).join('、')
  return `「${answer}」という名前のものはありません。識別子か名称を書いてください${instead === '' ? '' : `（${instead}）`}`
}

/** How many names are told to somebody who has missed one. */
const fewNames = 5

function exampleOf(type: ValueShape, known: Knowledge, file: unknown): string | undefined {
  if (type.kind === 'list') return exampleOf(type.of, known, file)
  return namedIn(type, known, file)?.[0]?.name
}

/** All that an answer may name; undefined where it is no name. */
function namedIn(
  type: ValueShape,
  { standard, words }: Knowledge,
  file: unknown,
): readonly Named[] | undefined {
  if (type.kind === 'word') {
    return 'vocabulary' in type
      ? [...(standard.vocabularies.get(type.vocabulary)?.values() ?? [])]
      : Object.entries(type.words).map(([id, name]) => ({ id, name }))
  }
  if (type.kind !== 'ref') return undefined
  if (type.to.includes('organisation')) return words.organisations
  if (!type.to.includes('role')) return undefined
  const roles = valueAt(file, ['roles'])
  return (Array.isArray(roles) ? roles : []).flatMap((role: unknown) => {
    const { id, name } = isMapping(role) ? role : {}
    return typeof id === 'string' ? [{ id, name: typeof name === 'string' ? name : id }] : []
  })
}

interface Named {
  readonly id: string
  readonly name: string
}
