import { type Day, parseDay, partsOf } from '../calendar/day.ts'
import { eraOf } from '../calendar/era.ts'
import type { Period } from '../calendar/period.ts'

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

/** As `writeDay` for a day that comes as text; text that is no day stays as it is. */
export function writeDayText(text: string): string {
  const day = parseDay(text)
  return day === undefined ? text : writeDay(day)
}

/** By when after something or before it: 14日以内, 1年前まで, 当日まで; empty where neither is said. */
export function writeLimit(
  { within, before }: { readonly within: Period | undefined; readonly before: Period | undefined },
  write: (period: Period) => string = writePeriod,
): string {
  if (before) return before.isZero ? '当日まで' : `${write(before)}前まで`
  return within ? `${write(within)}以内` : ''
}

/** 6か月, 1年, 1年6か月, 14日, 2時間, 1時間30分, 当日 */
export function writePeriod(period: Period): string {
  if (period.isZero) return '当日'
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
