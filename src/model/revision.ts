import type { Period } from '../calendar/period.ts'
import { dutiesOf } from './procedure.ts'
import { performingRoles } from './duty.ts'
import { membersOf } from './organisation.ts'
import type { Part } from './part.ts'

/** A duty in two editions of a procedure; one side is missing where it was added or removed. */
export interface DutyChange {
  readonly before: Part | undefined
  readonly after: Part | undefined
}

/** The duties of two editions side by side, by id, in the order of the later one. No opinion, only facts. */
export function compareDuties(before: Part, after: Part): readonly DutyChange[] {
  const earlier = new Map(dutiesOf(before).map((duty) => [duty.key, duty]))
  const later = dutiesOf(after)
  const kept = new Set(later.map((duty) => duty.key))
  return [
    ...later.map((duty) => ({ before: earlier.get(duty.key), after: duty })),
    ...[...earlier.values()]
      .filter((duty) => !kept.has(duty.key))
      .map((duty) => ({ before: duty, after: undefined })),
  ]
}

/** The organisations that perform a duty, groups by their members, each once. */
function performersOf(duty: Part): readonly Part[] {
  const found = new Map<string, Part>()
  for (const role of performingRoles(duty)) {
    const organisation = role.part('organisation')
    if (!organisation) continue
    for (const member of membersOf(organisation)) found.set(member.key, member)
  }
  return [...found.values()]
}

/**
 * The organisations on which a change of a duty lays more than before: those that did not perform it
 * and now must, and, where it must be done certainly more often, all that perform it.
 */
export function burdenedBy(change: DutyChange): readonly Part[] {
  const { before, after } = change
  if (!after) return []
  const performers = performersOf(after)
  if (!before || isTightened(before, after)) return performers
  const known = new Set(performersOf(before).map((organisation) => organisation.key))
  return performers.filter((organisation) => !known.has(organisation.key))
}

/** Whether a duty must certainly be done more often than before, or is now binding where it was not. */
function isTightened(before: Part, after: Part): boolean {
  const binding = (duty: Part): boolean => (duty.text('modality') ?? 'must') === 'must'
  if (!binding(before) && binding(after)) return true
  const [was, is] = [cycleOf(before), cycleOf(after)]
  if (!is) return false
  return was === undefined || is.compareCertain(was) === -1
}

function cycleOf(duty: Part): Period | undefined {
  const frequency = duty.part('frequency')
  return frequency?.writtenPeriod('every')
}
