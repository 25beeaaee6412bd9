import type { Report } from '../finding/report.ts'
import type { Source } from '../source/source.ts'
import type { Workspace } from '../source/workspace.ts'
import type { Baseline, Compared } from './baseline.ts'
import { reportOf, type Run } from './report.ts'
import { judgeSelection } from './run.ts'
import { select } from './select.ts'
import { withStates } from './state.ts'

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
  /** The same files as they were earlier, e.g. a git revision; the findings then say whether they are new. */
  readonly since?: Workspace
  readonly onProgress?: (done: number, total: number) => void
}

/** The report, and the texts its places lie in. */
export interface CheckOutcome {
  readonly report: Report
  readonly sources: ReadonlyMap<string, Source>
  /** What the rules are called, by their ids. */
  readonly ruleTitles: ReadonlyMap<string, string>
  /** Only of a run with a baseline: entries whose finding is gone, and the baseline brought up to date. */
  readonly baseline?: Pick<Compared, 'stale' | 'next'>
}

/**
 * Discover, read, parse with places, validate the shape, build the dossiers, evaluate the rules,
 * report. Throws a `UsageError` where the run cannot be done: no input, a broken or missing pack.
 */
export async function check(request: CheckRequest): Promise<CheckOutcome> {
  const selection = select(request)
  const run = await judgeSelection(selection, request)
  return withEarlier(run, reportOf(run), request)
}

/** Says of each finding whether it is new, where there is something to hold the run against. */
async function withEarlier(
  run: Run,
  outcome: CheckOutcome,
  request: CheckRequest,
): Promise<CheckOutcome> {
  if (request.since) {
    const { fingerprintsBefore } = await import('./since.ts')
    const known = await fingerprintsBefore(request.since, run, request)
    return { ...outcome, report: withStates(outcome.report, known) }
  }
  if (!request.baseline) return outcome
  const { compareWithBaseline } = await import('./baseline.ts')
  const { report, stale, next } = compareWithBaseline(run, outcome.report, request.baseline)
  return { ...outcome, report, baseline: { stale, next } }
}
