import { type Input, list, object, type Type, word } from '../expression/type.ts'
import type { Part } from './part.ts'
import { shapeOf } from './shape.ts'
import { inlineWord } from './word.ts'

/** A field that is computed, not written: its name, its type, the inputs it looks at, and the calculation. */
export interface DerivedField {
  /** The Japanese word a reader sees. */
  readonly label: string
  readonly type: Type
  readonly inputs: readonly Input[]
  readonly compute: (part: Part) => unknown
}

/** A computed field. */
export const field = (
  label: string,
  type: Type,
  inputs: readonly Input[],
  compute: (part: Part) => unknown,
): DerivedField => ({ label, type, inputs, compute })

/** The label that a schema gives a field. */
export function labelIn(type: string, name: string): string {
  const written = shapeOf(type).fields[name]
  if (!written) throw new Error(`${type} has no field ${name}`)
  return written.label
}

/** A word of a vocabulary; its words come from the packs at hand. */
export const wordOf = (vocabulary: string): Type => word(vocabulary, [])

/** The words that a schema lists for a field, as the field's own type has them. */
export function wordsOf(type: string, name: string): Type {
  const written = shapeOf(type).fields[name]?.type
  const value = written?.kind === 'list' ? written.of : written
  if (value?.kind !== 'word' || !('words' in value)) throw new Error(`${type}.${name} has no words`)
  return inlineWord(value.words)
}

/** A list of things of one type. */
export const many = (name: string): Type => list(object(name))
