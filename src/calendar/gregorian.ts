/**
 * The only door to calendar arithmetic. What the platform answers exactly and at once (does a day
 * exist, how many days lie between) is asked of `Date` in UTC; adding months is asked of Temporal,
 * which takes some milliseconds to load and is therefore required when first needed.
 */
import { createRequire } from 'node:module'
import type * as polyfill from 'temporal-polyfill-lite'

/** Milliseconds of a day in UTC, where every day has 24 hours. */
const dayLength = 86_400_000
const lastDay = '9999-12-31'

type Temporal = typeof polyfill.Temporal

let temporal: Temporal | undefined
const added = new Map<string, string>()

/** Whether the calendar has this day; years from 1000 to 9999, so that days compare as text. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
}

/** Days since 1970-01-01. */
export function epochDay(isoDay: string): number {
  return Date.parse(isoDay) / dayLength
}

/** Days from 1970-01-01 to the first of a month; months are counted on from January 2000. */
export function epochDayOfMonth(monthsSince2000: number): number {
  return Date.UTC(2000, monthsSince2000, 1) / dayLength
}

/** Adds months, stopping at the end of a shorter month, and then days; never leaves year 9999. */
export function add(isoDay: string, months: number, days: number): string {
  const middle = months === 0 ? isoDay : addMonths(isoDay, months)
  return days === 0 ? middle : addDays(middle, days)
}

function addDays(isoDay: string, days: number): string {
  const sum = Date.parse(isoDay) + days * dayLength
  return sum > Date.parse(lastDay) ? lastDay : new Date(sum).toISOString().slice(0, 10)
}

function addMonths(isoDay: string, months: number): string {
  const key = `${isoDay} ${months}`
  const known = added.get(key)
  if (known !== undefined) return known
  if (Number(isoDay.slice(0, 4)) + months / 12 > 9999) return lastDay
  temporal ??= loadTemporal()
  const sum = temporal.PlainDate.from(isoDay).add({ months }).toString()
  if (added.size > 10_000) added.clear()
  added.set(key, sum)
  return sum
}

function loadTemporal(): Temporal {
  const require = createRequire(import.meta.url)
  // `require` is untyped; the package is pinned and its own types name what it exports.
  return (require('temporal-polyfill-lite') as typeof polyfill).Temporal
}
