import { compile } from 'json-schema-to-typescript'
import { header, kinds, target, typeName } from './schemas.mjs'

const options = {
  bannerComment: '',
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
  style: { semi: false, singleQuote: true, printWidth: 100 },
}

/** One module of types per kind, one for the common parts, and the table of all kinds. */
export async function typeModules(schemas) {
  const modules = []
  for (const kind of ['common', ...kinds]) {
    const imported = new Set()
    const schema = prepare(schemas[kind], kind === 'common' ? new Set() : imported)
    const name = kind === 'common' ? 'Common' : typeName(kind)
    const text = await compile({ ...schema, title: name }, name, options)
    modules.push([
      `src/schema/generated/${kind}.ts`,
      header + imports([...imported].sort(), './common.ts') + withoutRoot(text, kind),
    ])
  }
  modules.push(['src/schema/generated/file.ts', table()])
  return modules
}

const dropped = new Set([
  'title',
  '$id',
  '$schema',
  'propertyNames',
  'pattern',
  'minItems',
  'maxItems',
  'x-change',
  'x-awaits',
  'x-print',
  'x-asks',
  'x-shared',
  'x-near',
])

/** json-schema-to-typescript names types by title; ours are Japanese, so the keys of $defs name them. */
function prepare(schema, imported) {
  if (Array.isArray(schema)) return schema.map((item) => prepare(item, imported))
  if (schema === null || typeof schema !== 'object') return schema
  if (schema.$ref) {
    const { name, common } = target(schema.$ref)
    if (common) imported.add(name)
    return { ...(schema.description ? { description: schema.description } : {}), tsType: name }
  }
  const kept = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' || key === '$defs') {
      kept[key] = Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, prepare(part, imported)]),
      )
    } else if (!dropped.has(key) && !(key === 'anyOf' && schema.properties)) {
      kept[key] = prepare(value, imported)
    }
  }
  return kept
}

function imports(names, from) {
  if (names.length === 0) return '\n'
  return `import type { ${names.join(', ')} } from '${from}'\n\n`
}

/** The common schema describes no file; only its definitions are types. */
function withoutRoot(text, kind) {
  const tidy = text.replace(
    / \*\n \* This interface was referenced by [^\n]*\n \* via the [^\n]*\n/g,
    '',
  )
  if (kind !== 'common') return tidy
  return tidy.replace(/\/\*\*[^/]*\*\/\nexport interface Common \{[^}]*\}\n/, '')
}

function table() {
  const lines = kinds.map((kind) => `import type { ${typeName(kind)} } from './${kind}.ts'\n`)
  const fields = kinds.map((kind) => `  ${kind}: ${typeName(kind)}\n`)
  return `${header}
${lines.sort().join('')}
/** What a file of each kind holds, days and periods normalised. */
export interface Files {
${fields.join('')}}

/** The kinds of file. */
export type Kind = keyof Files

/** The kinds of file, in the order in which a person meets them. */
export const kinds: readonly Kind[] = [
${kinds.map((kind) => `  '${kind}',\n`).join('')}]
`
}
