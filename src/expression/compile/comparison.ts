import type { Period } from '../../calendar/period.ts'
import {
  AtLeast,
  joinUnknown,
  knownOf,
  Lacking,
  openEnd,
  type OpenList,
  SomeDay,
  unbound,
  Unknown,
} from '../../finding/unknown.ts'
import type { Arithmetic, Comparison } from '../ast.ts'
import type { Equality } from '../checked.ts'
import { sameText } from '../functions.ts'
import type { Scope } from '../scope.ts'
import type { Program } from './context.ts'

type Verdict = boolean | Unknown

/** Applies to two known values; with an unknown one the result is unknown. */
function strict(
  left: Program,
  right: Program,
  apply: (a: unknown, b: unknown, scope: Scope) => unknown,
): Program {
  return (scope) => {
    const a = left(scope)
    const b = right(scope)
    if (!(a instanceof Unknown)) return b instanceof Unknown ? unbound(b) : apply(a, b, scope)
    return b instanceof Unknown ? joinUnknown(a, b) : unbound(a)
  }
}

/** `== != < <= > >=`. */
export function compare(op: Comparison, by: Equality, left: Program, right: Program): Program {
  const apply = comparing(op, by)
  return (scope) => {
    const a = left(scope)
    const b = right(scope)
    if (!(a instanceof Unknown || b instanceof Unknown)) return apply(a, b, scope)
    if (a instanceof AtLeast && typeof b === 'number') return whateverMore(op, a, b)
    if (b instanceof AtLeast && typeof a === 'number') return whateverMore(mirrored[op], b, a)
    const whichever = a instanceof SomeDay || b instanceof SomeDay ? onAnyDay(op, a, b) : undefined
    if (whichever !== undefined) return whichever
    if (!(a instanceof Unknown)) return notSaid(b)
    return b instanceof Unknown ? joinUnknown(a, b) : notSaid(a)
  }
}

/** What decides a comparison in the place of its verdict: no longer a day, where it was one told roughly. */
function notSaid(value: unknown): unknown {
  return value instanceof SomeDay ? value.unbound : value
}

/** What holds of two days whichever they are of those they may be; undefined where it depends. */
function onAnyDay(op: Comparison, a: unknown, b: unknown): boolean | undefined {
  const [one, other] = [daysIn(a), daysIn(b)]
  if (!one || !other) return undefined
  switch (op) {
    case '==':
    case '!=':
      return one.to < other.from || other.to < one.from ? op === '!=' : undefined
    case '<':
      return isBefore(one, other)
    case '<=':
      return opposite(isBefore(other, one))
    case '>':
      return isBefore(other, one)
    case '>=':
      return opposite(isBefore(one, other))
  }
}

/** Whether every day of the first lies before every day of the second (true), or none does (false). */
function isBefore(one: Days, other: Days): boolean | undefined {
  if (one.to < other.from) return true
  return one.from >= other.to ? false : undefined
}

function opposite(verdict: boolean | undefined): boolean | undefined {
  return verdict === undefined ? undefined : !verdict
}

/** The first and the last day that a day may be. */
interface Days {
  readonly from: string
  readonly to: string
}

function daysIn(value: unknown): Days | undefined {
  if (value instanceof SomeDay) return value
  return typeof value === 'string' ? { from: value, to: value } : undefined
}

