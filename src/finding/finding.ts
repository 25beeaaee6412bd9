import { createHash } from 'node:crypto'
import type { Location } from '../source/source.ts'

/** `error` 指摘, `warning` 意見・観察・留意, `info` 推奨; a pack names its own labels. */
export type Severity = 'error' | 'warning' | 'info'

/** P procedure, X context, R records, N notices, S the standard itself, F the shape of a file. */
export type FindingClass = 'P' | 'X' | 'R' | 'N' | 'S' | 'F'

/** The clause behind a finding; the number is null where no source gives one. */
export interface Article {
  readonly pack: string
  /** The Japanese name of the document the clause stands in, e.g. 大阪市情報セキュリティ対策基準. */
  readonly document: string
  readonly number: string | null
  readonly text: string
  /** Where nobody has confirmed what a program read of it. */
  readonly unconfirmed?: true
}

/** An article in full: 対策基準 第5条「…」 */
export function articleLine(article: Article): string {
  const { document, number, text } = article
  return `${document} ${number ?? ''}${unconfirmedMark(article)}「${text}」`
}

/** What stands after the number of an article that nobody has confirmed. */
export function unconfirmedMark({ unconfirmed }: Pick<Article, 'unconfirmed'>): string {
  return unconfirmed ? '（確かめていない条文）' : ''
}

/** Another place that belongs to the matter. */
export interface Related {
  readonly message: string
  readonly location: Location
}

/** Something wrong in the user's files. Plain JSON: format, editor and cache take the same value. */
export interface Finding {
  readonly fingerprint: string
  readonly rule: string
  readonly requirement: string | null
  readonly article: Article | null
  readonly severity: Severity
  /** The word the municipality's auditors use for this severity, e.g. 指摘. */
  readonly label: string
  readonly class: FindingClass
  /** Whether it was there before; only where the run has something to compare with. */
  readonly state?: 'new' | 'existing'
  readonly system: string | null
  /** Told whichever systems are looked at: what judges them all, not one, is left open by it. */
  readonly concerns?: 'municipality'
  readonly message: string
  readonly why: string
  readonly fix: string | null
  readonly expected: string | null
  readonly actual: string | null
  /** How sure the facts under it are; the weakest of the elements it looked at. */
  readonly basis: Basis
  /** The readings of a document under it that nobody has confirmed (`account-review.frequency`); absent where there are none. */
  readonly unconfirmed?: readonly string[]
  readonly location: Location
  readonly related: readonly Related[]
}

/** The files that a finding points into. */
export function pathsOf({ location, related }: Finding): readonly string[] {
  return [location.path, ...related.map((one) => one.location.path)]
}

/** What stands before a finding that is under readings which nobody has confirmed. */
export function unconfirmedSaid({ unconfirmed }: Pick<Finding, 'unconfirmed'>): string {
  return unconfirmed ? '（確かめていない読みによる）' : ''
}

/** Whether a fact stands in a source, was inferred from one, or was filled in. */
export type Basis = 'reported' | 'inferred' | 'assumed'

/** The stable name of a finding: 16 hex digits of SHA-256 over its parts, none of them a line or a wording. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}
