import fc from 'fast-check'
import { addDays, type Day, parseDay } from '../../src/calendar/day.ts'

/** A day a test is sure of. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`no day: ${text}`)
  return parsed
}

/** Any day from 1873 to 2146. */
export const anyDay = fc
  .integer({ min: 0, max: 99_999 })
  .map((count) => addDays(day('1873-01-01'), count))
