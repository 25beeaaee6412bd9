import type { Location } from '../source/source.ts'
import type { Finding, Severity } from './finding.ts'

/** 新設 廃止 移管 強化 緩和 変更 形式: what a change comes to. */
export type Grade =
  'added' | 'removed' | 'transferred' | 'tightened' | 'relaxed' | 'changed' | 'editorial'

/** One side of a change: what stood there as a reader sees it, and where; null where nothing stood. */
export interface ChangeSide {
  readonly value: string
  readonly location: Location
}

/** Whom a change concerns, by the ids of the system's roles and the municipality's organisations. */
export interface Affected {
  readonly roles: readonly string[]
  readonly organisations: readonly string[]
}

/** One change by meaning, as in the JSON contract `policy-lint/changes.v1`. Plain JSON. */
export interface Change {
  readonly fingerprint: string
  /** What kind of change, e.g. `duty.performers.transferred`. */
  readonly kind: string
  readonly grade: Grade
  /** Why it is graded so, in a sentence. */
  readonly reason: string
  /** Null for a change of a municipality's own file or of a standard. */
  readonly system: string | null
  /** The element, e.g. `duty:account-review`. */
  readonly subject: string
  /** What a reader calls it, e.g. 担当業務「ユーザIDの点検」の頻度. */
  readonly title: string
  /** The key of the requirement it touches; null where none is known to. */
  readonly requirement: string | null
  readonly before: ChangeSide | null
  readonly after: ChangeSide | null
  readonly affected: Affected
  /** Whether the organisations it concerns must be told. */
  readonly needsNotice: boolean
  /** Whether it relaxes or removes what keeps a clause that allows no exception. */
  readonly breaksMandatory: boolean
}

/** A system of either side of a comparison. */
export interface ComparedSystem {
  readonly system: string
  readonly name: string
  /** The one day both sides were judged at. */
  readonly asOf: string
  readonly state: 'added' | 'removed' | 'both'
}

/** What the edition of a standard does to one system that is itself unchanged. */
export interface Impact {
  readonly system: string
  readonly name: string
  /** Findings that only the later standard gives. */
  readonly introduced: readonly Finding[]
  readonly resolved: readonly Finding[]
  /** What is stricter than the later standard asks. */
  readonly stricter: readonly { readonly message: string; readonly location: Location }[]
  /** The procedures to be reviewed, and why. */
  readonly reviews: readonly {
    readonly procedure: string
    readonly message: string
    readonly location: Location
  }[]
}

/** The outcome of a comparison, as in the JSON contract `policy-lint/changes.v1`. */
export interface ChangeReport {
  readonly format: 'policy-lint/changes.v1'
  readonly tool: { readonly name: string; readonly version: string }
  /** What was compared, as it was named: a folder, a file, a revision, an edition of a pack. */
  readonly before: string
  readonly after: string
  readonly systems: readonly ComparedSystem[]
  readonly summary: {
    readonly changes: Readonly<Record<Grade, number>>
    readonly introduced: Readonly<Record<Severity, number>>
    readonly resolved: Readonly<Record<Severity, number>>
  }
  readonly changes: readonly Change[]
  readonly findings: {
    readonly introduced: readonly Finding[]
    readonly resolved: readonly Finding[]
  }
  /** Only where standards were compared. */
  readonly impact: readonly Impact[]
  /**
   * The Japanese names of all ids in `affected`: `role:<system>/<id>` and
   * `organisation:<municipality>/<id>`.
   */
  readonly names: Readonly<Record<string, string>>
}
