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

/** An element of a procedure that was read out of a document. */
export interface ReadElement {
  /** The list of the procedure that it stands in. */
  readonly list: 'roles' | 'duties' | 'provisions' | 'passwords' | 'logs' | 'chains' | 'revisions'
  /** What its id begins with; undefined where such elements have none. */
  readonly stem: string | undefined
  readonly value: Readonly<Record<string, unknown>>
  /** What it was read out of. */
  readonly sources: readonly (Sentence | Unit)[]
  readonly doubts: readonly Doubt[]
  /** 第5条第2項 */
  readonly place: string
}
