import type { Input } from '../expression/type.ts'
import type { FindingClass } from '../finding/finding.ts'
import type { RuleScope } from './checked-rule.ts'

const order: readonly (readonly [FindingClass, readonly Input[]])[] = [
  ['N', ['notice']],
  ['R', ['records', 'actions']],
  ['X', ['context', 'municipality']],
  ['P', ['procedure']],
]

/** The class of a rule's findings, from the inputs its expressions look at: the latest one to be written counts. */
export function classOf(reads: ReadonlySet<Input>, scope: RuleScope): FindingClass {
  if (scope === 'standard') return 'S'
  return order.find(([, inputs]) => inputs.some((input) => reads.has(input)))?.[0] ?? 'S'
}
