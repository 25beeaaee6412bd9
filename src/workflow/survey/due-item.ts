import { type DueItem, dueKinds } from '../../finding/due.ts'
import { fingerprint } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { Due } from '../../model/due.ts'
import type { WrittenPart } from '../../model/part.ts'
import { standardSubject } from '../../model/standard-in-force.ts'
import { dueOccasion, duePost, dueTitle } from '../../words/due.ts'
import { organisationName } from '../../words/name.ts'

/** Something that falls due in a system, in the words of an office. */
export function dueItem(due: Due, dossier: WrittenDossier): DueItem {
  const { kind, state, from, run, about } = due
  const isOfStandard = about.root.type === 'Standard'
  // What ends for all systems at once is nobody's in particular, and told once.
  const organisation = isOfStandard ? undefined : due.organisation
  const system = isOfStandard ? subjectOfStandard(dossier) : dossier.id
  return {
    id: idOf({ ...due, organisation }, system),
    kind,
    state,
    from: from ?? null,
    due: due.due,
    run: run ?? null,
    system,
    title: dueTitle(due),
    turn: dueOccasion(due) ?? null,
    post: duePost(due) ?? null,
    section: organisation ? { id: organisation.key, name: organisationName(organisation) } : null,
    record: about.writtenText('record') ?? null,
    location: about.location(),
  }
}

/** What is due of the standard of a system is of this subject. */
export function subjectOfStandard({ municipality, standard }: WrittenDossier): string {
  return standardSubject(municipality, standard.id)
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
