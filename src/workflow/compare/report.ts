import type { Alignment } from '../../diff/align.ts'
import type { GradedChange } from '../../diff/change.ts'
import { systemIn } from '../../diff/names.ts'
import type {
  Change,
  ChangeReport,
  ComparedStandard,
  ComparedSystem,
  GoneFinding,
  Grade,
  Impact,
} from '../../finding/change.ts'
import type { Finding, Severity } from '../../finding/finding.ts'
import { isStandardSystem, municipalityIdOf } from '../../finding/system-id.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { rootElement } from '../../model/element.ts'
import type { Packs } from '../open/packs.ts'
import { version } from '../open/version.ts'
import type { JudgedSides } from './judge.ts'
import type { ReadSide } from './side.ts'

/** What a report of a comparison is made of. */
export interface Comparison {
  readonly before: ReadSide
  readonly after: ReadSide
  readonly aligned: Alignment
  /** The packs of the later side, by which both were judged. */
  readonly packs: Packs
  readonly judged: JudgedSides
  readonly changes: readonly GradedChange[]
  /** The findings that are gone, those marked that the change hides. */
  readonly gone: readonly GoneFinding[]
}

/** What changes of standards do to systems that are themselves unchanged. */
export interface StandardImpact {
  readonly standards: readonly ComparedStandard[]
  readonly impact: readonly Impact[]
}

/** The report of a comparison: what the named paths of either side concern. */
export function changeReportOf(
  comparison: Comparison,
  { standards, impact }: StandardImpact,
): ChangeReport {
  const { before, after, judged, gone } = comparison
  const concerns = concernOf(comparison)
  const changes = comparison.changes.filter((change) => concerns.change(change))
  const { introduced, resolved } = judged.outcome
  const isConcerned = ({ system }: Finding): boolean => concerns.system(system)
  return reportOf({
    before: before.name,
    after: after.name,
    systems: systemsOf(judged).filter(({ system }) => concerns.system(system)),
    standards,
    changes,
    findings: {
      introduced: introduced.filter(isConcerned),
      resolved: resolved.filter(isConcerned),
      gone: gone.filter(({ finding }) => isConcerned(finding)),
    },
    impact,
    names: namesOf(changes, judged),
  })
}

/** What a report holds beside its counts. */
export type Outcome = Omit<ChangeReport, 'format' | 'tool' | 'summary' | 'changes'> & {
  readonly changes: readonly GradedChange[]
}

/** The report of an outcome, counted, in the order of its contract. */
export function reportOf(outcome: Outcome): ChangeReport {
  const { changes, findings, impact, names, ...head } = outcome
  return {
    format: 'policy-lint/changes.v1',
    tool: { name: 'policy-lint', version },
    ...head,
    summary: {
      changes: countGrades(changes),
      introduced: countSeverities(findings.introduced),
      resolved: countSeverities(findings.resolved),
      gone: countSeverities(findings.gone.map(({ finding }) => finding)),
    },
    changes: changes.map(plain),
    findings,
    impact,
    names,
  }
}

/** A change as it leaves the program, without the facts it was made from. */
function plain(change: GradedChange): Change {
  const { fingerprint, kind, grade, reason, system, subject, title, requirement } = change
  const { before, after, affected, needsNotice, breaksMandatory } = change
  return {
    ...{ fingerprint, kind, grade, reason, system, subject, title, requirement },
    ...{ before, after, affected, needsNotice, breaksMandatory },
  }
}

interface Concern {
  readonly system: (system: string | null) => boolean
  readonly change: (change: GradedChange) => boolean
}

/**
 * A system is concerned where one of its files was named on either side, a municipality likewise; the
 * earlier ones go by the ids they have on the later side.
 */
export function concernOf({
  before,
  after,
  aligned,
}: Pick<Comparison, 'before' | 'after' | 'aligned'>): Concern {
  const named = new Set<string>()
  for (const [documents, files] of [
    [aligned.documents, before.files],
    [after.documents, after.files],
  ] as const) {
    for (const document of documents) {
      if (!files.has(document.document.source.path)) continue
      const root = rootElement(document)
      named.add(systemIn(root) || root.key)
    }
  }
  const system = (id: string | null): boolean => {
    if (id === null) return true
    return named.has(isStandardSystem(id) ? municipalityIdOf(id) : id)
  }
  return {
    system,
    change: ({ system: id, fact }) => {
      if (id !== null) return system(id)
      const element = fact.after ?? fact.before
      const paths = [element?.document.source.path ?? '']
      return paths.some((path) => before.files.has(path) || after.files.has(path))
    },
  }
}

function systemsOf({ before, after }: JudgedSides): readonly ComparedSystem[] {
  const [first, second] = [before, after].map(
    (side) => new Map(side.map((dossier) => [dossier.id, dossier])),
  )
  const ids = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].sort()
  return ids.flatMap((system) => {
    const [earlier, later] = [first?.get(system), second?.get(system)]
    const dossier = later ?? earlier
    if (!dossier) return []
    const state = earlier ? (later ? 'both' : 'removed') : 'added'
    return [{ system, name: dossier.name, asOf: dossier.asOf, state }]
  })
}

function countGrades(changes: readonly Change[]): Record<Grade, number> {
  const counts = {
    added: 0,
    removed: 0,
    transferred: 0,
    tightened: 0,
    relaxed: 0,
    changed: 0,
    editorial: 0,
  }
  for (const { grade } of changes) counts[grade] += 1
  return counts
}

function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The names of all that changes concern, from the later side where it knows them. */
function namesOf(
  changes: readonly Change[],
  { before, after }: JudgedSides,
): Record<string, string> {
  const names: Record<string, string> = {}
  const sides = [after, before].map((side) => new Map(side.map((dossier) => [dossier.id, dossier])))
  const anyOf = (municipality: string): readonly WrittenDossier[] =>
    [after, before].flatMap((side) => {
      const one = side.find((dossier) => dossier.municipality.id === municipality)
      return one ? [one] : []
    })
  for (const { system, affected } of changes) {
    for (const id of affected.roles) {
      const found = sides.flatMap((side) => roleName(side.get(system ?? ''), id))[0]
      if (system !== null && found !== undefined) names[`role:${system}/${id}`] ??= found
    }
    for (const municipality of municipalitiesOf(system, after, before)) {
      for (const id of affected.organisations) {
        const found = anyOf(municipality).flatMap((dossier) => organisationName(dossier, id))[0]
        if (found !== undefined) names[`organisation:${municipality}/${id}`] ??= found
      }
    }
  }
  return names
}

/** The municipality of a system; for a change of a municipality's own file, any that knows the id. */
function municipalitiesOf(
  system: string | null,
  ...sides: readonly (readonly WrittenDossier[])[]
): readonly string[] {
  if (system !== null) return [municipalityIdOf(system)]
  return [...new Set(sides.flat().map(({ municipality }) => municipality.id))]
}

function roleName(dossier: WrittenDossier | undefined, id: string): readonly string[] {
  const role = dossier?.editions
    .toReversed()
    .flatMap((edition) => edition.parts('roles'))
    .find(({ key }) => key === id)
  const name = role?.writtenText('name')
  return name === undefined ? [] : [name]
}

function organisationName(dossier: WrittenDossier, id: string): readonly string[] {
  const name = dossier.municipality.organisations.get(id)?.data['name']
  return typeof name === 'string' ? [name] : []
}
