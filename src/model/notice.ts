import { addDays, addPeriod, type Day, daysBetween } from '../calendar/day.ts'
import type { Period } from '../calendar/period.ts'
import { distinct, knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { sentencesIn } from '../japanese/sentence.ts'
import { dossierOf } from './dossier.ts'
import { dutiesOf } from './procedure.ts'
import {
  bureauOf,
  foundedOn,
  isGroup,
  isThere,
  standsOn,
  joinedOn,
  membersOf,
  unlistedMembers,
  within,
} from './organisation.ts'
import type { Word } from './pack.ts'
import type { Part } from './part.ts'
import type { Nothing, Reading } from './reading.ts'
import { coversWord } from './word.ts'

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
  const to = notice.writtenPart('to')
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

/**
 * Whether a notice came to an organisation, or to somebody who could pass it on: somebody above it, or a
 * desk in its bureau. A neighbour that the notice is for itself is no desk.
 */
export function cameNear(notice: Part, organisation: Part): boolean {
  const bureau = bureauOf(organisation).key
  const addressees = new Set(addresseesOf(notice).map(({ key }) => key))
  return notice.parts('deliveries').some((delivery) => {
    const to = delivery.part('to')
    if (!to || delivery.text('state') === 'notReceived') return false
    if (isGroup(to) || within(organisation, to)) return within(organisation, to)
    return bureauOf(to).key === bureau && !addressees.has(to.key)
  })
}

/**
 * Those that a notice was meant for beside its addressees, as its deliveries say, and never came to. What was
 * closed before the notice was made is told nothing any more; who came after it still needs it.
 */
export function astray(notice: Part): readonly Part[] {
  const on = (notice.text('on') ?? notice.world.asOf) as Day
  const told = new Set(unreached(notice).map((one) => (one instanceof Unknown ? '' : one.key)))
  const deliveries = notice.parts('deliveries')
  const lost = deliveries.filter((one) => one.text('state') === 'notReceived')
  const meant = lost.flatMap((one) => one.part('to') ?? []).flatMap((to) => membersOf(to))
  return [...new Set(meant)].filter(
    (one) =>
      (standsOn(one.data, on) || isThere(one)) &&
      !told.has(one.key) &&
      !deliveries.some((delivery) => arrivesAt(delivery, one)),
  )
}

/**
 * The people a notice concerns that none of its deliveries was made for. Unknown where it is not written
 * whom one of those that arrived was for.
 */
export function unaddressed(notice: Part): readonly string[] {
  if (!notice.written('concerns')) return []
  const words = dossierOf(notice).standard.vocabularies.get('audiences') ?? new Map<string, Word>()
  const arrived = notice
    .parts('deliveries')
    .filter((one) => one.text('state') !== 'notReceived')
    .map((one) => one.texts('audience'))
  const given = arrived.flat()
  return notice.texts('concerns').filter((one) => !coversWord(given, one, words))
}

/** Those that a notice speaks to and that it went nowhere near: not to them, nor to anybody who could pass it on. */
export function unreached(notice: Part): OpenList<Part> {
  const to = notice.writtenPart('to')
  const named = to
    ? [to]
    : notice.writtenParts('statements').flatMap((one) => addressedBy(one) ?? [])
  return distinct(named.flatMap((one) => meantIn(notice, one))).filter(
    (one) => one instanceof Unknown || !cameNear(notice, one),
  )
}

/**
 * Those that were asked for an answer and gave none. Whom the notice never came near cannot answer: that is
 * told of it instead. An answer for a whole bureau or a group answers for all in it, and one of a section
 * for those above it.
 */
export function withoutReply(notice: Part): OpenList<Part> {
  const answers = notice.parts('confirmations').flatMap((one) => one.part('organisation') ?? [])
  const isKnown = notice.written('deliveries')
  return askedOf(notice).filter(
    (one) =>
      one instanceof Unknown ||
      ((!isKnown || cameNear(notice, one)) &&
        !answers.some((answer) => within(one, answer) || within(answer, one))),
  )
}

/** The same with those to whom the notice was sent and did not arrive: whoever chases an answer finds that out. */
export function sentWithoutReply(notice: Part): OpenList<Part> {
  const lost = notice
    .parts('deliveries')
    .filter((one) => one.text('state') === 'notReceived')
    .flatMap((one) => one.part('to') ?? [])
  const answers = notice.parts('confirmations').flatMap((one) => one.part('organisation') ?? [])
  const asked = askedOf(notice).filter(
    (one) =>
      !(one instanceof Unknown) &&
      lost.some((to) => within(one, to)) &&
      !answers.some((answer) => within(one, answer) || within(answer, one)),
  )
  return distinct([...withoutReply(notice), ...asked])
}

/** Those of whom an answer is awaited and the records do not tell that it came; those asked where no answers are written. */
export function awaitedReplies(notice: Part): OpenList<Part> {
  return notice.written('confirmations') ? withoutReply(notice) : askedOf(notice)
}

/** Those who have not answered and were not reminded after the day by which they should have. */
export function unremindedReplies(notice: Part): OpenList<Part> {
  const replyBy = notice.text('replyBy') ?? ''
  const after = notice.writtenParts('reminders').filter((one) => (one.text('on') ?? '') > replyBy)
  const reminded = after.flatMap((one) => one.part('to') ?? [])
  return awaitedReplies(notice).filter(
    (one) => one instanceof Unknown || !reminded.some((whole) => within(one, whole)),
  )
}

/** Those whom a notice is made out to, else those its statements ask something of, else those it was handed to for themselves. */
function askedOf(notice: Part): OpenList<Part> {
  const to = notice.writtenPart('to')
  if (to) return meantIn(notice, to)
  const asked = notice
    .writtenParts('statements')
    .filter((one) => !one.written('modality') || one.text('modality') !== 'information')
    .flatMap((one) => addressedBy(one) ?? [])
  const named = asked.length > 0 ? asked : receiversOf(notice)
  return distinct(named.flatMap((one) => meantIn(notice, one)))
}

/** Those that a notice was handed to, without those that only passed it on. */
function receiversOf(notice: Part): readonly Part[] {
  const deliveries = notice.parts('deliveries')
  const relays = new Set(deliveries.map(({ data }) => data['from']))
  return deliveries.flatMap((one) => one.part('to') ?? []).filter(({ key }) => !relays.has(key))
}

function addressedBy(statement: Part): Part | undefined {
  const role = statement.writtenPart('addressee')
  return role?.part('organisation')
}

/** The members of an organisation or group, outside the issuer, that were there when a notice went out. */
function meantIn(notice: Part, whole: Part): OpenList<Part> {
  const day = notice.text('on') ?? ''
  const issuer = notice.part('issuer')
  const members = madeOutTo(notice, whole).filter(
    (one) =>
      !isGroup(one) &&
      (foundedOn(one) ?? '') <= day &&
      (joinedOn(whole, one) ?? '') <= day &&
      !(issuer && within(one, issuer)),
  )
  return distinct([...members, unlistedMembers(whole)])
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

/**
 * The statements that give another deadline for the same turn of a duty to the same readers: in the same
 * notice above, or in an earlier one whose deadline was still to come. A notice that corrects may differ.
 */
export function contradicting(statement: Part): readonly Part[] {
  const notice = statement.parent
  if (!notice || notice.data['occasion'] === 'correction') return []
  const own = notice.writtenParts('statements')
  const above = own.slice(0, own.indexOf(statement))
  const earlier = dossierOf(notice).notices.filter(
    (one) => one !== notice && precedes(one, notice) && one.data['to'] === notice.data['to'],
  )
  return [...above, ...earlier.flatMap((one) => one.writtenParts('statements'))].filter(
    (one) =>
      (dueOf(one.data) ?? '') >= String(notice.data['on']) &&
      speaksToSame(one, statement) &&
      isOtherDeadline(one, statement),
  )
}

function precedes(first: Part, second: Part): boolean {
  const [one, other] = [String(first.data['on']), String(second.data['on'])]
  return one < other || (one === other && first.key < second.key)
}

function speaksToSame(first: Part, second: Part): boolean {
  const [one, other] = [first.data['addressee'], second.data['addressee']]
  const isSameReader = one === undefined || other === undefined || one === other
  return isSameReader && first.data['duty'] === second.data['duty']
}

/** Whether two deadlines differ by less than half of a duty's cycle: then they are of one turn. */
function isOtherDeadline(first: Part, second: Part): boolean {
  const [one, other] = [first, second].flatMap(({ data }) => dueOf(data) ?? []).sort()
  const every = second.part('duty')?.part('frequency')?.field('every') as Period | undefined
  if (one === undefined || other === undefined || one === other || !every) return false
  return addDays(one, 2 * daysBetween(one, other)) < addPeriod(one, every)
}

function dueOf({ due }: Part['data']): Day | undefined {
  return typeof due === 'string' ? (due as Day) : undefined
}

/**
 * Whether the clauses on a requirement have a revision told once it is made (改めたときは、通知する), and none of them
 * before it takes effect.
 */
export function isToldOnceRevised(root: Part, requirement: string): boolean {
  const { standard } = dossierOf(root)
  const sentences = knownOf(standard.clausesFor(requirement, dossierOf(root)))
    .flatMap((clause) => sentencesIn(clause.writtenText('text') ?? ''))
    .filter((sentence) => /通知|知らせ|周知/u.test(sentence))
  if (
    sentences.some((sentence) =>
      /前に|前日|前まで|事前|あらかじめ|予め|(?:施行|適用|効力)[^、。]{0,8}(?:まで|前)/u.test(
        sentence,
      ),
    )
  )
    return false
  return sentences.some((sentence) =>
    /(?:改め|改正|改定|改訂|変更)(?:し|され)?た(?:とき|場合|後|日)/u.test(sentence),
  )
}
