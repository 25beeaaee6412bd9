import {
  cellStates,
  type Coverage,
  type CoverageArea,
  type CoverageCell,
  type CoverageClause,
  type CoveredSystem,
  type StateCounts,
} from '../../finding/coverage.ts'
import type { Article } from '../../finding/finding.ts'
import { groupByAll } from '../../finding/order.ts'
import { wholeOrganisationOf } from '../../finding/system-id.ts'
import { Unknown } from '../../finding/unknown.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { WrittenPart } from '../../model/part.ts'
import { standardSubject } from '../../model/standard-in-force.ts'
import { evaluateDossier, evaluateStandard } from '../../rule/judge.ts'
import { type Evaluated, requirementsOf, type ExceptedResult } from '../../rule/judgement.ts'
import { articleOfClause } from '../../rule/to-finding.ts'
import { type DossiersRequest, type OpenDossiers, openDossiers } from '../open/dossiers.ts'
import type { Packs } from '../open/packs.ts'
import { version } from '../open/version.ts'
import {
  aboutSystem,
  type Applies,
  cellOf,
  type CommitAtHand,
  commitOf,
  municipalitiesOf,
  standardOf,
  viewpointTables,
} from './coverage-cell.ts'

/** Which systems to lay against their clauses. */
export interface CoverageRequest extends DossiersRequest {
  /** The commit that the files may be those of. */
  readonly commit?: CommitAtHand
}

/** A system or a standard with all that its rules said. */
interface Subject {
  readonly evaluated: Evaluated
  readonly dossier: WrittenDossier | undefined
  /** The levels of which its municipality and others handed in a dossier, each under a standard. */
  readonly handedIn: ReadonlySet<string>
  readonly byRequirement: ReadonlyMap<string | null, readonly ExceptedResult[]>
}

/** Judges the selected systems and says of each clause on each of them whether it is kept, and by what. */
export async function coverage(request: CoverageRequest): Promise<Coverage> {
  return coverageOf(await openDossiers(request), request.commit)
}

/** The same of systems that are open already. */
export function coverageOf(opened: OpenDossiers, commit?: CommitAtHand): Coverage {
  const { selection, read, packs, day, dossiers } = opened
  const handedIn = handedInBy(opened.all)
  const subjects = [
    ...dossiers.map((one) => systemOf(one, packs, handedIn)),
    ...standardsOf(dossiers, packs),
  ]
  const clauses = clausesOf(subjects)
  const sources = [...read.sources.values(), ...packs.ownSources]
  const unread = opened.formal.filter(({ severity }) => severity === 'error')
  return {
    format: 'policy-lint/coverage.v1',
    asOf: day.asked ?? day.today,
    ranOn: day.today,
    tool: { name: 'policy-lint', version },
    municipalities: municipalitiesOf(dossiers),
    paths: selection.named,
    commit: commit ? commitOf(commit, selection.named, sources) : null,
    systems: subjects.map((subject, index) => summaryOf(subject, clauses, index, packs)),
    areas: areasOf(clauses),
    clauses,
    viewpoints: viewpointTables(
      subjects.map(({ evaluated }) => evaluated.context),
      clauses,
    ),
    unread: unread.map(({ message, location }) => ({ message, location })),
  }
}

function systemOf(dossier: WrittenDossier, packs: Packs, handedIn: ReadonlySet<string>): Subject {
  const rules = packs.rulesFor(dossier.standard)
  const evaluated = evaluateDossier(dossier, rules, packs.clock, { holding: true })
  return { evaluated, dossier, handedIn, byRequirement: grouped(evaluated) }
}

/** The levels of which each municipality handed in a dossier, whatever part of them is asked for. */
function handedInBy(dossiers: readonly WrittenDossier[]): ReadonlySet<string> {
  return new Set(dossiers.map((dossier) => handedInAs(dossier, dossier.level)))
}

/** What one dossier of a level would be under the standard of another. */
function handedInAs({ municipality, standard }: WrittenDossier, level: string): string {
  return [municipality.id, standard.id, level].join(' ')
}

/** Each standard among the systems once. */
function standardsOf(dossiers: readonly WrittenDossier[], packs: Packs): readonly Subject[] {
  const found = new Map<string, Subject>()
  for (const { municipality, standard } of dossiers) {
    const key = [municipality.id, standard.id, standard.edition?.key ?? ''].join('\0')
    if (found.has(key)) continue
    const system = standardSubject(municipality, standard.id)
    const rules = packs.rulesFor(standard)
    const evaluated = evaluateStandard(system, standard, rules, { holding: true })
    const byRequirement = grouped(evaluated)
    found.set(key, { evaluated, dossier: undefined, handedIn: new Set(), byRequirement })
  }
  return [...found.values()]
}

