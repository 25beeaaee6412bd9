import type { RuleTestReport } from '../finding/rule-test.ts'
import type { Format, RuleTestContext } from './context.ts'
import { fromRoot, movedRuleTest } from './from-root.ts'
import type { RuleTestFormatName } from './names.ts'
import { junit } from './rule-test/junit.ts'
import { ruleTestText } from './rule-test/text.ts'

/** Every format of rule tests by the name that `--format` takes. */
export const ruleTestFormats = {
  text: ruleTestText,
  junit: fromRoot(junit, movedRuleTest),
} as const satisfies Record<RuleTestFormatName, Format<RuleTestReport, RuleTestContext>>
