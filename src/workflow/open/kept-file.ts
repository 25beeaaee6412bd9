import { isMapping } from '../../schema/variant.ts'
import type { Source } from '../../source/source.ts'

/**
 * What stands in a JSON file of a contract of ours that users keep. Throws what `refuse` makes of the reason
 * where the text is no JSON, or says that it is of another format.
 */
export function keptIn(
  { text }: Source,
  format: string,
  refuse: (reason: string) => Error,
): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('JSONとして読めません。')
  }
  if (isMapping(value) && value['format'] === format) return value
  throw refuse(`"format" が "${format}" ではありません。`)
}
