import type { FindingClass, Severity } from '../finding/finding.ts'

/** A check that the rule language cannot say, for it looks at the results of other rules. */
export interface BuiltInRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly class: FindingClass
  readonly rationale: string
  readonly fix: string
}

/** An exception that silences nothing. */
export const unusedException: BuiltInRule = {
  id: 'exception.unused',
  title: '使われていない例外措置を残さない',
  severity: 'info',
  class: 'P',
  rationale: '要らなくなった例外を残すと、次に同じ定めが破られたときに見逃す。',
  fix: '例外措置を取り下げてください。要求事項（requirement）や対象（element）が違うときは、正しく書き直します。',
}

/** All checks that are built in. */
export const builtInRules: readonly BuiltInRule[] = [unusedException]
