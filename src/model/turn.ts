import { addDays, addMonths, addPeriod, type Day, daysBetween } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { officeDayFrom } from '../calendar/office-day.ts'
import { type Counted, isOfCalendar, type Window, windows } from '../calendar/window.ts'
import { parseWindowLabel } from '../calendar/window-label.ts'
import { Unknown } from '../finding/unknown.ts'
import { withoutDealtWith } from './action.ts'
import { attempt, owesSince, procedureOf } from './duty.ts'
import { startOf } from './edition.ts'
import { wasExcepted } from './exception.ts'
import type { Part } from './part.ts'
import {
  dayOf,
  dayOfEntry,
  deedsOf,
  isDone,
  namedPeriod,
  type Owed,
  owed,
  seriesOf,
  spanOf,
} from './performance.ts'
import { before } from './recent.ts'
import { coverOf } from './record.ts'
import { cycleOf, dueDay, isDoneAfterwards } from './timing.ts'

/**
 * The windows in which an organisation owed a duty and that are over: whole windows inside what its
 * series covers, counted as the duty says, none before the duty took effect or the office began to owe it.
 */
export function dueWindows(duty: Part, organisation: Part): readonly Window[] {
  const frequency = duty.part('frequency')
  const every = cycleOf(duty)
  if (!frequency || !every) return []
  const series = seriesOf(duty, organisation)
  const { from, to } = coverOf(series)
  const late = daysAfterwards(series)
  const since = (duty.written('since') ? duty.text('since') : undefined) ?? from
  const begun = owesSince(duty, organisation)
  const counted = frequency.text('counted') ?? 'fiscalYear'
  // A window still open counts once the months named for the work are over.
  return windows(every, counted as Counted, since as Day, from, addPeriod(to, every)).filter(
    (window) => {
      const last = lastDay(window, duty, late)
      const isOver = last <= to && last < duty.world.asOf
      return isOver && window.from >= (begun ?? since) && !isLet({ duty, organisation }, window)
    },
  )
}

/**
 * By how many days the entries of a series came at most after the ends of the periods that they name;
 * undefined where one of them did not, or none names its period.
 */
function daysAfterwards(series: Part): number | undefined {
  const named = series.parts('entries').flatMap((entry) => {
    const period = namedPeriod(entry)
    const days = period && isDone(entry) ? entry.writtenDays('on') : undefined
    return period && days
      ? [{ isAfter: days.from > period.to, days: daysBetween(period.to, days.to) }]
      : []
  })
  const isAlways = named.length > 0 && named.every(({ isAfter }) => isAfter)
  return isAlways ? named.reduce((most, { days }) => Math.max(most, days), 0) : undefined
}

/** The last day for a turn of a duty that is done so many days after it, which is within the next one. */
function lastDay(window: Window, duty: Part, late: number | undefined): Day {
  if (late === undefined || isDoneAfterwards(duty)) return dueDay(window, duty)
  const next = {
    ...window,
    from: addDays(window.to, 1),
    to: addDays(window.to, daysBetween(window.from, window.to) + 1),
  }
  const usual = addDays(window.to, Math.min(late, daysBetween(next.from, next.to)))
  const named = dueDay(next, duty)
  return named > usual && named !== next.to ? named : usual
}

/**
 * A turn of a duty, the last day for it, and what the records tell of it on the day of judgement: it is
 * done; it was missed, and is still wanting or was passed over, for the duty has been done since; it is still
 * open; or it is over and nobody knows, for no record speaks of it.
 */
export interface Turn {
  readonly window: Window
  readonly due: Day
  readonly state: 'done' | 'missed' | 'passed' | 'open' | 'unrecorded'
}

/** The turns of a duty for an organisation up to a day: those the records speak of, the last before, and all that follow. */
export function turnsOf(duty: Part, organisation: Part | undefined, until: Day): readonly Turn[] {
  const told = organisation ? attempt(() => recordedTurns(duty, organisation)) : undefined
  const recorded = told instanceof Unknown ? undefined : told
  const unwritten = organisation ? attempt(() => deedsDone(duty, organisation)) : []
  const done = recorded?.done ?? (unwritten instanceof Unknown ? [] : unwritten)
  const begun = organisation && owesSince(duty, organisation)
  const all = windowsUntil(duty, recorded?.cover.from, until).filter(
    (window) =>
      window.from >= (begun ?? '') &&
      !(organisation ? isLet({ duty, organisation }, window) : suspended(duty, window)),
  )
  return all.map((window, index) => {
    const due = dueDay(window, duty)
    const state = recorded?.states.get(window.from) ?? stateOf(window, all[index - 1])
    return { window, due, state }
  })

  function stateOf(window: Window, previous: Window | undefined): Turn['state'] {
    const own = done.filter((one) => isIn(one, window))
    // What is done early in a turn may have been for the one before, of which the records tell.
    const isOwed = previous !== undefined && recorded?.states.has(previous.from) === true
    const isOther =
      isOwed && !own.some(({ isNamed }) => isNamed) && !isServed(previous, window, done)
    if (own.length > 0 && !isOther) return 'done'
    return dueDay(window, duty) < duty.world.asOf ? 'unrecorded' : 'open'
  }
}

