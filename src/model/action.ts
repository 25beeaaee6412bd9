import type { Day } from '../calendar/day.ts'
import type { DayRange } from '../calendar/fiscal.ts'
import { compareText } from '../finding/order.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { isDone, type Owed, seriesOf } from './performance.ts'
import type { Reading } from './reading.ts'

/** The state of an action on the day of judgement: its last dated entry, else the state it is filed under. */
export function statusOf(action: Part): string {
  return lastEntry(action)?.text('status') ?? String(action.data['status'])
}

/** What mends the deficit: something done again and again where the duty or its requirement recurs, else one act. */
export function demandsOf(action: Part): string {
  const stated = action.data['demands']
  if (typeof stated === 'string') return stated
  const duty = action.writtenPart('duty')
  if (duty) return duty.part('frequency')?.written('every') === true ? 'recurring' : 'oneOff'
  const key = action.data['requirement']
  const requirement =
    typeof key === 'string' ? dossierOf(action).standard.requirement(key) : undefined
  return requirement?.data['cycle'] === 'periodic' ? 'recurring' : 'oneOff'
}

/** The day an action began: as stated, else its first dated entry. */
export function startedOn(action: Part): string | Unknown | undefined {
  const [part, key] = startOf(action)
  return part?.tellingDay(key)
}

/** Where the day an action began stands, and under which key. */
function startOf(action: Part): readonly [Part | undefined, string] {
  if (action.written('startedOn')) return [action, 'startedOn']
  return [action.writtenParts('history')[0], 'on']
}

/**
 * What an action rests on: the evidence filed for it as a whole, and that of its last dated entry.
 * Unknown where nobody wrote down either.
 */
export function evidenceOf(action: Part): readonly Part[] {
  const last = lastEntry(action)
  const dated = last?.writtenParts('evidence') ?? []
  if (!action.written('evidence') && last?.written('evidence') === true) return dated
  return [...action.parts('evidence'), ...dated]
}

/** What is to be done next: as the last dated entry says, else as filed for the action as a whole. */
export function nextOf<R extends Reading>(action: Part<R>): Part<R> | undefined {
  const history = action.writtenParts('history')
  if (history.some((entry) => entry.written('next'))) return history.at(-1)?.part('next')
  return action.part('next')
}

/**
 * What went wrong with a duty, without what an improvement measure has dealt with: what lies before the
 * day the measure began, where the duty has been done since and nothing has gone wrong again.
 */
export function withoutDealtWith<Wrong>(
  { duty, organisation }: Owed,
  wrong: readonly Wrong[],
  dayOf: (one: Wrong) => string,
): readonly Wrong[] {
  const since = measureSince(duty)
  if (since === undefined || wrong.length === 0) return wrong
  const done = seriesOf(duty, organisation).parts('entries').filter(isDone)
  const isRunningSince = (day: Day): boolean =>
    done.some((entry) => (entry.days('on')?.from ?? '') >= day)
  const isPast = (day: Day): boolean => wrong.every((one) => dayOf(one) < day)
  if (isRunningSince(since.to) && isPast(since.from)) return []
  if (!isRunningSince(since.from) || !isPast(since.to)) return wrong
  throw new Unknown([{ kind: 'actions', path: 'actions/startedOn' }], 'rough')
}

/** The improvements of a system, which go on where some could not be read. */
export function actionsOf(dossier: Dossier): OpenList<Part> {
  const written = dossier.actionFiles.flatMap((file) => file.list('actions'))
  return [...written, ...dossier.unreadOf('actions')]
}

function startDays(action: Part): DayRange | undefined {
  const [part, key] = startOf(action)
  return part?.days(key)
}

/** The day the last measure about a duty began: that of the recurring duty it rests on, else of the action. */
function measureSince(duty: Part): DayRange | undefined {
  const actions = actionsOf(dossierOf(duty))
  const end = openEnd(actions)
  if (end) throw end
  const days = knownOf(actions)
    .filter((action) => takesEffect.has(statusOf(action)))
    .flatMap((action) => {
      const recurring = writtenEvidence(action).filter(({ data }) => data['duty'] === duty.key)
      if (recurring.length > 0) {
        return recurring.map((one) =>
          one.written('since') ? one.days('since') : startDays(action),
        )
      }
      return action.data['duty'] === duty.key ? [startDays(action)] : []
    })
  return days
    .filter((day) => day !== undefined)
    .sort((a, b) => compareText(a.to, b.to))
    .at(-1)
}

/** The states of an action whose measure is running. */
const takesEffect: ReadonlySet<string> = new Set(['continuing', 'done'])

function writtenEvidence(action: Part): readonly Part[] {
  const last = lastEntry(action)
  return [action, ...(last ? [last] : [])].flatMap((one) => one.writtenParts('evidence'))
}

/** What was last written of an action up to the day of judgement. */
export function lastEntry<R extends Reading>(action: Part<R>): Part<R> | undefined {
  return action.written('history') ? action.parts('history').at(-1) : undefined
}

/** What goes on working: a duty that recurs, a document, an arrangement, a technical control. */
const lasting: ReadonlySet<string> = new Set([
  'recurringDuty',
  'document',
  'arrangement',
  'technical',
])

/** What is only promised or said. */
const promised: ReadonlySet<string> = new Set(['plan', 'budget', 'statement'])

/** Whether an evidence or a measure goes on working after the day it was done. */
export function isLasting(evidence: Part): boolean {
  return lasting.has(evidence.text('kind') ?? '')
}

/** Whether an evidence is there, and not merely planned, budgeted or said. */
export function isInPlace(evidence: Part): boolean {
  return !promised.has(evidence.text('kind') ?? '')
}
