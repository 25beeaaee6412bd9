import { suggest } from '../../japanese/suggest.ts'
import type { Span } from '../../source/source.ts'
import type { Expr } from '../ast.ts'
import type { Type } from '../type.ts'
import { wording } from '../wording.ts'
import type { CheckContext } from './context.ts'

/** An expression with the type found for it. */
export interface Typed {
  readonly expr: Expr
  readonly type: Type
}

/** Where words of a vocabulary meet constants, on either side, every constant must be such a word. */
export function checkWords(context: CheckContext, a: Typed, b: Typed): void {
  expectWords(context, a.type, b)
  expectWords(context, b.type, a)
}

/** Holds the constants of what is given against the words of what is wanted. */
export function expectWords(context: CheckContext, wanted: Type, given: Typed): void {
  if (wanted.kind === 'optional') {
    expectWords(context, wanted.of, given)
  } else if (given.type.kind === 'optional') {
    expectWords(context, wanted, { expr: given.expr, type: given.type.of })
  } else if (wanted.kind === 'list' && given.type.kind === 'list') {
    expectWords(context, wanted.of, { expr: given.expr, type: given.type.of })
  } else if (wanted.kind === 'word' && given.type.kind === 'text') {
    for (const constant of given.type.constants ?? []) {
      if (wanted.words.has(constant)) continue
      const near = suggest(constant, wanted.words)
      const message = wording.unknownWord(constant, wanted.vocabulary, near)
      const places = placesOf(given.expr, constant)
      for (const place of places.length > 0 ? places : [given.expr]) {
        context.report('unknown-word', place, message, near)
      }
    }
  }
}

/** Constants compared with a text that can have only some values must be among them. */
export function checkPossible(context: CheckContext, a: Typed, b: Typed): void {
  expectPossible(context, a.type, b)
  expectPossible(context, b.type, a)
}

function expectPossible(context: CheckContext, wanted: Type, { expr, type }: Typed): void {
  if (wanted.kind !== 'text' || !wanted.possible || type.kind !== 'text') return
  for (const constant of type.constants ?? []) {
    if (wanted.possible.has(constant)) continue
    const near = suggest(constant, wanted.possible)
    for (const place of placesOf(expr, constant)) {
      context.report('unknown-word', place, wording.impossible(constant, near), near)
    }
  }
}

/** Where a constant is written among the values an expression can have. */
function placesOf(expr: Expr, constant: string): Span[] {
  switch (expr.op) {
    case 'literal':
      return expr.value === constant ? [expr] : []
    case 'list':
      return expr.items.flatMap((item) => placesOf(item, constant))
    case 'choose':
      return [...placesOf(expr.then, constant), ...placesOf(expr.otherwise, constant)]
    case 'each':
      return placesOf(expr.macro === 'map' ? expr.body : expr.list, constant)
    case 'call':
      return expr.args.flatMap((arg) => placesOf(arg, constant))
    case '+':
      return [...placesOf(expr.left, constant), ...placesOf(expr.right, constant)]
    default:
      return []
  }
}
