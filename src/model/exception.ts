import { addMonths, type Day } from '../calendar/day.ts'
import { procedureOf } from './duty.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/** Whether an exception holds on a day: inside its term, and not given up by then. One without an end never does. */
export function isGranted<R extends Reading>(exception: Part<R>, day: string): boolean {
  const ended = exception.writtenText('endedOn')
  const [from, expires] = [dayOf(exception, 'from'), dayOf(exception, 'expires')]
  return from <= day && day <= expires && !(ended !== undefined && ended <= day)
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
