import type { MutationReport } from '../finding/mutation.ts'
import { mutationText } from './mutation/text.ts'

/** What a format of the deletion test may know beside it. */
export interface MutationContext {
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
}

/** Turns the deletion test into text that ends with a line break. */
export type MutationFormat = (report: MutationReport, context: MutationContext) => string

/** Every format of the deletion test by the name that `--format` takes. */
export const mutationFormats = {
  text: mutationText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
} as const satisfies Record<string, MutationFormat>

/** A name that `--format` takes. */
export type MutationFormatName = keyof typeof mutationFormats
