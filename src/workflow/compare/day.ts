import { type Day, parseDay, todayInJapan } from '../../calendar/day.ts'
import { systemsOf } from '../../diff/dossiers.ts'
import type { JudgementDay } from '../../model/build.ts'
import { startOf } from '../../model/edition.ts'
import type { ReadSide } from './side.ts'

/**
 * The one day both sides are judged at, for each system: the day asked for, else the day its facts
 * were found, else today. Where the later side brings in an edition that is not yet in force then, its
 * first day, for a change is judged before it takes effect.
 */
export function dayOfComparison(
  before: ReadSide,
  after: ReadSide,
  day: Pick<JudgementDay, 'asked' | 'today'>,
): JudgementDay {
  const [first, second] = [systemsOf(before.documents), systemsOf(after.documents)]
  const days = new Map<string, Day>()
  for (const system of new Set([...first.keys(), ...second.keys()])) {
    const [earlier, later] = [first.get(system), second.get(system)]
    const context = later?.context[0] ?? earlier?.context[0]
    // Days have the right form, for their documents have the right shape.
    const foundOn = context?.data['foundOn'] as Day | undefined
    const known = new Set((earlier?.procedures ?? []).map(startOf))
    const coming = (later?.procedures ?? []).map(startOf).filter((from) => !known.has(from))
    const last = [foundOn ?? day.today, ...coming].sort().at(-1) as Day
    days.set(system, day.asked ?? last)
  }
  return { ...day, of: (system) => days.get(system) }
}

/** The day asked for, and the day it is. */
export function dayOf(request: { readonly asOf?: string; readonly today?: string }): {
  readonly asked: Day | undefined
  readonly today: Day
} {
  return {
    asked: parseDay(request.asOf ?? ''),
    today: parseDay(request.today ?? '') ?? todayInJapan(),
  }
}
