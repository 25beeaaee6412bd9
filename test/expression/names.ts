import type { Expr } from '../../src/expression/ast.ts'
import { parse } from '../../src/expression/parse.ts'
import type { Span } from '../../src/source/source.ts'

/** Every use of a name, every function name and every constant of an expression. */
export function namesInExpression(text: string): readonly Span[] {
  const spans: Span[] = []
  const visit = (expr: Expr): void => {
    switch (expr.op) {
      case 'literal':
        // Words of the language are ASCII; a Japanese text is said, not compared.
        if (typeof expr.value === 'string' && /^[\w.-]+$/.test(expr.value)) {
          spans.push({ start: expr.start + 1, end: expr.end - 1 })
        }
        return
      case 'name':
        spans.push(expr)
        return
      case 'field':
        visit(expr.object)
        spans.push(expr.at)
        return
      case 'list':
        expr.items.forEach(visit)
        return
      case 'not':
      case 'negate':
        visit(expr.operand)
        return
      case 'choose':
        ;[expr.condition, expr.then, expr.otherwise].forEach(visit)
        return
      case 'each':
        visit(expr.list)
        spans.push(expr.at)
        visit(expr.body)
        return
      case 'call':
        if (expr.receiver) visit(expr.receiver)
        spans.push(expr.at)
        // What a day or a period is made of are values: another one is as good.
        if (expr.name !== 'day' && expr.name !== 'period') expr.args.forEach(visit)
        return
      case 'invalid':
        throw new Error(`unreadable: ${text}`)
      default:
        visit(expr.left)
        visit(expr.right)
    }
  }
  visit(parse(text).expr)
  return spans
}
