import { addDays, addMonths, type Day, daysBetween, partsOf } from './day.ts'
import { type DayRange, fiscalStartMonth, fiscalYearOf, monthRange } from './fiscal.ts'
import { addOfficeDays, officeDayFrom } from './office-day.ts'
import type { Period } from './period.ts'

/** How the turns of a cycle are counted: by fiscal year, by calendar year, or from a day on. */
export type Counted = 'fiscalYear' | 'calendarYear' | 'since'

/** One turn of a cycle, both ends included, named as people name it (2022年度上半期). */
export interface Window extends DayRange {
  readonly label: string
}

/** Whether a value of the model is a turn of a cycle. */
export function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'label' in value && 'from' in value
}

/**
 * The turns of a cycle that lie wholly between `from` and `to`, in order. A turn that begins before
 * `since` is partial and nothing is due in it. A period that does not divide the year evenly (P14D,
 * P5M) is counted from `since`, whatever it is counted by; one of several years begins with the first
 * whole year; one of hours is a turn a day. Turns in days of work begin and end on such days.
 */
export function windows(cycle: Period, counted: Counted, since: Day, from: Day, to: Day): Window[] {
  const period = cycle.inWholeDays()
  if (period.officeDays > 0) return turnsOfOffice(period.officeDays, since, from, to)
  const dividesYear = dividesTheYear(period) || (period.days === 0 && period.months % 12 === 0)
  const found =
    counted === 'since' || !dividesYear
      ? turnsSince(period, since, from, to)
      : turnsOfYear(period.months, counted, since, from, to)
  return found.filter((window) => window.from >= since && window.from >= from && window.to <= to)
}

/** Whether the turns of a cycle lie where they lie whatever day they are counted from. */
export function isOfCalendar(period: Period, counted: Counted): boolean {
  return period.officeDays === 1 || (counted !== 'since' && dividesTheYear(period))
}

function dividesTheYear({ months, days, officeDays }: Period): boolean {
  return days + officeDays === 0 && 12 % months === 0
}

function turnsSince(period: Period, since: Day, from: Day, to: Day): Window[] {
  const turns: Window[] = []
  const longest = period.months * 31 + period.days
  const beginning = (turn: number) =>
    addDays(addMonths(since, turn * period.months), turn * period.days)
  let turn = Math.max(0, Math.floor(daysBetween(since, from) / longest))
  let start = beginning(turn)
  while (start <= to) {
    turn += 1
    const next = beginning(turn)
    if (next <= start) break
    if (start >= from) turns.push(named({ from: start, to: addDays(next, -1) }))
    start = next
  }
  return turns
}

/** Turns of so many days of work each; what lies between them are days off. */
function turnsOfOffice(days: number, since: Day, from: Day, to: Day): Window[] {
  const turns: Window[] = []
  // Longer turns are counted from one day on; those of a day lie where they lie.
  let start = officeDayFrom(days === 1 && from > since ? from : since)
  while (start <= to) {
    const last = addOfficeDays(start, days - 1)
    const next = addOfficeDays(last, 1)
    if (start >= from && last <= to) turns.push(named({ from: start, to: last }))
    if (next <= start) break
    start = next
  }
  return turns
}

/** The names of turns; three and more that follow one another are a stretch: 2022年4月から2023年1月までの10か月. */
export function stretchLabels(turns: readonly Window[]): readonly string[] {
  const runs: Window[][] = []
  for (const turn of turns) {
    const last = runs.at(-1)
    const end = last?.at(-1)
    if (last && end && (isNext(end, turn) || isNextOfOffice(end, turn))) last.push(turn)
    else runs.push([turn])
  }
  return runs.flatMap((run) => {
    const labels = run.map(({ label }) => label)
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || run.length < 3) return labels
    const count = `${run.length}${labels.every((one) => one.endsWith('月')) ? 'か月' : '回'}`
    // Turns that are named by their days are one stretch of days.
    const isOfDays = first.label === named(first).label
    const whole = isOfDays
      ? named({ from: first.from, to: last.to }).label
      : `${first.label}から${last.label}まで`
    return [`${whole}の${count}`]
  })
}

function isNext(end: DayRange, turn: DayRange): boolean {
  return addDays(end.to, 1) === turn.from
}

/** Whether only days off lie between two turns that are named by their days. */
function isNextOfOffice(end: Window, turn: Window): boolean {
  return end.label === named(end).label && addOfficeDays(end.to, 1) === turn.from
}

function named(range: DayRange): Window {
  const label =
    range.from === range.to
      ? written(range.from)
      : `${written(range.from)}から${written(range.to)}まで`
  return { ...range, label }
}

function written(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${year}年${month}月${date}日`
}

function turnsOfYear(
  months: number,
  counted: 'fiscalYear' | 'calendarYear',
  since: Day,
  from: Day,
  to: Day,
): Window[] {
  const fiscal = counted === 'fiscalYear'
  const startMonth = fiscal ? fiscalStartMonth : 1
  const yearOf = (day: Day) => (fiscal ? fiscalYearOf(day) : partsOf(day).year)
  const turns: Window[] = []
  if (months > 12) {
    const years = months / 12
    let year = yearOf(since)
    if ((monthRange(year, startMonth, 12)?.from ?? since) < since) year += 1
    year += Math.max(0, Math.floor((yearOf(from) - year) / years)) * years
    for (; year <= yearOf(to); year += years) {
      const range = monthRange(year, startMonth, months)
      if (range) turns.push({ ...range, label: yearsLabel(fiscal, year, years) })
    }
    return turns
  }
  const last = yearOf(to)
  for (let year = Math.max(yearOf(from), yearOf(since)); year <= last; year += 1) {
    for (let turn = 0; turn < 12 / months; turn += 1) {
      const range = monthRange(year, startMonth + turn * months, months)
      if (range) turns.push({ ...range, label: turnLabel(fiscal, year, months, turn, range) })
    }
  }
  return turns
}

function yearsLabel(fiscal: boolean, year: number, years: number): string {
  const unit = fiscal ? '年度' : '年'
  return `${year}${unit}から${year + years - 1}${unit}まで`
}

function turnLabel(
  fiscal: boolean,
  year: number,
  months: number,
  turn: number,
  range: DayRange,
): string {
  if (months === 12) return `${year}${fiscal ? '年度' : '年'}`
  if (fiscal && months === 6) return `${year}年度${turn === 0 ? '上' : '下'}半期`
  if (fiscal && months === 3) return `${year}年度第${turn + 1}四半期`
  const first = partsOf(range.from)
  if (months === 1) return `${first.year}年${first.month}月`
  const end = partsOf(range.to)
  const year2 = end.year === first.year ? '' : `${end.year}年`
  return `${first.year}年${first.month}月から${year2}${end.month}月まで`
}
