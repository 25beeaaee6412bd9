import type { Arithmetic, Comparison, Macro } from './ast.ts'

/** How two values of one type are held against each other; lists element by element. */
export type Equality = 'same' | 'text' | 'period' | { readonly each: Equality }

/** `object.field`, with the type of the object; `through` passes on an object that is not stated. */
export interface CheckedField {
  readonly op: 'field'
  readonly object: CheckedExpr
  readonly type: string
  readonly field: string
  readonly optional?: true
  readonly through?: true
}

/** A comparison; `<` and its like only need to know whether they compare periods. */
export interface CheckedComparison {
  readonly op: Comparison | 'in'
  readonly by: Equality
  readonly left: CheckedExpr
  readonly right: CheckedExpr
}

/** A macro over a list. */
export interface CheckedEach {
  readonly op: 'each'
  readonly macro: Macro
  readonly list: CheckedExpr
  readonly variable: string
  readonly body: CheckedExpr
}

/** A call of one overload, known by its signature; the receiver is the first argument. */
export interface CheckedCall {
  readonly op: 'call'
  readonly name: string
  readonly overload: string
  readonly args: readonly CheckedExpr[]
}

/**
 * A checked expression: plain JSON with all that evaluation needs, so that a pack can be checked
 * once, stored, and run later without parser or checker.
 */
export type CheckedExpr =
  | { readonly op: 'literal'; readonly value: boolean | number | string }
  | { readonly op: 'day' | 'period'; readonly text: string }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'list'; readonly items: readonly CheckedExpr[] }
  | { readonly op: 'not' | 'negate' | 'stated' | 'known'; readonly operand: CheckedExpr }
  | {
      readonly op: 'and' | 'or' | 'default' | 'refers' | 'concat' | Arithmetic
      readonly left: CheckedExpr
      readonly right: CheckedExpr
    }
  | {
      readonly op: 'choose'
      readonly condition: CheckedExpr
      readonly then: CheckedExpr
      readonly otherwise: CheckedExpr
    }
  | { readonly op: 'invalid' }
  | CheckedCall
  | CheckedComparison
  | CheckedEach
  | CheckedField
