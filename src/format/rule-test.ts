import type { RuleTestReport } from '../finding/rule-test.ts'
import { junit } from './rule-test/junit.ts'
import { ruleTestText } from './rule-test/text.ts'

/** What a format of rule tests may know beside them. */
export interface RuleTestContext {
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
}

/** Turns the outcome of rule tests into text that ends with a line break. */
export type RuleTestFormat = (report: RuleTestReport, context: RuleTestContext) => string

/** Every format of rule tests by the name that `--format` takes. */
export const ruleTestFormats = {
  text: ruleTestText,
  junit,
} as const satisfies Record<string, RuleTestFormat>

/** A name that `--format` takes. */
export type RuleTestFormatName = keyof typeof ruleTestFormats
