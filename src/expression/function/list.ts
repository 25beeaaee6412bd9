import { Period } from '../../calendar/period.ts'
import { unify } from '../check/relation.ts'
import { any, type FunctionDeclaration, list, number, text } from '../type.ts'
import { comparable } from './text.ts'

const size = { name: 'size', result: number, inputs: [] } as const

/** `size(list)`, `size(text)` (also as methods), `list.sum()`, `list.join()`, `minus(list, list)`. */
export const listFunctions: readonly FunctionDeclaration[] = [
  { ...size, method: false, parameters: [list(any)], apply: lengthOf },
  { ...size, method: true, parameters: [list(any)], apply: lengthOf },
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
    apply: minus,
    resultOf: ([from, without]) => {
      const both = from && without && unify(from, without)
      return both && from.kind === 'list' ? from : undefined
    },
  },
]

function lengthOf(values: readonly unknown[]): number {
  return values.length
}

/** Code points, so that 𠮷 counts once. */
function charactersOf(value: string): number {
  return Array.from(value).length
}

/** What the first list has and the second has not, in its order. */
function minus(from: readonly unknown[], without: readonly unknown[]): unknown[] {
  const taken = new Set(without.map(identityOf))
  return from.filter((value) => !taken.has(identityOf(value)))
}

function identityOf(value: unknown): unknown {
  if (typeof value === 'string') return comparable(value)
  return value instanceof Period ? `${value.toString()} as period` : value
}
