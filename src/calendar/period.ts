import { epochDayOfMonth } from './gregorian.ts'
import { spreadOfOfficeDays } from './office-day.ts'

/** The Gregorian calendar repeats after 400 years. */
const cycleMonths = 4800
const cycleDays = 146_097
const longestMonths = 12_000
const longestDays = 366_000
const longestOfficeDays = 250
const pattern =
  /^P(?=[T\d])(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?$/
const minutesOfDay = 24 * 60
/** 5開庁日, as offices write a term in days of work; 翌開庁日 is the first, 毎開庁日 a turn on each. */
const officePattern = /^(?:[翌毎]|(\d{1,3}))(?:開庁|営業|勤務|就業|執務)日(?:以内|まで|ごと)?$/

/**
 * A length of calendar time. Months and days stay apart, for a month has no fixed length; `minutes` are
 * what is less than a day, `officeDays` days of work, of which days off are no part.
 */
export class Period {
  readonly months: number
  readonly days: number
  readonly minutes: number
  readonly officeDays: number

  constructor(months: number, days: number, minutes = 0, officeDays = 0) {
    this.months = months
    this.officeDays = officeDays
    this.days = days + Math.floor(minutes / minutesOfDay)
    this.minutes = minutes % minutesOfDay
  }

  /**
   * The same in whole days, a part of a day as a day: within an hour of an event that has no time but its
   * day is certainly over only after the day that follows, and what is done every two hours is done every day.
   */
  inWholeDays(): Period {
    return this.minutes === 0 ? this : new Period(this.months, this.days + 1, 0, this.officeDays)
  }

  /** No time at all: a deadline on the day itself. */
  get isZero(): boolean {
    return this.months + this.days + this.minutes + this.officeDays === 0
  }

  /** Which is longer from any day whatever; undefined where that depends on the day. */
  compareCertain(other: Period): -1 | 0 | 1 | undefined {
    const { least, most } = difference(this, other)
    if (least > 0) return 1
    if (most < 0) return -1
    return least === 0 && most === 0 ? 0 : undefined
  }

  /**
   * Whether this is never longer than the other (true) or always longer (false). Decides a little
   * more than `compareCertain`: 28 days are at most a month, though in February they are equal.
   */
  isAtMost(other: Period): boolean | undefined {
    const { least, most } = difference(this, other)
    if (most <= 0) return true
    return least > 0 ? false : undefined
  }

  /** How often it fits into a mean year. */
  timesPerYear(): number {
    return 365.2425 / (this.months * 30.436875 + lengthInDays(this) + this.officeDays * 1.5)
  }

  /** ISO 8601, in its shortest form; days of work, which it does not know, in Japanese. */
  toString(): string {
    if (this.officeDays > 0) return `${this.officeDays}開庁日`
    const years = Math.floor(this.months / 12)
    const months = this.months % 12
    return (
      'P' +
      (years ? `${years}Y` : '') +
      (months ? `${months}M` : '') +
      (this.days || !(this.months || this.minutes) ? `${this.days}D` : '') +
      (this.minutes ? `T${partsOfDay(this.minutes)}` : '')
    )
  }
}

function partsOfDay(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return (hours ? `${hours}H` : '') + (minutes % 60 ? `${minutes % 60}M` : '')
}

/** Days and the part of a day. */
function lengthInDays({ days, minutes }: Period): number {
  return days + minutes / minutesOfDay
}

/**
 * Reads an ISO 8601 period of years, months, weeks, days, hours and minutes. One of no length at all is a deadline and
 * nothing else, one in days of work that or a cycle: they are refused unless `deadline` or `inOffice` allows them.
 */
export function parsePeriod(
  text: string,
  deadline = false,
  inOffice = deadline,
): Period | undefined {
  const plain = text.normalize('NFKC').trim()
  const office = inOffice ? officePattern.exec(plain) : undefined
  if (office) return officeTerm(Number(office[1] ?? 1))
  const match = pattern.exec(plain)
  if (!match) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = match
    .slice(1)
    .map((part) => Number(part || 0))
  const period = new Period(years * 12 + months, weeks * 7 + days, hours * 60 + minutes)
  if (period.months > longestMonths || period.days > longestDays) return undefined
  return deadline || !period.isZero ? period : undefined
}

function officeTerm(count: number): Period | undefined {
  return count > 0 && count <= longestOfficeDays ? new Period(0, 0, 0, count) : undefined
}

/** A period as a checked file has it; undefined for what is none. */
export function periodOf(written: unknown): Period | undefined {
  return typeof written === 'string' ? parsePeriod(written, true) : undefined
}

interface Spread {
  readonly least: number
  readonly most: number
}

function isPartOfDay({ months, days, minutes }: Period): boolean {
  return months + days === 0 && minutes > 0
}

/** By how many days the first is longer, over all days it could begin on. */
function difference(a: Period, b: Period): Spread {
  // On the day itself: more or less than an hour, by the time of the event.
  if (a.isZero ? isPartOfDay(b) : b.isZero && isPartOfDay(a)) return { least: -1, most: 1 }
  if (a.officeDays > 0 || b.officeDays > 0) return officeDifference(a, b)
  const months = a.months - b.months
  const days = lengthInDays(a) - lengthInDays(b)
  const spread = spreadOf(Math.abs(months))
  return months >= 0
    ? { least: spread.least + days, most: spread.most + days }
    : { least: days - spread.most, most: days - spread.least }
}

/** The same where one is in days of work: what of them are days off depends on the day. */
function officeDifference(a: Period, b: Period): Spread {
  const isSameRest = a.months === b.months && a.days === b.days && a.minutes === b.minutes
  if (isSameRest && a.officeDays > 0 && b.officeDays > 0) {
    const more = a.officeDays - b.officeDays
    return { least: more, most: more }
  }
  const [one, other] = [spreadWhole(a), spreadWhole(b)]
  return { least: one.least - other.most, most: one.most - other.least }
}

function spreadWhole(period: Period): Spread {
  const office =
    period.officeDays > 0 ? spreadOfOfficeDays(period.officeDays) : { least: 0, most: 0 }
  const { least, most } = spreadOf(period.months)
  const days = lengthInDays(period)
  return { least: office.least + least + days, most: office.most + most + days }
}

/** Fewest and most days of none to twelve months; a test holds them against the calendar. */
const withinYear: readonly (readonly [number, number])[] = [
  [0, 0],
  [28, 31],
  [59, 62],
  [89, 92],
  [120, 123],
  [150, 153],
  [181, 184],
  [212, 215],
  [242, 245],
  [273, 276],
  [303, 306],
  [334, 337],
  [365, 366],
]
const spreads = new Map<number, Spread>(
  withinYear.map(([least, most], months) => [months, { least, most }]),
)

/** Fewest and most days of so many months: 1 → 28-31, 3 → 89-92, 6 → 181-184, 12 → 365-366. */
function spreadOf(months: number): Spread {
  const known = spreads.get(months)
  if (known) return known
  let least = Infinity
  let most = 0
  for (let month = 0; month < cycleMonths; month += 1) {
    const days = monthStart(month + months) - monthStart(month)
    if (days < least) least = days
    if (days > most) most = days
  }
  const spread = { least, most }
  spreads.set(months, spread)
  return spread
}

let starts: readonly number[] | undefined

function monthStart(month: number): number {
  starts ??= Array.from({ length: cycleMonths }, (_, index) => epochDayOfMonth(index))
  const cycles = Math.floor(month / cycleMonths)
  return (starts[month - cycles * cycleMonths] ?? 0) + cycles * cycleDays
}
