import type { MutationReport } from '../finding/mutation.ts'
import type { Format, TextContext } from './context.ts'
import { mutationText } from './mutation/text.ts'
import type { MutationFormatName } from './names.ts'

/** Every format of the deletion test by the name that `--format` takes. */
export const mutationFormats = {
  text: mutationText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
} as const satisfies Record<MutationFormatName, Format<MutationReport, TextContext>>
