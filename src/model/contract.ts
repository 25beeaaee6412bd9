import type { DayRange } from '../calendar/fiscal.ts'
import { parsePeriod, type Period } from '../calendar/period.ts'
import { type Window, windows } from '../calendar/window.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { addDays, addPeriod, type Day, daysBetween } from '../calendar/day.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { listedKind } from './kind.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { before, entriesSince, placed, speaksFor } from './recent.ts'
import { coverOf, grouped, isEmpty, ledger } from './record.ts'
import { doneBy, gaps } from './turn.ts'

/**
 * The kind of a contract, as the standard describes it. Where none is written it is the one that its name
 * tells, or one for work where the dossier shows that it is; else nobody knows.
 */
export function kindOfContract(contract: Part): Part {
  const stated = statedKindOf(contract)
  if (stated) return stated
  const kinds = dossierOf(contract).standard.list('contractKinds')
  if (kindsNamed(contract).length === 0 && isForWork(contract, kinds)) {
    return listedKind(contract, 'contractKinds', forWork)
  }
  throw contract.missing('kind')
}

/** The kind of a contract that is written or that its name tells; undefined where it could only be guessed. */
export function statedKindOf(contract: Part): Part | undefined {
  if (contract.written('kind')) return listedKind(contract, 'contractKinds')
  const [named, ...others] = kindsNamed(contract)
  return others.length === 0 ? named : undefined
}

/** The kinds of which the name of a contract holds a word. */
function kindsNamed(contract: Part): readonly Part[] {
  const name = (contract.text('name') ?? '').normalize('NFKC')
  return dossierOf(contract)
    .standard.list('contractKinds')
    .filter((kind) => kind.writtenTexts('nameWords').some((word) => name.includes(word)))
}

/** The kind of contract under which somebody works for the municipality. */
const forWork = 'outsourcing'

/**
 * Whether a contract is one for work: it holds what no other can, who it is with operates or maintains
 * the system, or the system is said to be outsourced and there is no other contract.
 */
function isForWork(contract: Part, kinds: readonly Part[]): boolean {
  const items = contract.writtenTexts('items')
  const able = kinds.filter((kind) => items.every((item) => kind.texts('items').includes(item)))
  if (able.every(({ key }) => key === forWork)) return true
  const { context } = dossierOf(contract)
  const contractor = contract.part('contractor')
  const involved = context.writtenParts('involved')
  const works = involved.some((one) => {
    const organisation = one.part('organisation')
    const isWork = ['operates', 'maintains'].includes(one.text('relation') ?? '')
    return isWork && contractor && organisation && overlaps(organisation, contractor)
  })
  return (
    works ||
    (context.writtenTexts('traits').includes('outsourced') &&
      context.parts('contracts').length === 1)
  )
}

/**
 * The series of what came in under a contract, of one kind of document where given: none where the
 * records say that nothing came in at all, unknown where they do not speak of it.
 */
function receivedOf(contract: Part, document?: string): readonly Part[] {
  const found = ledger(dossierOf(contract), 'received').filter(
    (series) =>
      series.writtenText('contract') === contract.key &&
      (document === undefined || series.text('document') === document),
  )
  if (found.length > 0 || isEmpty(dossierOf(contract), 'received')) return found
  const path = `received/contract:${contract.key}${document === undefined ? '' : `/${document}`}`
  throw new Unknown([{ kind: 'records', path }])
}

/** What came in under a contract to tell how the work goes: every kind of document but the plan of it. */
export function reportsOf(contract: Part): readonly Part[] {
  return receivedOf(contract)
    .filter((series) => series.text('document') !== 'workPlan')
    .flatMap((series) => series.parts('entries'))
}

/** The work plan that came in last; undefined where the series covers it and there is none. */
export function planOf(contract: Part): Part | undefined {
  return receivedOf(contract, 'workPlan')
    .flatMap((series) => series.parts('entries'))
    .at(-1)
}

/** What was done to supervise the contractor; unknown where no series speaks of the contract. */
export function supervisionOf(contract: Part): readonly Part[] {
  return supervisionSeries(contract).flatMap((series) => series.parts('entries'))
}

/** The series of supervision of a contract: none where the records say that nobody was supervised. */
function supervisionSeries(contract: Part): readonly Part[] {
  const found = ledger(dossierOf(contract), 'supervision').filter(
    (series) => series.writtenText('contract') === contract.key,
  )
  if (found.length > 0 || isEmpty(dossierOf(contract), 'supervision')) return found
  throw unsupervised(contract)
}

