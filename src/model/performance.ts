import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { possibleDays, roughDays } from '../calendar/rough-day.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { writeDayText } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import { compareText, groupByAll } from '../finding/order.ts'
import { knownOf, Lost, type Unknown } from '../finding/unknown.ts'
import { dossierOf, type Dossier } from './dossier.ts'
import { procedureOf, recordMissing } from './duty.ts'
import { wasExcepted } from './exception.ts'
import { overlaps } from './organisation.ts'
import { DerivedPart, Part } from './part.ts'
import { writtenRows } from './arising.ts'
import type { Reading } from './reading.ts'
import { coverOf, grouped, holdersOf, isEmpty, ledger } from './record.ts'
import { shapeOf } from './shape.ts'

/**
 * The series of performances of a duty by an organisation; an empty one where the records say that
 * nothing at all was performed, unknown where they do not speak of it.
 */
export function seriesOf(duty: Part, organisation: Part): Part {
  const dossier = dossierOf(duty)
  const found = writtenSeries(dossier, duty.key, organisation.key)
  if (found.length > 0) return joined(found, { duty, organisation })
  const records = isEmpty(dossier, 'performed') ? dossier.records.find(holdsNothing) : undefined
  const from = records && firstDayOf(duty)
  if (!records || from === undefined) throw recordMissing(duty, organisation.key)
  return nothingPerformed(records, { duty, organisation, from })
}

/** Whether a series of performances is written for a party. */
export function hasSeries(party: Part): boolean {
  const { duty, organisation } = owed(party)
  return writtenSeries(dossierOf(duty), duty.key, organisation.key).length > 0
}

/** The series of a duty and an organisation; unknown where one that could not be read may be theirs. */
function writtenSeries(dossier: Dossier, duty: string, organisation: string): readonly Part[] {
  const { known, lost } = performedBy(dossier)
  const theirs: Unknown | undefined = lost.find(
    (one) => one.mayHave('duty', duty) && one.mayHave('organisation', organisation),
  )
  if (theirs) throw theirs
  return known.get(`${duty}\0${organisation}`) ?? []
}

/** The series of performances by duty and organisation. */
function performedBy(dossier: Dossier): {
  readonly known: ReadonlyMap<string, readonly Part[]>
  readonly lost: readonly Lost[]
} {
  return dossier.root.remember('~performed', () => {
    const all = holdersOf(dossier, 'performed').flatMap((records) => records.list('performed'))
    const known = grouped(
      knownOf(all),
      (one) => `${one.writtenText('duty') ?? ''}\0${one.writtenText('organisation') ?? ''}`,
    )
    return { known, lost: all.filter((one) => one instanceof Lost) }
  }) as ReturnType<typeof performedBy>
}

/**
 * Series of one duty and organisation that are written apart, as one: a year after another, or one in each file.
 * Where nobody tells of the time between two, it speaks for the time of the later, and has what both have.
 */
function joined(series: readonly Part[], { duty, organisation }: Owed): Part {
  const [first, ...others] = [...series].sort((a, b) =>
    compareText(coverOf(a).from, coverOf(b).from),
  )
  if (!first) throw recordMissing(duty, organisation.key)
  if (others.length === 0) return first
  return first.remember('~joined', () => {
    const covers = others.map(coverOf).reduce((before, own) => {
      if (own.from > addDays(before.to, 1)) return own
      return { from: before.from, to: own.to > before.to ? own.to : before.to }
    }, coverOf(first))
    return new DerivedPart(first.shape, first, first.key, {
      ...first.legible,
      duty,
      organisation,
      covers: new DerivedPart(shapeOf('Covers'), first, 'covers', covers),
      entries: series.flatMap((one) => one.list('entries')),
    })
  }) as Part
}

const holdsNothing = (records: Part): boolean => records.written('performed')

/** The day a duty began to be owed: its own, else that of its procedure. */
function firstDayOf(duty: Part): Day | undefined {
  if (duty.written('since')) return duty.text('since') as Day
  const procedure = procedureOf(duty)
  return procedure.written('inForce')
    ? (procedure.part('inForce')?.text('from') as Day | undefined)
    : undefined
}

/** What `performed: []` says of one duty and organisation, standing where it is written. */
function nothingPerformed(
  records: Part,
  { duty, organisation, from }: { duty: Part; organisation: Part; from: Day },
): Part {
  const { asOf } = records.world
  const covers = { from, to: asOf }
  return new Part({
    shape: shapeOf('Performed'),
    data: { duty: duty.key, organisation: organisation.key, covers, entries: [] },
    document: records.document,
    path: [...records.path, 'performed'],
    parent: records,
    key: `${duty.key}+${organisation.key}`,
    world: records.world,
  })
}

