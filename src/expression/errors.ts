/** An expression took more steps than any rule needs; the rule is broken, not the document. */
export class ExpressionBudgetError extends Error {
  override readonly name = 'ExpressionBudgetError'
}

/** A stored expression does not fit this program: a name, field or function it uses is gone. */
export class StaleExpressionError extends Error {
  override readonly name = 'StaleExpressionError'
}
