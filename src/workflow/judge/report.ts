import type { Day } from '../../calendar/day.ts'
import type { Finding, Severity } from '../../finding/finding.ts'
import { compareFindings, compareText } from '../../finding/order.ts'
import { problemFindings } from '../../finding/problem.ts'
import { joinedRows } from '../../finding/kept-rows.ts'
import type { JudgedSystem, LeanReport } from '../../finding/report.ts'
import { isStandardSystem, municipalityIdOf } from '../../finding/system-id.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Judgement } from '../../rule/judgement.ts'
import { countUnconfirmedOf } from '../../rule/unconfirmed.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { type Packs, ruleTitlesOf } from '../open/packs.ts'
import type { Selection } from '../open/select.ts'
import { version } from '../open/version.ts'
import type { JudgedDossier } from './judging.ts'

/** Everything a run found out. */
export interface RunResult {
  readonly selection: Selection
  /** The texts of its files. */
  readonly sources: ReadonlyMap<string, Source>
  /** The CSV files of ledgers, each with the records file that names it. */
  readonly ledgers: ReadonlyMap<string, string>
  /** What is wrong with its files: their form, their shape, what they refer to. */
  readonly findings: readonly Finding[]
  /** The systems that have a selected file. */
  readonly selected: ReadonlySet<string>
  readonly dossiers: readonly JudgedDossier[]
  readonly judgements: readonly Judgement[]
  readonly packs: Packs
  /** Of the packs that are themselves the subject of the run. */
  readonly standards: readonly Judgement[]
  readonly asOf: Day
}

/** The report of a run: what the selected paths concern, in its one order, each finding once. */
export function reportOf(run: RunResult): {
  report: LeanReport
  sources: ReadonlyMap<string, Source>
  ruleTitles: ReadonlyMap<string, string>
} {
  const concerns = concernOf(run)
  const judgements = [
    ...run.judgements.filter((judgement) => concerns.system(judgement.system)),
    ...standardsAlone(run, concerns),
  ]
  const findings = unique(allFindings({ ...run, judgements }).filter(concerns.finding))
  const dossiers = run.dossiers.filter((dossier) => concerns.system(dossier.id))
  const report: LeanReport = {
    format: 'policy-lint/report.v1',
    asOf: run.asOf,
    tool: { name: 'policy-lint', version },
    systems: judgements.map(({ system, name, asOf, standard, clauses, retired }) => {
      const by = editionOf(standard)
      return { system, name, asOf, standard: by, clauses, ...(retired && { retired }) }
    }),
    summary: {
      systems: new Set(dossiers.map(({ id }) => id)).size,
      files: run.selection.files.size,
      findings: countSeverities(findings),
      results: sumResults(judgements),
      ...unconfirmedIn(judgements),
    },
    findings: findings.sort(compareFindings),
    cannotJudge: joinedRows(judgements.map((judgement) => judgement.cannotJudge)),
    waived: judgements.flatMap((judgement) => judgement.waived),
    idleRules: idleRules(run),
  }
  const standards = run.dossiers.map(({ standard }) => standard)
  return { report, sources: sourcesOf(run), ruleTitles: ruleTitlesOf(standards, run.packs) }
}

/** A standard by its name, and the edition of it that is in force. */
export function editionOf({ id, name, edition }: WrittenStandard): JudgedSystem['standard'] {
  return { pack: id, name, edition: edition?.writtenText('id') ?? null }
}

/** A report with findings that its rules did not give, counted and in the one order. */
export function withMore(report: LeanReport, more: readonly Finding[]): LeanReport {
  const findings = [...report.findings, ...more].sort(compareFindings)
  return {
    ...report,
    summary: { ...report.summary, findings: countSeverities(findings) },
    findings,
  }
}

/** Standards judged for their own sake that are not told already, with the systems under them. */
function standardsAlone(
  { judgements, standards }: RunResult,
  concerns: Concern,
): readonly Judgement[] {
  const told = new Set(judgements.map(({ system }) => system).filter(concerns.system))
  return standards.filter(({ system }) => !told.has(system))
}

