import { list, object, optional } from '../expression/type.ts'
import { distinct, knownOf, openEnd, type OpenList } from '../finding/unknown.ts'
import type { DerivedField } from '../model/derived.ts'
import { dutiesAll } from '../model/procedure.ts'
import { announcesRevision, cameNear, editionsOf, madeOutTo } from '../model/notice.ts'
import { isGroup, within } from '../model/organisation.ts'
import { DerivedPart, type Part } from '../model/part.ts'
import { burdenedBy, compareDuties, type DutyChange } from '../model/revision.ts'
import { shapeOf } from '../model/shape.ts'

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