/** What the records tell of the turns that are over, by their first days. */
function recordedTurns(duty: Part, organisation: Part) {
  const due = dueWindows(duty, organisation)
  const done = performances(duty, organisation)
  const { to } = coverOf(seriesOf(duty, organisation))
  const undone = new Set(gaps(due, done, to))
  const missed = new Set(missedWindows(duty, organisation).map(({ from }) => from))
  const stateOf = (window: Window): Turn['state'] =>
    missed.has(window.from) ? 'missed' : undone.has(window) ? 'passed' : 'done'
  const states = new Map(due.map((window) => [window.from, stateOf(window)]))
  return { cover: coverOf(seriesOf(duty, organisation)), done, states }
}

/** The turns of a duty up to a day, from well before the first that its records can tell of. */
function windowsUntil(duty: Part, covered: Day | undefined, until: Day): readonly Window[] {
  const frequency = duty.part('frequency')
  const every = cycleOf(duty)
  if (!frequency || !every) return []
  const counted = (frequency.text('counted') ?? 'fiscalYear') as Counted
  const { asOf } = duty.world
  const first = addMonths(before(earliest(covered, asOf), every), -12)
  const own = duty.written('since') ? (duty.text('since') as Day) : undefined
  const start = (startOf(procedureOf(duty)) || first) as Day
  const since =
    own ?? (isOfCalendar(every, counted) ? earliest(covered, start) : (covered ?? start))
  return windows(every, counted, since, first, addPeriod(until, every)).filter(
    (window) => dueDay(window, duty) <= until,
  )
}

function earliest(one: Day | undefined, other: Day): Day {
  return one !== undefined && one < other ? one : other
}

/** The turns done by a party after the day named for them, as the records tell and no measure has dealt with. */
export function lateTurns(of: Part): readonly Window[] {
  const party = owed(of)
  const { duty, organisation } = party
  const isAfterwards = isDoneAfterwards(duty)
  if (!isAfterwards && !duty.part('timing')?.written('dueDay')) return []
  const series = seriesOf(duty, organisation)
  const { from, to } = coverOf(series)
  const entries = series.parts('entries').filter(isDone)
  const late = windowsUntil(duty, from, to).filter((window) => isLate(window))
  return withoutDealtWith(party, late, (window) => window.from)

  function isLate(window: Window): boolean {
    const own = entries.filter((entry) => doneFor(entry, window))
    const due = officeDayFrom(dueDay(window, duty))
    const first = own.map((entry) => entry.days('on')?.from ?? due).sort()[0]
    return (
      first !== undefined &&
      first > due &&
      !wasExcepted(duty, organisation, { from: due, to: first })
    )
  }

  /** Within the turn, or after it where that is when its work is done: else what it was for is not known. */
  function doneFor(entry: Part, window: Window): boolean {
    const period = entry.writtenText('period')
    const named = period === undefined ? undefined : parseWindowLabel(period)
    if (isAfterwards) return named !== undefined && isSame(named, window)
    return isIn({ day: dayOf(entry), isNamed: false }, window) && (!named || isSame(named, window))
  }
}

function isSame(one: DayRange, other: DayRange): boolean {
  return one.from === other.from && one.to === other.to
}

/** Whether nothing is owed for a turn: the duty is suspended then, or an exception ran from its last day to its end. */
function isLet({ duty, organisation }: Owed, window: Window): boolean {
  if (suspended(duty, window)) return true
  const from = dueDay(window, duty)
  const to = from > window.to ? from : window.to
  return to < duty.world.asOf && wasExcepted(duty, organisation, { from, to })
}

function suspended(duty: Part, window: Window): boolean {
  return duty
    .parts('suspended')
    .some(
      (span) => (span.text('from') ?? '') <= window.to && (span.text('until') ?? '') >= window.from,
    )
}

