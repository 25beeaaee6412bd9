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

/**
 * Why a finding is no longer there though its clause was not found kept: what it is about is no more; the
 * circumstance in which the rule asks something is; it can no longer be judged; an exception was made; or
 * its system is no longer judged, for its files are gone, are passed over, or say that it is retired.
 */
export type GoneBecause =
  'subject' | 'circumstance' | 'unknown' | 'excepted' | 'system' | 'excluded' | 'retired'

/** A finding of the earlier side that the later one does not give, though its clause is not kept there. */
export interface GoneFinding {
  readonly because: GoneBecause
  readonly finding: Finding
  /** Where the change took away what the finding was judged by, and with it the finding: nobody mended it. */
  readonly hidden?: true
}

/** A system of either side of a comparison. */
export interface ComparedSystem {
  readonly system: string
  readonly name: string
  /** The one day both sides were judged at. */
  readonly asOf: string
  readonly state: 'added' | 'removed' | 'both'
}

/** A standard that was compared, and its editions where two of them were held against each other. */
export interface ComparedStandard {
  readonly pack: string
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** What a system asks beyond what the later standard needs, or may do so. */
export interface Stricter {
  readonly message: string
  readonly location: Location
  /** Whether it is certainly stricter; else that cannot be told from what is written. */
  readonly certain: boolean
}

/** Something to be reviewed, and why: a procedure by its id, the standard itself by that of its pack. */
export interface Review {
  readonly procedure: string
  readonly message: string
  readonly location: Location
}

/** What a change of a standard does to one system that is itself unchanged, or to the standard itself. */
export interface Impact {
  readonly system: string
  readonly name: string
  /** The municipality's folder: copies of one system stand in several. */
  readonly folder: string
  /** The one day both standards judged it at. */
  readonly asOf: string
  /** Findings that only the later standard gives. */
  readonly introduced: readonly Finding[]
  /** What the later standard finds kept. */
  readonly resolved: readonly Finding[]
  /** What the later standard does not ask, or cannot judge. */
  readonly gone: readonly GoneFinding[]
  /** What is stricter than the later standard asks. */
  readonly stricter: readonly Stricter[]
  /** The procedures to be reviewed, and why. */
  readonly reviews: readonly Review[]
}

/** The outcome of a comparison, as in the JSON contract `policy-lint/changes.v1`. */
export interface ChangeReport {
  readonly format: 'policy-lint/changes.v1'
  readonly tool: { readonly name: string; readonly version: string }
  /** What was compared, as it was named: a folder, a file, a revision, an edition of a pack. */
  readonly before: string
  readonly after: string
  readonly systems: readonly ComparedSystem[]
  readonly standards: readonly ComparedStandard[]
  readonly summary: {
    readonly changes: Readonly<Record<Grade, number>>
    readonly introduced: Readonly<Record<Severity, number>>
    readonly resolved: Readonly<Record<Severity, number>>
    readonly gone: Readonly<Record<Severity, number>>
  }
  readonly changes: readonly Change[]
  readonly findings: {
    readonly introduced: readonly Finding[]
    /** Those whose clause is kept now. */
    readonly resolved: readonly Finding[]
    /** Those that are no longer told, though nothing says that their clause is kept. */
    readonly gone: readonly GoneFinding[]
  }
  /** Only where standards were compared: every system looked at, whether anything changes for it or not. */
  readonly impact: readonly Impact[]
  /**
   * The Japanese names of all ids in `affected`: `role:<system>/<id>` and
   * `organisation:<municipality>/<id>`.
   */
  readonly names: Readonly<Record<string, string>>
}

/** The grades in the order a reader wants them: what takes away first, what only looks different last. */
export const gradesInOrder = [
  'removed',
  'relaxed',
  'transferred',
  'added',
  'tightened',
  'changed',
  'editorial',
] as const satisfies readonly Grade[]

/** The word for a grade. */
export const gradeLabels: Readonly<Record<Grade, string>> = {
  removed: '廃止',
  relaxed: '緩和',
  transferred: '移管',
  added: '新設',
  tightened: '強化',
  changed: '変更',
  editorial: '形式',
}

/** 廃止 1、移管 2: the grades that there are, in their order. */
export function gradeCounts(changes: readonly Pick<Change, 'grade'>[]): string {
  return gradesInOrder
    .map((grade) => [grade, changes.filter((change) => change.grade === grade).length] as const)
    .filter(([, count]) => count > 0)
    .map(([grade, count]) => `${gradeLabels[grade]} ${count}`)
    .join('、')
}
