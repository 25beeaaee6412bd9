import type { RuleCatalogue } from '../finding/rule-card.ts'
import { catalogueText } from './rules/text.ts'

/** What a format of rules may know beside them. */
export interface RulesContext {
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
}

/** Turns the catalogue of rules into text that ends with a line break. */
export type RulesFormat = (catalogue: RuleCatalogue, context: RulesContext) => string

/** Every format of the catalogue by the name that `--format` takes. */
export const rulesFormats = {
  text: catalogueText,
  json: (catalogue) => `${JSON.stringify(catalogue, null, 2)}\n`,
} as const satisfies Record<string, RulesFormat>

/** A name that `--format` takes. */
export type RulesFormatName = keyof typeof rulesFormats
