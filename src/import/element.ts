import type { Sentence } from './statement.ts'
import type { Unit } from './unit.ts'

/** What a person should look at, beside the key in doubt. */
export interface Doubt {
  /** The key of the element. */
  readonly key: string
  /** What the question is about: one answer may settle all of a kind. */
  readonly about: string
  readonly question: string
}

/** The lists of a procedure, in the order of its file. */
export const elementLists = [
  'roles',
  'duties',
  'provisions',
  'documents',
  'chains',
  'passwords',
  'logs',
  'exceptions',
  'revisions',
] as const

/** The lists of a standard, in the order of its file. */
export const standardLists = ['roles', 'clauses'] as const

/** A list of a procedure or of a standard. */
export type ElementList = (typeof elementLists)[number] | (typeof standardLists)[number]

/** An element of a procedure or of a standard that was read out of a document. */
export interface ReadElement {
  /** The list that it stands in. */
  readonly list: ElementList
  /** The document beside the procedure in which the list is. */
  readonly document?: string
  /** What its id begins with; undefined where such elements have none. */
  readonly stem: string | undefined
  /** Its id, where the document itself says it by a bookmark. */
  readonly known?: string
  /** Whether its value is what the file carries, word for word, and not what was read out of its text. */
  readonly isCarried?: true
  readonly value: Readonly<Record<string, unknown>>
  /** What it was read out of. */
  readonly sources: readonly (Sentence | Unit)[]
  readonly doubts: readonly Doubt[]
  /** 第5条第2項 */
  readonly place: string
}

/** An element with its id, where such elements have one. */
export interface DraftElement extends ReadElement {
  readonly id: string | undefined
}

/** A stretch of the document, and what became of it. */
export interface Traced {
  readonly text: string
  readonly place: string
  /** What it is where it is no sentence, and whether a sentence was read. */
  readonly is: 'title' | 'heading' | 'number' | 'contents' | 'read' | 'unread'
  /** The elements it stands in. */
  readonly elements: readonly DraftElement[]
  /** Why a sentence was not read, in Japanese. */
  readonly why?: string
}
