import type { Location } from '../source/source.ts'
import type { Named } from './coverage.ts'

/** What falls due, in the order in which one day lists it. */
export const dueKinds = [
  'turn',
  'event',
  'report',
  'confirmation',
  'answer',
  'reminder',
  'action',
  'audit',
  'exception',
  'review',
  'term',
] as const

/** One of these. */
export type DueKind = (typeof dueKinds)[number]

/** Whether something is overdue by the records, may still be done in time, or is over and nobody knows. */
export const dueStates = ['overdue', 'open', 'unrecorded'] as const

/** One of these. */
export type DueState = (typeof dueStates)[number]

/** Something that falls due, in the words of an office. */
export interface DueItem {
  /** Stays the same from run to run, whatever the wording and the day. */
  readonly id: string
  readonly kind: DueKind
  readonly state: DueState
  /** The first day on which it may be done; null where nothing says so. */
  readonly from: string | null
  /** The last day for it; of several turns that are listed as one, the last day of the first. */
  readonly due: string
  /** How many turns are listed as one, the days between them, and the last day of the last; null of a single one. */
  readonly run: { readonly turns: number; readonly days: number; readonly until: string } | null
  readonly system: string
  /** What is to be done, in Japanese. */
  readonly title: string
  /** Which turn, or what happened and when; null where there is only one. */
  readonly turn: string | null
  /** The post that does it; null where none is written. */
  readonly post: string | null
  /** The section that does it; null where none is written, or one that is not listed. */
  readonly section: Named | null
  /** Where the record of it is kept; null where nothing says so. */
  readonly record: string | null
  readonly location: Location
}

/** A system whose deadlines were looked for, and in which days. */
export interface DueSystem {
  readonly system: string
  readonly name: string
  readonly asOf: string
  /** Since when; null where all that is overdue is listed. */
  readonly from: string | null
  readonly to: string
}

/** What falls due, as in the JSON contract `policy-lint/due.v1`. */
export interface DueReport {
  readonly format: 'policy-lint/due.v1'
  readonly asOf: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly systems: readonly DueSystem[]
  readonly summary: Readonly<Record<DueState, number>>
  readonly items: readonly DueItem[]
  /** What could not be read: what falls due by it is not listed. */
  readonly unread: readonly { readonly message: string; readonly location: Location }[]
}
