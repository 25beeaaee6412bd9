import { Period } from '../calendar/period.ts'
import { groupBy } from '../finding/order.ts'
import { AtLeast, knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import {
  any,
  bool,
  type FunctionDeclaration,
  type FunctionTable,
  list,
  number,
  text,
  type Type,
  unify,
} from './type.ts'

/** The functions of the language together with those of a domain, overloads under one name. */
export function functionTable(domain: readonly FunctionDeclaration[] = []): FunctionTable {
  return groupBy([...listFunctions, ...textFunctions, ...domain], ({ name }) => name)
}

/** The elements that are known, for what is to be said of these alone, whatever else there may be. */
const written = {
  name: 'written',
  result: list(any),
  inputs: [],
  takesOpen: true,
  apply: knownOf,
  resultOf: ([from]: readonly Type[]) => from,
} as const

const size = { name: 'size', result: number, inputs: [] } as const

/** `size(list)`, `size(text)`, `written(list)` (also as methods), `list.sum()`, `list.join()`, `minus(list, list)`. */
const listFunctions: readonly FunctionDeclaration[] = [
  { ...size, method: false, parameters: [list(any)], takesOpen: true, apply: lengthOf },
  { ...size, method: true, parameters: [list(any)], takesOpen: true, apply: lengthOf },
  { ...written, method: false, parameters: [list(any)] },
  { ...written, method: true, parameters: [list(any)] },
  { ...size, method: false, parameters: [text], apply: charactersOf },
  { ...size, method: true, parameters: [text], apply: charactersOf },
  {
    name: 'sum',
    method: true,
    parameters: [list(number)],
    result: number,
    inputs: [],
    apply: (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0),
  },
  {
    name: 'join',
    method: true,
    parameters: [list(text)],
    result: text,
    inputs: [],
    apply: (values: readonly string[]) => values.join('、'),
  },
  {
    name: 'join',
    method: true,
    parameters: [list(text), text],
    result: text,
    inputs: [],
    apply: (values: readonly string[], separator: string) => values.join(separator),
  },
  {
    name: 'minus',
    method: false,
    parameters: [list(any), list(any)],
    result: list(any),
    inputs: [],
    takesOpen: true,
    apply: minus,
    resultOf: ([from, without]) => {
      const both = from && without && unify(from, without)
      return both && from.kind === 'list' ? from : undefined
    },
  },
]

function lengthOf(values: OpenList<unknown>): number | AtLeast {
  const end = openEnd(values)
  return end ? new AtLeast(knownOf(values).length, end) : values.length
}

/** Code points, so that 𠮷 counts once. */
function charactersOf(value: string): number {
  return Array.from(value).length
}

/**
 * What the first list has and the second has not, in its order. Where the second may go on, nothing is
 * known to be left.
 */
function minus(from: OpenList<unknown>, without: OpenList<unknown>): OpenList<unknown> {
  const taken = new Set(knownOf(without).map(identityOf))
  const left = from.filter((value) => value instanceof Unknown || !taken.has(identityOf(value)))
  const end = openEnd(without)
  return end && left.length > 0 ? [end] : left
}

function identityOf(value: unknown): unknown {
  if (typeof value === 'string') return comparable(value)
  return value instanceof Period ? `${value.toString()} as period` : value
}

const ascii = /^[\x20-\x7e]*$/

/** The form in which texts are compared: full-width and half-width spellings are the same. */
function comparable(value: string): string {
  return ascii.test(value) ? value : value.normalize('NFKC')
}

/** Whether two texts say the same. */
export function sameText(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b)
}

/** `text.contains(part)`, `text.startsWith(part)`. */
const textFunctions: readonly FunctionDeclaration[] = [
  {
    name: 'contains',
    method: true,
    parameters: [text, text],
    result: bool,
    inputs: [],
    apply: (whole: string, part: string) => comparable(whole).includes(comparable(part)),
  },
  {
    name: 'startsWith',
    method: true,
    parameters: [text, text],
    result: bool,
    inputs: [],
    apply: (whole: string, part: string) => comparable(whole).startsWith(comparable(part)),
  },
]