/** The day an entry counts for: the start of the period it names, else the day it was done. */
export function dayOfEntry(entry: Part): Day {
  return namedPeriod(entry)?.from ?? spanOf(entry)?.from ?? dayOf(entry)
}

/** The period that an entry names; undefined where it names none. */
export function namedPeriod(entry: Part): DayRange | undefined {
  const period = entry.written('period') ? entry.text('period') : undefined
  return period === undefined ? undefined : parseWindowLabel(period)
}

/** The days within which something was counted that names no day of its own, or was done on a day told roughly. */
export function spanOf<R extends Reading>(entry: Part<R>): DayRange | undefined {
  const rough = roughDays(entry.writtenText('on') ?? '')
  if (rough) return rough
  const during = entry.written('on') ? undefined : entry.writtenPart('during')
  return during && { from: during.text('from') as Day, to: during.text('to') as Day }
}

/** Whether a performance came to what it was for; one without an outcome did. */
export function isDone(entry: Part): boolean {
  return outcomeOf(entry) !== 'failed'
}

/**
 * The days on which a party did what a duty asks as other ledgers than that of performances tell: those in
 * which such a deed stands by itself, in the system's records and those of the whole organisation.
 */
export function deedsOf(duty: Part, organisation: Part): readonly Day[] {
  const dossier = dossierOf(duty)
  const names = dossier.standard.word('activities', duty.text('activity'))?.recordedIn ?? []
  return dossier.withOrganisation.flatMap((one) =>
    names.flatMap((name) => {
      const [list = '', key] = name.split('.')
      return writtenRows(one, list)
        .filter((row) => isKeptFor(row, organisation))
        .flatMap((row) => dayOfDeed(row, key))
    }),
  )
}

/** Whether a row of a ledger is an organisation's, or nobody's in particular. */
function isKeptFor(row: Part, organisation: Part): boolean {
  const keeper = [row.parent, row].find(
    (one) => one && 'organisation' in one.shape.fields && one.written('organisation'),
  )
  const holder = keeper?.part('organisation') ?? ownerOfContract(row)
  return !holder || overlaps(holder, organisation)
}

/** The office whose contract a row is about, where it names one. */
function ownerOfContract(row: Part): Part | undefined {
  const named = [row.parent, row].find(
    (one) => one?.shape.fields['contract'] && one.written('contract'),
  )
  const contract = named?.part('contract')
  return contract?.written('owner') ? contract.part('owner') : undefined
}

/** The day of which a row tells: of a key that shows a deed its own day, else that of the row; none where it is not written. */
function dayOfDeed(row: Part, key: string | undefined): readonly Day[] {
  const own = key === undefined ? undefined : row.data[key]
  if (key !== undefined && (own === undefined || own === 'none')) return []
  const day =
    row.shape.fields[key ?? '']?.type.kind === 'day' ? own : row.data[row.shape.dated ?? 'on']
  // Of a day told roughly the first: what is done may excuse, and accuses nobody of being late.
  const from = typeof day === 'string' ? possibleDays(day).from : undefined
  return from !== undefined && from <= row.world.asOf ? [from] : []
}

/** How often a duty has been done since a day, one-off occasions not counted. */
export function runsSince(duty: Part, since: Day): number {
  return ledger(dossierOf(duty), 'performed')
    .filter((series) => series.writtenText('duty') === duty.key)
    .flatMap((series) => series.parts('entries'))
    .filter((entry) => isDone(entry) && !entry.written('occasion'))
    .filter((entry) => (entry.text('on') ?? '') >= since).length
}

/** What a party did under a duty: its entries, in the order of their days. */
export function entriesOfParty(party: Part): readonly Part[] {
  const { duty, organisation } = owed(party)
  return [...seriesOf(duty, organisation).parts('entries')].sort((a, b) =>
    compareText(dayOf(a), dayOf(b)),
  )
}

/** The same without what was done while an exception ran that is over by now. */
export function entriesAsOwed(party: Part): readonly Part[] {
  return entriesOfParty(party).filter((entry) => isOwed(entry, party))
}

/** Whether no exception that is over by now ran for a party when something was done. */
function isOwed(entry: Part, party: Part): boolean {
  const { duty, organisation } = owed(party)
  const to = dayOf(entry)
  return !wasExcepted(duty, organisation, { from: spanOf(entry)?.from ?? to, to })
}

/** A duty and an organisation that owes it. */
export interface Owed {
  readonly duty: Part
  readonly organisation: Part
}

/**
 * The time within which a party never did a duty of which nobody wrote how often it is done, as its records know:
 * undefined where it was done, follows something that happens, or the records speak for less than a year.
 */