/** The longest time for which the records tell of a contract that nothing was done to supervise the contractor. */
export function idleSupervision(contract: Part): DayRange | undefined {
  const idle = supervisionSeries(contract)
    .filter((series) => series.list('entries').length === 0)
    .map(coverOf)
  return idle.sort(
    (one, other) => daysBetween(other.from, other.to) - daysBetween(one.from, one.to),
  )[0]
}

function unsupervised(contract: Part): Unknown {
  return new Unknown([{ kind: 'records', path: `supervision/contract:${contract.key}` }])
}

/**
 * What was done to supervise the contractor in the last stretch of the contract, so long; it may go on
 * where the series do not speak for the whole of it.
 */
export function supervisionWithin(contract: Part, period: Period): readonly (Part | Unknown)[] {
  const end = contract.written('until') ? contract.text('until') : undefined
  const { asOf } = contract.world
  const to = (end !== undefined && end < asOf ? end : asOf) as Day
  const start = before(to, period)
  const from = (contract.text('from') ?? '') > start ? (contract.text('from') as Day) : start
  const series = supervisionSeries(contract)
  const found = series
    .flatMap((one) => one.parts('entries'))
    .map((entry) => placed(entry, { from, to }))
    .filter((entry) => entry !== undefined)
  return series.length === 0 || speaksFor(series, { from, to })
    ? found
    : [...found, unsupervised(contract)]
}

/**
 * The trailing windows of an SLA item for which no document that came in speaks of it, inside the
 * contract's term and what the series cover. A report may come so much later than the window ends.
 */
export function reportGaps(contract: Part, sla: Part, later: Period): readonly Window[] {
  const reported = doneBy(reportsOn(contract, sla))
  return owedReports(contract, sla, later).filter(
    (window) => !reported.some(({ day }) => day >= window.from),
  )
}

/** The windows of an SLA item that no document speaks of, whatever came in later. */
export function skippedReports(contract: Part, sla: Part, later: Period): readonly Window[] {
  return gaps(owedReports(contract, sla, later), doneBy(reportsOn(contract, sla)))
}

/**
 * The windows of an SLA item for which a report is owed: those in the term of the contract of which the
 * series of every kind of report speak, up to the day by which a report must have come.
 */
export function owedReports(contract: Part, sla: Part, later: Period): readonly Window[] {
  const every = (sla.written('every') ? sla.field('every') : parsePeriod('P1M')) as Period
  return owedWindows(contract, every, later, reportSeries(contract))
}

/**
 * The windows of a contract's term of which series of every kind of document speak, up to the day by which
 * one must have come.
 */
function owedWindows(
  contract: Part,
  every: Period,
  later: Period,
  kinds: readonly (readonly Part[])[],
): readonly Window[] {
  // The series of a contract that nobody dated speak of it from their first day on.
  const [covered] = kinds.flatMap((one) => one.map((series) => coverOf(series).from)).sort()
  const start = (contract.written('from') ? undefined : covered) ?? firstDays(contract).to
  const { asOf } = contract.world
  const until = (contract.written('until') ? contract.text('until') : undefined) ?? asOf
  return windows(every, 'fiscalYear', start, start, (until < asOf ? until : asOf) as Day)
    .map((window) => ({ window, by: addPeriod(window.to, later) }))
    .filter(({ by }) => by <= asOf)
    .filter(({ window: { from }, by }) => kinds.every((one) => speaksFor(one, { from, to: by })))
    .map(({ window }) => window)
}

/** The days on which a contract may have begun: one, but where its day is told roughly. */
function firstDays(contract: Part): DayRange {
  const days = contract.days('from')
  if (!days) throw contract.missing('from')
  return days
}

/** The windows for which a report that a contract promises at an interval did not come. */
export function missingReports(contract: Part, report: Part, later: Period): readonly Window[] {
  const every = report.field('every') as Period | undefined
  if (!every) return []
  const series = receivedOf(contract, report.text('document'))
  const came = series.flatMap((one) => one.parts('entries'))
  return gaps(owedWindows(contract, every, later, [series]), doneBy(came))
}

