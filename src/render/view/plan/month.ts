import { addMonths, addPeriod, type Day, parseDay, partsOf } from '../../../calendar/day.ts'
import type { DayRange } from '../../../calendar/fiscal.ts'
import { type Counted, type Window, windows } from '../../../calendar/window.ts'
import type { WrittenPart } from '../../../model/part.ts'
import { frequencyOf, monthsOf } from '../../../words/when.ts'
import { groupBy } from '../../../finding/order.ts'
import type { WrittenDossier } from '../../../model/dossier.ts'
import { dayOf } from '../../../model/performance.ts'
import type { Style } from '../style.ts'

/** ● the month a duty is due in, ○ a month it may be done in before, 休 one in which it rests. */
type Mark = '●' | '○' | '休'

/** A month as `YYYY-MM`. */
type Month = string

/** The months of a year in which a periodic duty is due, may be done, or rests; by `YYYY-MM`. */
export function marksOf(duty: WrittenPart, year: DayRange, start: Day): ReadonlyMap<Month, Mark> {
  const frequency = frequencyOf(duty)
  const marks = new Map<Month, Mark>()
  if (frequency.kind !== 'every') return marks
  const { period, counted = 'fiscalYear' } = frequency
  // A turn may have begun before the year and end in it, or the other way about.
  const from = addMonths(year.from, -(period.months + Math.ceil(period.days / 28) + 12))
  const since = (duty.writtenText('since') ?? earlier(start, year.from)) as Day
  const turns = windows(period, counted as Counted, since, from, addPeriod(year.to, period))
  for (const turn of turns) addTurn(marks, turn, duty, year)
  return marks
}

/** The twelve months of a year as `YYYY-MM`. */
export function monthsIn(year: DayRange): readonly Month[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(year.from, at).slice(0, 7))
}

function addTurn(marks: Map<Month, Mark>, turn: Window, duty: WrittenPart, year: DayRange): void {
  const rests = duty
    .parts('suspended')
    .some(
      (span) =>
        (span.writtenText('from') ?? '') <= turn.to &&
        (span.writtenText('until') ?? '') >= turn.from,
    )
  const named = namedMonths(turn, monthsOf(duty))
  const months = named.length > 0 ? named : [turn.to.slice(0, 7)]
  months.forEach((month, at) => {
    if (month < year.from.slice(0, 7) || month > year.to.slice(0, 7)) return
    const mark: Mark = rests ? '休' : at === months.length - 1 ? '●' : '○'
    if (marks.get(month) !== '●') marks.set(month, mark)
  })
}

/** The months of a turn that the duty names. */
function namedMonths(turn: DayRange, names: readonly number[]): readonly Month[] {
  const months: Month[] = []
  for (
    let first = `${turn.from.slice(0, 7)}-01` as Day;
    first <= turn.to;
    first = addMonths(first, 1)
  ) {
    if (names.includes(partsOf(first).month)) months.push(first.slice(0, 7))
  }
  return months
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}

/** The entries of the records that a duty was done, up to the day of the dossier; what failed is not done. */
export function doneEntries(duty: WrittenPart, dossier: WrittenDossier): readonly WrittenPart[] {
  return dossier.records
    .flatMap((records) => records.writtenParts('performed'))
    .filter(({ data }) => data['duty'] === duty.key)
    .flatMap((series) => series.writtenParts('entries'))
    .filter((entry) => entry.data['outcome'] !== 'failed')
    .filter((entry) => dayOf(entry) !== '' && dayOf(entry) <= dossier.asOf)
}

/** What the records have of a duty in the months of a year: the day of the month, 済 where none is told, ３回 where it was done so often. */
export function doneByMonth(
  duty: WrittenPart,
  dossier: WrittenDossier,
  { from, to }: DayRange,
  style: Style,
): ReadonlyMap<string, string> {
  const inYear = doneEntries(duty, dossier).filter(
    (entry) => dayOf(entry) >= from && dayOf(entry) <= to,
  )
  const months = groupBy(inYear, (entry) => dayOf(entry).slice(0, 7))
  return new Map(
    [...months].map(([month, entries]) => [month, entriesText(entries, style)] as const),
  )
}

function entriesText([first, ...others]: readonly WrittenPart[], style: Style): string {
  if (!first) return ''
  if (others.length > 0) return `${style.number(others.length + 1)}回`
  if (first.data['outcome'] === 'partly') return '一部'
  const day = parseDay(first.writtenText('on') ?? '')
  return day === undefined ? '済' : style.number(partsOf(day).day)
}
