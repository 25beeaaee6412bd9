import { Side, type StandardOf } from '../../diff/names.ts'
import { Printer } from '../../diff/print.ts'
import { reviewsOf, standardReviewsOf } from '../../diff/review.ts'
import type { StandardChange, StandardSides } from '../../diff/standard-change.ts'
import { stricterThan } from '../../diff/stricter.ts'
import type { Impact } from '../../finding/change.ts'
import { isStandardSystem, municipalityIdOf, standardSystemOf } from '../../finding/system-id.ts'
import type { JudgementDay } from '../../model/build.ts'
import type { WrittenPart } from '../../model/part.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { requirementsByShape } from '../judge/requirement-of.ts'
import type { Packs } from '../open/packs.ts'
import { judgeGroup, type JudgedGroup, type JudgedSubject, statesOf } from './impact-judge.ts'
import type { SystemGroup } from './impact-systems.ts'
import { isDemanded, type TrialBench } from './impact-trial.ts'

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
  const levelsIn = (standard: WrittenStandard): ReadonlyMap<string, string> => {
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
    return [...after.subjects].flatMap(([key, subject]) => {
      const known = isNamed(subject.system, group) ? before.subjects.get(key) : undefined
      if (!known) return []
      return impactOn({ subject, known, group, before, after, bench, request, levelsIn })
    })
  })
}

/** Whether a system was asked for, or the file of the municipality that a standard is in force in. */
function isNamed(system: string, { named }: SystemGroup): boolean {
  const own = isStandardSystem(system) ? standardSystemOf(municipalityIdOf(system)) : system
  return named.has(own)
}

interface Subject {
  readonly subject: JudgedSubject
  /** The same as the earlier standard judges it. */
  readonly known: JudgedSubject
  readonly group: SystemGroup
  readonly before: JudgedGroup
  readonly after: JudgedGroup
  readonly bench: TrialBench
  readonly request: ImpactRequest
  /** The requirement that elements of each type answer to. */
  readonly levelsIn: (standard: WrittenStandard) => ReadonlyMap<string, string>
}

function impactOn(on: Subject): readonly Impact[] {
  const { subject, known, group, before, after } = on
  const sides = { before: known.standard, after: subject.standard }
  const changes = on.request.changes.filter(({ pack }) =>
    sides.after.packs.some(({ id }) => id === pack),
  )
  if (changes.length === 0) return []
  const earlier = { findings: known.findings, said: before.said }
  const later = { findings: subject.findings, said: after.said }
  return [
    {
      system: subject.system,
      name: subject.name,
      folder: group.folder,
      asOf: subject.asOf,
      ...outcomeOf(earlier, later),
      ...followUp(on, sides, changes),
    },
  ]
}

/** What those who keep the procedures, or the standard, have to do. */
function followUp(
  { subject: { dossier }, group, after, bench, levelsIn }: Subject,
  sides: StandardSides,
  changes: readonly StandardChange[],
): Pick<Impact, 'stricter' | 'reviews'> {
  if (!dossier) return { stricter: [], reviews: standardReviewsOf(sides) }
  const levels = levelsIn(sides.after)
  const looking = {
    sides,
    changes,
    print: new Printer(new Side(group.documents, standardIn(after))),
  }
  const among = (fields: readonly string[]) => (procedure: WrittenPart, requirement: string) =>
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

/** The standard whose words a system is told in: the first of those it goes by. */
function standardIn(group: JudgedGroup): StandardOf {
  const all = [...group.subjects.values()].reverse()
  const first = new Map(all.map(({ system, standard }) => [system, standard]))
  return (owner) => first.get(owner)
}

/** What a procedure lays down beside duties and provisions; its kind tells which requirement it answers to. */
const levelFields: readonly string[] = ['passwords', 'logs', 'chains']
