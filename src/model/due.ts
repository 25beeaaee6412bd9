import { addDays, addPeriod, type Day } from '../calendar/day.ts'
import { Dossier, type WrittenDossier } from './dossier.ts'
import { duesOfDuties } from './due-duty.ts'
import { type AskedDue, orNone } from './due-item.ts'
import { duesOfTerms } from './due-term.ts'
import { Part, type WrittenPart } from './part.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { awaitedReplies, unremindedReplies } from './notice.ts'

/** The same with the parts as they are written, for whoever names them. */
export type Due = AskedDue<WrittenPart>

/** What falls due in a system up to a day, and what is overdue by its records; nothing of one that is retired. */
export function duesOf(written: WrittenDossier, until: Day): readonly Due[] {
  if (written.retirement) return []
  const dossier = Dossier.asked(written)
  const found = [
    ...duesOfDuties(dossier, until),
    ...(dossier.isFirst ? [...orNone(() => duesOfNotices(dossier)), ...duesOfTerms(dossier)] : []),
  ]
  return found
    .filter(({ due }) => due <= until)
    .map(({ about, after, role, organisation, ...rest }) => ({
      ...rest,
      about: asWritten(about, written),
      ...(after && { after: asWritten(after, written) }),
      role: role && asWritten(role, written),
      organisation: organisation && asWritten(organisation, written),
    }))
}

/** A part that was asked, as it is written. */
function asWritten(part: Part, dossier: WrittenDossier): WrittenPart {
  const { shape, legible: data, document, path, key, parent } = part
  return new Part<'written'>({
    shape,
    data,
    document,
    path,
    key,
    parent: parent && asWritten(parent, dossier),
    world: dossier.root.world,
  })
}

/** The answers that notices ask for, and the reminders of those who owe one. */
function duesOfNotices(dossier: Dossier): readonly AskedDue<Part>[] {
  return dossier.notices
    .filter((notice) => notice.written('replyBy') && !isAnswered(notice))
    .flatMap((notice) => [...answersDue(notice), ...remindersDue(notice, dossier)])
}

/** Whether as many answered as were asked, where only that is written. */
function isAnswered(notice: Part): boolean {
  const replies = notice.writtenPart('replies')
  return (
    replies !== undefined && (replies.number('received') ?? 0) >= (replies.number('asked') ?? 0)
  )
}

/** An answer of each section that was asked for one; one of all where only their number is written. */
function answersDue(notice: Part): readonly AskedDue<Part>[] {
  const due = notice.text('replyBy') as Day
  const from = notice.text('on') as Day
  const one = { kind: 'answer', state: stateOf(notice, due), from, due, about: notice } as const
  if (notice.written('replies')) return [one]
  const asked = orNone(() => awaitedReplies(notice))
  const known = knownOf(asked).map((organisation) => ({ ...one, organisation }))
  return known.length < asked.length ? [...known, one] : known
}

/** From the day after the deadline on those who have not answered are reminded, within what the pack calls promptly. */
function remindersDue(notice: Part, dossier: Dossier): readonly AskedDue<Part>[] {
  const replyBy = notice.text('replyBy') as Day
  const promptly = dossier.standard.period('promptly')
  if (!promptly || orNone(() => unreminded(notice)).length === 0) return []
  const due = addPeriod(replyBy, promptly)
  const state = stateOf(notice, due)
  const organisation = notice.part('issuer')
  return [{ kind: 'reminder', state, from: addDays(replyBy, 1), due, about: notice, organisation }]
}

/** Those to remind; where only the number of answers is written, one of whom nobody knows who it is. */
function unreminded(notice: Part): ReturnType<typeof unremindedReplies> {
  if (!notice.written('replies')) return unremindedReplies(notice)
  const replyBy = notice.text('replyBy') ?? ''
  const isReminded = notice
    .writtenParts('reminders')
    .some((one) => (one.text('on') ?? '') > replyBy)
  return isReminded ? [] : [new Unknown([{ kind: 'notice', path: 'replies' }])]
}

/** Over and without an answer: by the records, or nobody knows where they do not say who answered. */
function stateOf(notice: Part, due: Day): AskedDue<Part>['state'] {
  if (due >= notice.world.asOf) return 'open'
  return notice.written('replies') || notice.written('confirmations') ? 'overdue' : 'unrecorded'
}
