import { addPeriod, type Day } from '../calendar/day.ts'
import { officeDayFrom } from '../calendar/office-day.ts'
import { Period } from '../calendar/period.ts'
import type { OpenList, Unknown } from '../finding/unknown.ts'
import { withoutDealtWith } from './action.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { wasExcepted } from './exception.ts'
import type { Part } from './part.ts'
import { dayOf, datedEntriesOf, owed, seriesOf, spanOf } from './performance.ts'
import { speaksAfter } from './record.ts'
import { actsAs } from './role.ts'
import { saysOnlyReport } from './sentence.ts'

/**
 * The results that did not reach a role the duty names: not reported although the deadline has passed,
 * or reported to another role; one unknown for each of which nobody wrote down to whom. What the role
 * confirmed has reached it. Where the duty sets no deadline, the time given stands for it.
 */
export function unreportedEntries(party: Part, otherwise: Period): OpenList<Part> {
  const reports = reportsOf(party)
  if (reports.length === 0) return []
  const named = reports.flatMap((one) => one.part('role') ?? [])
  const isReport = isReportItself(owed(party).duty)
  const arrived = (entry: Part): boolean | Unknown => {
    if (entry.days('confirmedOn') !== undefined) return true
    if (entry.days('reportedOn') === undefined) {
      if (isReport) return true
      if (isFollowUpUnknown(entry)) return entry.missing('reportedOn')
      const due = deadline(entry, reports) ?? addPeriod(dayOf(entry), otherwise)
      return due >= entry.world.asOf || attempt(() => !speaksAfter(entry, due))
    }
    const receiver = entry.part('reportedTo')
    return receiver ? named.some((role) => actsAs(receiver, role)) : entry.missing('reportedTo')
  }
  const open = notHolding(datedEntriesOf(party), arrived)
  return withoutDealtWith(owed(party), open, ({ entry }) => dayOf(entry)).map(({ told }) => told)
}

/** Whether nobody knows if what was done was reported or confirmed, for the ledger that tells of it has no place for it. */
function isFollowUpUnknown(entry: Part): boolean {
  return entry.parent?.data['followUp'] === 'unknown'
}

/** Whether a duty is itself that something is told: what was done has reached its receiver. */
export function isReportItself(duty: Part): boolean {
  const word = dossierOf(duty).standard.word('activities', duty.text('activity'))
  return word?.reports === true || saysOnlyReport(duty)
}

/** Something that was done, and the last day for what is owed after it. */
export interface Awaited {
  readonly entry: Part
  readonly due: Day
}

/** The results that are not reported yet, each with the last day for it; what was confirmed has arrived. */
export function unreportedYet(party: Part, otherwise: Period | undefined): readonly Awaited[] {
  const reports = reportsOf(party)
  if (reports.length === 0 || isReportItself(owed(party).duty)) return []
  const open = datedEntriesOf(party)
    .filter((one) => one.days('reportedOn') === undefined && one.days('confirmedOn') === undefined)
    .flatMap((entry) => {
      const due = deadline(entry, reports) ?? (otherwise && addPeriod(dayOf(entry), otherwise))
      return due === undefined ? [] : [{ entry, due }]
    })
  const over = open.filter(({ due, entry }) => due < entry.world.asOf)
  const owing = withoutDealtWith(owed(party), over, ({ entry }) => dayOf(entry))
  return [...owing, ...open.filter((one) => !over.includes(one))]
}

/** The results that the role named in the duty has not confirmed yet, each with the last day for it. */
export function unconfirmedYet(party: Part): readonly Awaited[] {
  const { duty, organisation } = owed(party)
  return seriesOf(duty, organisation)
    .parts('entries')
    .filter((entry) => !spanOf(entry) && entry.days('confirmedOn') === undefined)
    .map((entry) => ({ entry, due: confirmedBy(duty, entry) }))
}

