import { addDays, addPeriod, type Day } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import { type Counted, windows } from '../calendar/window.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'
import { cycleOf, dueDay } from './timing.ts'

/** Far enough to hold the first whole turn of any cycle, however it is counted. */
const sight = new Period(12, 0)

/**
 * The last day for doing a duty the first time when it begins to hold on a day: the end of its first
 * whole turn, or of the months named for it. Undefined where it follows an event or has no cycle.
 */
export function firstDue<R extends Reading>(duty: Part<R>, from: Day): Day | undefined {
  const frequency = duty.part('frequency')
  const every = cycleOf(duty)
  if (!frequency || !every) return undefined
  const counted = (frequency.text('counted') ?? 'fiscalYear') as Counted
  const end = addPeriod(addPeriod(addPeriod(from, every), every), sight)
  const [first] = windows(every, counted, from, from, end)
  return first ? dueDay(first, duty) : addDays(addPeriod(from, every), -1)
}