/** Everything that was found, whether the selected paths concern it or not. */
export function allFindings(run: RunResult): readonly Finding[] {
  return [
    ...run.findings,
    ...problemFindings(run.selection.problems),
    ...run.judgements.flatMap((judgement) => judgement.findings),
  ]
}

interface Concern {
  readonly system: (id: string) => boolean
  readonly finding: (finding: Finding) => boolean
}

/**
 * What the selected paths concern: a finding in a selected file, or one that concerns the whole
 * municipality; one in a pack, where the municipality's own file is selected; the systems that have a
 * selected file.
 */
function concernOf({ selection, selected, dossiers, ledgers }: RunResult): Concern {
  const { files } = selection
  const municipalityFiles = new Map(
    dossiers.map(({ municipality }) => [municipality.id, municipality.document.source.path]),
  )
  const isSelected = (municipality: string): boolean =>
    files.has(municipalityFiles.get(municipality) ?? '')
  const system = (id: string): boolean => {
    return isStandardSystem(id) ? isSelected(municipalityIdOf(id)) : selected.has(id)
  }
  const roots = [...municipalityFiles.values()].map(folderOf)
  // What could not be looked into lies below the selected paths, and is among no files.
  const closed = new Set(selection.problems.map(({ location }) => location.path))
  const finding = ({ location, system: of, concerns }: Finding): boolean => {
    const path = ledgers.get(location.path) ?? location.path
    if (files.has(path) || closed.has(path) || concerns === 'municipality') return true
    if (roots.some((root) => isWithin(location.path, root))) return false
    return of === null || system(of)
  }
  return { system, finding }
}

/** What a finding has in common with the same one told again: two things of one name stand in two places. */
export function identityOf({ fingerprint, location: { path, start } }: Finding): string {
  return [fingerprint, path, start.line, start.column].join('\0')
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const key = identityOf(finding)
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}

function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}

/** How many readings nobody has confirmed, where there are any. */
function unconfirmedIn(judgements: readonly Judgement[]): { unconfirmed?: number } {
  const standards = new Map(
    judgements.map(({ standard }) => [
      JSON.stringify([standard.id, standard.edition?.key]),
      standard,
    ]),
  )
  const unconfirmed =
    judgements.reduce((sum, one) => sum + one.unconfirmed, 0) +
    [...standards.values()].reduce((sum, one) => sum + countUnconfirmedOf(one), 0)
  return unconfirmed === 0 ? {} : { unconfirmed }
}

function sumResults(judgements: readonly Judgement[]): Judgement['results'] {
  const sum = { satisfied: 0, violated: 0, notApplicable: 0, waived: 0, cannotJudge: 0 }
  for (const { results } of judgements) {
    sum.satisfied += results.satisfied
    sum.violated += results.violated
    sum.notApplicable += results.notApplicable
    sum.waived += results.waived
    sum.cannotJudge += results.cannotJudge
  }
  return sum
}

function idleRules({ dossiers, packs, judgements }: RunResult): readonly string[] {
  const rules = new Set(
    [...new Set(dossiers.map(({ standard }) => standard))].flatMap((standard) =>
      packs.rulesFor(standard).map(({ rule }) => rule.id),
    ),
  )
  const looked = new Set(judgements.flatMap((judgement) => [...judgement.looked]))
  return [...rules].filter((rule) => !looked.has(rule)).sort(compareText)
}

/** The texts that places lie in: the files read, and the packs' where a finding may point into them. */
function sourcesOf(run: RunResult): ReadonlyMap<string, Source> {
  const sources = new Map(run.sources)
  const isCited = run.judgements.some(({ findings }) => findings.some((one) => one.class === 'S'))
  if (!isCited) return sources
  for (const { standard } of run.dossiers) {
    for (const { document } of standard.packs) sources.set(document.source.path, document.source)
  }
  return sources
}

/** A report whose findings say whether they are new: those with a known fingerprint are not. */
export function withStates(report: LeanReport, known: ReadonlySet<string>): LeanReport {
  const findings = report.findings.map((finding) => {
    const state = known.has(finding.fingerprint) ? 'existing' : 'new'
    return { ...finding, state } as const
  })
  return { ...report, findings }
}
