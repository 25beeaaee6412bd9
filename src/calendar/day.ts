import { readYear, yearPattern } from './era.ts'
import { add, dayExists, epochDay } from './gregorian.ts'
import { addOfficeDays } from './office-day.ts'
import type { Period } from './period.ts'

declare const brand: unique symbol

/** A day of the calendar as `YYYY-MM-DD`: compares and sorts as text. */
export type Day = string & { readonly [brand]: 'Day' }

const iso = /^([1-9]\d{3})-(\d\d)-(\d\d)$/
const dash = '[-/.\\u2010-\\u2015\\u2212\\u30fc]'
const written = new RegExp(
  `^${yearPattern}\\s*(?:年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日|${dash}(\\d{1,2})${dash}(\\d{1,2}))$`,
)

/**
 * Reads a day as people write it: ISO, 2024/3/1, 2024年3月1日, 令和6年3月1日, R6.3.1, with full-width
 * digits or not. A day the calendar or the era does not have is refused.
 */
export function parseDay(text: string): Day | undefined {
  const plain = iso.exec(text)
  if (plain) return makeDay(Number(plain[1]), Number(plain[2]), Number(plain[3]))
  const match = written.exec(text.normalize('NFKC').trim())
  if (!match) return undefined
  const stated = readYear(match[1], match[2], match[3])
  if (!stated) return undefined
  const day = makeDay(stated.year, Number(match[4] ?? match[6]), Number(match[5] ?? match[7]))
  if (day === undefined || stated.era === undefined) return day
  return stated.era.from <= day && day <= stated.era.until ? day : undefined
}

/** The day of these numbers, where the calendar has it. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  return dayExists(year, month, day) ? isoDay(year, month, day) : undefined
}

/** How far the clocks of Japan, which know no summer time, are ahead of UTC. */
const aheadOfUtc = 9 * 60 * 60 * 1000

/**
 * The day it is in Japan, whatever the zone of the machine: a server in UTC would judge by yesterday
 * until nine in the morning. The only place that asks the clock for a day.
 */
export function todayInJapan(now = new Date()): Day {
  return trusted(new Date(now.getTime() + aheadOfUtc).toISOString().slice(0, 10))
}

/**
 * The day a period later; the end of a month stays inside a shorter one (31 January + P1M = 29 February), and
 * a part of a day may end on the day after, and days off are no days of work.
 */
export function addPeriod(day: Day, period: Period): Day {
  const { months, days } = period.inWholeDays()
  return addOfficeDays(trusted(add(day, months, days)), period.officeDays)
}

/** The day some days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return trusted(add(day, 0, days))
}

/** The day some months later or earlier. */
export function addMonths(day: Day, months: number): Day {
  return trusted(add(day, months, 0))
}

/** Days from the first to the second; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from)
}

/** The day of the week, from 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7
}

/** Calendar order, as for `sort`. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Year, month and day as numbers. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  }
}

function isoDay(year: number, month: number, day: number): Day {
  return trusted(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The brand is given here alone, to text that the calendar itself made or has checked. */
function trusted(text: string): Day {
  return text as Day
}
