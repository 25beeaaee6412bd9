import { addPeriod, type Day } from '../calendar/day.ts'
import { officeDayFrom } from '../calendar/office-day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import type { Period } from '../calendar/period.ts'
import { possibleDays, roughDays } from '../calendar/rough-day.ts'
import { writeLimit } from '../japanese/date.ts'
import { compareText } from '../finding/order.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { withoutDealtWith } from './action.ts'
import { arisenEvents, isForeseen, rowOf } from './arising.ts'
import { sharersOf } from './credential.ts'
import { dossierOf } from './dossier.ts'
import { attempt, owesSince } from './duty.ts'
import { closedOn, concerns } from './concerned.ts'
import { wasExcepted } from './exception.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import {
  dayOf,
  deedsOf,
  entriesOfParty,
  isDone,
  namedPeriod,
  outcomeOf,
  owed,
  seriesOf,
  spanOf,
} from './performance.ts'
import type { Reading } from './reading.ts'
import type { Word } from './pack.ts'
import { before, speaksFor } from './recent.ts'
import { coverOf, holdersOf, isEmpty, openEntries, writtenLedger } from './record.ts'
import { coversWord } from './word.ts'

/** The events a duty follows after which the party did nothing, as far as the deadline has passed. */
export function unansweredEvents(party: Part): OpenList<Part> {
  return notAnswered(party, answered(party))
}

/**
 * The same of a duty that names no deadline: what was not done at all, where a time has passed since.
 * Done always or as needed, it follows the event that its kind of work answers.
 */
export function unanswered(party: Part, otherwise: Period): OpenList<Part> {
  return notAnswered(party, answered(party, otherwise))
}

/** The events a duty must be done before, for which the party did nothing by then nor later. */
export function unpreparedEvents(party: Part): OpenList<Part> {
  return notAnswered(party, prepared(party))
}

/** The events a duty must be done before, for which the party did something only when it was due. */
export function latePreparations(party: Part): OpenList<Part> {
  return answeredLate(party, prepared(party))
}

/** The events a duty follows after which the party did something only when the deadline had passed. */
export function lateAnswers(party: Part): OpenList<Part> {
  return answeredLate(party, answered(party))
}

