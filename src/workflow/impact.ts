import { Side } from '../diff/names.ts'
import { Printer } from '../diff/print.ts'
import { reviewsOf, standardReviewsOf } from '../diff/review.ts'
import type { StandardChange, StandardSides } from '../diff/standard-change.ts'
import { stricterThan } from '../diff/stricter.ts'
import type { Impact } from '../finding/change.ts'
import type { JudgementDay } from '../model/build.ts'
import type { Part } from '../model/part.ts'
import type { Standard } from '../model/standard.ts'
import { judgeGroup, type JudgedGroup, type JudgedSubject, statesOf } from './impact-judge.ts'
import type { SystemGroup } from './impact-systems.ts'
import { isDemanded, type TrialBench } from './impact-trial.ts'
import { type JudgedState, outcomeOf } from './outcome.ts'
import type { Packs } from './packs.ts'
import { requirementsByShape } from './requirement-of.ts'

/** Two states of some packs, what changed between them, and the systems to hold against both. */
export interface ImpactRequest {
  readonly before: Packs
  readonly after: Packs
  readonly changes: readonly StandardChange[]
  readonly groups: readonly SystemGroup[]
  readonly day: JudgementDay
}

/**
 * What a change of standards does to systems that are themselves unchanged: each is judged by the
 * earlier and by the later standard on one day.
 */
export function impactOf(request: ImpactRequest): readonly Impact[] {
  const states = statesOf(request.before, request.after, request.changes)
  const levels = new Map<string, ReadonlyMap<string, string>>()
  const levelsIn = (standard: Standard): ReadonlyMap<string, string> => {
    const known = levels.get(standard.id)
    const found = known ?? requirementsByShape(request.after.rulesFor(standard))
    levels.set(standard.id, found)
    return found
  }
  return request.groups.flatMap((group) => {
    const before = judgeGroup(group, states.before, request.day)
    const after = judgeGroup(group, states.after, request.day)
    const findings = [...after.subjects.values()].flatMap((subject) => subject.findings)
    const bench: TrialBench = {
      ...states.after,
      documents: group.documents,
      day: request.day,
      known: new Set(findings.map(({ fingerprint }) => fingerprint)),
    }
    return [...after.subjects].flatMap(([system, subject]) => {
      if (!group.named.has(system)) return []
      return impactOn({ system, subject, group, before, after, bench, request, levelsIn })
    })
  })
}

interface Subject {
  readonly system: string
  readonly subject: JudgedSubject
  readonly group: SystemGroup
  readonly before: JudgedGroup
  readonly after: JudgedGroup
  readonly bench: TrialBench
  readonly request: ImpactRequest
  /** The requirement that elements of each type answer to. */
  readonly levelsIn: (standard: Standard) => ReadonlyMap<string, string>
}

function impactOn(on: Subject): readonly Impact[] {
  const { system, subject, group, before, after } = on
  const [first, second] = [before.standards.get(system), after.standards.get(system)]
  if (!first || !second) return []
  const sides = { before: first, after: second }
  const changes = on.request.changes.filter(({ pack }) =>
    second.packs.some(({ id }) => id === pack),
  )
  if (changes.length === 0) return []
  const stateOf = ({ subjects, said }: JudgedGroup): JudgedState => {
    return { findings: subjects.get(system)?.findings ?? [], said }
  }
  return [
    {
      system,
      name: subject.name,
      folder: group.folder,
      asOf: subject.asOf,
      ...outcomeOf(stateOf(before), stateOf(after), () => 'unknown'),
      ...followUp(on, sides, changes),
    },
  ]
}

/** What those who keep the procedures, or the standard, have to do. */
function followUp(
  { system, group, after, bench, levelsIn }: Subject,
  sides: StandardSides,
  changes: readonly StandardChange[],
): Pick<Impact, 'stricter' | 'reviews'> {
  const dossier = after.dossiers.get(system)
  if (!dossier) return { stricter: [], reviews: standardReviewsOf(sides) }
  const levels = levelsIn(sides.after)
  const looking = {
    sides,
    changes,
    print: new Printer(new Side(group.documents, (owner) => after.standards.get(owner))),
  }
  const among = (fields: readonly string[]) => (procedure: Part, requirement: string) =>
    fields
      .flatMap((field) => procedure.parts(field))
      .filter(({ type }) => levels.get(type) === requirement)
  return {
    stricter: stricterThan(dossier, {
      ...looking,
      levelsOf: among(levelFields),
      isDemanded: (weakening, requirement) => isDemanded(bench, weakening, requirement),
    }),
    reviews: reviewsOf(dossier, { ...looking, levelsOf: among([...levelFields, 'roles']) }),
  }
}

/** What a procedure lays down beside duties and provisions; its kind tells which requirement it answers to. */
const levelFields: readonly string[] = ['passwords', 'logs', 'chains']
