import type { Period } from '../../calendar/period.ts'
import { Unknown } from '../../finding/unknown.ts'

/** What the calendar cannot decide, e.g. whether 30 days are longer than a month. */
export const undecidable = new Unknown([], 'undecidable')

/** Whether the first is certainly not longer (true) or certainly longer (false). */
export function periodAtMost(a: Period, b: Period): boolean | Unknown {
  return a.isAtMost(b) ?? undecidable
}

/** Whether both are certainly as long, or certainly not. */
export function samePeriod(a: Period, b: Period): boolean | Unknown {
  const order = a.compareCertain(b)
  return order === undefined ? undecidable : order === 0
}
