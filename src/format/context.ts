import type { LeanReport } from '../finding/report.ts'
import type { Missing } from '../finding/unknown.ts'
import type { AmbiguousWidth } from '../japanese/width.ts'
import type { Source } from '../source/source.ts'
import type { InWorkTree } from './from-root.ts'

/** How a text is laid out. */
export interface TextContext {
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
}

/** What a format may know beside the report. */
export interface FormatContext extends TextContext, InWorkTree {
  /** The files as read, by the path that locations name; a file may be missing. */
  readonly sources: ReadonlyMap<string, Source>
  /** Columns of characters on which terminals differ; 2 when not given. */
  readonly ambiguous?: AmbiguousWidth
  /** One line for each finding. */
  readonly quiet?: boolean
  /** The words for what is missing; its path shows without the ids of one case where there are none. */
  readonly missingLabel?: (missing: Missing) => string | undefined
  /** What the rules are called, by their ids; formats that list rules have no other source of it. */
  readonly ruleTitles?: ReadonlyMap<string, string>
  /** How many findings are shown; the counts are of all. */
  readonly maxFindings?: number
}

/** What a format of changes may know beside them; the sources are those of the later side. */
export type ChangesContext = Pick<
  FormatContext,
  'sources' | 'color' | 'width' | 'ambiguous' | 'quiet' | 'ruleTitles' | 'belowRoot'
>

/** What a format of coverage may know beside it. */
export interface CoverageContext extends TextContext {
  /** The clauses, or the auditors' own table. */
  readonly table: 'clauses' | 'viewpoints'
  /** The words for what is missing; undefined where a path names no field. */
  readonly missingLabel: (missing: Missing) => string | undefined
}

/** What a format of rule tests may know beside them. */
export type RuleTestContext = TextContext & InWorkTree

/** Turns what was found into text that ends with a line break. Pure: the same report, the same bytes. */
export type Format<Read = LeanReport, Context = FormatContext> = (
  report: Read,
  context: Context,
) => string
