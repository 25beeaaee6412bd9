import { readFile } from 'node:fs/promises'

/** The kinds of file, in the order in which a person meets them. */
export const kinds = [
  'municipality',
  'context',
  'procedure',
  'records',
  'notice',
  'actions',
  'standard',
  'rules',
]

/** Header of every generated file. */
export const header = '// Made by `npm run generate` from src/schema/*.schema.json. Do not edit.\n'

/** Reads the schemas and refuses two object types of one name. */
export async function readSchemas(folder) {
  const read = async (name) =>
    JSON.parse(await readFile(new URL(`${name}.schema.json`, folder), 'utf8'))
  const schemas = { common: await read('common') }
  const owner = new Map()
  for (const kind of kinds) {
    schemas[kind] = await read(kind)
    for (const name of [typeName(kind), ...Object.keys(schemas[kind].$defs)]) {
      if (owner.has(name)) throw new Error(`${name} is defined in ${owner.get(name)} and ${kind}`)
      owner.set(name, kind)
    }
  }
  return schemas
}

/** The type of a whole file: `procedure` → `Procedure`. */
export function typeName(kind) {
  return kind[0].toUpperCase() + kind.slice(1)
}

/** The name a `$ref` ends in, and whether it leads into common.schema.json. */
export function target(ref) {
  return { name: ref.slice(ref.lastIndexOf('/') + 1), common: ref.startsWith('common.') }
}

/** The definition behind a `$ref`, with the words written beside it; other schemas as they are. */
export function resolve(schemas, kind, schema) {
  if (!schema.$ref) return schema
  const { name, common } = target(schema.$ref)
  const found = (common ? schemas.common : schemas[kind]).$defs[name]
  if (!found) throw new Error(`${kind}: no definition ${schema.$ref}`)
  return { ...(common ? asSeenFromElsewhere(found) : found), ...schema, $ref: undefined }
}

/** A definition of common.schema.json whose own references lead there, wherever it is used. */
function asSeenFromElsewhere(definition) {
  const text = JSON.stringify(definition)
  return JSON.parse(text.replaceAll('"$ref":"#/', '"$ref":"common.schema.json#/'))
}
