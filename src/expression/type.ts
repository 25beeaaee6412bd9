/**
 * The types rules speak of. The expression language knows no procedures: the model hands in its
 * object types, the rule engine its functions.
 */
export type Type =
  | { readonly kind: 'bool' | 'number' | 'day' | 'period' | 'null' | 'any' }
  /**
   * Text. `constants` are the values an expression itself writes, so that words can be checked;
   * `possible` those a field can have, so that what it is compared with can be.
   */
  | {
      readonly kind: 'text'
      readonly constants?: ReadonlySet<string>
      readonly possible?: ReadonlySet<string>
    }
  /** A word of a closed vocabulary; literals compared with it are checked. */
  | { readonly kind: 'word'; readonly vocabulary: string; readonly words: ReadonlySet<string> }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'optional'; readonly of: Type }
  | { readonly kind: 'object'; readonly name: string }

/** The kinds of file a value comes from; the class of a finding follows from them. */
export type Input =
  'municipality' | 'context' | 'procedure' | 'records' | 'notice' | 'actions' | 'standard'

/** A field of an object type: its type, which inputs it looks at, and how to read it. */
export interface Field {
  /** The Japanese word a reader sees. */
  readonly label?: string
  readonly type: Type
  readonly inputs: readonly Input[]
  /** Whether nobody may have written it down, or what it is computed from. */
  readonly mayLack?: boolean
  /** Returns `undefined` for "not stated"; throws `Unknown` where nobody wrote it down. */
  readonly read: (object: object) => unknown
}

/** An object type: the Japanese word a reader sees, and its fields. */
export interface ObjectType {
  readonly name: string
  readonly label: string
  readonly fields: ReadonlyMap<string, Field>
}

/** All object types, by name. */
export type TypeTable = ReadonlyMap<string, ObjectType>

/** A function of the language. `parameters[0]` is the receiver of a method. */
export interface FunctionDeclaration {
  readonly name: string
  readonly method: boolean
  readonly parameters: readonly Type[]
  readonly result: Type
  readonly inputs: readonly Input[]
  /** Whether `apply` may be given lists that may go on (`OpenList`); else such a list makes the call unknown. */
  readonly takesOpen?: true
  /** May throw `Unknown`. */
  readonly apply: (...values: readonly never[]) => unknown
  /** The result where it depends on the types given, e.g. the elements of a list; undefined refuses. */
  readonly resultOf?: (types: readonly Type[]) => Type | undefined
}

/** All functions, overloads under one name. */
export type FunctionTable = ReadonlyMap<string, readonly FunctionDeclaration[]>

export const bool: Type = { kind: 'bool' }
export const number: Type = { kind: 'number' }
export const text: Type = { kind: 'text' }
export const day: Type = { kind: 'day' }
export const period: Type = { kind: 'period' }
/** Of a thing whose own mistake is already reported, and of the elements of `[]`. */
export const any: Type = { kind: 'any' }

/** A list of one type. */
export const list = (of: Type): Type => ({ kind: 'list', of })
/** A value that may be not stated. */
export const optional = (of: Type): Type => (of.kind === 'optional' ? of : { kind: 'optional', of })
/** An object type by its name in the table. */
export const object = (name: string): Type => ({ kind: 'object', name })
/** A word of a vocabulary. */
export const word = (vocabulary: string, words: Iterable<string>): Type => ({
  kind: 'word',
  vocabulary,
  words: new Set(words),
})

/** The name of an overload in stored expressions, e.g. `Frequency.atLeastEvery(period)`. */
export function signatureOf({ name, method, parameters }: FunctionDeclaration): string {
  const types = parameters.map(spell)
  if (!method) return `${name}(${types.join(', ')})`
  return `${types[0] ?? ''}.${name}(${types.slice(1).join(', ')})`
}

function spell(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list<${spell(type.of)}>`
    case 'optional':
      return `${spell(type.of)}?`
    case 'word':
      return `word<${type.vocabulary}>`
    case 'object':
      return type.name
    default:
      return type.kind
  }
}

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
