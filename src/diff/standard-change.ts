import { compareText } from '../finding/order.ts'
import { attempt } from '../model/duty.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Part } from '../model/part.ts'
import type { Standard } from '../model/standard.ts'
import type { GradedChange } from './change.ts'
import { subjectOf } from './element.ts'
import { elementOf } from './fact.ts'
import { writtenId } from './rename.ts'

/** What changed in one pack, and its editions where two of them are held against each other. */
export interface StandardChange {
  readonly pack: string
  readonly editions: { readonly before: string; readonly after: string } | undefined
  readonly changes: readonly GradedChange[]
}

/** The two standards that one unchanged system is held against. */
export interface StandardSides {
  readonly before: Standard
  readonly after: Standard
}

/** The changes that a procedure was not already written for, in the edition it names. */
export function newTo(
  procedure: Part,
  changes: readonly StandardChange[],
  standard: Standard,
): readonly StandardChange[] {
  const written = procedure.part('standard')
  const edition = written?.text('edition')
  return changes.filter(({ pack, editions }) => {
    if (!editions || edition === undefined || written?.text('pack') !== pack) return true
    if (edition === editions.before || edition === editions.after) return edition !== editions.after
    const starts = startsIn(standard, pack)
    return (starts.get(edition) ?? '') < (starts.get(editions.after) ?? '')
  })
}

/** The first day of every edition of a pack. */
function startsIn({ packs }: Standard, id: string): ReadonlyMap<string, string> {
  const editions = packs.find((pack) => pack.id === id)?.value['editions'] ?? []
  return new Map(
    (editions as readonly { readonly id: string; readonly from: string }[]).map((one) => [
      one.id,
      one.from,
    ]),
  )
}

/** What the clauses of a standard are, and the catalogue entries that stand for them. */
const demands: ReadonlySet<string> = new Set(['Clause', 'Requirement', 'Topic'])

/**
 * The changes of what a standard demands that may concern a system, by requirement: of a clause, those
 * where it holds for the system on either side, or where that cannot be told.
 */
export function demandsChanged(
  dossier: Dossier,
  sides: StandardSides,
  changes: readonly StandardChange[],
): ReadonlyMap<string, readonly GradedChange[]> {
  const found = new Map<string, GradedChange[]>()
  for (const change of changes.flatMap((one) => one.changes)) {
    const { requirement, grade } = change
    const subject = subjectOf(elementOf(change.fact))
    if (requirement === null || grade === 'editorial' || !demands.has(subject.shape.name)) continue
    if (subject.shape.name === 'Clause' && !concerns(writtenId(subject.key), dossier, sides))
      continue
    found.set(requirement, [...(found.get(requirement) ?? []), change])
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)))
}

function concerns(clause: string, dossier: Dossier, { before, after }: StandardSides): boolean {
  const clauses = [before, after].flatMap((side) =>
    side.clauses.filter(({ key }) => key === clause).map((part) => ({ side, part })),
  )
  return clauses.some(({ side, part }) => side.holding([part], dossier).length > 0)
}

/** The clauses for a requirement that hold for a system; undefined where that cannot be told. */
export function clausesHolding(
  standard: Standard,
  requirement: string,
  dossier: Dossier,
): readonly Part[] | undefined {
  const found = attempt(() => standard.clausesFor(requirement, dossier))
  return Array.isArray(found) ? (found as readonly Part[]) : undefined
}
