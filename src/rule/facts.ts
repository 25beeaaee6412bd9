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

/** What a rule names in what it demands, and what it names in when it applies. */
export interface NamesRead {
  readonly demanded: ReadonlySet<string>
  readonly conditional: ReadonlySet<string>
  /** Lists of which no more is demanded than that they are not empty. */
  readonly counted: ReadonlySet<string>
}

/** The fields and functions named in the assertions of a rule and in its conditions. */
export function namesRead({ asserts, lets, where }: CheckedRule): NamesRead {
  const demanded = new Set<string>()
  const conditional = new Set<string>()
  for (const { that, when } of asserts) {
    collect(that, demanded)
    if (when) collect(when, conditional)
  }
  for (const { expr } of lets) collect(expr, demanded)
  if (where) collect(where, conditional)
  const counted = new Set(asserts.flatMap(({ that }) => countedIn(that)))
  return { demanded, conditional, counted }
}

/** `size(x.list) > 0`, alone. */
function countedIn(that: CheckedExpr): readonly string[] {
  if (that.op !== '>' || that.right.op !== 'literal' || that.right.value !== 0) return []
  const { left } = that
  const list = left.op === 'call' && left.name === 'size' ? left.args[0] : undefined
  return list?.op === 'field' ? [list.field] : []
}

/** Expressions are plain JSON: every field and every function stands under its key. */
function collect(expr: CheckedExpr, into: Set<string>): void {
  JSON.stringify(expr, (key, value: unknown) => {
    if ((key === 'field' || key === 'name') && typeof value === 'string') into.add(value)
    return value
  })
}