export function idleTime(party: Part): DayRange | undefined {
  const { duty, organisation } = owed(party)
  const frequency = duty.written('frequency') ? duty.part('frequency') : undefined
  if (frequency && !['unstated', 'periodic'].includes(frequency.writtenText('word') ?? '')) {
    return undefined
  }
  const series = seriesOf(duty, organisation)
  if (series.list('entries').length > 0) return undefined
  const cover = coverOf(series)
  const since = [cover.from, duty.written('since') ? duty.text('since') : undefined]
  const from = since.filter((one) => one !== undefined).reduce((a, b) => (a > b ? a : b)) as Day
  const isYear = addDays(addMonths(from, 12), -1) <= cover.to
  const isElsewhere = deedsOf(duty, organisation).some((day) => from <= day && day <= cover.to)
  return isYear && !isElsewhere ? { from, to: cover.to } : undefined
}

/** What a party owes, and as which organisation. */
export function owed(party: Part): Owed {
  const [duty, organisation] = [party.part('duty'), party.part('organisation')]
  if (!duty || !organisation) throw party.missing('duty')
  return { duty, organisation }
}

/** What a party did under a duty on a day: without what was only counted over a time. */
export function datedEntriesOf(party: Part): readonly Part[] {
  return entriesOfParty(party).filter((entry) => spanOf(entry) === undefined)
}

/** The performances that failed and were not followed by one that did not; what was counted, by one for the same time. */
export function openFailures(party: Part): readonly Part[] {
  return notMadeUpFor(
    entriesOfParty(party),
    (entry) => !isDone(entry) && isOwed(entry, party),
    (later, entry) => isDone(later) && (!entry.written('asked') || mayFinish(later, entry)),
  )
}

/** The performances for different periods that are all written as done on one day: of the day that has the most of them. */
export function doneAtOnce(party: Part): readonly Part[] {
  const named = datedEntriesOf(party).filter((entry) => isDone(entry) && entry.written('period'))
  const days = groupByAll(named, (entry) => [dayOf(entry)])
  return [...days.values()]
    .map((entries) => [...groupByAll(entries, (one) => [one.text('period') ?? '']).values()])
    .map((periods) => periods.flatMap(([first]) => first ?? []))
    .reduce<readonly Part[]>((most, one) => (one.length > most.length ? one : most), [])
}

/** The performances of which it is written that the record they ask for was not made. */
export function unrecorded(party: Part): readonly Part[] {
  return entriesAsOwed(party).filter((entry) => entry.data['record'] === 'none' && isDone(entry))
}

/** The longest row of performances that failed one after another; the latest of such. */
export function failedInRow(party: Part): readonly Part[] {
  const rows: Part[][] = [[]]
  for (const entry of entriesOfParty(party)) {
    if (isDone(entry)) rows.push([])
    else rows.at(-1)?.push(entry)
  }
  return rows.reduce((longest, row) => (row.length >= longest.length ? row : longest))
}

/** The performances that were done in part, where none that was done whole followed. */
export function openRemainders(party: Part): readonly Part[] {
  return notMadeUpFor(
    entriesOfParty(party),
    (entry) => outcomeOf(entry) === 'partly' && isOwed(entry, party),
    (later, entry) => outcomeOf(later) === 'done' && mayFinish(later, entry),
  )
}

/** The performances left open that no later one makes up for. */
function notMadeUpFor(
  entries: readonly Part[],
  isOpen: (entry: Part) => boolean,
  makesUpFor: (later: Part, entry: Part) => boolean,
): readonly Part[] {
  return entries.filter(
    (entry, at) =>
      isOpen(entry) && !entries.slice(at + 1).some((later) => makesUpFor(later, entry)),
  )
}

/** Whether a later performance may be the rest of one done in part: one for another time, or of fewer, is not. */
function mayFinish(later: Part, entry: Part): boolean {
  const [counted, rest] = [countedOf(later), countedOf(entry)]
  if (counted && rest && counted.done < rest.asked - rest.done) return false
  const [own, other] = [entry, later].map(timeOf)
  if (own && other) return own.from <= other.to && other.from <= own.to
  if (!own || !entry.written('asked')) return true
  // What was counted for a time is not made up for by one deed at another.
  const day = dayOf(later)
  return own.from <= day && day <= own.to
}

/** The time that a performance was for: the period it names, else that within which it was counted. */
function timeOf(entry: Part): DayRange | undefined {
  const period = entry.writtenText('period')
  return (period === undefined ? undefined : parseWindowLabel(period)) ?? spanOf(entry)
}

