import { ownValue } from '../../finding/own-value.ts'
import {
  bool,
  day,
  type FunctionDeclaration,
  type Input,
  list,
  number,
  object,
  optional,
  period,
  text,
  type Type,
  word,
} from '../../expression/type.ts'
import type { Vocabularies } from '../../model/language.ts'

const plain: Readonly<Record<string, Type>> = { bool, day, number, period, text }

/** Reads a type as a signature writes it: `Duty`, `list<Window>`, `day?`, `word<audiences>`. */
function typeNamed(name: string, vocabularies?: Vocabularies): Type {
  if (name.endsWith('?')) return optional(typeNamed(name.slice(0, -1), vocabularies))
  if (name.startsWith('list<')) return list(typeNamed(name.slice(5, -1), vocabularies))
  if (!name.startsWith('word<')) return ownValue(plain, name) ?? object(name)
  const vocabulary = name.slice(5, -1)
  // Held against no words at all, every constant would be refused.
  if (!vocabularies) throw new Error(`declared without vocabularies: ${name}`)
  return word(vocabulary, vocabularies.get(vocabulary)?.keys() ?? [])
}

/** Declares functions whose signatures may name words, by the vocabularies that constants are held against. */
export function declaring(vocabularies: Vocabularies): typeof declare {
  return (signature, inputs, apply) => declare(signature, inputs, apply, vocabularies)
}

/**
 * Declares a domain function by its signature, `missed(Duty, Organisation): list<Window>` or, as a
 * method, `Frequency.isPeriodic(): bool`. `apply` gets its arguments as the signature types them.
 */
export function declare(
  signature: string,
  inputs: readonly Input[],
  apply: (...values: readonly never[]) => unknown,
  vocabularies?: Vocabularies,
): FunctionDeclaration {
  const match = /^(?:(\w+)\.)?(\w+)\((.*)\): (.+)$/.exec(signature)
  if (!match) throw new Error(`not a signature: ${signature}`)
  const [, receiver, name = '', parameters = '', result = ''] = match
  const names = parameters === '' ? [] : parameters.split(', ')
  return {
    name,
    method: receiver !== undefined,
    parameters: [...(receiver === undefined ? [] : [receiver]), ...names].map((one) =>
      typeNamed(one, vocabularies),
    ),
    result: typeNamed(result, vocabularies),
    inputs,
    apply,
  }
}
