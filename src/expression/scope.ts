/** An expression took more steps than any rule needs; the rule is broken, not the document. */
export class ExpressionBudgetError extends Error {
  override readonly name = 'ExpressionBudgetError'
  /** What there is too much of: steps for one element, elements, or what is found of them. */
  readonly what: 'steps' | 'elements' | 'findings'
  readonly limit: number

  constructor(what: 'steps' | 'elements' | 'findings', limit: number) {
    super(`more than ${limit} ${what}`)
    this.what = what
    this.limit = limit
  }
}

/** A stored expression does not fit this program: a name, field or function it uses is gone. */
export class StaleExpressionError extends Error {
  override readonly name = 'StaleExpressionError'
}

/** Beyond what a rule over one element needs of the longest ledgers, and still less than a second. */
const stepBudget = 5_000_000
/** So many letters of a text are a step. */
const lettersPerStep = 64

/**
 * The values of the names, in the order of the layout a program was compiled for. What variables of
 * macros need is kept behind them. A scope that serves one element after another is renewed for each.
 */
export class Scope {
  readonly slots: unknown[]
  readonly #budget: number
  #steps: number

  constructor(values: readonly unknown[], steps: number = stepBudget) {
    this.slots = [...values]
    this.#budget = steps
    this.#steps = steps
  }

  /** Grants the steps for the next element; its values are put into the slots. */
  renew(): void {
    this.#steps = this.#budget
  }

  /** Counts what a text costs: so much more, the longer it is. */
  spendOn(text: string): void {
    this.spend(text.length / lettersPerStep)
  }

  /** Counts steps; a rule that needs too many is stopped. */
  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new ExpressionBudgetError('steps', this.#budget)
  }
}

/** A `let`: it lies in its slot until its name is first read, and is then its value. One serves all scopes. */
export class Lazy {
  readonly #compute: (scope: Scope) => unknown

  constructor(compute: (scope: Scope) => unknown) {
    this.#compute = compute
  }

  /** What stands in a slot, computed where that is still to be done. */
  static read(scope: Scope, slot: number): unknown {
    const value = scope.slots[slot]
    if (!(value instanceof Lazy)) return value
    return (scope.slots[slot] = value.#compute(scope))
  }
}
