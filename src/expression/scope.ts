import { ExpressionBudgetError } from './errors.ts'

/** Far beyond what a rule over one element needs, and still only milliseconds. */
export const stepBudget = 200_000

/**
 * The values of the names, in the order of the layout a program was compiled for. What variables of
 * macros need is kept behind them. One scope serves one element: its steps are never refilled.
 */
export class Scope {
  readonly slots: unknown[]
  #steps: number

  constructor(values: readonly unknown[], steps: number = stepBudget) {
    this.slots = [...values]
    this.#steps = steps
  }

  /** Counts steps; a rule that needs too many is stopped. */
  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new ExpressionBudgetError(`more than ${stepBudget} steps`)
  }
}

/** A `let`: put into a slot, it is computed when its name is first read. */
export class Lazy {
  #compute: (() => unknown) | undefined
  #value: unknown

  constructor(compute: () => unknown) {
    this.#compute = compute
  }

  get value(): unknown {
    if (this.#compute) {
      this.#value = this.#compute()
      this.#compute = undefined
    }
    return this.#value
  }
}