/** How a performance came out: as the numbers tell, else as it says; without a word it was done. */
export function outcomeOf(entry: Part): string {
  const stated = entry.text('outcome') ?? 'done'
  const counted = countedOf(entry)
  if (!counted || counted.done >= counted.asked || stated === 'failed') return stated
  return counted.done === 0 ? 'failed' : 'partly'
}

/** How much of it was done where it was done in part, in words: 48課のうち31課, or 一部 where nobody counted. */
export function extentOf(open: readonly Part[]): string {
  const counted = open.flatMap((entry) => {
    const numbers = countedOf(entry)
    const unit = entry.text('unit') ?? ''
    return numbers && numbers.done < numbers.asked
      ? [`${numbers.asked}${unit}のうち${numbers.done}${unit}`]
      : []
  })
  return counted.length > 0 ? counted.join('、') : '一部'
}

/** How much of one performance was done, and when, in words: 2025年5月12日に48課のうち31課. */
export function extentThen(entry: Part): string {
  return `${whenOf(entry)}に${extentOf([entry])}`
}

/** What became of it where it failed, in words: 9件のうち一つも行われていません, or the days on which it failed. */
export function failureOf(open: readonly Part[]): string {
  const counted = open.flatMap((entry) => {
    const asked = countedOf(entry)?.asked
    const when = entry.written('during') ? `${whenOf(entry)}の` : ''
    return asked === undefined ? [] : [`${when}${asked}${entry.text('unit') ?? '件'}のうち一つも`]
  })
  const isCounted = counted.length === open.length
  if (isCounted) return `${[...new Set(counted)].join('、')}行われていません`
  const days = joinList(
    open.map((entry) => writeDayText(dayOf(entry))),
    8,
  )
  return `${days}に失敗したままで、その後に行えていません`
}

/** How many of those done were done in time, in words: 52件のうち29件. */
export function inTimeOf(entry: Part): string {
  return shareOf(entry, entry.number('inTime'), entry.number('done'))
}

/**
 * How many of those done are recorded, in words; of those to be done where nobody says how many were, or where some were
 * not: 23台のうち9台（行ったものは12台）.
 */
export function recordedOf(entry: Part): string {
  const [asked, done] = ['asked', 'done'].map((key) =>
    entry.written(key) ? entry.number(key) : undefined,
  )
  const recorded = entry.number('recorded')
  if (asked === undefined || done === undefined || done >= asked)
    return shareOf(entry, recorded, done ?? asked)
  const unit = entry.writtenText('unit') ?? '件'
  return `${shareOf(entry, recorded, asked)}（行ったものは${done}${unit}）`
}

/** How many of all that was done in that time were done by other means than laid down, in words. */
export function otherwiseOf(entry: Part): string {
  return shareOf(entry, entry.number('otherwise'), doneInTime(entry))
}

/** By how many persons it was done, in words: 1人で, or 852回のうち212回を1人で where they were counted. */
export function personsOf(entry: Part): string {
  const by = `${entry.number('persons') ?? ''}人で`
  const done = entry.number('done')
  return done === undefined ? by : `${shareOf(entry, done, doneInTime(entry))}を${by}`
}

/** How many were done in the time of an entry: what several entries of one time and unit tell adds up. */
function doneInTime(entry: Part): number | undefined {
  const isOfSameTime = (other: Part): boolean =>
    whenOf(other) === whenOf(entry) && other.text('unit') === entry.text('unit')
  const all = entry.written('during') ? (entry.parent?.parts('entries') ?? [entry]) : [entry]
  const counts = all.filter(isOfSameTime).map((other) => other.number('done'))
  return counts.reduce(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
}

function shareOf(entry: Part, some = 0, whole?: number): string {
  const unit = entry.text('unit') ?? '件'
  return whole === undefined ? `${some}${unit}` : `${whole}${unit}のうち${some}${unit}`
}

function countedOf(entry: Part): { asked: number; done: number } | undefined {
  const [asked, done] = [entry.number('asked'), entry.number('done')]
  return asked === undefined || done === undefined ? undefined : { asked, done }
}

/** The day something of a ledger happened: the last of those within which it was counted. */
export function dayOf<R extends Reading>(entry: Part<R>): Day {
  const span = 'during' in entry.shape.fields ? spanOf(entry) : undefined
  return span?.to ?? ((entry.text('on') ?? '') as Day)
}

/** When something was done, in words: 2025年5月12日, or 2025年4月1日から2026年3月31日まで. */
export function whenOf(entry: Part): string {
  const span = spanOf(entry)
  if (!span || entry.written('on')) return writeDayText(entry.writtenText('on') ?? '')
  return `${writeDayText(span.from)}から${writeDayText(span.to)}まで`
}
