import type { Value } from './match.ts'

/** What ids of one reading are called in another. */
export type Renaming = ReadonlyMap<string, string>

/** Keys that refer to roles. */
const referring: ReadonlySet<string> = new Set(['performers', 'role', 'by', 'respondents'])

/** A procedure with its roles, and all that refers to them, under other ids. */
export function rolesRenamed(procedure: Value, ids: Renaming): Value {
  const roles: unknown = procedure['roles']
  const rest = withReferences(procedure, ids) as Value
  if (!Array.isArray(roles)) return rest
  return {
    ...rest,
    roles: roles.map((role: Value) => renamed(role, ids.get(String(role['id'])) ?? '')),
  }
}

/** An element under another id; the same where that is empty. */
export function renamed(value: Value, id: string): Value {
  return id === '' || value['id'] === id ? value : { ...value, id }
}

function withReferences(value: unknown, ids: Renaming): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, own]: [string, unknown]) => [
      key,
      referring.has(key) ? referenceIn(own, ids) : withReferences(own, ids),
    ]),
  )
}

function referenceIn(value: unknown, ids: Renaming): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  return Array.isArray(value) ? value.map((one) => referenceIn(one, ids)) : value
}
