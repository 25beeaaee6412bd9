import type { Location } from '../source/source.ts'
import type { Article, Severity } from './finding.ts'
import type { Missing, UnknownReason } from './unknown.ts'

/** What can be said of one clause on one system, the gravest first. */
export const cellStates = [
  'broken',
  'cannotJudge',
  'excepted',
  'kept',
  'noRule',
  'notApplicable',
] as const

/** One of these. */
export type CellState = (typeof cellStates)[number]

/** How many clauses are in which state. */
export type StateCounts = Readonly<Record<CellState, number>>

/** A place that keeps a clause, and the rule that says so. */
export interface KeptPlace {
  readonly rule: string
  /** What stands there, in Japanese: 担当業務「利用者IDの点検」の記録. */
  readonly label: string
  readonly location: Location
}

/** A finding as far as a matrix needs it; the fingerprint leads to the rest. */
export interface BrokenPlace {
  readonly rule: string
  readonly fingerprint: string
  readonly severity: Severity
  /** The word the municipality's auditors use for this severity. */
  readonly label: string
  readonly message: string
  readonly location: Location
}

/** A violation that an exception allows until a day. */
export interface ExceptedPlace {
  readonly rule: string
  readonly exception: string
  readonly expires: string
  readonly location: Location
}

/** What could not be judged, and what it would have needed. */
export interface OpenPlace {
  readonly rule: string
  readonly element: string
  readonly reason: UnknownReason
  readonly missing: readonly Missing[]
}

/**
 * Why nothing is said of a clause: it is one for the whole organisation, one for systems, or one for the
 * standard itself; its condition does not hold; the rule set does not have it; nothing on the system falls
 * under it; or the system is retired.
 */
export type NotApplicableBecause =
  'ofOrganisation' | 'ofSystems' | 'ofStandard' | 'condition' | 'absent' | 'nothing' | 'retired'

/** One clause on one system. */
export interface CoverageCell {
  readonly system: string
  readonly state: CellState
  /** Why the clause does not apply; null in every other state. */
  readonly because: NotApplicableBecause | null
  readonly kept: readonly KeptPlace[]
  readonly broken: readonly BrokenPlace[]
  readonly excepted: readonly ExceptedPlace[]
  readonly cannotJudge: readonly OpenPlace[]
}

/** One clause (requirement) over all systems. */
export interface CoverageClause {
  readonly requirement: string
  readonly title: string
  readonly area: string
  /** The duty in the words of the catalogue. */
  readonly text: string
  readonly mandatory: boolean
  /** The clauses of the systems' standards that stand behind it. */
  readonly articles: readonly Article[]
  readonly cells: readonly CoverageCell[]
}

/** Something by its id and its Japanese name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** The commit whose files were judged, and whether they had been changed since. */
export interface CoveredCommit {
  readonly id: string
  readonly isModified: boolean
}

/** One system, or the standard itself, and what its clauses come to. */
export interface CoveredSystem {
  readonly system: string
  readonly name: string
  readonly asOf: string
  readonly kind: 'system' | 'organisation' | 'standard'
  readonly standard: {
    readonly pack: string
    readonly name: string
    /** The edition in force on that day; null where the pack has none then. */
    readonly edition: string | null
    /** The guideline that the edition says it is based on. */
    readonly guideline: { readonly name: string; readonly edition: string } | null
    /** How many rules were in use, and a digest of them and of all they judge by. */
    readonly rules: { readonly count: number; readonly digest: string }
  }
  /** Null where nobody wrote it, and of a standard. */
  readonly owner: Named | null
  readonly traits: readonly Named[] | null
  readonly counts: StateCounts
  /** What was found, or could not be judged, under no clause. */
  readonly withoutClause: { readonly broken: number; readonly cannotJudge: number }
}

/** A chapter of the catalogue and what its clauses come to over all systems. */
export interface CoverageArea {
  readonly area: string
  readonly counts: StateCounts
}

/** One viewpoint of the auditors and its result on one system. */
export interface ViewpointResult {
  readonly system: string
  readonly findings: readonly (BrokenPlace & { readonly requirement: string })[]
  /** Its clauses that could not be judged. */
  readonly cannotJudge: readonly string[]
  /** Its clauses that were judged, or would be, on this system. */
  readonly requirements: readonly string[]
}

/** One line of the auditors' own table. */
export interface ViewpointRow {
  readonly risk: string
  readonly id: string
  readonly text: string
  readonly results: readonly ViewpointResult[]
}

/** The auditors' own table of one standard: 重要リスク × 着眼点 × 結果. */
export interface ViewpointTable {
  readonly pack: string
  readonly name: string
  readonly systems: readonly string[]
  readonly rows: readonly ViewpointRow[]
}

/** Clause × system, as in the JSON contract `policy-lint/coverage.v1`. */
export interface Coverage {
  readonly format: 'policy-lint/coverage.v1'
  readonly asOf: string
  /** The day of the run; systems may be judged as of another. */
  readonly ranOn: string
  readonly tool: { readonly name: string; readonly version: string }
  /** The bodies that the systems belong to. */
  readonly municipalities: readonly Named[]
  /** The paths that were asked for, as they are shown. */
  readonly paths: readonly string[]
  /** Null outside of a git repository, and before its first commit. */
  readonly commit: CoveredCommit | null
  readonly systems: readonly CoveredSystem[]
  readonly areas: readonly CoverageArea[]
  readonly clauses: readonly CoverageClause[]
  readonly viewpoints: readonly ViewpointTable[]
  /** Files that could not be read, so that the table is not whole. */
  readonly unread: readonly { readonly message: string; readonly location: Location }[]
}
