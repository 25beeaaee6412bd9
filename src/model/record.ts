import type { Day } from '../calendar/day.ts'
import { groupByAll } from '../finding/order.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, topOf } from './dossier.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'

/**
 * All series of one ledger of a system. A ledger written as `[]` has none: nothing was done. Unknown
 * where no records file holds that ledger.
 */
export function ledger(dossier: Dossier, name: string): readonly Part[] {
  return keepersOf(dossier, name).flatMap((records) => records.parts(name))
}

/** The same, which may go on where some of it could not be read. */
export function openLedger(dossier: Dossier, name: string): OpenList<Part> {
  return keepersOf(dossier, name).flatMap((records) => records.list(name))
}

/** All entries of one ledger, whatever the series they stand in. */
export function entriesOf(dossier: Dossier, name: string): readonly Part[] {
  return ledger(dossier, name).flatMap((series) => series.parts('entries'))
}

/** The same, which may go on where some of it could not be read. */
export function openEntries(dossier: Dossier, name: string): OpenList<Part> {
  return openLedger(dossier, name).flatMap(entriesOfSeries)
}

/** The entries of a series of a ledger, each of which may not have been readable. */
export function entriesOfSeries(series: Part | Unknown): OpenList<Part> {
  return series instanceof Unknown ? [series] : series.list('entries')
}

/**
 * The series of a ledger that speak of an organisation: none where the ledger is written as `[]`,
 * unknown where no series speaks of it.
 */
export function ledgerOf(dossier: Dossier, name: string, organisation: Part): readonly Part[] {
  return spoken(seriesFor(dossier, name, organisation), name, organisation)
}

/** The same, in the records of the system and those of the whole organisation. */
export function ledgersOf(dossier: Dossier, name: string, organisation: Part): readonly Part[] {
  const { organisationWide } = dossier
  const own = seriesFor(dossier, name, organisation)
  const wide = organisationWide && seriesFor(organisationWide, name, organisation)
  return spoken(own && wide ? [...own, ...wide] : (own ?? wide), name, organisation)
}

function spoken(found: readonly Part[] | undefined, name: string, { key }: Part): readonly Part[] {
  if (found) return found
  throw new Unknown([{ kind: 'records', path: `${name}/organisation:${key}` }])
}

/** Undefined where no series speaks of the organisation. Remembered, for every entry of a long ledger asks. */
function seriesFor(
  dossier: Dossier,
  name: string,
  organisation: Part,
): readonly Part[] | undefined {
  return dossier.root.remember(`~${name}/organisation:${organisation.key}`, () => {
    const found = writtenLedger(dossier, name).filter((series) => {
      // The ledger of an organisation that is not there says nothing of another.
      const holder = dossier.organisation(series.writtenText('organisation') ?? '')
      return holder !== undefined && within(organisation, holder)
    })
    return found.length > 0 || isEmpty(dossier, name) ? found : undefined
  }) as readonly Part[] | undefined
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
  return groupByAll(parts, (part) => [keyOf(part)].filter((key) => key !== undefined))
}

/** Whether a ledger is written as `[]`, and nowhere with anything in it. */
export function isEmpty(dossier: Dossier, name: string): boolean {
  const holders = holdersOf(dossier, name)
  return holders.length > 0 && holders.every((records) => records.list(name).length === 0)
}

/** The series of a ledger, none where no records file holds it. */
export function writtenLedger(dossier: Dossier, name: string): readonly Part[] {
  return holdersOf(dossier, name).flatMap((records) => records.parts(name))
}

/** The records that keep a ledger; unknown where none does. */
function keepersOf(dossier: Dossier, name: string): readonly Part[] {
  const holders = holdersOf(dossier, name)
  if (holders.length === 0) throw new Unknown([{ kind: 'records', path: name }])
  return holders
}

/** The records that keep a ledger. */
export function holdersOf(dossier: Dossier, name: string): readonly Part[] {
  return dossier.records.filter((records) => records.written(name))
}

/** The days a series speaks for, cut at the day of judgement. */
export function coverOf(series: Part): { from: Day; to: Day } {
  const covers = series.part('covers')
  const from = covers?.text('from') ?? series.world.asOf
  const to = covers?.text('to') ?? series.world.asOf
  return { from: from as Day, to: (to < series.world.asOf ? to : series.world.asOf) as Day }
}

/**
 * Whether the ledger that an entry stands in speaks for the time after a day: what it does not have by its
 * end had not happened by then. Unknown where it ends by that day.
 */
export function speaksAfter(entry: Part, day: Day): boolean {
  const series = seriesAround(entry)
  if (!series || coverOf(series).to > day) return true
  throw series.missing('covers')
}

/**
 * The last day for which the ledger that an entry stands in speaks; of what is told of the state of things,
 * the day on which it was found.
 */
export function recordedUntil(entry: Part): Day {
  const series = entry.world.input === 'records' ? seriesAround(entry) : undefined
  if (series) return coverOf(series).to
  const { asOf, input } = entry.world
  const foundOn = input === 'context' ? topOf(entry).writtenText('foundOn') : undefined
  return foundOn !== undefined && foundOn < asOf ? (foundOn as Day) : asOf
}

function seriesAround(entry: Part): Part | undefined {
  return entry.shape.fields['covers'] ? entry : entry.parent && seriesAround(entry.parent)
}