/** Compares two known values. */
function comparing(
  op: Comparison,
  by: Equality,
): (a: unknown, b: unknown, scope: Scope) => unknown {
  switch (op) {
    case '==':
      return (a, b, scope) => equal(by, a, b, scope)
    case '!=':
      return (a, b, scope) => negated(equal(by, a, b, scope))
    case '<':
      return by === 'period' ? (a, b) => negated(atMost(b, a)) : (a, b) => ordered(a) < ordered(b)
    case '<=':
      return by === 'period' ? atMost : (a, b) => ordered(a) <= ordered(b)
    case '>':
      return by === 'period' ? (a, b) => negated(atMost(a, b)) : (a, b) => ordered(a) > ordered(b)
    case '>=':
      return by === 'period' ? (a, b) => atMost(b, a) : (a, b) => ordered(a) >= ordered(b)
  }
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** What holds of a number whatever more it may be; unknown where more would change it. */
function whateverMore(op: Comparison, size: AtLeast, other: number): Verdict {
  switch (op) {
    case '==':
      return size.least > other ? false : size
    case '!=':
      return size.least > other ? true : size
    case '<':
      return size.least >= other ? false : size
    case '<=':
      return size.least > other ? false : size
    case '>':
      return size.least > other ? true : size
    case '>=':
      return size.least >= other ? true : size
  }
}

/** `value in list`: found is true; not found is false only if every element is known. */
export function membership(by: Equality, left: Program, right: Program): Program {
  return strict(left, right, (value, values, scope) => {
    const elements = values as readonly unknown[] // checked: a list
    scope.spend(elements.length)
    let lacking: Lacking | undefined
    for (const element of elements) {
      const same = element instanceof Unknown ? element : equal(by, value, element, scope)
      if (same === true) return true
      if (same instanceof Unknown) (lacking ??= new Lacking()).add(same)
    }
    return lacking?.join() ?? false
  })
}

/** `+ - * /` of numbers. Nothing can be divided by zero: such a quotient decides nothing. */
export function reckon(op: Arithmetic, left: Program, right: Program): Program {
  switch (op) {
    case '+':
      return strict(left, right, (a, b) => Number(a) + Number(b))
    case '-':
      return strict(left, right, (a, b) => Number(a) - Number(b))
    case '*':
      return strict(left, right, (a, b) => Number(a) * Number(b))
    case '/':
      return strict(left, right, (a, b) => (b === 0 ? undecidable : Number(a) / Number(b)))
  }
}

/** `+` of two texts or two lists. */
export function concat(left: Program, right: Program): Program {
  return strict(left, right, (a, b, scope) => {
    if (!Array.isArray(a) || !Array.isArray(b)) {
      const text = `${String(a)}${String(b)}`
      scope.spendOn(text)
      return text
    }
    scope.spend(a.length + b.length)
    return [...(a as unknown[]), ...(b as unknown[])]
  })
}

/** The casts hold by the check: texts, periods and lists each got their own way of comparing. */
function equal(by: Equality, a: unknown, b: unknown, scope: Scope): Verdict {
  if (by === 'same') return a === b
  if (by === 'text') return sameText(a as string, b as string)
  if (by === 'period') return samePeriod(a as Period, b as Period)
  return sameLists(by.each, a as readonly unknown[], b as readonly unknown[], scope)
}

function sameLists(
  by: Equality,
  a: readonly unknown[],
  b: readonly unknown[],
  scope: Scope,
): Verdict {
  const end = openEnd(a) ?? openEnd(b)
  if (end) return isLonger(a, b) || isLonger(b, a) ? false : end
  if (a.length !== b.length) return false
  scope.spend(a.length)
  let lacking: Lacking | undefined
  for (const [index, element] of a.entries()) {
    const same = equal(by, element, b[index], scope)
    if (same === false) return false
    if (same instanceof Unknown) (lacking ??= new Lacking()).add(same)
  }
  return lacking?.join() ?? true
}

/** Whether a list is certainly longer than another, which is known whole. */
function isLonger(a: OpenList<unknown>, b: OpenList<unknown>): boolean {
  return !openEnd(b) && knownOf(a).length > b.length
}

function atMost(a: unknown, b: unknown): Verdict {
  return periodAtMost(a as Period, b as Period) // checked: both are periods
}

function negated(verdict: unknown): unknown {
  return verdict instanceof Unknown ? verdict : verdict !== true
}

/** Numbers and days: days are ISO text, which sorts as the calendar does. */
function ordered(value: unknown): number | string {
  return value as number | string // checked: both of one kind
}

/** What the calendar cannot decide, e.g. whether 30 days are longer than a month. */
const undecidable = new Unknown([], 'undecidable')

/** Whether the first is certainly not longer (true) or certainly longer (false). */
function periodAtMost(a: Period, b: Period): boolean | Unknown {
  return a.isAtMost(b) ?? undecidable
}

/** Whether both are certainly as long, or certainly not. */
function samePeriod(a: Period, b: Period): boolean | Unknown {
  const order = a.compareCertain(b)
  return order === undefined ? undecidable : order === 0
}
