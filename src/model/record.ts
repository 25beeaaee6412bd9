import { addMonths, addPeriod, type Day, partsOf } from '../calendar/day.ts'
import { monthRange } from '../calendar/fiscal.ts'
import { Period } from '../calendar/period.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { type Counted, type Window, windows } from '../calendar/window.ts'
import { Unknown } from '../finding/unknown.ts'
import { dossierOf, type Dossier } from './dossier.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/** All series of one ledger of a system; unknown where no records file holds that ledger. */
export function ledger(dossier: Dossier, name: string): readonly Part[] {
  const holders = dossier.records.filter((records) => records.written(name))
  if (holders.length === 0) throw new Unknown([{ kind: 'records', path: name }])
  return holders.flatMap((records) => records.parts(name))
}

/** All entries of one ledger, whatever the series they stand in. */
export function entriesOf(dossier: Dossier, name: string): readonly Part[] {
  return ledger(dossier, name).flatMap((series) => series.parts('entries'))
}

/** The written series of performances of a duty by an organisation; unknown where there is none. */
export function seriesOf(duty: Part, organisation: Part): Part {
  const found = performedBy(dossierOf(duty)).get(`${duty.key}\0${organisation.key}`)
  if (found) return found
  const path = `performed/duty:${duty.key}/organisation:${organisation.key}`
  throw new Unknown([{ kind: 'records', path }])
}

/** The series of performances by duty and organisation, the first of each. */
function performedBy(dossier: Dossier): ReadonlyMap<string, Part> {
  return dossier.root.remember('~performed', () => {
    const series = attemptLedger(dossier, 'performed').map((one): [string, Part] => [
      `${one.part('duty')?.key ?? ''}\0${one.part('organisation')?.key ?? ''}`,
      one,
    ])
    return new Map(series.reverse())
  }) as ReadonlyMap<string, Part>
}

/**
 * The series of a ledger that speak of an organisation; unknown where none does. Remembered, for every
 * entry of a long ledger asks.
 */
export function ledgerOf(dossier: Dossier, name: string, organisation: Part): readonly Part[] {
  const path = `${name}/organisation:${organisation.key}`
  return dossier.root.remember(`~${path}`, () => {
    const found = attemptLedger(dossier, name).filter((series) => {
      const holder = series.part('organisation')
      return holder !== undefined && within(organisation, holder)
    })
    if (found.length > 0) return found
    throw new Unknown([{ kind: 'records', path }])
  }) as readonly Part[]
}

/**
 * The entries of a series under what they are looked up by, in their order; those that `keyOf` gives
 * nothing for are left out. Built once under the index's name: ledgers are long.
 */
export function entriesBy(
  series: Part,
  index: string,
  keyOf: (entry: Part) => string | undefined,
): ReadonlyMap<string, readonly Part[]> {
  return series.remember(`~by ${index}`, () =>
    grouped(series.parts('entries'), keyOf),
  ) as ReadonlyMap<string, readonly Part[]>
}

/** Parts under their keys, in their order; those without a key are left out. */
export function grouped(
  parts: readonly Part[],
  keyOf: (part: Part) => string | undefined,
): ReadonlyMap<string, readonly Part[]> {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const key = keyOf(part)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(part)
    else groups.set(key, [part])
  }
  return groups
}

function attemptLedger(dossier: Dossier, name: string): readonly Part[] {
  return dossier.records.filter((records) => records.written(name)).flatMap((r) => r.parts(name))
}

/** The days a series speaks for, cut at the day of judgement. */
export function coverOf(series: Part): { from: Day; to: Day } {
  const covers = series.part('covers')
  const from = covers?.text('from') ?? series.world.asOf
  const to = covers?.text('to') ?? series.world.asOf
  return { from: from as Day, to: (to < series.world.asOf ? to : series.world.asOf) as Day }
}

/**
 * The windows in which an organisation owed a duty and that are over: whole windows inside what its
 * series covers, counted as the duty says, none before the duty took effect.
 */
export function dueWindows(duty: Part, organisation: Part): readonly Window[] {
  const frequency = duty.part('frequency')
  const every = frequency?.field('every') as Period | undefined
  if (!frequency || !every) return []
  const { from, to } = coverOf(seriesOf(duty, organisation))
  const since = (duty.written('since') ? duty.text('since') : undefined) ?? from
  const counted = frequency.text('counted') ?? 'fiscalYear'
  // A window still open counts once the months named for the work are over.
  return windows(every, counted as Counted, since as Day, from, addPeriod(to, every)).filter(
    (window) =>
      dueDay(window, duty) <= to &&
      dueDay(window, duty) < duty.world.asOf &&
      !suspended(duty, window),
  )
}

/** The last day of a window on which a duty may still be done: its timing narrows the window. */
export function dueDay<R extends Reading>(window: Window, duty: Part<R>): Day {
  const months = duty.part('timing')?.field('months')
  if (!Array.isArray(months) || months.length === 0) return window.to
  return monthEnds(window).findLast((end) => months.includes(partsOf(end).month)) ?? window.to
}

function monthEnds(window: Window): readonly Day[] {
  const ends: Day[] = []
  for (let first = window.from; first <= window.to; first = addMonths(first, 1)) {
    const { year, month } = partsOf(first)
    const end = monthRange(year, month, 1)?.to
    if (end !== undefined && end <= window.to) ends.push(end)
  }
  return ends
}

function suspended(duty: Part, window: Window): boolean {
  return duty
    .parts('suspended')
    .some(
      (span) => (span.text('from') ?? '') <= window.to && (span.text('until') ?? '') >= window.from,
    )
}

/**
 * The trailing due windows without a performance: those after the last entry. The next performance
 * heals, so what was missed long ago is not held against a duty that is being done again.
 */
export function missedWindows(duty: Part, organisation: Part): readonly Window[] {
  const due = dueWindows(duty, organisation)
  if (due.length === 0) return []
  const series = seriesOf(duty, organisation)
  const done = series.parts('entries').map(dayOfEntry)
  return due.filter((window) => !done.some((day) => day >= window.from))
}

/** The day an entry counts for: the start of the period it names, else the day it was done. */
export function dayOfEntry(entry: Part): Day {
  const period = entry.written('period') ? entry.text('period') : undefined
  const window = period === undefined ? undefined : parseWindowLabel(period)
  return (window?.from ?? entry.text('on') ?? '') as Day
}

/** How often a duty has been done since a day, one-off occasions not counted. */
export function runsSince(duty: Part, since: Day): number {
  return ledger(dossierOf(duty), 'performed')
    .filter((series) => series.part('duty')?.key === duty.key)
    .flatMap((series) => series.parts('entries'))
    .filter((entry) => !entry.written('occasion') && (entry.text('on') ?? '') >= since).length
}

/**
 * The performances whose result was not reported to the role named in the duty, or not confirmed by
 * it within the deadline, as far as the deadline has passed.
 */
export function unconfirmedEntries(duty: Part, organisation: Part): readonly Part[] {
  const confirm = duty.part('confirm')
  const within = confirm?.written('within') ? (confirm.field('within') as Period) : undefined
  return seriesOf(duty, organisation)
    .parts('entries')
    .filter((entry) => {
      const reported = entry.text('reportedOn')
      const confirmed = entry.text('confirmedOn')
      const due = addPeriod((reported ?? entry.text('on') ?? '') as Day, within ?? grace)
      if (due >= entry.world.asOf) return false
      return confirmed === undefined || confirmed > due
    })
}

/** The time left for a confirmation where the duty sets none. */
const grace = new Period(1, 0)
