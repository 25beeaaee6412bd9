import { Unknown } from '../../finding/unknown.ts'
import type { Macro } from '../ast.ts'
import type { Scope } from '../scope.ts'
import type { Program } from './context.ts'
import { Lacking } from './missing.ts'

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
    return chosen instanceof Unknown ? chosen : chosen.length === 1
  },
  filter: choose,
  map: (values, test) => {
    const results: unknown[] = []
    let lacking: Lacking | undefined
    for (const value of values) {
      const result = test(value)
      if (result instanceof Unknown) (lacking ??= new Lacking()).add(result)
      else results.push(result)
    }
    return lacking?.join() ?? results
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

/** The elements for which the body is true. One of which that is unknown makes the whole unknown. */
function choose(
  values: readonly unknown[],
  test: (value: unknown) => unknown,
): readonly unknown[] | Unknown {
  const chosen: unknown[] = []
  let lacking: Lacking | undefined
  for (const value of values) {
    const verdict = test(value)
    if (verdict === true) chosen.push(value)
    else if (verdict instanceof Unknown) (lacking ??= new Lacking()).add(verdict)
  }
  return lacking?.join() ?? chosen
}
