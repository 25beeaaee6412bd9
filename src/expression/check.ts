/** `Expr` × types → `CheckedExpr` and everything that is wrong with it. Knows no parser. */
import { suggest } from '../japanese/suggest.ts'
import type { Span } from '../source/source.ts'
import type { Each, Expr } from './ast.ts'
import { inferCall } from './check/call.ts'
import { CheckContext, type Inferred, type Names, unchecked } from './check/context.ts'
import { statedInElements, statedWhen, union } from './check/fact.ts'
import { inferField } from './check/field.ts'
import { inferBinary, inferChoice } from './check/operator.ts'
import {
  any,
  bool,
  fits,
  type FunctionTable,
  type Input,
  list,
  number,
  type Type,
  type TypeTable,
  unify,
} from './type.ts'
import { checkWords, expectWords } from './check/word.ts'
import type { CheckedExpr } from './checked.ts'
import type { Diagnostic } from './diagnostic.ts'
import { wording } from './wording.ts'

/** What a check found. `expr` can be compiled only if there are no diagnostics. */
export interface Checked {
  readonly type: Type
  readonly expr: CheckedExpr
  readonly diagnostics: readonly Diagnostic[]
  /** The kinds of file the expression looks at. */
  readonly reads: readonly Input[]
  /** Paths that are stated where the expression is true; hand them on to what it guards. */
  readonly stated: ReadonlySet<string>
}

/** What a place asks of its expression. */
export interface CheckOptions {
  /** The type wanted, e.g. `bool` for an assertion. Without it anything goes, also optional. */
  readonly expected?: Type
  /** Paths known to be stated, from a condition that guards this expression. */
  readonly stated?: ReadonlySet<string>
}

/** Checks an expression against the names, types and functions it may use; never throws. */
export function check(
  expr: Expr,
  scope: ReadonlyMap<string, Type>,
  types: TypeTable,
  functions: FunctionTable,
  options: CheckOptions = {},
): Checked {
  const context = new CheckContext(types, functions, infer)
  const names: Names = { scope, stated: options.stated ?? new Set() }
  const inferred = options.expected ? context.infer(expr, names) : context.inferAny(expr, names)
  if (options.expected) expectType(context, options.expected, expr, inferred.type)
  reportHole(context, expr, inferred, scope)
  return {
    type: inferred.type,
    expr: inferred.expr,
    diagnostics: context.diagnostics.sort((a, b) => a.start - b.start || a.end - b.end),
    reads: [...context.reads].sort(),
    stated: statedWhen(expr, true),
  }
}

/** `[].all(x, x.name)`: the elements of `[]` have no type, so what is asked of them has none either. */
function reportHole(
  context: CheckContext,
  expr: Expr,
  inferred: Inferred,
  scope: ReadonlyMap<string, Type>,
): void {
  if (context.diagnostics.length > 0 || expr.op === 'invalid') return
  if ([...context.used].some((name) => scope.get(name)?.kind === 'any')) return
  if (!JSON.stringify(inferred.expr).includes('"op":"invalid"')) return
  context.report('wrong-type', expr, wording.untyped())
}

function expectType(context: CheckContext, wanted: Type, expr: Expr, type: Type): void {
  if (fits(wanted, type)) {
    expectWords(context, wanted, { expr, type })
    return
  }
  const given = context.words(type)
  const message =
    wanted.kind === 'bool' ? wording.notBool(given) : wording.expected(context.words(wanted), given)
  context.report('wrong-type', expr, message)
}

