import type { Format } from './context.ts'
import { json } from './json.ts'
import { text } from './text.ts'

/** Every format of a report by the name that `--format` takes. */
export const formats = { text, json } as const satisfies Record<string, Format>

/** A name that `--format` takes. */
export type FormatName = keyof typeof formats
