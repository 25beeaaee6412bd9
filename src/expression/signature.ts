import type { FunctionDeclaration, Type } from './type.ts'

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
