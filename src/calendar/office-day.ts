import { addDays, type Day, partsOf, weekdayOf } from './day.ts'

/** The first day on or after one on which offices are open: what falls due on a day off is due then. */
export function officeDayFrom(day: Day): Day {
  let open = day
  while (isDayOff(open)) open = addDays(open, 1)
  return open
}

/** Whether offices are closed: Saturdays, Sundays, holidays, and from 29 December to 3 January. */
function isDayOff(day: Day): boolean {
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

function isNamedHoliday(day: Day): boolean {
  if (fixed.includes(day.slice(5))) return true
  const { year, month, day: date } = partsOf(day)
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
function isSubstitute(day: Day): boolean {
  let before = addDays(day, -1)
  while (isNamedHoliday(before) && weekdayOf(before) !== 0) before = addDays(before, -1)
  return isNamedHoliday(before)
}

function isBetweenHolidays(day: Day): boolean {
  return isNamedHoliday(addDays(day, -1)) && isNamedHoliday(addDays(day, 1))
}