function grouped({ results }: Evaluated): ReadonlyMap<string | null, readonly ExceptedResult[]> {
  return groupByAll(results, ({ result }) => requirementsOf(result))
}

/** Every requirement of every standard at hand, chapter by chapter. */
function clausesOf(subjects: readonly Subject[]): readonly CoverageClause[] {
  const requirements = new Map<string, WrittenPart>()
  for (const { evaluated } of subjects) {
    for (const [key, part] of evaluated.context.standard.requirements) {
      if (!requirements.has(key)) requirements.set(key, part)
    }
  }
  const inOrder = [...requirements].sort(([, a], [, b]) => chapterOf(a) - chapterOf(b))
  return inOrder.map(([key, requirement]) => ({
    requirement: key,
    title: requirement.writtenText('title') ?? key,
    area: areaOf(requirement),
    text: requirement.writtenText('text') ?? '',
    mandatory: subjects.some(({ evaluated }) => evaluated.context.standard.isMandatory(key)),
    articles: articlesOf(key, subjects),
    cells: subjects.map((subject) => {
      const results = subject.byRequirement.get(key) ?? []
      return cellOf(requirement, results, subject.evaluated, appliesTo(key, subject))
    }),
  }))
}

/** The chapter of the guideline that a requirement stands in, the first where there are several. */
function areaOf(requirement: WrittenPart): string {
  return (requirement.writtenText('place') ?? 'その他').split(/、(?=\d)/)[0] ?? ''
}

/** 6.2 アクセス制御 → 6.2; what stands in no numbered chapter comes last. */
function chapterOf(requirement: WrittenPart): number {
  const number = Number.parseFloat(areaOf(requirement))
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number
}

function articlesOf(key: string, subjects: readonly Subject[]): readonly Article[] {
  const found = new Map<string, Article>()
  for (const { evaluated } of subjects) {
    const { standard } = evaluated.context
    for (const clause of standard.clauses) {
      if (clause.data['requirement'] !== key) continue
      const article = articleOfClause(clause, standard)
      found.set([article.document, article.number, article.text].join('\0'), article)
    }
  }
  return [...found.values()]
}

function appliesTo(key: string, { dossier, evaluated, handedIn }: Subject): Applies {
  const { standard } = evaluated.context
  const requirement = standard.requirements.get(key)
  if (!requirement || standard.absent.has(key)) return 'absent'
  if (requirement.data['level'] === 'standard') {
    if (dossier) return 'ofStandard'
    return standard.clauses.length > 0 || noClauses
  }
  if (!dossier) return 'nothing'
  if (dossier.retirement) return 'retired'
  const { level, municipality } = dossier
  const wanted = requirement.text('level') ?? level
  if (wanted !== level) {
    if (!handedIn.has(handedInAs(dossier, wanted))) return notHandedIn(municipality.id, wanted)
    return level === 'system' ? 'ofOrganisation' : 'ofSystems'
  }
  const [holds] = standard.holding([requirement], dossier)
  if (holds instanceof Unknown) return holds
  return holds ? true : 'condition'
}

/** What is missing where a pack holds none of the standard's clauses. */
const noClauses = new Unknown([{ kind: 'standard', path: 'clauses' }])

/** What is missing where nobody handed in the dossier that a clause is judged on. */
function notHandedIn(municipality: string, level: string): Unknown {
  const path = level === 'organisation' ? wholeOrganisationOf(municipality) : municipality
  return new Unknown([{ kind: 'procedure', path }])
}

function summaryOf(
  { evaluated, dossier, byRequirement }: Subject,
  clauses: readonly CoverageClause[],
  index: number,
  packs: Packs,
): CoveredSystem {
  const { context, subject } = evaluated
  const loose = byRequirement.get(null) ?? []
  return {
    system: context.system,
    name: subject.name,
    asOf: subject.asOf,
    kind: dossier?.level ?? 'standard',
    standard: standardOf(context.standard, packs),
    ...aboutSystem(dossier),
    counts: countStates(clauses.flatMap(({ cells }) => cells[index] ?? [])),
    withoutClause: {
      broken: loose.reduce((sum, { open }) => sum + open.length, 0),
      cannotJudge: loose.filter(({ result }) => result.outcome === 'cannotJudge').length,
    },
  }
}

function areasOf(clauses: readonly CoverageClause[]): readonly CoverageArea[] {
  const areas = new Map<string, CoverageCell[]>()
  for (const { area, cells } of clauses) {
    areas.set(area, [...(areas.get(area) ?? []), ...cells])
  }
  return [...areas].map(([area, cells]) => ({ area, counts: countStates(cells) }))
}

function countStates(cells: readonly CoverageCell[]): StateCounts {
  const counts = Object.fromEntries(cellStates.map((state) => [state, 0]))
  for (const { state } of cells) counts[state] = (counts[state] ?? 0) + 1
  return counts as StateCounts
}
