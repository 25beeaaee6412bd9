import type { Finding } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import type { LeanReport } from '../../finding/report.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { isMapping } from '../../schema/variant.ts'
import { locate, type Source } from '../../source/source.ts'
import { keptIn } from '../open/kept-file.ts'
import { allFindings, type RunResult, withStates } from './report.ts'

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly system: string | null
  readonly message: string
}

/** The findings a team has taken on to mend later; they do not fail a run. */
export interface Baseline {
  readonly format: 'policy-lint/baseline.v1'
  readonly findings: readonly BaselineEntry[]
}

/** A report held against a baseline. */
export interface Compared {
  /** Its findings say whether they are new. */
  readonly report: LeanReport
  /** Entries whose finding is gone. */
  readonly stale: readonly BaselineEntry[]
  /** The baseline as it should be from now on. */
  readonly next: Baseline
}

const format = 'policy-lint/baseline.v1'

/** A baseline that knows nothing yet. */
export const emptyBaseline: Baseline = { format, findings: [] }

/** Reads a baseline. Throws a `UsageError` with its place where it cannot be one. */
export function parseBaseline(source: Source): Baseline {
  const { findings } = keptIn(source, format, (reason) => unusable(source, reason))
  if (!Array.isArray(findings) || !findings.every(isEntry)) {
    throw unusable(source, '"findings" に、正しい形でないものがあります。')
  }
  return { format, findings }
}

/** A baseline as it is written: entries in one order, so that versions of the file can be compared. */
export function baselineText({ findings }: Baseline): string {
  const sorted = [...findings].sort(
    (a, b) =>
      compareText(a.system ?? '', b.system ?? '') ||
      compareText(a.rule, b.rule) ||
      compareText(a.fingerprint, b.fingerprint),
  )
  return `${JSON.stringify({ format, findings: sorted }, null, 2)}\n`
}

/**
 * Holds a run against a baseline. What the run did not look at is neither stale nor forgotten: an entry
 * counts as gone only where its system was judged, and none of its files were unreadable.
 */
export function compareWithBaseline(
  run: RunResult,
  report: LeanReport,
  baseline: Baseline,
): Compared {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint))
  const found = allFindings(run)
  const still = new Set(found.map(({ fingerprint }) => fingerprint))
  const view = viewOf(run, found, known)
  const gone = baseline.findings.filter((entry) => !still.has(entry.fingerprint))
  const stale = gone.filter((entry) => view.judges(entry.system))
  const kept = baseline.findings.filter((entry) => !stale.includes(entry))
  const fresh = report.findings.filter(({ fingerprint }) => !known.has(fingerprint))
  return {
    report: withStates(report, known),
    stale,
    next: { format, findings: [...kept, ...fresh.map(entryOf)] },
  }
}

interface View {
  /** Whether a run would have found what there is to find in a system. */
  readonly judges: (system: string | null) => boolean
}

function viewOf(run: RunResult, found: readonly Finding[], known: ReadonlySet<string>): View {
  const judged = new Set(run.judgements.map(({ system }) => system))
  const { files } = run.selection
  const whole = new Set(
    run.dossiers
      .map(({ municipality }) => municipality)
      .filter(({ document }) => files.has(document.source.path))
      .map(({ id }) => id),
  )
  const unread = found.filter(
    (one) => one.class === 'F' && one.severity === 'error' && !known.has(one.fingerprint),
  )
  const isUnread = (system: string | null): boolean =>
    unread.some((one) => one.system === null || one.system === system)
  const judges = (system: string): boolean =>
    judged.has(system) || whole.has(municipalityIdOf(system))
  return {
    judges: (system) => !isUnread(system) && (system === null ? whole.size > 0 : judges(system)),
  }
}

function entryOf({ fingerprint, rule, system, message }: Finding): BaselineEntry {
  return { fingerprint, rule, system, message }
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isMapping(value) &&
    typeof value['fingerprint'] === 'string' &&
    /^[0-9a-f]{16}$/.test(value['fingerprint']) &&
    typeof value['rule'] === 'string' &&
    (value['system'] === null || typeof value['system'] === 'string') &&
    typeof value['message'] === 'string'
  )
}

function unusable(source: Source, reason: string): UsageError {
  return new UsageError(`ベースラインとして使えません。${reason}`, {
    hint: '--update-baseline を付けて実行すると、正しい形で書き直します（ファイルは先に退けてください）。',
    location: locate(source, { start: 0, end: 0 }),
  })
}
