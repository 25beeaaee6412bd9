import { addMonths, addPeriod, type Day } from '../calendar/day.ts'
import { periodOf } from '../calendar/period.ts'
import { procedureOf } from './duty.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/**
 * Whether an exception holds on a day: inside its term, and not given up by then. One without an end never does,
 * nor does one that nobody approved.
 */
export function isGranted<R extends Reading>(exception: Part<R>, day: string): boolean {
  if (exception.data['approver'] === 'none') return false
  const ended = exception.writtenText('endedOn')
  const last = lastDayOf(exception, day)
  return (
    dayOf(exception, 'from') <= day &&
    last !== undefined &&
    day <= last &&
    !(ended !== undefined && ended < day)
  )
}

/**
 * The last day of an exception as it stands on a day: its own, or that by which it must be looked at again,
 * whichever is first, for it ends where nobody does. Undefined where nothing ends it.
 */
export function lastDayOf<R extends Reading>(exception: Part<R>, day: string): Day | undefined {
  const ends = [exception.writtenText('expires'), reviewDueOn(exception, day)]
  return ends.filter((end) => end !== undefined).sort()[0] as Day | undefined
}

/** The day by which an exception must be looked at again; of one that nobody dated, from when its text took effect. */
function reviewDueOn<R extends Reading>(exception: Part<R>, day: string): Day | undefined {
  const every = periodOf(exception.data['reviewEvery'])
  if (!every) return undefined
  const begun =
    exception.writtenText('from') ?? procedureOf(exception).part('inForce')?.text('from')
  const looked = exception.writtenTexts('reviewedOn').filter((one) => one <= day)
  const last = [begun ?? '', ...looked].sort().at(-1)
  return last ? addPeriod(last as Day, every) : undefined
}

/** The exception that was granted next for the same thing; undefined where none was. */
export function renewalOf(exception: Part): Part | undefined {
  return forTheSame(exception).find((one) => dayOf(one, 'from') > dayOf(exception, 'from'))
}

/** The exceptions for the same thing that one carries on, from the first: each was followed within a month. */
export function carriedOn(exception: Part): readonly Part[] {
  const last = forTheSame(exception).findLast(
    (one) => dayOf(one, 'from') < dayOf(exception, 'from'),
  )
  if (!last) return []
  const end = dayOf(last, last.written('endedOn') ? 'endedOn' : 'expires')
  const goesOn = end === '' || dayOf(exception, 'from') <= addMonths(end, 1)
  return goesOn ? [...carriedOn(last), last] : []
}

/** The exceptions of a procedure for what one is for, itself among them, in the order of their days. */
function forTheSame(exception: Part): readonly Part[] {
  return procedureOf(exception)
    .parts('exceptions')
    .filter((one) =>
      ['requirement', 'element'].every((key) => one.data[key] === exception.data[key]),
    )
    .sort((a, b) => (dayOf(a, 'from') < dayOf(b, 'from') ? -1 : 1))
}

function dayOf<R extends Reading>(exception: Part<R>, field: 'from' | 'expires' | 'endedOn'): Day {
  return (exception.writtenText(field) ?? '') as Day
}
