import type { RuleCatalogue } from '../finding/rule-card.ts'
import type { Format, TextContext } from './context.ts'
import type { RulesFormatName } from './names.ts'
import { catalogueText } from './rules/text.ts'

/** Every format of the catalogue by the name that `--format` takes. */
export const rulesFormats = {
  text: catalogueText,
  json: (catalogue) => `${JSON.stringify(catalogue, null, 2)}\n`,
} as const satisfies Record<RulesFormatName, Format<RuleCatalogue, TextContext>>
