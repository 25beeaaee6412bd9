import { knownOf, Lacking, openEnd, type OpenList, Unknown } from '../../finding/unknown.ts'
import type { Macro } from '../ast.ts'
import type { Scope } from '../scope.ts'
import type { Program } from './context.ts'

/** What a macro makes of one list: `test` gives the body's value for an element. */
type Loop = (values: readonly unknown[], test: (value: unknown) => unknown) => unknown

/** `list.macro(variable, body)` with the variable in its slot. */
export function each(macro: Macro, list: Program, slot: number, body: Program): Program {
  const loop = loops[macro]
  return (scope: Scope) => {
    const values = list(scope)
    if (values instanceof Unknown) return values
    const { slots } = scope
    // A `let` read inside the body may run a macro of its own in this slot: it leaves it as it was.
    const before = slots[slot]
    const result = loop(values as readonly unknown[], (value) => {
      scope.spend(1)
      if (value instanceof Unknown) return value
      slots[slot] = value
      return body(scope)
    })
    slots[slot] = before
    return result
  }
}

const loops: Readonly<Record<Macro, Loop>> = {
  /** True as soon as one element is; false only if every element is known to be. */
  exists: (values, test) => quantify(values, test, true),
  /** False as soon as one element is; true only if every element is known to be. */
  all: (values, test) => quantify(values, test, false),
  exists_one: (values, test) => {
    const chosen = choose(values, test)
    const known = knownOf(chosen)
    return known.length > 1 ? false : (openEnd(chosen) ?? known.length === 1)
  },
  filter: choose,
  map: (values, test) => {
    const results = new Gathered()
    for (const value of values) results.add(test(value))
    return results.list()
  },
}

function quantify(
  values: readonly unknown[],
  test: (value: unknown) => unknown,
  decisive: boolean,
): boolean | Unknown {
  let lacking: Lacking | undefined
  for (const value of values) {
    const verdict = test(value)
    if (verdict === decisive) return decisive
    if (verdict instanceof Unknown) (lacking ??= new Lacking()).add(verdict)
  }
  return lacking?.join() ?? !decisive
}

/** The elements for which the body is true. Where it is unknown of one, the list of them may go on. */
function choose(values: readonly unknown[], test: (value: unknown) => unknown): OpenList<unknown> {
  const chosen = new Gathered()
  for (const value of values) {
    const verdict = test(value)
    if (verdict === true) chosen.add(value)
    else if (verdict instanceof Unknown) chosen.add(verdict)
  }
  return chosen.list()
}

/** Known elements in their order, and at the end one unknown for all that may be there besides. */
class Gathered {
  readonly #known: unknown[] = []
  #lacking: Lacking | undefined

  add(value: unknown): void {
    if (value instanceof Unknown) (this.#lacking ??= new Lacking()).add(value)
    else this.#known.push(value)
  }

  list(): OpenList<unknown> {
    const end = this.#lacking?.join()
    return end ? [...this.#known, end] : this.#known
  }
}
