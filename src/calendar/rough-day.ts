import type { Day } from './day.ts'
import type { DayRange } from './fiscal.ts'
import { parseWindowLabel } from './window-label.ts'

const normal = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/

/**
 * Reads a day of which only the month, the year or another stretch of time is known (2025-03, 令和7年3月,
 * 2025年度) into its one form: the first and the last day that it may be, with a slash between.
 */
export function parseRoughDay(text: string): string | undefined {
  const days = parseWindowLabel(text)
  return days && days.from !== days.to ? `${days.from}/${days.to}` : undefined
}

/** The days that a day told roughly may be; undefined for a text that is no such day in its one form. */
export function roughDays(text: string): DayRange | undefined {
  if (!normal.test(text)) return undefined
  return { from: text.slice(0, 10) as Day, to: text.slice(11) as Day }
}

/** The days that a day as checked files have it may be: one, or more where it is told roughly. */
export function possibleDays(text: string): DayRange {
  return roughDays(text) ?? { from: text as Day, to: text as Day }
}
