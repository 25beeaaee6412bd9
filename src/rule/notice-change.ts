import { list, object, optional } from '../expression/type.ts'
import { distinct, knownOf, openEnd, type OpenList } from '../finding/unknown.ts'
import type { DerivedField } from '../model/derived.ts'
import { dutiesAll, dutiesOf } from '../model/procedure.ts'
import { announcesRevision, cameNear, editionsOf, madeOutTo } from '../model/notice.ts'
import { isGroup, membersOf, within } from '../model/organisation.ts'
import { DerivedPart, type Part } from '../model/part.ts'
import { shapeOf } from '../model/shape.ts'
import type { Period } from '../calendar/period.ts'
import { performingRoles } from '../model/duty.ts'

/** The changes a notice stands for, each with the organisations outside the issuer that it burdens. */
function changesOf(notice: Part): OpenList<Part> {
  if (!announcesRevision(notice)) return []
  const { before, after } = editionsOf(notice)
  const [earlier, later] = [openEnd(dutiesAll(before)), openEnd(dutiesAll(after))]
  const issuer = notice.part('issuer')
  const changes = compareDuties(before, after)
    .filter((change) => change.after !== undefined)
    // The earlier text may have laid it on them already, where it was not copied whole or cannot be read.
    .map(
      (change) =>
        (change.before ? openEnd(change.before.list('performers')) : earlier) ??
        changePart(notice, change, issuer),
    )
  return distinct([...changes, later])
}

function changePart(notice: Part, change: DutyChange, issuer: Part | undefined): Part {
  const burdened = burdenedBy(change).filter(
    (organisation) => issuer === undefined || !within(organisation, issuer),
  )
  const burdens = meantBy(notice, burdened)
  const id = change.after?.key ?? change.before?.key ?? ''
  // The same part that statements and records refer to, so that they can be told to be one.
  const duty = notice.world.resolve('duty', id, notice) ?? change.after
  return new DerivedPart(shapeOf('NoticeChange'), notice, id, {
    duty,
    before: change.before,
    burdens,
  })
}

/** Those of some organisations that a notice is made out to; all of them where it is made out to nobody. */
function meantBy(notice: Part, organisations: readonly Part[]): readonly Part[] {
  const to = notice.writtenPart('to')
  if (!to) return organisations
  const inside = organisations.filter((one) => within(one, to))
  const addressees = madeOutTo(notice, to)
  // A letter to those of a group that are not listed.
  if (isGroup(to) && addressees.includes(to)) return inside.length > 0 ? [to] : []
  return inside.filter((one) => addressees.some((addressee) => within(one, addressee)))
}

/** The changes of a notice, made once; rules read them under the same name. */
function changesMade(notice: Part): OpenList<Part> {
  return notice.remember('+changes', changesOf) as OpenList<Part>
}

/** The duties that a notice's changes lay on an organisation. */
export function newDuties(notice: Part, organisation: Part): OpenList<Part> {
  const changes = changesMade(notice)
  const duties = knownOf(changes)
    .filter((change) => change.parts('burdens').some((one) => one.key === organisation.key))
    .map((change) => change.part('duty'))
  return distinct([...duties, openEnd(changes)])
}

/**
 * The organisations that a notice's changes burden and that it went nowhere near: no delivery to them,
 * nor to anybody in their bureau who could have passed it on.
 */
export function leftOut(notice: Part): OpenList<Part> {
  const changes = changesMade(notice)
  const burdened = new Map(
    knownOf(changes)
      .flatMap((change) => change.parts('burdens'))
      .map((one) => [one.key, one]),
  )
  const out = [...burdened.values()].filter((organisation) => !cameNear(notice, organisation))
  return distinct([...out, openEnd(changes)])
}

/** Fields of the model that only this floor can compute, for it sees the diff. */
export const changeFields: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {
  Notice: {
    changes: {
      label: '改正による変更',
      type: list(object('NoticeChange')),
      inputs: ['notice', 'procedure'],
      compute: changesOf,
    },
  },
  NoticeChange: {
    duty: {
      label: '担当業務',
      type: object('Duty'),
      inputs: ['procedure'],
      compute: (part) => part.field('duty'),
    },
    before: {
      label: '改正前の担当業務',
      type: optional(object('Duty')),
      inputs: ['procedure'],
      compute: (part) => part.field('before'),
    },
    burdens: {
      label: '義務の増える組織',
      type: list(object('Organisation')),
      inputs: ['procedure'],
      compute: (part) => part.field('burdens'),
    },
  },
}

/** A duty in two editions of a procedure; one side is missing where it was added or removed. */
interface DutyChange {
  readonly before: Part | undefined
  readonly after: Part | undefined
}

/** The duties of two editions side by side, by id, in the order of the later one. No opinion, only facts. */
function compareDuties(before: Part, after: Part): readonly DutyChange[] {
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
function burdenedBy(change: DutyChange): readonly Part[] {
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
