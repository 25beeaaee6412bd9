import { dayOfClock, parseDay } from '../calendar/day.ts'
import type { Finding } from '../finding/finding.ts'
import { problemFindings } from '../finding/problem.ts'
import type { Report } from '../finding/report.ts'
import type { Source } from '../source/source.ts'
import type { Workspace } from '../source/workspace.ts'
import { buildDossiers } from '../model/build.ts'
import type { Baseline, Compared } from './baseline.ts'
import { batchesOf } from './batch.ts'
import { Judging } from './judge.ts'
import { openPacks } from './packs.ts'
import { readFiles } from './read.ts'
import { reportOf, type Run } from './report.ts'
import { requireSubject, select, type Selection } from './select.ts'
import { packsAsSubject } from './subject.ts'

/** What to check. Paths are as the user wrote them. */
export interface CheckRequest {
  readonly workspace: Workspace
  readonly paths: readonly string[]
  /** The folder of the user's packs; `./policies` where there is one, without it. */
  readonly policies?: string
  /** The day of judgement, ISO; each system's own day without it. */
  readonly asOf?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
  /** A text that stands for the file of its path. */
  readonly stdin?: Source
  /** What was known before; the findings then say whether they are new. */
  readonly baseline?: Baseline
  readonly onProgress?: (done: number, total: number) => void
}

/** The report, and the texts its places lie in. */
export interface CheckOutcome {
  readonly report: Report
  readonly sources: ReadonlyMap<string, Source>
  /** Only of a run with a baseline: entries whose finding is gone, and the baseline brought up to date. */
  readonly baseline?: Pick<Compared, 'stale' | 'next'>
}

/**
 * Discover, read, parse with places, validate the shape, build the dossiers, evaluate the rules,
 * report. Throws a `UsageError` where the run cannot be done: no input, a broken or missing pack.
 */
export async function check(request: CheckRequest): Promise<CheckOutcome> {
  const selection = select(request)
  const run = (await runOn(selection, request, false)) ?? (await runOn(selection, request, true))
  if (!run) throw new Error('files read at once were misread')
  const outcome = reportOf(run)
  if (!request.baseline) return outcome
  const { compareWithBaseline } = await import('./baseline.ts')
  const { report, stale, next } = compareWithBaseline(run, outcome.report, request.baseline)
  return { ...outcome, report, baseline: { stale, next } }
}

/** Runs over the files, a batch of systems at a time or `whole`; undefined where a batch was not whole. */
async function runOn(
  selection: Selection,
  request: CheckRequest,
  whole: boolean,
): Promise<Run | undefined> {
  const files = readFiles(selection, { whole })
  const { packSources } = files
  const packs = await openPacks({ ...request, areSubject: packSources.length > 0 })
  const today = parseDay(request.today ?? '') ?? dayOfClock(new Date())
  const day = { asked: parseDay(request.asOf ?? ''), today }
  const asOf = day.asked ?? day.today
  const subject = await packsAsSubject(packSources, packs, asOf)
  const judging = new Judging(packs)
  const systems = files.systems.size
  const findings: Finding[] = []
  const selected = new Set<string>()
  for (const batch of batchesOf(files)) {
    if (batch.isMisread) return undefined
    const built = buildDossiers(batch.documents, packs.standardFor, day)
    const formal = [...batch.findings, ...problemFindings(built.problems)]
    findings.push(...formal)
    for (const { value, document } of batch.documents) {
      if (selection.files.has(document.source.path)) selected.add(String(value['system']))
    }
    const mine = built.dossiers.filter(({ id }) => batch.systems.has(id))
    const judged = mine.flatMap((dossier) => {
      request.onProgress?.(judging.dossiers.length + 1, systems)
      return judging.judge(dossier).findings
    })
    const told = new Set([...formal, ...judged].flatMap(pathsOf))
    for (const path of batch.paths) if (!told.has(path)) files.letGo(path)
  }
  requireSubject(selection, findings, judging.dossiers.length + subject.packs)
  const { dossiers, judgements } = judging
  const { sources, ledgers } = files
  return {
    selection,
    sources,
    ledgers,
    findings,
    selected,
    dossiers,
    judgements,
    packs,
    subject,
    asOf,
  }
}

/** The files that a finding points into. */
function pathsOf({ location, related }: Finding): readonly string[] {
  return [location.path, ...related.map((one) => one.location.path)]
}
