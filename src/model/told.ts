import { addPeriod, type Day } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import type { Period } from '../calendar/period.ts'
import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { startOf } from './edition.ts'
import type { Part } from './part.ts'
import { before } from './recent.ts'
import { holdersOf } from './record.ts'

/** The days on which the text of a procedure was changed: its written revisions, and its start where an earlier edition is kept. */
export function revisedOn(procedure: Part): readonly Day[] {
  const start = startOf(procedure)
  const isFollowing = dossierOf(procedure).allEditions.some(
    (one) => one.data['id'] === procedure.data['id'] && startOf(one) < start,
  )
  const established = procedure.data['established']
  const revisions = procedure.parts('revisions').flatMap((one) => one.text('on') ?? [])
  return [...new Set([...(isFollowing ? [start] : []), ...revisions])]
    .filter((day) => day !== established)
    .sort() as Day[]
}

/** A day on which something was changed, and when it counts as told. */
interface Change {
  /** The procedure that was changed; what changed otherwise, a standard, has none. */
  readonly procedure: string | undefined
  readonly day: Day
  /** So long before the day a notice may have gone out. */
  readonly lead: Period
  /** So long after it one should have. */
  readonly limit: Period
}

/**
 * Whether a notice tells of a change, one of the system or of the whole organisation. That none does is
 * known only where the notices of the time are written without a gap, or nobody issues any.
 */
function isTold(dossier: Dossier, change: Change): boolean {
  const senders = dossier.withOrganisation
  if (senders.some(({ notices }) => notices.some((one) => tellsOf(one, change)))) return true
  const window = { from: before(change.day, change.lead), to: addPeriod(change.day, change.limit) }
  const unread = senders.flatMap((one) => one.unreadOf('notice'))[0]
  if (unread) throw unread
  if (!areWhole(senders, window)) throw notCovered
  return false
}

/** Whether a notice tells of a procedure's change of a day. */
export function toldOf(procedure: Part, day: Day, lead: Period, limit: Period): boolean {
  return isTold(dossierOf(procedure), { procedure: procedure.key, day, lead, limit })
}

/** Whether a notice tells of what changed on a day for the whole of a dossier. */
export function toldIn(root: Part, day: Day, lead: Period, limit: Period): boolean {
  return isTold(dossierOf(root), { procedure: undefined, day, lead, limit })
}

/**
 * Whom the lesson of an incident was told to: what its ledger says, and the notices that name it. A notice
 * of no stated matter or audience may have told anybody, and so may those that are not written.
 */
export function lessonAudience(incident: Part, limit: Period): OpenList<string> {
  const senders = dossierOf(incident).withOrganisation
  const audiences = senders
    .flatMap(noticesOf)
    .map((notice) => (notice instanceof Unknown ? notice : audienceOf(notice, incident.key)))
    .filter((audience) => audience !== undefined)
  if (incident.written('lessonTold'))
    return [...incident.texts('lessonTold'), ...knownOf(audiences)]
  const on = incident.text('on') as Day
  const isWhole = areWhole(senders, { from: on, to: addPeriod(on, limit) })
  return isWhole ? audiences : [...audiences, notCovered]
}

/** Whom a notice told of an incident; undefined where it is plainly about something else. */
function audienceOf(notice: Part, incident: string): string | Unknown | undefined {
  if (notice.written('reference') && notice.text('reference') !== incident) return undefined
  if (
    !notice.written('reference') &&
    notice.written('occasion') &&
    notice.text('occasion') !== 'incident'
  ) {
    return undefined
  }
  const audience = notice.written('reference') ? notice.writtenText('audience') : undefined
  return audience ?? notice.missing('audience')
}

const notCovered = new Unknown([{ kind: 'records', path: 'noticesCover' }])

/** Whether all notices of some time are written, or nobody issues any. */
function areWhole(senders: readonly Dossier[], window: DayRange): boolean {
  return senders.some((one) => issuesNone(one) || isCovered(one, window))
}

/** Whether a notice may tell of a change: it announces it, or announces nothing by name, is about no other thing and of that time. */
function tellsOf(notice: Part, { procedure, day, lead }: Change): boolean {
  const announces = notice.writtenPart('announces')
  if (announces) {
    const [from, to] = [announces.data['from'], announces.data['to']]
    const isIts = announces.data['procedure'] === procedure
    return isIts && String(from) < day && day <= String(to)
  }
  const occasion = notice.written('occasion') ? notice.text('occasion') : undefined
  if (occasion === 'incident' || occasion === 'inquiry') return false
  return (notice.text('on') ?? '') >= before(day, lead)
}

/** The notices of a dossier, which go on where one could not be read. */
export function noticesOf(dossier: Dossier): OpenList<Part> {
  return [...dossier.notices, ...dossier.unreadOf('notice')]
}

/** Whether it is written that in fact nobody issues notices. */
export function issuesNone(dossier: Dossier): boolean {
  if (!dossier.hasContext || !dossier.context.written('practices')) return false
  const kinds = dossier.standard.words('noticeActivities')
  const issuing = dossier.context
    .parts('practices')
    .filter((one) => kinds.includes(one.text('activity') ?? ''))
  return issuing.length > 0 && issuing.every((one) => one.parts('performedBy').length === 0)
}

/** Whether all notices of some time are written. */
function isCovered(dossier: Dossier, { from, to }: DayRange): boolean {
  return holdersOf(dossier, 'noticesCover').some((records) => {
    const cover = records.part('noticesCover')
    return (
      cover !== undefined && String(cover.data['from']) <= from && String(cover.data['to']) >= to
    )
  })
}