/** The trailing due windows without a performance: those after the last one. The next one heals. */
export function missedWindows(duty: Part, organisation: Part): readonly Window[] {
  const due = dueWindows(duty, organisation)
  if (due.length === 0) return []
  const done = performances(duty, organisation)
  return due.filter((window) => !done.some(({ day, until = day }) => until >= window.from))
}

/** The due windows without a performance by a party, whatever came after. */
export function undoneWindows(party: Part): readonly Window[] {
  const { duty, organisation } = owed(party)
  const due = dueWindows(duty, organisation)
  if (due.length === 0) return []
  const { to } = coverOf(seriesOf(duty, organisation))
  return gaps(due, performances(duty, organisation), to)
}

/** The windows not done that no improvement measure, running since, has dealt with. */
export function skippedWindows(party: Part): readonly Window[] {
  return withoutDealtWith(owed(party), undoneWindows(party), ({ from }) => from)
}

function performances(duty: Part, organisation: Part): readonly Done[] {
  const written = doneBy(seriesOf(duty, organisation).parts('entries').filter(isDone))
  const done = [...written, ...deedsDone(duty, organisation)]
  return isDoneAfterwards(duty) ? done.map((one) => (one.isNamed ? one : lastBefore(one))) : done

  /** Of what is done after its turn and names none: it was the last that was over. */
  function lastBefore(one: Done): Done {
    const turn = windowsUntil(duty, one.day, addDays(one.day, 366)).findLast(
      ({ to }) => to < one.day,
    )
    return turn ? { day: turn.from, isNamed: true } : one
  }
}

/** What stands in a ledger of its own counts for the day it tells of. */
function deedsDone(duty: Part, organisation: Part): readonly Done[] {
  return deedsOf(duty, organisation).map((day) => ({ day, isNamed: true }))
}

/** Something done, by the day it counts for: of a period it names, or only by the day it was done. */
interface Done {
  readonly day: Day
  /** The last day of the time within which it was counted. */
  readonly until?: Day
  readonly isNamed: boolean
}

/** What the entries of a ledger count for: the period that one names, else when it was done. */
export function doneBy(entries: readonly Part[]): readonly Done[] {
  return entries.map((entry) => {
    const [span, period] = [spanOf(entry), namedPeriod(entry)]
    const isNamed = entry.written('period') || span !== undefined
    // When it was done, as far as that is in the period named: the rest of that time is no other turn's.
    const until = period && span && span.to > period.to ? period.to : span?.to
    const isCounted = until !== undefined && until >= dayOfEntry(entry)
    return { day: dayOfEntry(entry), ...(isCounted && { until }), isNamed }
  })
}

/**
 * The windows in which nothing was done. Where work is done early in the next turn and does not say for
 * which it was, it may have been for the one before: of the two readings the one with fewer gaps holds. In the
 * second a turn whose time afterwards is not over by the last day that is told of is not missed yet.
 */
export function gaps(
  due: readonly Window[],
  done: readonly Done[],
  until?: Day,
): readonly Window[] {
  const inTurn = due.filter((window, index) => !isServed(window, due[index + 1], done))
  // One that was done late once is no habit.
  const isHabit = done.filter(({ isNamed }) => !isNamed).length > 1
  const isOver = (window: Window) =>
    until === undefined || !isHabit || afterwardsOf(window).to <= until
  const afterwards = due.filter((window) => isOver(window) && !isServedAfterwards(window, done))
  return afterwards.length < inTurn.length ? afterwards : inTurn
}

/** Whether something was done in a window, or twice in the next one: then the first was this one, late. */
function isServed(window: Window, next: Window | undefined, done: readonly Done[]): boolean {
  if (done.some((one) => isIn(one, window))) return true
  if (next?.from !== addDays(window.to, 1)) return false
  const ofNext = done.filter((one) => isIn(one, next))
  return ofNext.length > 1 && ofNext.some(({ isNamed }) => !isNamed)
}

/** Whether something was done for a window: by the period it names, else in the half turn after it. */
function isServedAfterwards(window: Window, done: readonly Done[]): boolean {
  const afterwards = afterwardsOf(window)
  return done.some((one) => isIn(one, one.isNamed ? window : afterwards))
}

function afterwardsOf({ from, to }: Window): DayRange {
  return { from: addDays(to, 1), to: addDays(to, Math.ceil(daysBetween(from, to) / 2)) }
}

function isIn({ day, until = day }: Done, { from, to }: DayRange): boolean {
  return from <= until && day <= to
}
