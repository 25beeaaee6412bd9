import { addDays, type Day, parseDay, partsOf } from '../calendar/day.ts'
import { eraOf } from '../calendar/era.ts'
import { type DayRange, fiscalStartMonth } from '../calendar/fiscal.ts'
import type { Period } from '../calendar/period.ts'
import { roughDays } from '../calendar/rough-day.ts'

/** 2024年3月27日 */
export function writeDay(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** 令和6年3月27日, 令和元年5月1日; as `writeDay` before the solar calendar. */
export function writeDayOfEra(day: Day): string {
  const stated = eraOf(day)
  if (!stated) return writeDay(day)
  const { month, day: date } = partsOf(day)
  return `${stated.era.name}${stated.year === 1 ? '元' : stated.year}年${month}月${date}日`
}

/** As `writeDay` for a day that comes as text, be it told roughly; text that is no day stays as it is. */
export function writeDayText(text: string): string {
  const day = parseDay(text)
  if (day !== undefined) return writeDay(day)
  const days = roughDays(text)
  return days ? writeDays(days) : text
}

/** A stretch of time: 2025年3月, 2025年度, 2025年, 2025年4月から6月まで, 2025年4月1日から2025年4月10日まで. */
export function writeDays({ from, to }: DayRange): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  const isWhole = first.day === 1 && partsOf(addDays(to, 1)).day === 1
  if (!isWhole) return `${writeDay(from)}から${writeDay(to)}まで`
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  if (count === 12 && first.month === fiscalStartMonth) return `${first.year}年度`
  if (count === 12 && first.month === 1) return `${first.year}年`
  const start = `${first.year}年${first.month}月`
  if (count === 1) return start
  const year = last.year === first.year ? '' : `${last.year}年`
  return `${start}から${year}${last.month}月まで`
}

/** By when after something or before it: 14日以内, 1年前まで, 当日まで; empty where neither is said. */
export function writeLimit(
  { within, before }: { readonly within: Period | undefined; readonly before: Period | undefined },
  write: (period: Period) => string = writePeriod,
): string {
  if (before) return before.isZero ? '当日まで' : `${write(before)}前まで`
  return within ? `${write(within)}以内` : ''
}

/** 6か月, 1年, 1年6か月, 14日, 2時間, 1時間30分, 5開庁日, 当日 */
export function writePeriod(period: Period): string {
  if (period.isZero) return '当日'
  const whole = writeWhole(period)
  return whole + (period.officeDays ? `${whole && 'と'}${period.officeDays}開庁日` : '')
}

function writeWhole(period: Period): string {
  const years = Math.floor(period.months / 12)
  const months = period.months % 12
  return (
    (years ? `${years}年` : '') +
    (months ? `${months}か月` : '') +
    (period.days ? `${period.days}日` : '') +
    writeHours(period.minutes)
  )
}

function writeHours(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return (hours ? `${hours}時間` : '') + (minutes % 60 ? `${minutes % 60}分` : '')
}
