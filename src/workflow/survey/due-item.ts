import { type DueItem, dueKinds } from '../../finding/due.ts'
import { fingerprint } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { Due } from '../../model/due.ts'
import type { WrittenPart } from '../../model/part.ts'
import { dueOccasion, duePost, dueTitle } from '../../words/due.ts'
import { organisationName } from '../../words/name.ts'

/** Something that falls due in a system, in the words of an office. */
export function dueItem(due: Due, dossier: WrittenDossier): DueItem {
  const { kind, state, from, run, about, organisation } = due
  return {
    id: idOf(due, dossier.id),
    kind,
    state,
    from: from ?? null,
    due: due.due,
    run: run ?? null,
    system: dossier.id,
    title: dueTitle(due),
    turn: dueOccasion(due) ?? null,
    post: duePost(due) ?? null,
    section: organisation ? { id: organisation.key, name: organisationName(organisation) } : null,
    record: about.writtenText('record') ?? null,
    location: about.location(),
  }
}

/** Made of ids alone, so that a calendar knows the entry again whatever becomes of its day and its words. */
function idOf(
  { kind, about, field, turn, from, run, after, role, organisation }: Due,
  system: string,
) {
  const which = kind === 'turn' ? [run ? (turn ?? '') : (from ?? '')] : []
  const follows = after ? [...trailOf(after), after.writtenText('on') ?? ''] : []
  return fingerprint(
    kind,
    system,
    ...trailOf(about),
    field ?? '',
    role?.key ?? '',
    organisation?.key ?? '',
    ...which,
    ...follows,
  )
}

function trailOf(part: WrittenPart): readonly string[] {
  return [...(part.parent ? trailOf(part.parent) : []), part.elementId]
}

/** By day, then system, kind, title and section: one order whatever the order of the files. */
export function compareItems(a: DueItem, b: DueItem): number {
  const parts = (one: DueItem): readonly string[] => [
    one.due,
    one.system,
    String(dueKinds.indexOf(one.kind)).padStart(2, '0'),
    one.title,
    one.section?.id ?? '',
    one.id,
  ]
  const [first, second] = [parts(a), parts(b)]
  return first.map((part, at) => compareText(part, second[at] ?? '')).find((one) => one !== 0) ?? 0
}
