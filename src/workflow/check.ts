import type { LeanReport, Report } from '../finding/report.ts'
import type { Source } from '../source/source.ts'
import type { Compared } from './judge/baseline.ts'
import { reportOf, type RunResult, withMore, withStates } from './judge/report.ts'
import { type CheckRequest, judgeSelection } from './judge/run.ts'
import { requireSubject, select } from './open/select.ts'

/** The report, and the texts its places lie in. */
export interface CheckOutcome extends LeanOutcome {
  readonly report: Report
}

/** The same with a report that takes little memory. */
export interface LeanOutcome {
  readonly report: LeanReport
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
  const outcome = await leanCheck(request)
  const { report } = outcome
  return { ...outcome, report: { ...report, cannotJudge: [...report.cannotJudge] } }
}

/** The same for who only reads the report from beginning to end. */
export async function leanCheck(request: CheckRequest): Promise<LeanOutcome> {
  const selection = select(request)
  const run = await judgeSelection(selection, request)
  return withEarlier(run, reportOf(run), request)
}

/** Says of each finding whether it is new, where there is something to hold the run against. */
async function withEarlier(
  run: RunResult,
  outcome: LeanOutcome,
  request: CheckRequest,
): Promise<LeanOutcome> {
  if (request.since) {
    const { fingerprintsBefore } = await import('./compare/since.ts')
    const { takenSince } = await import('./compare/taken-away.ts')
    const known = await fingerprintsBefore(request.since, run, request)
    const taken = await takenSince(request.since, run, request)
    requireSubject(
      run.selection,
      [...run.findings, ...taken],
      run.dossiers.length + run.standards.length,
    )
    return { ...outcome, report: withMore(withStates(outcome.report, known), taken) }
  }
  if (!request.baseline) return outcome
  const { compareWithBaseline } = await import('./judge/baseline.ts')
  const { report, stale, next } = compareWithBaseline(run, outcome.report, request.baseline)
  return { ...outcome, report, baseline: { stale, next } }
}
