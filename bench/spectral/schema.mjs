import { readFileSync } from 'node:fs'

const file = (name) =>
  JSON.parse(readFileSync(new URL(`../../src/schema/${name}.schema.json`, import.meta.url), 'utf8'))

/**
 * The schema of a procedure in one piece, without our annotations: a reference inside a Spectral
 * ruleset finds nothing and says nothing.
 * @returns {object}
 */
export function procedureSchema() {
  const { $id, $defs, ...schema } = file('procedure')
  void $id
  return plain({ ...schema, $defs: { ...file('common').$defs, ...$defs } })
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-') && key !== 'enumDescriptions')
      .map(([key, part]) => [
        key,
        key === '$ref' ? part.replace(/^common\.schema\.json/, '') : plain(part),
      ]),
  )
}
