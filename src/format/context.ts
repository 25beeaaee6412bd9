import type { Report } from '../finding/report.ts'
import type { Missing } from '../finding/unknown.ts'
import type { AmbiguousWidth } from '../japanese/width.ts'
import type { Source } from '../source/source.ts'
import type { InWorkTree } from './from-root.ts'

/** What a format may know beside the report. */
export interface FormatContext extends InWorkTree {
  /** The files as read, by the path that locations name; a file may be missing. */
  readonly sources: ReadonlyMap<string, Source>
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
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

/** Turns a report into text that ends with a line break. Pure: the same report, the same bytes. */
export type Format = (report: Report, context: FormatContext) => string