/** The documents of a kind that came later after the end of their period than the contract lets them. */
export function lateDocuments(contract: Part, report: Part): OpenList<Part> {
  const within = report.field('within') as Period | undefined
  return receivedOf(contract, report.text('document'))
    .flatMap((one) => one.parts('entries'))
    .flatMap((entry): OpenList<Part> => {
      const period = parseWindowLabel(entry.text('period') ?? '')
      const [due, came] = [within && period && addPeriod(period.to, within), entry.days('on')]
      if (due === undefined || !came || came.to <= due) return []
      return [due < came.from ? entry : entry.missing('on')]
    })
}

/**
 * What was given back or erased because a contract ended. It may go on where the records do not speak for
 * the time after its last day.
 */
export function erasuresOf(contract: Part): OpenList<Part> {
  return entriesOfContract(contract, 'erasures', addDays(contract.text('until') as Day, 1))
}

/** The same of a contract that has ended, as far as they are written; none of one that runs on. */
export function erasuresAtEnd(contract: Part): readonly Part[] {
  return contract.written('until') && contract.days('until') ? knownOf(erasuresOf(contract)) : []
}

/** The series of each kind of document that the contract calls a report; of every kind where it names none. */
function reportSeries(contract: Part): readonly (readonly Part[])[] {
  const series = receivedOf(contract)
  const documentOf = (part: Part): string | undefined => part.text('document')
  const reports = contract.written('reports') ? contract.parts('reports').map(documentOf) : []
  const kinds = grouped(series, documentOf)
  const named = [...kinds].filter(([document]) => reports.includes(document))
  return (named.length > 0 ? named : [...kinds]).map(([, found]) => found)
}

/** What came in under a contract that speaks of an SLA item. */
function reportsOn(contract: Part, sla: Part): readonly Part[] {
  return receivedOf(contract)
    .flatMap((one) => one.parts('entries'))
    .filter((entry) => entry.parts('sla').some((item) => item.key === sla.key))
}

/**
 * What those who work under a contract were told of what they must observe, before it began or after. It
 * may go on where the records do not speak for the term of the contract.
 */
export function explanationsOf(contract: Part): OpenList<Part> {
  return entriesOfContract(contract, 'explanations', firstDays(contract).from)
}

/** The entries of a ledger for a contract, whenever made; they may go on where it does not speak for the time since a day. */
function entriesOfContract(contract: Part, name: string, since: Day): OpenList<Part> {
  const dossier = dossierOf(contract)
  const given = knownOf(entriesSince(dossier, name, '0000-01-01' as Day)).filter(
    (one) => one.writtenText('contract') === contract.key,
  )
  const end = openEnd(entriesSince(dossier, name, since))
  return end ? [...given, end] : given
}

/** Whether an organisation can read a log: it holds it, may read it, or gets it in a report. */
export function canReach(organisation: Part, log: Part): boolean {
  const readers = [log.writtenPart('holder'), ...log.writtenParts('accessibleTo')]
  if (readers.some((one) => one && overlaps(one, organisation))) return true
  if (deliversLogs(organisation, log)) return true
  for (const name of ['holder', 'accessibleTo']) if (!log.written(name)) throw log.missing(name)
  return false
}

function deliversLogs(organisation: Part, log: Part): boolean {
  const context = dossierOf(log).context
  if (!context.written('contracts')) return false
  return context
    .parts('contracts')
    .flatMap((contract) => contract.writtenParts('reports'))
    .filter((report) => {
      const to = report.part('to')
      return to !== undefined && overlaps(to, organisation)
    })
    .some((report) =>
      report.parts('items').some((item) => (item.text('topic') ?? '').startsWith('log.')),
    )
}

/*
 * Whoever holds a role may have something to do with a firm besides: it sends, employs or employed them. What
 * they decide about its contracts, they decide for both sides.
 */

/** The contracts in force with a firm, or under which a firm works, that whoever holds a role has to do with. */
export function contractsOfInterest(holder: Part): readonly Part[] {
  const { context, asOf } = dossierOf(holder)
  const firms = holder.parts('interests')
  if (firms.length === 0) return []
  return context.parts('contracts').filter((contract) => {
    const partners = [
      ...contract.writtenParts('subcontractors').map((one) => one.part('organisation')),
      contract.part('contractor'),
    ]
    const isInForce = (contract.writtenText('until') ?? asOf) >= asOf
    return isInForce && partners.some((one) => one && firms.some((firm) => overlaps(one, firm)))
  })
}
