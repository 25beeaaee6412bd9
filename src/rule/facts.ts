import type { CheckedExpr } from '../expression/checked.ts'
import { isMapping } from '../schema/variant.ts'
import type { CheckedRule } from './checked-rule.ts'

/** What the expressions of a rule read, each once, in the order they come. */
export interface RuleReading {
  readonly parameters: readonly string[]
  readonly fields: readonly { readonly type: string; readonly field: string }[]
  readonly functions: readonly string[]
}

/** What decides the verdict of a rule; what its messages only print is left out. */
export function readingOf(rule: CheckedRule): RuleReading {
  const { each, where, lets, asserts, requirement, severity } = rule
  const deciding = [
    ...each.map(({ path }) => path),
    where,
    ...lets.map(({ expr }) => expr),
    ...asserts.flatMap(({ when, that }) => [when, that]),
    requirement && 'path' in requirement ? requirement.path : null,
    typeof severity === 'object' ? severity.path : null,
  ]
  const found = new Map<string, { readonly type: string; readonly field: string }>()
  const functions = new Set<string>()
  // Expressions are plain JSON: every node of them is visited.
  JSON.stringify(deciding, (_, value: unknown) => {
    if (!isMapping(value)) return value
    const node = value as Partial<CheckedExpr>
    if (node.op === 'field' && node.type !== undefined && node.field !== undefined) {
      found.set(`${node.type}.${node.field}`, { type: node.type, field: node.field })
    }
    if (node.op === 'call' && node.name !== undefined) functions.add(node.name)
    return value
  })
  const all = [...found.values()]
  return {
    parameters: all.filter(({ type }) => type === 'Params').map(({ field }) => field),
    fields: all.filter(({ type }) => type !== 'Params'),
    functions: [...functions],
  }
}
