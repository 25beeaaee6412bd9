import type { CheckedExpr } from '../expression/checked.ts'
import { isMapping } from '../schema/variant.ts'
import type { CheckedRule } from './checked-rule.ts'

/** What the expressions of a rule read, each once, in the order they come. */
export interface RuleReading {
  readonly parameters: readonly string[]
  readonly fields: readonly FieldRead[]
  readonly functions: readonly string[]
}

/** A field that a rule reads. */
export interface FieldRead {
  readonly type: string
  readonly field: string
  /** Whether the rule cannot do without it: it does not first ask if it is known. */
  readonly isNeeded: boolean
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
  const found = new Map<string, Omit<FieldRead, 'isNeeded'>>()
  const functions = new Set<string>()
  eachNode(deciding, (node) => {
    if (node.op === 'field') {
      found.set(`${node.type}.${node.field}`, { type: node.type, field: node.field })
    }
    if (node.op === 'call') functions.add(node.name)
  })
  const guarded = new Set<string>()
  eachNode(deciding, (node) => {
    if (node.op === 'known' && node.operand.op === 'field') {
      guarded.add(`${node.operand.type}.${node.operand.field}`)
    }
  })
  const all = [...found].map(([name, one]) => ({ ...one, isNeeded: !guarded.has(name) }))
  return {
    parameters: all.filter(({ type }) => type === 'Params').map(({ field }) => field),
    fields: all.filter(({ type }) => type !== 'Params'),
    functions: [...functions],
  }
}

/** Expressions are plain JSON: every node of them is visited. */
function eachNode(exprs: unknown, visit: (node: CheckedExpr) => void): void {
  JSON.stringify(exprs, (_, value: unknown) => {
    if (isMapping(value) && typeof value['op'] === 'string') visit(value as unknown as CheckedExpr)
    return value
  })
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
