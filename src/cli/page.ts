import { wantsColor } from './color.ts'
import { defaultColumns, type Io } from './io.ts'

/** How a text is laid out: with colours or without, and how many columns wide. */
export interface PageSize {
  readonly color: boolean
  readonly width: number
}

/** The terminal's page, or a plain one of the usual width for a text that goes to a file. */
export function pageSize(io: Io, file?: string): PageSize {
  if (file !== undefined) return { color: false, width: defaultColumns }
  return { color: wantsColor(io, 'stdout'), width: io.columns ?? defaultColumns }
}
