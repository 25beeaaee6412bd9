import { addDays, partsOf } from '../../../calendar/day.ts'
import { type DayRange, fiscalStartMonth } from '../../../calendar/fiscal.ts'
import type { Style } from '../style.ts'

/** The stretch of time a record was made for: 令和６年度, 令和６年４月, 令和６年４月から６月まで. */
export function writeWindow({ from, to }: DayRange, style: Style): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  const isWhole = first.day === 1 && partsOf(addDays(to, 1)).day === 1
  if (!isWhole) return from === to ? style.day(from) : `${style.day(from)}から${style.day(to)}まで`
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  if (count === 12 && first.month === fiscalStartMonth) return style.fiscalYear(from)
  const start = style.day(from).replace(/[^月]*日$/, '')
  if (count === 1) return start
  const end = style.day(to).replace(/[^月]*日$/, '')
  return `${start}から${last.year === first.year ? end.replace(/^.*年/, '') : end}まで`
}
