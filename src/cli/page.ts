import { wantsColor } from './color.ts'
import type { TextContext } from '../format/context.ts'
import { defaultColumns, type Io } from './io.ts'

/** The terminal's page, or a plain one of the usual width for a text that goes to a file. */
export function pageSize(io: Io, file?: string): TextContext {
  if (file !== undefined) return { color: false, width: defaultColumns }
  return { color: wantsColor(io, 'stdout'), width: io.columns ?? defaultColumns }
}
