import type { Finding, Severity } from './finding.ts'
import type { Missing, UnknownReason } from './unknown.ts'

/** Results of all rules over all elements they looked at. */
export interface ResultCounts {
  readonly satisfied: number
  readonly violated: number
  readonly notApplicable: number
  readonly waived: number
  readonly cannotJudge: number
}

/** What a rule cost in a run: its time, and how many elements it gave a result for. */
export interface RuleCost {
  readonly milliseconds: number
  readonly results: number
}

/** A rule that could not be judged on an element, and what it would have needed. */
export interface CannotJudge {
  readonly rule: string
  readonly requirement: string | null
  readonly system: string
  readonly element: string
  readonly reason: UnknownReason
  readonly missing: readonly Missing[]
}

/** Rows in their order, which may be made only as they are read. */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number
}

/** A finding silenced by a valid exception. */
export interface Waived {
  readonly fingerprint: string
  readonly exception: string
  readonly expires: string
  /** Why the exception was granted. */
  readonly reason?: string
  /** The finding that it would be without the exception. */
  readonly finding?: Finding
}

/** One clause (requirement key) on one system, worst result first: broken > cannotJudge > excepted > kept > notApplicable. */
export interface ClauseCounts {
  readonly kept: number
  readonly broken: number
  readonly cannotJudge: number
  readonly excepted: number
  readonly notApplicable: number
}

/** Since when and why a system is used no more. */
export interface Retired {
  readonly on: string
  readonly reason: string
}

/** One system that was judged, or the standard itself (`<municipality>/standard`), and as of which day. */
export interface JudgedSystem {
  readonly system: string
  readonly name: string
  readonly asOf: string
  /** The standard it was judged by, in the edition in force on that day; null where the pack has none then. */
  readonly standard: {
    readonly pack: string
    readonly name: string
    readonly edition: string | null
  }
  readonly clauses: ClauseCounts
  /** Only of a system that was retired by that day: it is not judged. */
  readonly retired?: Retired
}

/** The whole outcome of a check, as in the JSON contract `policy-lint/report.v1`. */
export interface Report {
  readonly format: 'policy-lint/report.v1'
  readonly asOf: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly systems: readonly JudgedSystem[]
  readonly summary: {
    readonly systems: number
    readonly files: number
    readonly findings: Readonly<Record<Severity, number>>
    readonly results: ResultCounts
    /** How many readings of documents nobody has confirmed; absent where there are none. */
    readonly unconfirmed?: number
  }
  readonly findings: readonly Finding[]
  readonly cannotJudge: readonly CannotJudge[]
  readonly waived: readonly Waived[]
  readonly idleRules: readonly string[]
}

/** A report of which the longest part may be read only from beginning to end: as formats read any. */
export interface LeanReport extends Omit<Report, 'cannotJudge'> {
  readonly cannotJudge: Rows<CannotJudge>
}
