/** `CheckedExpr` → closures. Three-valued: what nobody wrote down is an `Unknown` among the values. */
import { parsePeriod } from '../calendar/period.ts'
import { unbound, Unknown } from '../finding/unknown.ts'
import type { CheckedExpr } from './checked.ts'
import { compare, concat, membership, reckon } from './compile/comparison.ts'
import type { CompileContext, Program } from './compile/context.ts'
import { each } from './compile/each.ts'
import { and, choose, fallback, known, not, or, refers, stated } from './compile/logic.ts'
import { applyFunction, readField, readName } from './compile/read.ts'
import { StaleExpressionError } from './scope.ts'
import type { FunctionTable, TypeTable } from './type.ts'

export { type Program } from './compile/context.ts'

/** Compiles a checked expression for scopes whose values stand in the order of `layout`. */
export function compile(
  expr: CheckedExpr,
  layout: readonly string[],
  types: TypeTable,
  functions: FunctionTable,
): Program {
  const slots = new Map(layout.map((name, slot) => [name, slot]))
  return build(expr, { types, functions, slots, free: layout.length, build })
}

function build(expr: CheckedExpr, context: CompileContext): Program {
  const inner = (part: CheckedExpr): Program => build(part, context)
  switch (expr.op) {
    case 'literal':
      return constant(expr.value)
    case 'day':
      return constant(expr.text)
    case 'period':
      return constant(parsePeriod(expr.text))
    case 'name':
      return readName(expr.name, context)
    case 'field':
      return readField(expr, context)
    case 'list':
      return list(expr.items.map(inner))
    case 'not':
      return not(inner(expr.operand))
    case 'negate':
      return negate(inner(expr.operand))
    case 'stated':
      return stated(inner(expr.operand))
    case 'known':
      return known(inner(expr.operand))
    case 'and':
      return and(inner(expr.left), inner(expr.right))
    case 'or':
      return or(inner(expr.left), inner(expr.right))
    case 'default':
      return fallback(inner(expr.left), inner(expr.right))
    case 'refers':
      return refers(inner(expr.left), inner(expr.right))
    case 'choose':
      return choose(inner(expr.condition), inner(expr.then), inner(expr.otherwise))
    case 'each': {
      const slot = context.free
      const slots = new Map(context.slots).set(expr.variable, slot)
      const body = build(expr.body, { ...context, slots, free: slot + 1 })
      return each(expr.macro, inner(expr.list), slot, body)
    }
    case 'call':
      return applyFunction(expr, context)
    case 'in':
      return membership(expr.by, inner(expr.left), inner(expr.right))
    case 'concat':
      return concat(inner(expr.left), inner(expr.right))
    case '+':
    case '-':
    case '*':
    case '/':
      return reckon(expr.op, inner(expr.left), inner(expr.right))
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(expr.op, expr.by, inner(expr.left), inner(expr.right))
    case 'invalid':
      throw new StaleExpressionError('an expression with mistakes')
  }
}

function constant(value: unknown): Program {
  return () => value
}

function list(items: readonly Program[]): Program {
  return (scope) => items.map((item) => item(scope))
}

function negate(operand: Program): Program {
  return (scope) => {
    const value = operand(scope)
    return value instanceof Unknown ? unbound(value) : -Number(value)
  }
}
