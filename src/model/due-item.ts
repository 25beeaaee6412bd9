import type { Day } from '../calendar/day.ts'
import type { DueKind, DueState } from '../finding/due.ts'
import { Unknown } from '../finding/unknown.ts'
import { attempt } from './duty.ts'

/** Something that falls due, as rules would ask it. */
export interface AskedDue<P> {
  readonly kind: DueKind
  readonly state: DueState
  readonly from?: Day
  readonly due: Day
  /** Several turns as one: how many, the days between them and the last day of the last. */
  readonly run?: { readonly turns: number; readonly days: number; readonly until: Day }
  /** The duty, notice, measure or other thing that it is about. */
  readonly about: P
  /** The field of it that holds the day, where it is one day of one thing. */
  readonly field?: string
  /** What it follows: a turn by its name, or an entry or event by its part. */
  readonly turn?: string
  readonly after?: P
  readonly role?: P | undefined
  readonly organisation?: P | undefined
}

/** What can be listed; nothing of what is unknown. */
export function orNone<Item>(compute: () => readonly Item[]): readonly Item[] {
  const found = attempt(compute)
  return found instanceof Unknown ? [] : found
}
