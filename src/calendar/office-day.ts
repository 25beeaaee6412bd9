import { add, epochDay } from './gregorian.ts'

/*
 * The days on which offices are open, in the form `YYYY-MM-DD`.
 */

/** The first day on or after one on which offices are open: what falls due on a day off is due then. */
export function officeDayFrom<Day extends string>(day: Day): Day {
  let open: string = day
  while (isDayOff(open)) open = addDays(open, 1)
  return sameKind(day, open)
}

/** So many days of work after a day, or before it where the number is negative; the day itself is not counted. */
export function addOfficeDays<Day extends string>(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let open: string = day
  for (let left = Math.abs(count); left > 0;) {
    open = addDays(open, step)
    if (open === lastDay) break
    if (!isDayOff(open)) left -= 1
  }
  return sameKind(day, open)
}

/** The fewest and the most days that so many days of work take, from whatever day they are counted. */
export function spreadOfOfficeDays(count: number): {
  readonly least: number
  readonly most: number
} {
  const known = spreads.get(count)
  if (known) return known
  openDays ??= openDaysOfYears()
  let least = Infinity
  let most = 0
  // From a day off or on, the count ends on the same day: the longest wait begins on a day of work.
  for (let at = 0; at + count < openDays.length; at += 1) {
    const end = openDays[at + count] ?? 0
    least = Math.min(least, end - (openDays[at + 1] ?? 0) + 1)
    most = Math.max(most, end - (openDays[at] ?? 0))
  }
  const spread = { least, most }
  spreads.set(count, spread)
  return spread
}

const spreads = new Map<number, { readonly least: number; readonly most: number }>()
let openDays: readonly number[] | undefined

/** The days of work of some decades, as days since 1970: holidays fall alike after 28 years. */
function openDaysOfYears(): readonly number[] {
  const first = '2000-01-01'
  return Array.from({ length: 10_600 }, (_, index) => addDays(first, index))
    .filter((day) => !isDayOff(day))
    .map(epochDay)
}

const lastDay = '9999-12-31'

/** The brand of a day is kept: the calendar itself made the other. */
function sameKind<Day extends string>(_: Day, made: string): Day {
  return made as Day
}

const addDays = (day: string, days: number): string => add(day, 0, days)

/** The day of the week, from 0 for Sunday to 6 for Saturday. */
function weekdayOf(day: string): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7
}

/** Whether offices are closed: Saturdays, Sundays, holidays, and from 29 December to 3 January. */
function isDayOff(day: string): boolean {
  const date = day.slice(5)
  const weekday = weekdayOf(day)
  if (weekday === 0 || weekday === 6 || date >= '12-29' || date <= '01-03') return true
  return isNamedHoliday(day) || isSubstitute(day) || isBetweenHolidays(day)
}

/** The holidays of the law as it has stood since 2020. */
const fixed = [
  '01-01',
  '02-11',
  '02-23',
  '04-29',
  '05-03',
  '05-04',
  '05-05',
  '08-11',
  '11-03',
  '11-23',
]

/** The second Monday of January, and so on. */
const mondays = new Map([
  [1, 2],
  [7, 3],
  [9, 3],
  [10, 2],
])

function isNamedHoliday(day: string): boolean {
  if (fixed.includes(day.slice(5))) return true
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (weekdayOf(day) === 1 && mondays.get(month) === Math.ceil(date / 7)) return true
  return (
    (month === 3 && date === equinox(year, 20.8431)) ||
    (month === 9 && date === equinox(year, 23.2488))
  )
}

/** The day of the equinox in Japan, from 1980 to 2099. */
function equinox(year: number, in1980: number): number {
  const since = year - 1980
  return Math.floor(in1980 + 0.242194 * since - Math.floor(since / 4))
}

/** Where a holiday falls on a Sunday, the next day that is none is off for it. */
function isSubstitute(day: string): boolean {
  let before = addDays(day, -1)
  while (isNamedHoliday(before) && weekdayOf(before) !== 0) before = addDays(before, -1)
  return isNamedHoliday(before)
}

function isBetweenHolidays(day: string): boolean {
  return isNamedHoliday(addDays(day, -1)) && isNamedHoliday(addDays(day, 1))
}
