import type { FunctionDeclaration, FunctionTable } from '../type.ts'
import { listFunctions } from './list.ts'
import { textFunctions } from './text.ts'

/** The functions of the language together with those of a domain, overloads under one name. */
export function functionTable(domain: readonly FunctionDeclaration[] = []): FunctionTable {
  const table = new Map<string, FunctionDeclaration[]>()
  for (const declaration of [...listFunctions, ...textFunctions, ...domain]) {
    const overloads = table.get(declaration.name)
    if (overloads) overloads.push(declaration)
    else table.set(declaration.name, [declaration])
  }
  return table
}
