import { parseDay } from '../../calendar/day.ts'
import { parsePeriod } from '../../calendar/period.ts'
import { type Call, pathOf } from '../ast.ts'
import { bool, day, fits, statedType, type Type, unify } from '../type.ts'
import { wording } from '../wording.ts'
import { type CheckContext, type Inferred, type Names, unchecked } from './context.ts'
import { checkWords } from './word.ts'

/** Functions that do more than apply to values: they look at what is not stated, or at literals. */
interface Special {
  readonly form: string
  readonly count: number
  readonly infer: (context: CheckContext, expr: Call, names: Names) => Inferred
}

/** `stated known default refers day period`, by name. */
export const specials: ReadonlyMap<string, Special> = new Map([
  ['stated', { form: 'stated(項目)', count: 1, infer: inferStated }],
  ['known', { form: 'known(項目)', count: 1, infer: inferKnown }],
  ['default', { form: 'default(項目, 値)', count: 2, infer: inferDefault }],
  ['refers', { form: 'refers(項目, 相手)', count: 2, infer: inferRefers }],
  ['day', { form: 'day("2024-04-01")', count: 1, infer: inferDay }],
  ['period', { form: 'period("P6M")', count: 1, infer: inferPeriod }],
])

/** A call of one of them. */
export function inferSpecial(
  context: CheckContext,
  special: Special,
  expr: Call,
  names: Names,
): Inferred {
  if (expr.receiver) {
    context.report('wrong-arguments', expr.at, wording.writtenAs(expr.name, special.form))
    return unchecked
  }
  if (expr.args.length !== special.count) {
    const message = wording.wrongCount(expr.name, String(special.count), expr.args.length)
    context.report('wrong-arguments', expr, message)
    return unchecked
  }
  return special.infer(context, expr, names)
}

function inferStated(context: CheckContext, expr: Call, names: Names): Inferred {
  const operand = optionalOperand(context, expr, names)
  return { type: bool, expr: { op: 'stated', operand: operand.expr } }
}

function inferKnown(context: CheckContext, { args: [operand] }: Call, names: Names): Inferred {
  if (!operand) return unchecked
  return { type: bool, expr: { op: 'known', operand: context.inferAny(operand, names).expr } }
}

function inferDefault(context: CheckContext, expr: Call, names: Names): Inferred {
  const left = optionalOperand(context, expr, names)
  const [operand, fallback] = expr.args
  if (!operand || !fallback) return unchecked
  const right = context.infer(fallback, names)
  const stated = statedType(left.type)
  checkWords(context, { expr: operand, type: stated }, { expr: fallback, type: right.type })
  const type = unify(stated, right.type)
  if (!type) {
    const message = wording.expected(context.words(stated), context.words(right.type))
    context.report('wrong-type', fallback, message)
  }
  return { type: type ?? stated, expr: { op: 'default', left: left.expr, right: right.expr } }
}

function inferRefers(context: CheckContext, expr: Call, names: Names): Inferred {
  const left = optionalOperand(context, expr, names)
  const [operand, other] = expr.args
  if (!operand || !other) return unchecked
  const right = context.infer(other, names)
  for (const [part, type] of [
    [operand, statedType(left.type)],
    [other, right.type],
  ] as const) {
    if (type.kind === 'object' || type.kind === 'any') continue
    const message = wording.wrongArgument(
      'refers',
      part === other ? 2 : 1,
      '部分',
      context.words(type),
    )
    context.report('wrong-type', part, message)
    return { type: bool, expr: { op: 'invalid' } }
  }
  if (!fits(statedType(left.type), right.type)) {
    const [a, b] = [context.words(statedType(left.type)), context.words(right.type)]
    context.report('wrong-type', expr, wording.notComparable(a, b))
  }
  return { type: bool, expr: { op: 'refers', left: left.expr, right: right.expr } }
}

/** The first argument of `stated`, `default` and `refers` must be able to be not stated. */
function optionalOperand(context: CheckContext, expr: Call, names: Names): Inferred {
  const [operand] = expr.args
  if (!operand) return unchecked
  // What is known to be stated here may be asked again: that knowledge is laid aside.
  const own = pathOf(operand)
  const stated = new Set([...names.stated].filter((path) => path !== own))
  const inferred = context.inferAny(operand, { scope: names.scope, stated })
  if (inferred.type.kind === 'optional' || inferred.type.kind === 'any') return inferred
  const message =
    expr.name === 'refers'
      ? wording.refersToAlways()
      : inferred.type.kind === 'list'
        ? wording.alwaysStatedList()
        : wording.alwaysStated(expr.name, context.nameOf(operand))
  context.report('always-stated', operand, message)
  return inferred
}

function inferDay(context: CheckContext, expr: Call): Inferred {
  const written = literalOf(context, expr, 'day("2024-04-01")')
  if (written === undefined) return { type: day, expr: { op: 'invalid' } }
  const value = parseDay(written)
  if (value === undefined)
    context.report('bad-literal', expr.args[0] ?? expr, wording.badDay(written))
  return { type: day, expr: { op: 'day', text: value ?? '' } }
}

function inferPeriod(context: CheckContext, expr: Call): Inferred {
  const written = literalOf(context, expr, 'period("P6M")')
  const type: Type = { kind: 'period' }
  if (written === undefined) return { type, expr: { op: 'invalid' } }
  const value = parsePeriod(written)
  if (value === undefined) {
    context.report('bad-literal', expr.args[0] ?? expr, wording.badPeriod(written))
  }
  return { type, expr: { op: 'period', text: value?.toString() ?? '' } }
}

function literalOf(context: CheckContext, expr: Call, example: string): string | undefined {
  const [literal] = expr.args
  if (literal?.op === 'literal' && typeof literal.value === 'string') return literal.value
  const message = wording.literalWanted(expr.name, example)
  context.report('bad-literal', literal ?? expr, message)
  return undefined
}
