import type { RuleTestReport } from '../finding/rule-test.ts'
import { fromRoot, type InWorkTree, movedRuleTest } from './from-root.ts'
import { junit } from './rule-test/junit.ts'
import { ruleTestText } from './rule-test/text.ts'

/** What a format of rule tests may know beside them. */
export interface RuleTestContext extends InWorkTree {
  readonly color: boolean
  /** Columns to write in. */
  readonly width: number
}

/** Turns the outcome of rule tests into text that ends with a line break. */
export type RuleTestFormat = (report: RuleTestReport, context: RuleTestContext) => string

/** Every format of rule tests by the name that `--format` takes. */
export const ruleTestFormats = {
  text: ruleTestText,
  junit: fromRoot(junit, movedRuleTest),
} as const satisfies Record<string, RuleTestFormat>

/** A name that `--format` takes. */
export type RuleTestFormatName = keyof typeof ruleTestFormats
