import { Side, type StandardOf } from '../../diff/names.ts'
import { Printer } from '../../diff/print.ts'
import { reviewsOf, standardReviewsOf } from '../../diff/review.ts'
import type { StandardChange, StandardSides } from '../../diff/standard-change.ts'
import { stricterThan, type Weakening } from '../../diff/stricter.ts'
import type { Impact } from '../../finding/change.ts'
import {
  isStandardSystem,
  isWholeOrganisation,
  municipalityIdOf,
  standardSystemOf,
} from '../../finding/system-id.ts'
import { buildDossiers, type JudgementDay, type StandardSource } from '../../model/build.ts'
import type { WrittenPart } from '../../model/part.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { requirementsByShape } from '../judge/requirement-of.ts'
import type { Packs } from '../open/packs.ts'
import type { SystemGroup } from './impact-systems.ts'
import { dossierOf, type WrittenDossier } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { put, remove } from '../../rule/example/pointer.ts'
import { judgeDossier } from '../../rule/judge.ts'
import type { LinkedRule } from '../../rule/link.ts'
import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { editionIds } from '../../model/pack.ts'
import { Judging } from '../judge/judging.ts'

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

/** Where weakenings are tried: the documents as they are, and what is found in them. */
interface TrialBench {
  readonly documents: readonly ShapedDocument[]
  readonly standardFor: StandardSource
  readonly packs: Packs
  readonly day: JudgementDay
  /** The fingerprints of all findings as things stand. */
  readonly known: ReadonlySet<string>
}

/**
 * Whether a rule would miss what a weakening takes away: it is made in memory and judged again, and a
 * new finding about the requirement tells. What the whole organisation says is tried on all systems.
 */
function isDemanded(bench: TrialBench, weakening: Weakening, requirement: string): boolean {
  const { documents, standardFor, packs, day, known } = bench
  const { id, level } = dossierOf(weakening.part)
  const changed = documents
    .filter((one) => level === 'organisation' || concerns(one, id))
    .map((one) => (one.document === weakening.part.document ? weakened(one, weakening) : one))
  const { dossiers } = buildDossiers(changed, standardFor, day)
  return dossiers
    .filter((dossier) => level === 'organisation' || dossier.id === id)
    .some((dossier) =>
      judgeDossier(
        dossier,
        rulesAbout(requirement, packs.rulesFor(dossier.standard)),
        packs.clock,
      ).findings.some(
        (finding) => finding.requirement === requirement && !known.has(finding.fingerprint),
      ),
    )
}

/** The rules that may speak of a requirement, and those they leave the word to. */
function rulesAbout(requirement: string, rules: readonly LinkedRule[]): readonly LinkedRule[] {
  const own = rules.filter(({ rule }) => {
    return !rule.requirement || !('key' in rule.requirement) || rule.requirement.key === requirement
  })
  const heard = new Set(own.flatMap(({ rule }) => [rule.id, ...rule.yieldsTo]))
  return rules.filter(({ rule }) => heard.has(rule.id))
}

/** Whether a document has a say in how one system is judged: its own, or one that holds for all. */
function concerns({ kind, value }: ShapedDocument, system: string): boolean {
  const own = String(value['system'])
  return kind === 'municipality' || own === system || isWholeOrganisation(own)
}

function weakened(document: ShapedDocument, { part, field }: Weakening): ShapedDocument {
  const value = field
    ? put(document.value, [...part.path, field.name], field.value)
    : remove(document.value, part.path)
  // A mapping with something in it changed is one still.
  return { ...document, value: value as ShapedDocument['value'] }
}

/** One state of the standards: the packs of one side, and the editions in force there. */
interface StandardState {
  readonly packs: Packs
  readonly standardFor: StandardSource
}

/** The systems of a municipality as one state of its standards judges them. */
interface JudgedGroup {
  /** By system and standard. */
  readonly subjects: ReadonlyMap<string, JudgedSubject>
  readonly said: Judging['said']
}

/** A system, or a municipality's standard itself, as it was judged. */
interface JudgedSubject {
  readonly system: string
  readonly standard: WrittenStandard
  /** None of a standard itself. */
  readonly dossier: WrittenDossier | undefined
  readonly name: string
  readonly asOf: string
  readonly findings: readonly Finding[]
}

/**
 * Both states of some standards. Editions that are held against each other are in force whatever the day
 * and the municipality say; the earlier goes by the id of the later in fingerprints, so that what both
 * break has one. An edition or a pack that the earlier state does not have was not in force there.
 */
function statesOf(
  before: Packs,
  after: Packs,
  changes: readonly StandardChange[],
): { readonly before: StandardState; readonly after: StandardState } {
  const compared = changes.flatMap(({ pack, editions }) => (editions ? [{ pack, editions }] : []))
  const first = compared.map(({ pack, editions }) => {
    return { pack, edition: editions.before, knownAs: editions.after }
  })
  const second = compared.map(({ pack, editions }) => ({ pack, edition: editions.after }))
  return {
    before: {
      packs: before,
      standardFor: (pack, edition, asOf) => {
        if (!before.ids.includes(pack)) return after.standardFor(pack, edition, asOf, second)
        const isThere = editionIds(before.packOf(pack)).some((id) => id === edition)
        return before.standardFor(pack, isThere ? edition : undefined, asOf, first)
      },
    },
    after: {
      packs: after,
      standardFor: (pack, edition, asOf) => after.standardFor(pack, edition, asOf, second),
    },
  }
}

/** Judges the systems of a municipality, and its standard, by one state of it. */
function judgeGroup(
  { documents }: SystemGroup,
  { packs, standardFor }: StandardState,
  day: JudgementDay,
): JudgedGroup {
  const { dossiers, problems } = buildDossiers(documents, standardFor, day)
  const judging = new Judging(packs, { holding: true })
  for (const dossier of dossiers) judging.judge(dossier)
  const systems = new Map(
    documents.map(({ value, document }) => [document.source.path, String(value['system'])]),
  )
  const formal = problemFindings(problems)
  const byKey = new Map(dossiers.map((one) => [keyOf(one.id, one.standard), one]))
  const subjects = new Map<string, JudgedSubject>()
  for (const { system, standard, name, asOf, findings } of judging.judgements) {
    const key = keyOf(system, standard)
    const own = formal.filter(({ location }) => systems.get(location.path) === system)
    const known = subjects.get(key)?.findings ?? own
    const dossier = byKey.get(key)
    subjects.set(key, { system, standard, dossier, name, asOf, findings: [...known, ...findings] })
  }
  return { subjects, said: judging.said }
}

function keyOf(system: string, { id }: WrittenStandard): string {
  return `${system}\0${id}`
}
