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
} from '../../expression/type.ts'

const plain: Readonly<Record<string, Type>> = { bool, day, number, period, text }

/** Reads a type as a signature writes it: `Duty`, `list<Window>`, `day?`. */
export function typeNamed(name: string): Type {
  if (name.endsWith('?')) return optional(typeNamed(name.slice(0, -1)))
  if (name.startsWith('list<')) return list(typeNamed(name.slice(5, -1)))
  return plain[name] ?? object(name)
}

/**
 * Declares a domain function by its signature, `missed(Duty, Organisation): list<Window>` or, as a
 * method, `Frequency.isPeriodic(): bool`. `apply` gets its arguments as the signature types them.
 */
export function declare(
  signature: string,
  inputs: readonly Input[],
  apply: (...values: readonly never[]) => unknown,
): FunctionDeclaration {
  const match = /^(?:(\w+)\.)?(\w+)\((.*)\): (.+)$/.exec(signature)
  if (!match) throw new Error(`not a signature: ${signature}`)
  const [, receiver, name = '', parameters = '', result = ''] = match
  const names = parameters === '' ? [] : parameters.split(', ')
  return {
    name,
    method: receiver !== undefined,
    parameters: [...(receiver === undefined ? [] : [receiver]), ...names].map(typeNamed),
    result: typeNamed(result),
    inputs,
    apply,
  }
}
