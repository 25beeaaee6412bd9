import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { addOfficeDays } from '../calendar/office-day.ts'
import { Period } from '../calendar/period.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import { compareText } from '../finding/order.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { coverOf, entriesOfSeries, ledger, openLedger } from './record.ts'

/**
 * The entries of a ledger inside a window, of the system and of the whole organisation, and one unknown
 * where the ledger does not speak for the whole window: `exists` is then true if one fits and unknown
 * otherwise, never a false "not done". A ledger written as `[]` speaks for every window.
 */
export function entriesIn(dossier: Dossier, name: string, { from, to }: DayRange): OpenList<Part> {
  const series = seriesIn(dossier, name)
  const entries = series
    .flat()
    .flatMap(entriesOfSeries)
    .map((entry) => (entry instanceof Unknown ? entry : placed(entry, { from, to })))
    .filter((entry) => entry !== undefined)
  const isWhole =
    series.length > 0 &&
    series.every((one) => one.length === 0 || speaksFor(knownOf(one), { from, to }))
  return isWhole ? entries : [...entries, unrecorded(name)]
}

/** The entries of a ledger from so long ago up to the day of judgement. */
export function entriesWithin(dossier: Dossier, name: string, period: Period): OpenList<Part> {
  return entriesIn(dossier, name, { from: before(dossier.asOf, period), to: dossier.asOf })
}

/** The entries of a ledger from a day on. */
export function entriesSince(dossier: Dossier, name: string, from: Day): OpenList<Part> {
  return entriesIn(dossier, name, { from, to: dossier.asOf })
}

/**
 * The entries of a ledger from which the latest state is read. Unknown where the ledger ends more than
 * a year before the day of judgement: the latest it knows is no longer the state.
 */
export function currentEntries(dossier: Dossier, name: string): readonly Part[] {
  const series = ledger(dossier, name)
  if (series.length === 0) return []
  const limit = before(dossier.asOf, year)
  if (!series.some((one) => coverOf(one).to >= limit)) throw unrecorded(name)
  return series.flatMap((one) => one.parts('entries'))
}

/**
 * The newest of some entries for each key, in the order of their days; entries without a key are passed over.
 * Unknown where a day told roughly leaves open which it is.
 */
export function newestBy(
  entries: readonly Part[],
  keyOf: (entry: Part) => string,
  dayOf: (entry: Part) => DayRange | undefined = (entry) => entry.days('on'),
): ReadonlyMap<string, Part> {
  const dated = entries.map((entry) => ({ entry, ...(dayOf(entry) ?? undated) }))
  dated.sort((a, b) => compareText(a.to, b.to))
  const newest = new Map<string, (typeof dated)[number]>()
  for (const one of dated) {
    const other = newest.get(keyOf(one.entry))
    if (other && one.from < other.to) throw one.entry.missing('on')
    newest.set(keyOf(one.entry), one)
  }
  return new Map([...newest].map(([key, { entry }]) => [key, entry]))
}

const undated = { from: '' as Day, to: '' as Day }

const year = new Period(12, 0)

function seriesIn(dossier: Dossier, name: string): readonly OpenList<Part>[] {
  return dossier.withOrganisation
    .filter((holder) => holder.records.some((records) => records.written(name)))
    .map((holder) => openLedger(holder, name))
}

/**
 * An entry where it is of a window; unknown where its day, told roughly, may be. Of one that nobody dated it is known that it is of the time its series
 * covers; where that is partly outside, it may be of the window.
 */
export function placed(entry: Part, { from, to }: DayRange): Part | Unknown | undefined {
  const dated = entry.shape.dated ?? 'on'
  const on = entry.writtenText(dated)
  const days = on === undefined ? entry.parent && coverOf(entry.parent) : possibleDays(on)
  if ((days?.from ?? '') >= from && (days?.to ?? '') <= to) return entry
  const isOutside = (days?.to ?? '') < from || (days?.from ?? '') > to
  return isOutside ? undefined : entry.missing(dated)
}

/** Whether series together leave no day of a window out. */
export function speaksFor(series: readonly Part[], { from, to }: DayRange): boolean {
  const covers = series.map(coverOf).sort((a, b) => compareText(a.from, b.from))
  let open = from
  for (const cover of covers) {
    if (cover.from > open) break
    if (cover.to >= open) open = addDays(cover.to, 1)
  }
  return open > to
}

/** The day so long before another. */
export function before(day: Day, period: Period): Day {
  const earlier = addDays(addMonths(day, -period.months), -period.days)
  return addOfficeDays(earlier, -period.officeDays)
}

function unrecorded(name: string): Unknown {
  return new Unknown([{ kind: 'records', path: name }])
}

/** The newest change of each system. */
export function latestChanges(root: Part): readonly Part[] {
  const changes = currentEntries(dossierOf(root), 'changes')
  return [...newestBy(changes, (change) => change.text('system') ?? '').values()]
}
