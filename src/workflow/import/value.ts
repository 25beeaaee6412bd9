import type { DraftElement } from '../../import/element.ts'
import type { Path } from '../../yaml/document.ts'
import type { Comment } from '../../yaml/write-commented.ts'

/** A file as it was read out of a document, with the questions beside its keys. */
export interface DraftReading {
  readonly value: Readonly<Record<string, unknown>>
  readonly comments: readonly Comment[]
}

/** The questions of an element, beside the keys that they are about. */
export function doubtsAt({ doubts }: DraftElement, path: Path): readonly Comment[] {
  return doubts.map(({ key, question }) => ({ path: [...path, key], text: `確認: ${question}` }))
}

/** Keys that hold what the document has word for word: there is nothing to confirm. */
const copied: ReadonlySet<string> = new Set(['name', 'title', 'text', 'number', 'quoted'])

/** What stands beside a fact and is none. */
const aside: ReadonlySet<string> = new Set(['unconfirmed', 'basis', 'source', 'notes'])

/** An element as it is written: what was read out of the text says so. */
export function valueOf({ id, value, place, isCarried }: DraftElement): object {
  if (isCarried) return { ...(id === undefined ? {} : { id }), ...value }
  const unconfirmed = Object.keys(value).filter((key) => !copied.has(key) && !aside.has(key))
  return {
    ...(id === undefined ? {} : { id }),
    ...value,
    ...(unconfirmed.length > 0 ? { unconfirmed } : {}),
    basis: 'inferred',
    ...(value['source'] === undefined ? sourceOf(place) : {}),
  }
}

/** Where something stands, where it stands anywhere. */
export function sourceOf(place: string): object {
  return place === '' ? {} : { source: place }
}
