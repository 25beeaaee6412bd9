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