function answeredLate(party: Part, { events, end }: Answers): OpenList<Part> {
  const { duty, organisation } = owed(party)
  const late = events.filter(
    ({ due, answer, event }) =>
      answer !== undefined &&
      answer > due &&
      !wasExcepted(duty, organisation, { from: due, to: answer }, rowOf(event)),
  )
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

/** The events a duty is for and the party has not answered, those still to be answered in time among them. */
export function openEvents(party: Part, otherwise: Period | undefined): readonly OpenEvent[] {
  const { duty, organisation } = owed(party)
  const cover = attempt(() => coverOf(seriesOf(duty, organisation)))
  const known = cover instanceof Unknown ? undefined : cover
  const asked = [followed(party, otherwise), awaited(party)].flatMap(({ happened }) => happened)
  return answersTo(party, asked, known !== undefined)
    .filter(({ answer }) => answer === undefined)
    .map((one) => {
      const isOpen = one.due >= one.event.world.asOf
      const isTold = known !== undefined && isCovered(one, known)
      return { ...one, state: isOpen ? 'open' : isTold ? 'missed' : 'unrecorded' }
    })
}

/** What an exception ran for from the event to the last day was not owed; one granted later only moves that day. */
function notAnswered(party: Part, { events, end }: Answers): OpenList<Part> {
  const { duty, organisation } = owed(party)
  const isLet = ({ event, due }: Answered): boolean => {
    const [from, to] = [dayOf(event), due].sort() as [Day, Day]
    return wasExcepted(duty, organisation, { from, to }, rowOf(event))
  }
  return [
    ...events
      .filter(({ due, answer, event }) => answer === undefined && due < event.world.asOf)
      .filter((one) => !isLet(one))
      .map(({ event }) => event),
    ...end,
  ]
}

/** The events of the kind a duty follows whose deadline lies in what the party's series covers. */
function answered(party: Part, otherwise?: Period): Answers {
  return answersIn(party, followed(party, otherwise))
}

/** The events a duty must be done before, and whether it was: how early is left open. */
function prepared(party: Part): Answers {
  return answersIn(party, awaited(party))
}

function answersIn(party: Part, { happened, end }: Asked): Answers {
  if (happened.length === 0) return { events: [], end }
  const { duty, organisation } = owed(party)
  const cover = coverOf(seriesOf(duty, organisation))
  return { events: answersTo(party, happened, true).filter((one) => isCovered(one, cover)), end }
}

function isCovered({ event, due }: Term, { from, to }: DayRange): boolean {
  return from <= due && from <= dayOf(event) && due <= to
}

/** An event, the last day for what is owed for it, and the first on which what was done counts. */
interface Term {
  readonly event: Part
  readonly due: Day
  readonly first: string
}

/** The events a duty is for, with their terms; they may go on where some of what happened is unknown. */
interface Asked {
  readonly happened: readonly Term[]
  readonly end: readonly Unknown[]
}

const none: Asked = { happened: [], end: [] }

/** The events a duty follows, and how long after one it may be done; none where no time is set for that. */
function followed(party: Part, otherwise?: Period): Asked {
  const { duty } = owed(party)
  const within = duty.part('frequency')?.writtenPeriod('within') ?? otherwise
  if (!within) return none
  return asked(party, duty.world.asOf, (event) => ({
    event,
    due: lastDayFor(countedFrom(duty, event), within),
    first: isForeseen(event) ? before(dayOf(event), within) : dayOf(event),
  }))
}

/**
 * The day from which a term after an event counts: what somebody must notice first counts from then, of a day told
 * roughly from the last it may be, unless the duty's text counts from when it happened.
 */
function countedFrom(duty: Part, event: Part): Day {
  const [on, noticed] = [dayOf(event), event.data['noticedOn']]
  if (typeof noticed !== 'string' || fromOccurrence.test(duty.writtenText('text') ?? '')) return on
  const last = possibleDays(noticed).to
  return last > on ? last : on
}

const fromOccurrence =
  /(?:発生|起き|起こっ|生じ)(?:た|した)?(?:の)?(?:日|時|とき)?(?:から|より|の翌日|後)/u

/** The last day of a term of whole days; what falls due on a day off is due when offices open again. */
function lastDayFor(from: Day, within: Period): Day {
  const last = addPeriod(from, within)
  return within.isZero || within.minutes > 0 ? last : officeDayFrom(last)
}

/** The events a duty must be done before, those to come among them. */
function awaited(party: Part): Asked {
  const { duty } = owed(party)
  const ahead = duty.part('frequency')?.writtenPeriod('before')
  if (!ahead) return none
  const last = addPeriod(duty.world.asOf, ahead)
  return asked(party, last, (event) => ({ event, due: before(dayOf(event), ahead), first: '' }))
}

/** By when a duty is done after its event or before it, in words. */
export function limitOf(frequency: Part): string {
  const [within, ahead] = [frequency.writtenPeriod('within'), frequency.writtenPeriod('before')]
  return writeLimit({ within, before: ahead })
}

/** The events a duty is for, in the system or the whole organisation, since the party has owed it. */
function asked(party: Part, last: Day, termOf: (event: Part) => Term): Asked {
  const { duty, organisation } = owed(party)
  const since = duty.written('since') ? (duty.text('since') ?? '') : ''
  const begun = owesSince(duty, organisation) ?? since
  const all = eventsOf(duty, last)
  const end = isToldByLedgers(party) ? openEnd(all.filter((one) => !isNoLedger(one))) : openEnd(all)
  const happened = knownOf(all)
    .map(termOf)
    .filter(({ event, due }) => {
      const day = due < dayOf(event) ? due : dayOf(event)
      return day >= since && day >= begun && concerns(event, party)
    })
  return { happened, end: end ? [end] : [] }
}

/**
 * Whether the last day for all that a performance counts is still to come: that of the events in whose terms it was
 * done, else of what may have happened when it began; of what is done by turns, that of the period it names.
 */
export function isStillInTime(party: Part, entry: Part): boolean {
  const { duty } = owed(party)
  const { asOf } = duty.world
  const frequency = duty.writtenPart('frequency')
  const within = frequency?.writtenPeriod('within')
  if (!within) return !duty.written('timing') && asOf <= (namedPeriod(entry)?.to ?? '')
  if (frequency?.written('every')) return false
  const from = spanOf(entry)?.from ?? dayOf(entry)
  const day = dayOf(entry)
  const terms = knownTerms(party)
  const isIn = ({ on, due }: Span): boolean => on <= day && from <= due
  if (terms.some((term) => term.due < asOf && isIn(term))) return false
  return terms.some(isIn) || asOf <= lastDayFor(from, within)
}

/** The day of an event, and the last for what is owed after it. */
interface Span {
  readonly on: Day
  readonly due: Day
}

/** The terms of the events a duty follows, as far as the records tell; every entry of a long ledger asks. */
function knownTerms(party: Part): readonly Span[] {
  return party.remember('~known terms', () => {
    const asked = attempt(() => followed(party))
    const known = asked instanceof Unknown ? [] : asked.happened
    return known.map(({ event, due }) => ({ on: dayOf(event), due }))
  }) as readonly Span[]
}

/** Whether what is missing is a ledger of events alone. */
function isNoLedger(one: unknown): boolean {
  return one instanceof Unknown && one.missing.every(({ path }) => path === 'events')
}

/**
 * Whether the ledgers that a duty's kind of event arises from tell all of it for as long as the party's series
 * speaks: then none has to be written as an event again.
 */
function isToldByLedgers(party: Part): boolean {
  const { duty, organisation } = owed(party)
  const kind = eventAsked(duty)
  const series = attempt(() => coverOf(seriesOf(duty, organisation)))
  if (kind === undefined || series instanceof Unknown) return false
  const dossier = dossierOf(duty)
  const words = dossier.standard.vocabularies.get('events') ?? new Map<string, Word>()
  const sources = [...words.values()]
    .filter(({ id }) => coversWord([kind], id, words))
    .flatMap(({ arisesFrom = [] }) => arisesFrom.map(({ ledger }) => ledger))
  return (
    sources.length > 0 &&
    sources.every((name) =>
      speaksFor(
        dossier.withOrganisation
          .flatMap((one) => writtenLedger(one, name))
          .filter((one) => {
            const office = one.writtenPart('organisation')
            return office !== undefined && overlaps(office, organisation)
          }),
        series,
      ),
    )
  )
}

/** What was done for each of some events: by the series of the party where it keeps one, and by ledgers of their own. */
function answersTo(
  party: Part,
  happened: readonly Term[],
  keepsSeries: boolean,
): readonly (Answered & Term)[] {
  const { duty, organisation } = owed(party)
  const entries = keepsSeries ? entriesOfParty(party).filter(isDone) : []
  const isWhole = (entry: Part): boolean =>
    outcomeOf(entry) === 'done' && spanOf(entry) === undefined
  const done = daysAnswering(happened, entries.filter(isWhole))
  // Of what was done in part, or counted over a time, nobody knows which events it answers.
  const inPart = entries.filter((entry) => !isWhole(entry)).map(dayOf)
  const deeds = [...new Set([...deedsOf(duty, organisation), ...inPart])].sort()
  return happened.map((term) => {
    const counts = (day: Day): boolean => day >= term.first
    const answer = done.get(term)
    const deed = deeds.find(counts)
    // A ledger of its own does not tell what a deed answers: it may excuse, it accuses nobody of being late.
    const isExcused = deed !== undefined && (answer === undefined || deed <= term.due)
    const [first] = [answer, closedOn(term.event)].filter((day) => day !== undefined).sort()
    return { ...term, answer: isExcused ? term.due : first }
  })
}

/**
 * The days on which some events were answered. What was done within the time of several may have been for all of them;
 * else one entry answers one event, the last before it that nothing answered, unless it counts what was done.
 */
function daysAnswering(
  happened: readonly Term[],
  entries: readonly Part[],
): ReadonlyMap<Term, Day> {
  const dated = entries.map((entry) => ({ entry, day: dayOf(entry) }))
  const answers = new Map<Term, Day>()
  const taken = new Set<Part>()
  const answer = (term: Term, isIn: (day: Day) => boolean, mayShare: boolean): void => {
    const isFree = (entry: Part): boolean => !taken.has(entry) || entry.written('done')
    const free = dated.find(({ entry, day }) => isIn(day) && isFree(entry))
    const found = free ?? (mayShare ? dated.find(({ day }) => isIn(day)) : undefined)
    if (!found) return
    answers.set(term, found.day)
    taken.add(found.entry)
  }
  const inTurn = [...happened].sort((a, b) => compareText(a.due, b.due))
  for (const term of inTurn) answer(term, (day) => term.first <= day && day <= term.due, true)
  const isOpen = (term: Term): boolean => !answers.has(term)
  for (const term of inTurn.toReversed().filter(isOpen))
    answer(term, (day) => term.first <= day, false)
  return answers
}

/** The kind of event a duty is for: the one it names, else the one its work answers; none where it has its own words. */
function eventAsked(duty: Part): string | undefined {
  const frequency = duty.part('frequency')
  if (frequency?.written('occasion')) return undefined
  return frequency?.text('on') ?? eventAnswered(duty)
}

/** What an event is called: by its word or the occasion of the duty it names, with what it is about. */
export function nameOfEvent<R extends Reading>(event: Part<R>): string {
  const { standard } = dossierOf(event)
  const duty = event.writtenPart('duty')
  const own = duty?.part('frequency')?.writtenText('occasion')
  const name = event.written('event')
    ? standard.wordName('events', event.text('event') ?? '')
    : (own ?? 'きっかけ')
  const subject = event.writtenText('subject')
  return subject === undefined ? name : `${name}（${subject}）`
}

/** The event that a kind of work answers. */
export function eventAnswered(duty: Part): string | undefined {
  return dossierOf(duty).standard.word('activities', duty.text('activity'))?.event
}

/**
 * The events a duty is for in the system and the whole organisation up to a day, each day of an office once:
 * those that name it, and those of its kind, be they written as such or rows of another ledger. They may go on where no
 * ledger of events is kept, and where none names a duty that has no kind of event.
 */
function eventsOf(duty: Part, until: Day): OpenList<Part> {
  return duty.remember(`~events to ${until}`, () => gatheredEvents(duty, until)) as OpenList<Part>
}

function gatheredEvents(duty: Part, until: Day): OpenList<Part> {
  const dossier = dossierOf(duty)
  const kind = eventAsked(duty)
  const holders = dossier.withOrganisation.filter((one) => holdersOf(one, 'events').length > 0)
  const rows = holders
    .flatMap((one) => openEntries(one, 'events'))
    .map((row) => ({ row, isFor: row instanceof Unknown ? row : isDatedFor(row, duty, kind) }))
  const told = rows.flatMap(({ row, isFor }) => (isFor === true ? knownOf([row]) : []))
  const written = told.filter((row) => dayOf(row) <= until)
  const unclear = rows.flatMap(({ isFor }) => (isFor instanceof Unknown ? [isFor] : [])).slice(0, 1)
  if (kind === undefined) {
    const isNone = holders.length > 0 && holders.every((one) => isEmpty(one, 'events'))
    return told.length > 0 || isNone ? [...written, ...unclear] : [occasionsOf(duty)]
  }
  const arisen = arisenEvents(dossier, kind, until, sharersOf(duty))
  const others = new Map(
    knownOf(arisen)
      .filter((row) => !written.some((event) => isSame(event, row)))
      .map((row) => [`${dayOf(row)}\0${String(officeOf(row))}`, row]),
  )
  const unkept = holders.length === 0 ? [new Unknown([{ kind: 'records', path: 'events' }])] : []
  const last = openEnd(arisen)
  return [...written, ...others.values(), ...unclear, ...unkept, ...(last ? [last] : [])]
}

/** What is missing where nobody wrote when the occasion of a duty was. */
function occasionsOf(duty: Part): Unknown {
  return new Unknown([{ kind: 'records', path: `events/duty:${duty.key}` }])
}

const officeOf = (event: Part): unknown => event.data['organisation']

/** Whether what is written as an event is what stands in another ledger. */
function isSame(event: Part, row: Part): boolean {
  const office = officeOf(event)
  return dayOf(event) === dayOf(row) && (office === undefined || office === officeOf(row))
}

/** Whether an event is one that a duty is for; what is due after it is unknown where its day is told roughly. */
function isDatedFor(event: Part, duty: Part, kind: string | undefined): boolean | Unknown {
  const verdict = isFor(event, duty, kind)
  const isRough = roughDays(event.writtenText('on') ?? '') !== undefined
  return verdict === true && isRough ? event.missing('on') : verdict
}

/** Whether an event is one that a duty is for: it names the duty, or is of its kind or one that the kind includes. */
function isFor(event: Part, duty: Part, kind: string | undefined): boolean | Unknown {
  const isOwn = event.written('duty')
  const { id } = dossierOf(duty)
  if (isOwn && event.data['duty'] === duty.key && dossierOf(event).id === id) return true
  if (!event.written('event')) return isOwn ? false : event.missing('event')
  if (kind === undefined) return false
  const words = dossierOf(event).standard.vocabularies.get('events')
  return coversWord([kind], event.text('event') ?? '', words ?? new Map())
}
