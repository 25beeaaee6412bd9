/**
 * What the schemas say a change comes to (`x-change`), in the form a comparison reads: derived from
 * `*.schema.json` by `npm run generate` (see generated/change.ts). No other run loads it.
 */
import type { Grade } from '../finding/change.ts'

/** A grade and its reason, in a sentence that holds for every such change. */
export type Said = readonly [grade: Grade, because: string]

/** What changes of one type of element come to. */
export interface TypeChange {
  readonly added: Said
  readonly removed: Said
  /** It hangs elsewhere; a matter of form where nothing is said. */
  readonly moved?: Said
  /** Whether those it concerns must be told. */
  readonly notice?: true
  /** The fields whose grade does not follow from what stands there. */
  readonly fields: Readonly<Record<string, FieldChange>>
}

/**
 * What a kind of file that tells what has happened comes to: it grows every month and lays no duty on
 * anybody, so it is not graded field by field. What it shows is judged by rules.
 */
export interface EventChange {
  readonly added: Said
  /** Something is said where nothing was. */
  readonly filled: Said
  readonly removed: Said
  readonly changed: Said
}

/** What changes of a field come to: one verdict on all of them, or a table. */
export type FieldChange =
  | Said
  | FieldNote
  | (FieldNote & (NamedChange | ValueChange | SetChange | ScaleChange | DeadlineChange))

/** What may be said besides of any field. */
export interface FieldNote {
  /** The order of its elements counts: what another order comes to. */
  readonly reordered?: Said
  /** Its change is for those who keep the file, and nobody else is told. */
  readonly notice?: false
  /** It asks nothing of anybody: whether exceptions are allowed, how clear a clause is, how grave a fault. */
  readonly asks?: false
}

/** A way of grading that data cannot say. */
export interface NamedChange {
  readonly as: 'heading' | 'accepted' | 'copied'
}

/** A value that is one thing or another; what is not said is as `changed`. */
export interface ValueChange {
  readonly changed: Said
  readonly added?: Said
  readonly removed?: Said
}

/** A list of plain values, in no order. */
export interface SetChange {
  readonly gained: Said
  readonly lost: Said
  /** Some went and others came; both reasons where nothing is said. */
  readonly changed?: Said
}

/** A value that asks more or less, and why in each direction. */
export interface ScaleChange {
  readonly stricter: Scale
  readonly tightened: string
  readonly relaxed: string
  readonly added?: Said
  readonly removed?: Said
  /** What holds where nothing is written; then stating it changes nothing. */
  readonly unwritten?: unknown
}

/** Which of two values asks more of those who follow it; words from the mildest to the strictest. */
export type Scale =
  'shorter' | 'longer' | 'more' | 'fewer' | 'yes' | 'no' | 'later' | 'earlier' | readonly string[]

/** A time limit, by its name: the shorter asks more. */
export interface DeadlineChange {
  readonly deadline: string
}
