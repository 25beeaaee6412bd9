import { addMonths, addPeriod, type Day } from '../calendar/day.ts'
import { type Period, periodOf } from '../calendar/period.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { tornKeys } from '../schema/torn.ts'
import {
  hangsOnLeave,
  isHeadedAsProviso,
  provisosOf,
  saysItsEnd,
  saysItsTerm,
} from '../japanese/proviso.ts'
import { exceptionTermIn, saysRenewedFreely } from '../japanese/term.ts'
import { dossierOf } from './dossier.ts'
import { procedureOf } from './duty.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'
import { isDeleted } from './standard.ts'

/**
 * Whether an exception holds on a day: inside its term, and not given up by then. One without an end never does,
 * nor does one that nobody approved.
 */
export function isGranted<R extends Reading>(exception: Part<R>, day: string): boolean {
  if (exception.data['approver'] === 'none') return false
  const last = lastDayOf(exception, day)
  return last !== undefined && day <= last && isBegun(exception, day)
}

/** Whether somebody granted an exception by a day and it is not over then, even where nothing ends it. */
export function isRunning<R extends Reading>(exception: Part<R>, day: string): boolean {
  return (
    exception.data['approver'] !== 'none' &&
    isBegun(exception, day) &&
    day <= (exception.writtenText('expires') ?? day)
  )
}

/** Whether an exception was granted and began by a day, and nobody ended it before. */
function isBegun<R extends Reading>(exception: Part<R>, day: string): boolean {
  return (
    dayOf(exception, 'from') <= day &&
    (exception.writtenText('grantedOn') ?? '') <= day &&
    day <= (exception.writtenText('endedOn') ?? day)
  )
}

/**
 * The last day of an exception as it stands on a day: its own, or that by which it must be looked at again,
 * whichever is first, for it ends where nobody does. Undefined where nothing ends it.
 */
export function lastDayOf<R extends Reading>(exception: Part<R>, day: string): Day | undefined {
  const ends = [exception.writtenText('expires'), reviewDueOn(exception, day)]
  return ends.filter((end) => end !== undefined).sort()[0] as Day | undefined
}

/** The day by which an exception must be looked at again; of one that nobody dated, from when its text took effect. */
function reviewDueOn<R extends Reading>(exception: Part<R>, day: string): Day | undefined {
  const every = periodOf(exception.data['reviewEvery'])
  if (!every) return undefined
  const begun =
    exception.writtenText('from') ?? procedureOf(exception).part('inForce')?.text('from')
  const looked = exception.writtenTexts('reviewedOn').filter((one) => one <= day)
  const last = [begun ?? '', ...looked].sort().at(-1)
  return last ? addPeriod(last as Day, every) : undefined
}

/**
 * Whether an exception holds on a day as the standard has it: granted, looked at again as often as it must be, and of
 * no requirement that it allows none of. One whose last day is too late holds: that it is too long is told of itself.
 */
export function isValidOn<R extends Reading>(exception: Part<R>, day: Day): boolean {
  const { standard } = dossierOf(exception)
  const longest = longestOf(exception)
  const expires = exception.writtenText('expires') ?? 'none'
  return (
    isGranted(exception, day) &&
    // Of what may say anything nobody knows that it was granted so.
    !tornKeys(exception.data) &&
    (longest === undefined || expires !== 'none' || isWithin(exception, longest, day)) &&
    !standard.isMandatory(exception.writtenText('requirement') ?? '')
  )
}

/**
 * How long an exception may last: as the municipality's own packs set it or its clauses say; where neither does,
 * the guideline's length holds, unless a clause asks for a term and leaves its length to whoever permits it.
 */
export function longestOf<R extends Reading>(exception: Part<R>): Period | undefined {
  const { standard } = dossierOf(exception)
  const longest = standard.period('exceptionLongest')
  if (standard.setsOwn('exceptionLongest')) return longest
  const terms = clauseTexts(exception).flatMap((text) => exceptionTermIn(text) ?? [])
  if (isEndedByClause(exception)) return undefined
  const lengths = terms.filter((one) => one !== 'any')
  if (lengths.length > 0) return lengths.sort((a, b) => b.timesPerYear() - a.timesPerYear()).at(-1)
  return terms.length > 0 || isGrantedByProviso(exception) ? undefined : longest
}

/** Whether a proviso of the clauses on what an exception is for grants it on conditions of its own: with leave. */
function isGrantedByProviso<R extends Reading>(exception: Part<R>): boolean {
  return textsOn(exception, [exception.writtenText('requirement')]).some((text) =>
    provisosOf(text).some(({ letsOff }) => hangsOnLeave(letsOff)),
  )
}

/** How weighty it is that the term of an exception is wrong: an opinion where only what all share sets a length. */
export function termSeverity<R extends Reading>(exception: Part<R>): 'error' | 'warning' {
  const [from = '', expires = from] = ['from', 'expires'].map((key) => exception.writtenText(key))
  const isReversed = expires < from
  const isOwn =
    dossierOf(exception).standard.setsOwn('exceptionLongest') ||
    clauseTexts(exception).some((text) => exceptionTermIn(text) !== undefined)
  return isReversed || isOwn ? 'error' : 'warning'
}

/** Whether a proviso of the clauses on what an exception is for says itself until when it lasts: a year after the decision. */
export function isEndedByClause<R extends Reading>(exception: Part<R>): boolean {
  return clauseTexts(exception).some((text) =>
    provisosOf(text).some(({ letsOff }) => saysItsEnd(letsOff)),
  )
}

