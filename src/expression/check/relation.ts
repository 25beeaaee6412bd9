import { any, list, type Type } from '../type.ts'

/** The one type both values have, `undefined` if there is none. Words and text together are text. */
export function unify(a: Type, b: Type): Type | undefined {
  if (a.kind === 'any') return b
  if (b.kind === 'any') return a
  if (a.kind === 'list' && b.kind === 'list') {
    const of = unify(a.of, b.of)
    return of && list(of)
  }
  if (a.kind === 'text' && b.kind === 'text') {
    if (!a.constants || !b.constants) return { kind: 'text' }
    return { kind: 'text', constants: new Set([...a.constants, ...b.constants]) }
  }
  if (a.kind === 'word' && b.kind === 'text') return b.constants ? a : { kind: 'text' }
  if (a.kind === 'text' && b.kind === 'word') return a.constants ? b : { kind: 'text' }
  if (a.kind === 'word' && b.kind === 'word') return a.vocabulary === b.vocabulary ? a : undefined
  if (a.kind === 'object' && b.kind === 'object') return a.name === b.name ? a : undefined
  if (a.kind === 'optional' || b.kind === 'optional') return undefined
  return a.kind === b.kind ? a : undefined
}

/** Whether a value of the type given may be passed where the other is wanted; words are checked apart. */
export function fits(wanted: Type, given: Type): boolean {
  if (wanted.kind === 'any') return given.kind !== 'optional'
  if (given.kind === 'any') return true
  if (wanted.kind === 'optional') {
    return fits(wanted.of, given.kind === 'optional' ? given.of : given)
  }
  if (wanted.kind === 'list') return given.kind === 'list' && fits(wanted.of, given.of)
  if (wanted.kind === 'text') return given.kind === 'text' || given.kind === 'word'
  if (wanted.kind === 'word') {
    return given.kind === 'word'
      ? given.vocabulary === wanted.vocabulary
      : given.kind === 'text' && given.constants !== undefined
  }
  if (wanted.kind === 'object') return given.kind === 'object' && given.name === wanted.name
  return wanted.kind === given.kind
}

/** The type below "may be not stated". */
export function statedType(type: Type): Type {
  return type.kind === 'optional' ? type.of : type
}

/** The elements of a list; `any` where it is none. */
export function elementType(type: Type): Type {
  return type.kind === 'list' ? type.of : any
}
