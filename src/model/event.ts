import { addPeriod, type Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { withoutDealtWith } from './action.ts'
import { dossierOf } from './dossier.ts'
import { organisationsOf, owesSince, procedureOf } from './duty.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { dayOf, dayOfDeed, deedsOf, entriesOfParty, isDone, owed, seriesOf } from './performance.ts'
import { coverOf, entriesOf } from './record.ts'
import { coversWord } from './word.ts'

/** The events a duty follows after which the party did nothing, as far as the deadline has passed. */
export function unansweredEvents(party: Part): readonly Part[] {
  return answered(party)
    .filter(({ due, answer, event }) => answer === undefined && due < event.world.asOf)
    .map(({ event }) => event)
}

/** The events a duty follows after which the party did something only when the deadline had passed. */
export function lateAnswers(party: Part): readonly Part[] {
  const late = answered(party).filter(({ due, answer }) => answer !== undefined && answer > due)
  return withoutDealtWith(
    owed(party),
    late.map(({ event }) => event),
    dayOf,
  )
}

/** An event, the last day for what is owed after it, and the day something was done. */
interface Answered {
  readonly event: Part
  readonly due: Day
  readonly answer: Day | undefined
}

/**
 * The events of the kind a duty follows, in the system or the whole organisation, since the party has
 * owed it, whose deadline lies in what its series covers.
 */
function answered(party: Part): readonly Answered[] {
  const { duty, organisation } = owed(party)
  const frequency = duty.part('frequency')
  const within = frequency?.written('within') ? (frequency.field('within') as Period) : undefined
  const kind = frequency?.text('on') ?? ''
  const since = duty.written('since') ? (duty.text('since') ?? '') : ''
  const begun = owesSince(duty, organisation) ?? since
  const events = eventsOf(duty).filter(
    (event) =>
      isKind(event, kind) &&
      dayOf(event) >= since &&
      dayOf(event) >= begun &&
      concerns(event, party),
  )
  if (!within || events.length === 0) return []
  const { from, to } = coverOf(seriesOf(duty, organisation))
  const done = entriesOfParty(party).filter(isDone).map(dayOf)
  const deeds = deedsOf(duty, organisation).map(dayOfDeed).sort()
  return events
    .map((event) => ({ event, due: addPeriod(dayOf(event), within) }))
    .filter(({ event, due }) => from <= dayOf(event) && due <= to)
    .map(({ event, due }) => {
      const isAfter = (day: Day): boolean => day >= dayOf(event)
      const answer = done.find(isAfter)
      const deed = deeds.find(isAfter)
      // A ledger of its own does not tell what a deed answers: it may excuse, it accuses nobody of being late.
      const isExcused = deed !== undefined && (answer === undefined || deed <= due)
      return { event, due, answer: isExcused ? dayOf(event) : answer }
    })
}

/**
 * Whether an event is a party's to follow: it names no office, or one of those concerned. A role held in
 * each office follows what happened in its own; any other, what happened where the system is used.
 */
function concerns(event: Part, party: Part): boolean {
  const where = event.written('organisation') ? event.part('organisation') : undefined
  if (!where) return true
  const { duty, organisation } = owed(party)
  if (party.part('role')?.data['each'] === true) return overlaps(where, organisation)
  const procedure = procedureOf(duty)
  const dossier = dossierOf(duty)
  const isKnown = dossier.hasContext && dossier.context.written('involved')
  const involved = isKnown ? dossier.context.parts('involved') : []
  return [
    organisation,
    ...organisationsOf(duty),
    ...procedure.writtenParts('covers'),
    ...involved.flatMap((one) => one.part('organisation') ?? []),
  ].some((one) => overlaps(where, one))
}

/** The events of the system and of the whole organisation; unknown where neither tells of any. */
function eventsOf(duty: Part): readonly Part[] {
  const dossier = dossierOf(duty)
  const holders = [dossier, dossier.organisationWide].filter(
    (one) => one?.records.some((records) => records.written('events')) === true,
  )
  if (holders.length === 0) return entriesOf(dossier, 'events')
  return holders.flatMap((one) => (one ? entriesOf(one, 'events') : []))
}

/** Whether an event is of a kind, or of one that the kind includes. */
function isKind(event: Part, kind: string): boolean {
  const words = dossierOf(event).standard.vocabularies.get('events')
  return coversWord([kind], event.text('event') ?? '', words ?? new Map())
}
