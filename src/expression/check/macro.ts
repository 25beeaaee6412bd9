import type { Each } from '../ast.ts'
import { any, bool, list, type Type } from '../type.ts'
import { wording } from '../wording.ts'
import type { CheckContext, Inferred, Names } from './context.ts'
import { statedInElements, union } from './fact.ts'

/** `list.exists(d, …)` and its like. */
export function inferEach(context: CheckContext, expr: Each, names: Names): Inferred {
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