/** The last day for confirming a result: so long after it was reported, or done where nobody reported it. */
function confirmedBy(duty: Part, entry: Part): Day {
  const confirm = duty.part('confirm')
  const within = confirm?.writtenPeriod('within')
  const from = entry.days('reportedOn')?.to ?? dayOf(entry)
  return within ? officeDayFrom(addPeriod(from, within)) : addPeriod(from, grace)
}

/** The results that were reported after the deadline the duty sets; unknown of those reported on a day told roughly around it. */
export function lateReports(party: Part): OpenList<Part> {
  const reports = reportsOf(party)
  if (reports.length === 0) return []
  const { duty, organisation } = owed(party)
  const after = datedEntriesOf(party).flatMap((entry) => {
    const [reported, due] = [entry.days('reportedOn'), deadline(entry, reports)]
    const isLet =
      reported &&
      due !== undefined &&
      wasExcepted(duty, organisation, { from: due, to: reported.to })
    return reported && due !== undefined && due < reported.to && !isLet
      ? [{ entry, isLate: due < reported.from }]
      : []
  })
  const late = after.filter(({ isLate }) => isLate).map(({ entry }) => entry)
  const unclear = after.filter(({ isLate }) => !isLate)
  return [
    ...withoutDealtWith(owed(party), late, dayOf),
    ...unclear.map(({ entry }) => entry.missing('reportedOn')),
  ]
}

/** What a duty's results are reported to; the role that performs it reports nothing to itself. */
function reportsOf(party: Part): readonly Part[] {
  const { duty } = owed(party)
  const performer = party.part('role')?.key
  return duty.parts('reportTo').filter((report) => {
    const receiver = report.part('role')
    return receiver !== undefined && receiver.key !== performer
  })
}

/**
 * The last day for reporting an entry: that of the role it was reported to, else the latest of all;
 * undefined where one of them has no deadline.
 */
function deadline(entry: Part, reports: readonly Part[]): Day | undefined {
  const receiver = reports.length > 1 ? entry.part('reportedTo')?.key : undefined
  const mine = reports.filter((one) => one.part('role')?.key === receiver)
  const days = (mine.length > 0 ? mine : reports).map((one) =>
    one.written('within')
      ? officeDayFrom(addPeriod(dayOf(entry), one.field('within') as Period))
      : undefined,
  )
  const known = days.filter((day) => day !== undefined)
  return known.length === days.length ? known.sort().at(-1) : undefined
}

/**
 * The performances that the role named in the duty did not confirm within the deadline, as far as the
 * deadline has passed; what another role confirmed is not confirmed. One unknown for each of which
 * nobody wrote down who confirmed it.
 */
export function unconfirmedEntries(duty: Part, organisation: Part): OpenList<Part> {
  const named = duty.part('confirm')?.part('by')
  const isConfirmed = (entry: Part): boolean | Unknown => {
    const confirmed = entry.days('confirmedOn')
    const due = confirmedBy(duty, entry)
    if (due >= entry.world.asOf) return true
    if (confirmed === undefined && isFollowUpUnknown(entry)) return entry.missing('confirmedOn')
    if (confirmed === undefined) return attempt(() => !speaksAfter(entry, due))
    if (due < confirmed.from) return false
    if (due < confirmed.to) return entry.missing('confirmedOn')
    if (named === undefined) return true
    const by = entry.part('confirmedBy')
    return by ? actsAs(by, named) : entry.missing('confirmedBy')
  }
  const entries = seriesOf(duty, organisation)
    .parts('entries')
    .filter((entry) => !spanOf(entry))
  return notHolding(entries, isConfirmed).map(({ told }) => told)
}

/** The entries of which something does not hold, each as itself or as what is missing to tell. */
function notHolding(
  entries: readonly Part[],
  holds: (entry: Part) => boolean | Unknown,
): readonly { readonly entry: Part; readonly told: Part | Unknown }[] {
  return entries.flatMap((entry) => {
    const held = holds(entry)
    return held === true ? [] : [{ entry, told: held || entry }]
  })
}

/** The time left for a confirmation where the duty sets none. */
const grace = new Period(1, 0)
