import type { Binary, Choice, Expr } from '../ast.ts'
import type { Equality } from '../checked.ts'
import { bool, elementType, list, number, text, type Type, unify } from '../type.ts'
import { wording } from '../wording.ts'
import { type CheckContext, type Inferred, type Names, unchecked } from './context.ts'
import { statedWhen, union } from './fact.ts'
import { checkPossible, checkWords, type Typed } from './word.ts'

/** `&& || == != < <= > >= in + - * /`. */
export function inferBinary(context: CheckContext, expr: Binary, names: Names): Inferred {
  switch (expr.op) {
    case 'and':
    case 'or':
      return inferLogic(context, expr, expr.op, names)
    case '==':
    case '!=':
      return inferEquality(context, expr, expr.op, names)
    case 'in':
      return inferMembership(context, expr, names)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return inferOrder(context, expr, expr.op, names)
    case '+':
    case '-':
    case '*':
    case '/':
      return inferArithmetic(context, expr, expr.op, names)
  }
}

/** `condition ? then : otherwise`. */
export function inferChoice(context: CheckContext, expr: Choice, names: Names): Inferred {
  const condition = context.inferBool(expr.condition, names)
  const then = context.infer(expr.then, knowing(names, statedWhen(expr.condition, true)))
  const otherwise = context.infer(expr.otherwise, knowing(names, statedWhen(expr.condition, false)))
  checkWords(context, typed(expr.then, then), typed(expr.otherwise, otherwise))
  const type = unify(then.type, otherwise.type)
  if (!type) {
    const message = wording.mixedChoice(context.words(then.type), context.words(otherwise.type))
    context.report('wrong-type', expr.otherwise, message)
    return unchecked
  }
  return {
    type,
    expr: {
      op: 'choose',
      condition: condition.expr,
      then: then.expr,
      otherwise: otherwise.expr,
    },
  }
}

function inferLogic(context: CheckContext, expr: Binary, op: 'and' | 'or', names: Names): Inferred {
  const left = context.inferBool(expr.left, names)
  const facts = statedWhen(expr.left, op === 'and')
  const right = context.inferBool(expr.right, knowing(names, facts))
  return { type: bool, expr: { op, left: left.expr, right: right.expr } }
}

function knowing(names: Names, facts: ReadonlySet<string>): Names {
  return facts.size === 0 ? names : { scope: names.scope, stated: union(names.stated, facts) }
}

function inferEquality(
  context: CheckContext,
  expr: Binary,
  op: '==' | '!=',
  names: Names,
): Inferred {
  const left = context.infer(expr.left, names)
  const right = context.infer(expr.right, names)
  checkCompared(context, typed(expr.left, left), typed(expr.right, right))
  const type = comparedType(context, expr, left.type, right.type)
  if (!type) return invalid
  return { type: bool, expr: { op, by: equalityOf(type), left: left.expr, right: right.expr } }
}

function inferMembership(context: CheckContext, expr: Binary, names: Names): Inferred {
  const left = context.infer(expr.left, names)
  const right = context.infer(expr.right, names)
  if (right.type.kind !== 'list' && right.type.kind !== 'any') {
    context.report('wrong-type', expr.right, wording.notAList('in', context.words(right.type)))
    return invalid
  }
  const element = elementType(right.type)
  checkCompared(context, typed(expr.left, left), { expr: expr.right, type: element })
  const type = comparedType(context, expr, left.type, element)
  if (!type) return invalid
  return {
    type: bool,
    expr: { op: 'in', by: equalityOf(type), left: left.expr, right: right.expr },
  }
}

/** A comparison that could not be checked. */
const invalid: Inferred = { type: bool, expr: { op: 'invalid' } }

function typed(expr: Expr, { type }: Inferred): Typed {
  return { expr, type }
}

/** The one type of two values that are held against each other; told where there is none. */
function comparedType(context: CheckContext, at: Expr, a: Type, b: Type): Type | undefined {
  const type = unify(a, b)
  if (!type) {
    context.report('wrong-type', at, wording.notComparable(context.words(a), context.words(b)))
  }
  return type
}

function checkCompared(context: CheckContext, a: Typed, b: Typed): void {
  checkWords(context, a, b)
  checkPossible(context, a, b)
}

/** How values of a type are held against each other. */
function equalityOf(type: Type): Equality {
  if (type.kind === 'list') return { each: equalityOf(type.of) }
  return type.kind === 'text' || type.kind === 'period' ? type.kind : 'same'
}

const ordered: readonly Type['kind'][] = ['number', 'day', 'period', 'any']

function inferOrder(
  context: CheckContext,
  expr: Binary,
  op: '<' | '<=' | '>' | '>=',
  names: Names,
): Inferred {
  const left = context.infer(expr.left, names)
  const right = context.infer(expr.right, names)
  const type = comparedType(context, expr, left.type, right.type)
  if (type && !ordered.includes(type.kind)) {
    context.report('wrong-type', expr, wording.noOrder(context.words(type)))
  }
  const by = type?.kind === 'period' ? 'period' : 'same'
  return { type: bool, expr: { op, by, left: left.expr, right: right.expr } }
}

function inferArithmetic(
  context: CheckContext,
  expr: Binary,
  op: '+' | '-' | '*' | '/',
  names: Names,
): Inferred {
  const left = context.infer(expr.left, names)
  const right = context.infer(expr.right, names)
  if (left.type.kind === 'any' || right.type.kind === 'any') return unchecked
  const operands = { left: left.expr, right: right.expr }
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    return { type: number, expr: { op, ...operands } }
  }
  if (op === '+') {
    const type = unify(left.type, right.type)
    if (type?.kind === 'text') return { type: text, expr: { op: 'concat', ...operands } }
    if (type?.kind === 'list') {
      checkWords(context, typed(expr.left, left), typed(expr.right, right))
      return { type: list(type.of), expr: { op: 'concat', ...operands } }
    }
  }
  const message = wording.noArithmetic(op, context.words(left.type), context.words(right.type))
  context.report('wrong-type', expr, message)
  return { type: op === '+' ? { kind: 'any' } : number, expr: { op: 'invalid' } }
}
