import { Unknown } from '../finding/unknown.ts'
import { dossierOf, dutiesOf } from './dossier.ts'
import { bureauOf, isGroup, membersOf, unlistedMembers, within } from './organisation.ts'
import type { Part } from './part.ts'
import type { Nothing, Reading } from './reading.ts'

/** The statements of a notice that speak of a duty. */
export function dutyStatements(notice: Part): readonly Part[] {
  return notice.parts('statements').filter((statement) => statement.written('duty'))
}

/** How binding the duty is that a statement speaks of, in the edition the notice announces; unknown where that has none. */
export function modalityOfDuty(statement: Part): string {
  const duty = announcedDuty(statement)
  if (!duty)
    throw new Unknown([{ kind: 'procedure', path: `duty:${String(statement.data['duty'])}` }])
  return duty.text('modality') ?? 'must'
}

function announcedDuty(statement: Part): Part | undefined {
  const id = String(statement.data['duty'])
  const notice = statement.parent
  const edition = notice && announcesRevision(notice) ? editionsOf(notice).after : undefined
  return edition ? dutiesOf(edition).find((duty) => duty.key === id) : statement.part('duty')
}

/** Whether a notice announces the revision of a procedure. */
export function announcesRevision<R extends Reading>(notice: Part<R>): boolean {
  return notice.written('announces')
}

/** The two editions a notice stands between. Unknown where one of them is not in the dossier. */
export function editionsOf<R extends Reading>(
  notice: Part<R>,
): { readonly before: Part<R>; readonly after: Part<R> } | Nothing<R> {
  const announces = notice.part('announces')
  const id = String(announces?.data['procedure'])
  const [from, to] = [String(announces?.data['from']), String(announces?.data['to'])]
  const before = dossierOf(notice).editionOn(id, from)
  const after = dossierOf(notice).editionOn(id, to)
  const path = `procedure:${id}@${before ? to : from}`
  const both = before && after ? { before, after } : undefined
  return notice.world.way.known(both, () => new Unknown([{ kind: 'procedure', path }]))
}

/** Every organisation that a notice speaks to: the one it is addressed to, else those that hold a role its statements address. */
function addresseesOf(notice: Part): readonly Part[] {
  const found = new Map<string, Part>()
  const to = notice.written('to') ? notice.part('to') : undefined
  if (to) return madeOutTo(notice, to)
  for (const statement of notice.parts('statements')) {
    const organisation = statement.part('addressee')?.part('organisation')
    if (organisation) {
      for (const member of membersOf(organisation)) found.set(member.key, member)
    }
  }
  return [...found.values()]
}

/**
 * Those that a notice made out to an organisation or a group is for, one by one. Where a group lists only
 * some of its members, those that have a letter of their own about the same are not meant; where all of
 * them have, the group itself stands for the others.
 */
export function madeOutTo<R extends Reading>(notice: Part<R>, to: Part<R>): readonly Part<R>[] {
  if (!unlistedMembers(to)) return membersOf(to)
  const left = membersOf(to).filter(({ key }) => !hasLetter(key, notice))
  return left.length > 0 ? left : [to]
}

/** Whether another notice about the same revision is made out to an organisation alone. */
function hasLetter<R extends Reading>(organisation: string, about: Part<R>): boolean {
  return dossierOf(about).notices.some(
    (notice) => notice.data['to'] === organisation && isSameMatter(notice, about),
  )
}

function isSameMatter<R extends Reading>(first: Part<R>, second: Part<R>): boolean {
  if (!announcesRevision(first) || !announcesRevision(second)) return false
  const [one, other] = [first.part('announces'), second.part('announces')]
  return ['procedure', 'from', 'to'].every((field) => one?.data[field] === other?.data[field])
}

/** Whether a delivery brings the notice to an organisation itself, not merely to the desk above it. */
function arrivesAt(delivery: Part, organisation: Part): boolean {
  const to = delivery.part('to')
  if (!to || delivery.text('state') === 'notReceived') return false
  if (to.key === organisation.key) return true
  if (isGroup(to)) return membersOf(to).some((member) => member.key === organisation.key)
  const means = delivery.written('means') ? delivery.text('means') : undefined
  return (means === 'portal' || means === 'meeting') && within(organisation, to)
}

/** Whether a notice came to an organisation, or to somebody in its bureau who could pass it on. */
export function cameNear(notice: Part, organisation: Part): boolean {
  const bureau = bureauOf(organisation).key
  return notice.parts('deliveries').some((delivery) => {
    const to = delivery.part('to')
    if (!to || delivery.text('state') === 'notReceived') return false
    return arrivesAt(delivery, organisation) || (!isGroup(to) && bureauOf(to).key === bureau)
  })
}

/**
 * The addressees in the receiver's own bureau that no delivery reaches. Only a receiver that is no
 * addressee itself, a desk, is asked to pass a notice on, and only inside its bureau.
 */
export function notRelayed(notice: Part, delivery: Part): readonly Part[] {
  const to = delivery.part('to')
  const addressees = addresseesOf(notice)
  if (!to || isGroup(to) || delivery.text('state') === 'notReceived') return []
  if (addressees.some((addressee) => addressee.key === to.key)) return []
  const deliveries = notice.parts('deliveries')
  return addressees
    .filter((addressee) => bureauOf(addressee).key === bureauOf(to).key)
    .filter((addressee) => !deliveries.some((one) => arrivesAt(one, addressee)))
}