function infer(context: CheckContext, expr: Expr, names: Names): Inferred {
  switch (expr.op) {
    case 'literal':
      return { type: literalType(expr.value), expr: { op: 'literal', value: expr.value } }
    case 'name':
      return inferName(context, expr, names)
    case 'field':
      return inferField(context, expr, names)
    case 'list':
      return inferList(context, expr.items, names)
    case 'not':
      return {
        type: bool,
        expr: { op: 'not', operand: context.inferBool(expr.operand, names).expr },
      }
    case 'negate':
      return inferNegation(context, expr.operand, names)
    case 'choose':
      return inferChoice(context, expr, names)
    case 'each':
      return inferEach(context, expr, names)
    case 'call':
      return inferCall(context, expr, names)
    case 'invalid':
      // Which names stood there is not known: none of them is called unused.
      for (const name of names.scope.keys()) context.used.add(name)
      return unchecked
    default:
      return inferBinary(context, expr, names)
  }
}

function literalType(value: boolean | number | string): Type {
  if (typeof value === 'boolean') return bool
  return typeof value === 'number' ? number : { kind: 'text', constants: new Set([value]) }
}

function inferName(context: CheckContext, expr: NameExpr, names: Names): Inferred {
  context.used.add(expr.name)
  const type = names.scope.get(expr.name)
  if (!type) {
    const near = suggest(expr.name, names.scope.keys())
    context.report('unknown-name', expr, wording.unknownName(expr.name, near), near)
    return unchecked
  }
  const known = type.kind === 'optional' && names.stated.has(expr.name)
  return { type: known ? type.of : type, expr: { op: 'name', name: expr.name } }
}

interface NameExpr extends Span {
  readonly name: string
}

function inferList(context: CheckContext, items: readonly Expr[], names: Names): Inferred {
  let type: Type = any
  const checked: CheckedExpr[] = []
  for (const [index, item] of items.entries()) {
    const inferred = context.infer(item, names)
    checked.push(inferred.expr)
    const before: Expr = {
      op: 'list',
      items: items.slice(0, index),
      start: item.start,
      end: item.end,
    }
    checkWords(context, { expr: before, type }, { expr: item, type: inferred.type })
    const both = unify(type, inferred.type)
    if (both) {
      type = both
    } else {
      const message = wording.mixedList(context.words(type), context.words(inferred.type))
      context.report('wrong-type', item, message)
    }
  }
  return { type: list(type), expr: { op: 'list', items: checked } }
}

function inferNegation(context: CheckContext, operand: Expr, names: Names): Inferred {
  const inferred = context.infer(operand, names)
  if (inferred.type.kind !== 'number' && inferred.type.kind !== 'any') {
    const message = wording.expected(context.words(number), context.words(inferred.type))
    context.report('wrong-type', operand, message)
  }
  return { type: number, expr: { op: 'negate', operand: inferred.expr } }
}

/** `list.exists(d, …)` and its like. */
function inferEach(context: CheckContext, expr: Each, names: Names): Inferred {
  const over = context.infer(expr.list, names)
  if (over.type.kind !== 'list' && over.type.kind !== 'any') {
    const message = wording.notAList(expr.macro, context.words(over.type))
    context.report('wrong-type', expr.list, message)
  }
  const element = over.type.kind === 'list' ? over.type.of : any
  if (names.scope.has(expr.variable)) {
    context.report('name-taken', expr.at, wording.nameTaken(expr.variable))
  }
  const inner: Names = {
    scope: new Map(names.scope).set(expr.variable, element),
    stated: union(names.stated, statedInElements(expr.list, expr.variable)),
  }
  context.used.delete(expr.variable)
  const body =
    expr.macro === 'map' ? context.infer(expr.body, inner) : context.inferBool(expr.body, inner)
  if (!context.used.has(expr.variable)) {
    context.report('name-unused', expr.at, wording.nameUnused(expr.variable))
  }
  return {
    type: resultOf(expr.macro, element, body.type),
    expr: {
      op: 'each',
      macro: expr.macro,
      list: over.expr,
      variable: expr.variable,
      body: body.expr,
    },
  }
}

function resultOf(macro: Each['macro'], element: Type, body: Type): Type {
  if (macro === 'filter') return list(element)
  return macro === 'map' ? list(body) : bool
}
