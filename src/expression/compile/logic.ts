import { joinUnknown, SomeDay, unbound, Unknown } from '../../finding/unknown.ts'
import type { Program } from './context.ts'

/** `false && unknown` is false, `true && unknown` is unknown. */
export const and = settledBy(false)

/** `true || unknown` is true, `false || unknown` is unknown. */
export const or = settledBy(true)

/** Joins two conditions, of which one with this value settles both. */
function settledBy(value: boolean): (left: Program, right: Program) => Program {
  return (left, right) => (scope) => {
    const first = left(scope)
    if (first === value) return value
    const second = right(scope)
    if (second === value || !(first instanceof Unknown)) return second
    return second instanceof Unknown ? joinUnknown(first, second) : first
  }
}

/** `!unknown` is unknown. */
export function not(operand: Program): Program {
  return (scope) => {
    const value = operand(scope)
    return value instanceof Unknown ? value : value !== true
  }
}

/** An unknown condition makes the choice unknown. */
export function choose(condition: Program, then: Program, otherwise: Program): Program {
  return (scope) => {
    const value = condition(scope)
    if (value instanceof Unknown) return unbound(value)
    return value === true ? then(scope) : otherwise(scope)
  }
}

/** Whether something was written; unknown where nobody could have written it. */
export function stated(operand: Program): Program {
  return (scope) => {
    const value = operand(scope)
    if (value instanceof SomeDay) return true
    return value instanceof Unknown ? value : value !== undefined
  }
}

/**
 * Whether it is known at all what is written, or that nothing is: for rules that hold one fact against another
 * only where somebody told both.
 */
export function known(operand: Program): Program {
  return (scope) => {
    const value = operand(scope)
    return value instanceof SomeDay || !(value instanceof Unknown)
  }
}

/** The value, or the other one where nothing is stated. */
export function fallback(operand: Program, other: Program): Program {
  return (scope) => {
    const value = operand(scope)
    return value === undefined ? other(scope) : value
  }
}

/** Whether a reference is stated and is this very thing. */
export function refers(reference: Program, other: Program): Program {
  return (scope) => {
    const value = reference(scope)
    if (value === undefined) return false
    const wanted = other(scope)
    if (value instanceof Unknown)
      return wanted instanceof Unknown ? joinUnknown(value, wanted) : value
    return wanted instanceof Unknown ? wanted : value === wanted
  }
}
