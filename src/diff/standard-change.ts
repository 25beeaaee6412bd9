import { compareText } from '../finding/order.ts'
import { knownOf, openEnd } from '../finding/unknown.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import type { WrittenPart } from '../model/part.ts'
import type { WrittenStandard } from '../model/standard.ts'
import type { Location } from '../source/source.ts'
import type { GradedChange } from './change.ts'
import type { Element } from '../model/element.ts'
import { elementOf, type Fact, valueOf } from './fact.ts'

/** What changed in one pack, and its editions where two of them are held against each other. */
export interface StandardChange {
  readonly pack: string
  readonly editions: { readonly before: string; readonly after: string } | undefined
  readonly changes: readonly GradedChange[]
}

/** The two standards that one unchanged system is held against. */
export interface StandardSides {
  readonly before: WrittenStandard
  readonly after: WrittenStandard
}

/** The changes that a procedure was not already written for, in the edition it names. */
export function newTo(
  procedure: WrittenPart,
  changes: readonly StandardChange[],
  standard: WrittenStandard,
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
function startsIn({ packs }: WrittenStandard, id: string): ReadonlyMap<string, string> {
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
 * where it holds for the system on either side, or where that cannot be told. A clause that goes over to
 * another requirement is gone from the one and new to the other.
 */
export function demandsChanged(
  dossier: WrittenDossier,
  sides: StandardSides,
  changes: readonly StandardChange[],
): ReadonlyMap<string, readonly GradedChange[]> {
  const found = new Map<string, GradedChange[]>()
  const note = (requirement: string, change: GradedChange): void => {
    found.set(requirement, [...(found.get(requirement) ?? []), change])
  }
  for (const change of changes.flatMap((one) => one.changes)) {
    const { requirement, grade, fact } = change
    if (requirement === null || grade === 'editorial') continue
    if (!demands.has(elementOf(fact).subject.shape.name)) continue
    if (!concerns(fact, dossier, sides)) continue
    const [from, to] = [valueOf(fact.before, fact.field), valueOf(fact.after, fact.field)]
    if (fact.field === 'requirement' && typeof from === 'string' && typeof to === 'string') {
      note(from, { ...change, grade: 'removed' })
      note(to, { ...change, grade: 'added' })
    } else note(requirement, change)
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)))
}

/** Whether what changed may hold for a system on either side; only clauses have a say in that. */
function concerns(fact: Fact, dossier: WrittenDossier, { before, after }: StandardSides): boolean {
  return holdsFor(fact.before, before, dossier) || holdsFor(fact.after, after, dossier)
}

function holdsFor(
  element: Element | undefined,
  standard: WrittenStandard,
  dossier: WrittenDossier,
): boolean {
  if (!element) return false
  const subject = element.subject
  if (subject.shape.name !== 'Clause') return true
  const clause = clauseAt(subject.location(), standard)
  return clause === undefined || standard.holding([clause], dossier).length > 0
}

/** The clauses of a standard by their places, found once. */
const placed = new WeakMap<WrittenStandard, ReadonlyMap<string, WrittenPart>>()

/** The clause that stands at a place: the earlier side is told in the ids of the later. */
function clauseAt(place: Location, standard: WrittenStandard): WrittenPart | undefined {
  const known = placed.get(standard)
  const clauses =
    known ?? new Map(standard.clauses.map((one) => [JSON.stringify(one.location()), one]))
  if (!known) placed.set(standard, clauses)
  return clauses.get(JSON.stringify(place))
}

/** The clauses for a requirement that hold for a system; undefined where that cannot be told. */
export function clausesHolding(
  standard: WrittenStandard,
  requirement: string,
  dossier: WrittenDossier,
): readonly WrittenPart[] | undefined {
  const found = standard.clausesFor(requirement, dossier)
  return openEnd(found) ? undefined : knownOf(found)
}