/**
 * Whether somebody asks for an exception to be looked at again: the own pack, a clause on exceptions, or, where there
 * is none, what all share; not where it is a decision for which a proviso of its clause provides.
 */
export function isReviewAsked(exception: Part): boolean {
  const { standard } = dossierOf(exception)
  if (standard.setsOwn('exceptionReview')) return true
  const own = textsOn(exception, standard.words('exceptionRequirements'))
  if (own.length > 0) return own.some((text) => /見直|見なお|点検|確認|確かめ|更新|再/u.test(text))
  return !textsOn(exception, [exception.writtenText('requirement')]).some((text) =>
    provisosOf(text).some(({ letsOff }) => isHeadedAsProviso(letsOff)),
  )
}

/** Whether a proviso of the clauses on what an exception is for says itself for how long it lasts: for 30 days. */
export function isTermOfProviso(exception: Part): boolean {
  return textsOn(exception, [exception.writtenText('requirement')]).some((text) =>
    provisosOf(text).some(({ letsOff }) => saysItsEnd(letsOff) || saysItsTerm(letsOff)),
  )
}

/** Whether a clause on what an exception is for, or on exceptions, lets it be renewed as often as it is needed. */
export function isRenewedFreely(exception: Part): boolean {
  return clauseTexts(exception).some(saysRenewedFreely)
}

/** What the clauses say on what an exception is for, and on exceptions. */
function clauseTexts<R extends Reading>(exception: Part<R>): readonly string[] {
  const { standard } = dossierOf(exception)
  const own = exception.writtenText('requirement')
  return textsOn(exception, [...standard.words('exceptionRequirements'), own])
}

function textsOn<R extends Reading>(
  exception: Part<R>,
  asked: readonly (string | undefined)[],
): readonly string[] {
  return dossierOf(exception)
    .standard.clauses.filter(
      (clause) => asked.includes(clause.writtenText('requirement')) && !isDeleted(clause),
    )
    .map((clause) => clause.writtenText('text') ?? '')
}

/** Whether the term of an exception, or the time to its next review, is no longer than allowed. */
function isWithin<R extends Reading>(exception: Part<R>, longest: Period, day: Day): boolean {
  // Of one that nobody dated only the time that is left can be told.
  const from = (exception.writtenText('from') ?? day) as Day
  const every = periodOf(exception.data['reviewEvery'])
  const ends = [exception.writtenText('expires'), every && addPeriod(from, every)]
  const [first] = ends.filter((end) => end !== undefined).sort()
  return first !== undefined && first <= addPeriod(from, longest)
}

/** Whether an exception is for an organisation: for every one, or for some among which it is. */
export function isFor<R extends Reading>(exception: Part<R>, organisation: Part<R>): boolean {
  if (!exception.written('organisations')) return true
  return exception.writtenParts('organisations').some((one) => overlaps(one, organisation))
}

/**
 * Whether a time in which a party was late with a duty, or did not do it, lay in an exception that is over by
 * now. What one that still holds is for is told with the finding itself. `row` is the row of a ledger that the
 * duty answers: an exception may be for it alone.
 */
export function wasExcepted(
  duty: Part,
  organisation: Part,
  { from, to }: DayRange,
  row?: string,
): boolean {
  const { asOf } = duty.world
  const isOf = (exception: Part): boolean => {
    const named = exception.writtenText('element')
    if (named !== undefined && [duty.key, duty.elementId, row].includes(named)) return true
    const isOwn = exception.writtenText('requirement') === duty.writtenText('requirement')
    return isOwn && (named === undefined || named === duty.writtenText('activity'))
  }
  return procedureOf(duty)
    .parts('exceptions')
    .filter(isOf)
    .some(
      (one) =>
        !isGranted(one, asOf) &&
        isValidOn(one, from) &&
        isValidOn(one, to) &&
        isFor(one, organisation),
    )
}

/** The exception that was granted next for the same thing; undefined where none was. */
export function renewalOf(exception: Part): Part | undefined {
  return forTheSame(exception).find((one) => dayOf(one, 'from') > dayOf(exception, 'from'))
}

/** The exceptions for the same thing that one carries on, from the first: each was followed within a month. */
export function carriedOn(exception: Part): readonly Part[] {
  const last = forTheSame(exception).findLast(
    (one) => dayOf(one, 'from') < dayOf(exception, 'from'),
  )
  if (!last) return []
  const end = dayOf(last, last.written('endedOn') ? 'endedOn' : 'expires')
  const goesOn = end === '' || dayOf(exception, 'from') <= addMonths(end, 1)
  return goesOn ? [...carriedOn(last), last] : []
}

/** The exceptions of a procedure for what one is for, itself among them, in the order of their days. */
function forTheSame(exception: Part): readonly Part[] {
  return procedureOf(exception)
    .parts('exceptions')
    .filter((one) =>
      ['requirement', 'element'].every((key) => one.data[key] === exception.data[key]),
    )
    .sort((a, b) => (dayOf(a, 'from') < dayOf(b, 'from') ? -1 : 1))
}

function dayOf<R extends Reading>(exception: Part<R>, field: 'from' | 'expires' | 'endedOn'): Day {
  return (exception.writtenText(field) ?? '') as Day
}
