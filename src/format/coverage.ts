import type { Coverage } from '../finding/coverage.ts'
import type { Missing } from '../finding/unknown.ts'
import { coverageHtml } from './coverage/html.ts'
import { coverageMarkdown } from './coverage/markdown.ts'
import { coverageText } from './coverage/text.ts'

/** What a format of coverage may know beside it. */
export interface CoverageContext {
  /** The clauses, or the auditors' own table. */
  readonly table: 'clauses' | 'viewpoints'
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
  /** The words for what is missing; undefined where a path names no field. */
  readonly missingLabel: (missing: Missing) => string | undefined
}

/** Turns coverage into text that ends with a line break. Pure: the same coverage, the same bytes. */
export type CoverageFormat = (coverage: Coverage, context: CoverageContext) => string

/** Every format of coverage by the name that `--format` takes. */
export const coverageFormats = {
  text: coverageText,
  json: (coverage) => `${JSON.stringify(coverage, null, 2)}\n`,
  markdown: coverageMarkdown,
  html: coverageHtml,
} as const satisfies Record<string, CoverageFormat>

/** A name that `--format` takes. */
export type CoverageFormatName = keyof typeof coverageFormats
