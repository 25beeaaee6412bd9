import { addPeriod, type Day } from '../calendar/day.ts'
import { Period } from '../calendar/period.ts'
import type { OpenList, Unknown } from '../finding/unknown.ts'
import { withoutDealtWith } from './action.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { dayOf, entriesOfParty, owed, seriesOf } from './performance.ts'
import { speaksAfter } from './record.ts'

/**
 * The results that did not reach a role the duty names: not reported although the deadline has passed,
 * or reported to another role; one unknown for each of which nobody wrote down to whom. What the role
 * confirmed has reached it. Where the duty sets no deadline, the time given stands for it.
 */
export function unreportedEntries(party: Part, otherwise: Period): OpenList<Part> {
  const reports = reportsOf(party)
  if (reports.length === 0) return []
  const named = new Set(reports.map((one) => one.part('role')?.key))
  const arrived = (entry: Part): boolean | Unknown => {
    if (entry.text('confirmedOn') !== undefined) return true
    if (entry.text('reportedOn') === undefined) {
      const due = deadline(entry, reports) ?? addPeriod(dayOf(entry), otherwise)
      return due >= entry.world.asOf || attempt(() => !speaksAfter(entry, due))
    }
    const receiver = entry.part('reportedTo')
    return receiver ? named.has(receiver.key) : entry.missing('reportedTo')
  }
  const open = notHolding(entriesOfParty(party), arrived)
  return withoutDealtWith(owed(party), open, ({ entry }) => dayOf(entry)).map(({ told }) => told)
}

/** The results that were reported after the deadline the duty sets. */
export function lateReports(party: Part): readonly Part[] {
  const reports = reportsOf(party)
  if (reports.length === 0) return []
  const late = entriesOfParty(party).filter((entry) => {
    const reported = entry.text('reportedOn')
    const due = deadline(entry, reports)
    return reported !== undefined && due !== undefined && reported > due
  })
  return withoutDealtWith(owed(party), late, dayOf)
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
    one.written('within') ? addPeriod(dayOf(entry), one.field('within') as Period) : undefined,
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
  const confirm = duty.part('confirm')
  const within = confirm?.written('within') ? (confirm.field('within') as Period) : undefined
  const named = confirm?.part('by')?.key
  const isConfirmed = (entry: Part): boolean | Unknown => {
    const [reported, confirmed] = [entry.text('reportedOn'), entry.text('confirmedOn')]
    const due = addPeriod((reported ?? dayOf(entry)) as Day, within ?? grace)
    if (due >= entry.world.asOf) return true
    if (confirmed === undefined) return attempt(() => !speaksAfter(entry, due))
    if (confirmed > due) return false
    if (named === undefined) return true
    const by = entry.part('confirmedBy')
    return by ? by.key === named : entry.missing('confirmedBy')
  }
  const entries = seriesOf(duty, organisation).parts('entries')
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
