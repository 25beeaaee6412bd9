import type { Span } from '../source/source.ts'

/** What goes over a list with a variable. */
export const macros = ['all', 'exists', 'exists_one', 'filter', 'map'] as const
/** One of the macros. */
export type Macro = (typeof macros)[number]

/** How two values may be compared. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='
/** What may be reckoned. */
export type Arithmetic = '+' | '-' | '*' | '/'

/** `name(args)` or `receiver.name(args)`; `at` is where the name stands. */
export interface Call extends Span {
  readonly op: 'call'
  readonly name: string
  readonly at: Span
  readonly receiver: Expr | undefined
  readonly args: readonly Expr[]
}

/** `list.macro(variable, body)`; `at` is where the variable stands. */
export interface Each extends Span {
  readonly op: 'each'
  readonly macro: Macro
  readonly list: Expr
  readonly variable: string
  readonly at: Span
  readonly body: Expr
}

/** `object.field`; `at` is where the field stands. */
export interface FieldAccess extends Span {
  readonly op: 'field'
  readonly object: Expr
  readonly field: string
  readonly at: Span
}

/** `operator` between two operands. */
export interface Binary extends Span {
  readonly op: 'and' | 'or' | 'in' | Comparison | Arithmetic
  readonly left: Expr
  readonly right: Expr
}

/** `condition ? then : otherwise`. */
export interface Choice extends Span {
  readonly op: 'choose'
  readonly condition: Expr
  readonly then: Expr
  readonly otherwise: Expr
}

/** An expression as written, offsets into its own text. What could not be read is `invalid`. */
export type Expr =
  | (Span & { readonly op: 'literal'; readonly value: boolean | number | string })
  | (Span & { readonly op: 'name'; readonly name: string })
  | (Span & { readonly op: 'list'; readonly items: readonly Expr[] })
  | (Span & { readonly op: 'not' | 'negate'; readonly operand: Expr })
  | (Span & { readonly op: 'invalid' })
  | Binary
  | Call
  | Choice
  | Each
  | FieldAccess

/** The dotted spelling of a name or a chain of fields, `undefined` for anything else. */
export function pathOf(expr: Expr): string | undefined {
  if (expr.op === 'name') return expr.name
  if (expr.op !== 'field') return undefined
  const object = pathOf(expr.object)
  return object === undefined ? undefined : `${object}.${expr.field}`
}
