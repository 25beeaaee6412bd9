import { addDays, type Day, makeDay, partsOf } from './day.ts'

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** The month in which a fiscal year begins. */
export const fiscalStartMonth = 4

/** The fiscal year a day lies in: April to March, named for the year it begins in. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day)
  return month >= fiscalStartMonth ? year : year - 1
}

/** The days of a fiscal year; undefined outside the years the calendar keeps. */
export function fiscalYear(year: number): DayRange | undefined {
  return monthRange(year, fiscalStartMonth, 12)
}

/** Whole months from the first of one month on; the month may be counted beyond December. */
export function monthRange(year: number, month: number, months: number): DayRange | undefined {
  const from = firstOfMonth(year, month)
  const next = firstOfMonth(year, month + months)
  return from && next && { from, to: addDays(next, -1) }
}

function firstOfMonth(year: number, month: number): Day | undefined {
  const index = month - 1
  return makeDay(year + Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1)
}
