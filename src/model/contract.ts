import { parsePeriod, type Period } from '../calendar/period.ts'
import { type Window, windows } from '../calendar/window.ts'
import type { Day } from '../calendar/day.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { listedKind } from './kind.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { entriesSince } from './recent.ts'
import { coverOf, dayOfEntry, ledger } from './record.ts'

/** The kind of a contract, as the standard describes it: one for work where it names none. */
export function kindOfContract(contract: Part): Part {
  return listedKind(contract, 'contractKinds', 'outsourcing')
}

/** The series of what came in under a contract, of one kind of document where given; unknown where none is written. */
export function receivedOf(contract: Part, document?: string): readonly Part[] {
  const found = ledger(dossierOf(contract), 'received').filter(
    (series) =>
      series.writtenText('contract') === contract.key &&
      (document === undefined || series.text('document') === document),
  )
  if (found.length > 0) return found
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

/** What was done to supervise the contractor; unknown where no such series is written. */
export function supervisionOf(contract: Part): readonly Part[] {
  const found = ledger(dossierOf(contract), 'supervision').filter(
    (series) => series.writtenText('contract') === contract.key,
  )
  if (found.length === 0) {
    throw new Unknown([{ kind: 'records', path: `supervision/contract:${contract.key}` }])
  }
  return found.flatMap((series) => series.parts('entries'))
}

/**
 * The trailing windows of an SLA item for which no document that came in speaks of it, inside the
 * contract's term and what the series cover.
 */
export function reportGaps(contract: Part, sla: Part): readonly Window[] {
  const every = (sla.written('every') ? sla.field('every') : parsePeriod('P1M')) as Period
  const series = receivedOf(contract)
  const start = contract.text('from') as Day
  const reported = series
    .flatMap((one) => one.parts('entries'))
    .filter((entry) => entry.parts('sla').some((item) => item.key === sla.key))
    .map(dayOfEntry)
  const due = series.flatMap((one) => {
    const { from, to } = coverOf(one)
    return windows(every, 'fiscalYear', start > from ? start : from, from, to).filter(
      (window) => window.to <= to,
    )
  })
  const unique = [...new Map(due.map((window) => [window.from, window])).values()]
  return unique.filter((window) => !reported.some((day) => day >= window.from))
}

/**
 * What those who work under a contract were told of what they must observe, before it began or after. It
 * may go on where the records do not speak for the term of the contract.
 */
export function explanationsOf(contract: Part): OpenList<Part> {
  const dossier = dossierOf(contract)
  const written = entriesSince(dossier, 'explanations', '0000-01-01' as Day)
  const given = knownOf(written).filter((one) => one.writtenText('contract') === contract.key)
  const end = openEnd(entriesSince(dossier, 'explanations', contract.text('from') as Day))
  return end ? [...given, end] : given
}

/** Whether an organisation can read a log: it holds it, may read it, or gets it in a report. */
export function canReach(organisation: Part, log: Part): boolean {
  const holder = log.part('holder')
  if (holder && overlaps(holder, organisation)) return true
  if (log.parts('accessibleTo').some((reader) => overlaps(reader, organisation))) return true
  return deliversLogs(organisation, log)
}

function deliversLogs(organisation: Part, log: Part): boolean {
  const context = dossierOf(log).context
  if (!context.written('contracts')) return false
  return context
    .parts('contracts')
    .flatMap((contract) => (contract.written('reports') ? contract.parts('reports') : []))
    .filter((report) => {
      const to = report.part('to')
      return to !== undefined && overlaps(to, organisation)
    })
    .some((report) =>
      report.parts('items').some((item) => (item.text('topic') ?? '').startsWith('log.')),
    )
}
