import { addDays, type Day, makeDay } from '../calendar/day.ts'
import { yearPattern } from '../calendar/era.ts'

const dayForm = new RegExp(
  `^${yearPattern}\\s*(?:年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日?|[-/.]\\d{1,2}[-/.]\\d{1,2})$`,
)
const monthForm = new RegExp(`^${yearPattern}\\s*(?:年\\s*\\d{1,2}\\s*月?|[-/.]\\d{1,2})$`)

/** Whether a text has the form of a day, though the calendar may not have it: 2024-02-30. */
export function looksLikeDay(text: string): boolean {
  return dayForm.test(text.normalize('NFKC').trim())
}

/** Whether a text stops at the month: 2024-02, 令和6年2月. */
export function looksLikeMonth(text: string): boolean {
  return monthForm.test(text.normalize('NFKC').trim())
}

/** What spreadsheets count days from; that they take 1900 for a leap year is past before their first that is read. */
const serialOrigin = makeDay(1899, 12, 30)

/** The day of a spreadsheet's serial number of five digits (1927 to 2173), with the time of day or without. */
export function dayOfSerial(text: string): Day | undefined {
  const serial = /^([1-9]\d{4})(?:\.\d+)?$/.exec(text.normalize('NFKC').trim())?.[1]
  if (serial === undefined || serialOrigin === undefined) return undefined
  return addDays(serialOrigin, Number(serial))
}
