import { addPeriod, type Day } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { withoutDealtWith } from './action.ts'
import { arisenEvents, isForeseen } from './arising.ts'
import { dossierOf } from './dossier.ts'
import { attempt, organisationsOf, owesSince, procedureOf } from './duty.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { dayOf, dayOfDeed, deedsOf, entriesOfParty, isDone, owed, seriesOf } from './performance.ts'
import { before } from './recent.ts'
import { coverOf, entriesOf, holdersOf } from './record.ts'
import { coversWord } from './word.ts'

/** The events a duty follows after which the party did nothing, as far as the deadline has passed. */
export function unansweredEvents(party: Part): OpenList<Part> {
  return notAnswered(answered(party))
}

/**
 * The same of a duty that names no deadline: what was not done at all, where a time has passed since.
 * Done always or as needed, it follows the event that its kind of work answers.
 */
export function unanswered(party: Part, otherwise: Period): OpenList<Part> {
  return notAnswered(answered(party, otherwise))
}

/** The events a duty follows after which the party did something only when the deadline had passed. */
export function lateAnswers(party: Part): OpenList<Part> {
  const { events, end } = answered(party)
  const late = events.filter(({ due, answer }) => answer !== undefined && answer > due)
  const open = withoutDealtWith(
    owed(party),
    late.map(({ event }) => event),
    dayOf,
  )
  return [...open, ...end]
}

/** An event, the last day for what is owed after it, and the day something was done. */
interface Answered {
  readonly event: Part
  readonly due: Day
  readonly answer: Day | undefined
}

/** The events a duty follows; they may go on where some of what happened is unknown. */
interface Answers {
  readonly events: readonly Answered[]
  readonly end: readonly Unknown[]
}

/** An event that nothing has answered yet, the last day for what is owed after it, and what the records tell. */
export interface OpenEvent {
  readonly event: Part
  readonly due: Day
  readonly state: 'missed' | 'open' | 'unrecorded'
}

/** The events a duty follows and the party has not answered, those still to be answered in time among them. */
export function openEvents(party: Part, otherwise: Period | undefined): readonly OpenEvent[] {
  const { happened, within } = followed(party, otherwise)
  const cover = attempt(() => coverOf(seriesOf(owed(party).duty, owed(party).organisation)))
  const isTold = ({ event, due }: Answered): boolean =>
    !(cover instanceof Unknown) && cover.from <= dayOf(event) && due <= cover.to
  return answersTo(party, happened, within, !(cover instanceof Unknown))
    .filter(({ answer }) => answer === undefined)
    .map((one) => {
      const isOpen = one.due >= one.event.world.asOf
      return { ...one, state: isOpen ? 'open' : isTold(one) ? 'missed' : 'unrecorded' }
    })
}

function notAnswered({ events, end }: Answers): OpenList<Part> {
  return [
    ...events
      .filter(({ due, answer, event }) => answer === undefined && due < event.world.asOf)
      .map(({ event }) => event),
    ...end,
  ]
}

/** The events of the kind a duty follows whose deadline lies in what the party's series covers. */
function answered(party: Part, otherwise?: Period): Answers {
  const { happened, within, end } = followed(party, otherwise)
  if (happened.length === 0) return { events: [], end }
  const { duty, organisation } = owed(party)
  const { from, to } = coverOf(seriesOf(duty, organisation))
  const events = answersTo(party, happened, within, true).filter(
    ({ event, due }) => from <= dayOf(event) && due <= to,
  )
  return { events, end }
}

/**
 * The events of the kind a duty follows, in the system or the whole organisation, since the party has
 * owed it, and how long after one it may be done; none where no time is set for that.
 */
function followed(party: Part, otherwise?: Period): Followed {
  const { duty, organisation } = owed(party)
  const frequency = duty.part('frequency')
  const within = frequency?.written('within') ? (frequency.field('within') as Period) : otherwise
  const kind = frequency?.text('on') ?? eventAnswered(duty)
  if (!within || kind === undefined) return { happened: [], within, end: [] }
  const since = duty.written('since') ? (duty.text('since') ?? '') : ''
  const begun = owesSince(duty, organisation) ?? since
  const all = eventsOf(duty, kind)
  const last = openEnd(all)
  const happened = knownOf(all).filter(
    (event) => dayOf(event) >= since && dayOf(event) >= begun && concerns(event, party),
  )
  return { happened, within, end: last ? [last] : [] }
}

interface Followed {
  readonly happened: readonly Part[]
  readonly within: Period | undefined
  readonly end: readonly Unknown[]
}

/** What was done after each of some events: by the series of the party where it keeps one, and by ledgers of their own. */
function answersTo(
  party: Part,
  happened: readonly Part[],
  within: Period | undefined,
  keepsSeries: boolean,
): readonly Answered[] {
  if (!within) return []
  const { duty, organisation } = owed(party)
  const done = keepsSeries ? entriesOfParty(party).filter(isDone).map(dayOf) : []
  const deeds = deedsOf(duty, organisation).map(dayOfDeed).sort()
  return happened.map((event) => {
    const due = addPeriod(dayOf(event), within)
    const first = isForeseen(event) ? before(dayOf(event), within) : dayOf(event)
    const answers = (day: Day): boolean => day >= first
    const answer = done.find(answers)
    const deed = deeds.find(answers)
    // A ledger of its own does not tell what a deed answers: it may excuse, it accuses nobody of being late.
    const isExcused = deed !== undefined && (answer === undefined || deed <= due)
    return { event, due, answer: isExcused ? dayOf(event) : answer }
  })
}

/** The event that a kind of work answers. */
export function eventAnswered(duty: Part): string | undefined {
  return dossierOf(duty).standard.word('activities', duty.text('activity'))?.event
}

/**
 * Whether an event is a party's to follow: it names no office, or one of those concerned. A role held in
 * each office follows what happened in its own; any other, what happened where the system is used.
 */
function concerns(event: Part, party: Part): boolean {
  const where = event.writtenPart('organisation')
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

/**
 * The events of a kind in the system and the whole organisation, each day of an office once, be they written
 * as such or rows of another ledger; they may go on where no ledger of events is kept.
 */
function eventsOf(duty: Part, kind: string): OpenList<Part> {
  const dossier = dossierOf(duty)
  const holders = dossier.withOrganisation.filter((one) => holdersOf(one, 'events').length > 0)
  const written = holders
    .flatMap((one) => entriesOf(one, 'events'))
    .filter((event) => isKind(event, kind))
  const arisen = arisenEvents(dossier, kind)
  const others = new Map(
    knownOf(arisen)
      .filter((row) => !written.some((event) => isSame(event, row)))
      .map((row) => [`${dayOf(row)}\0${String(officeOf(row))}`, row]),
  )
  const last =
    holders.length === 0 ? new Unknown([{ kind: 'records', path: 'events' }]) : openEnd(arisen)
  return [...written, ...others.values(), ...(last ? [last] : [])]
}

const officeOf = (event: Part): unknown => event.data['organisation']

/** Whether what is written as an event is what stands in another ledger. */
function isSame(event: Part, row: Part): boolean {
  const office = officeOf(event)
  return dayOf(event) === dayOf(row) && (office === undefined || office === officeOf(row))
}

/** Whether an event is of a kind, or of one that the kind includes. */
function isKind(event: Part, kind: string): boolean {
  const words = dossierOf(event).standard.vocabularies.get('events')
  return coversWord([kind], event.text('event') ?? '', words ?? new Map())
}
