import { header, kinds, resolve, target, typeName } from './schemas.mjs'

/** Texts of common.schema.json that become constants, so that the module stays small. */
const constants = ['Id', 'Key', 'System', 'Text', 'LongText', 'Label', 'Pseudonym', 'Expression']
const annotations = { basis: 'Basis', source: 'SourceText', notes: 'Notes' }

/** Every keyword that the checker understands; another one in a schema stops the generator. */
const known = new Set([
  ...['title', 'description', 'type', '$ref', 'const', 'enum', 'enumDescriptions', 'anyOf'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'maxProperties'],
  ...['items', 'minItems', 'maxItems', 'pattern', 'maxLength', 'minimum', 'maximum'],
  ...[
    'x-noun',
    'x-key',
    'x-ref',
    'x-vocabulary',
    'x-closed',
    'x-open',
    'x-judged',
    'x-type',
    'x-zero',
    'x-office',
    'x-rough',
  ],
  ...['x-dated', 'x-happened', 'x-begun-by', 'x-at-most', 'x-not-before', 'x-undecided'],
  ...['x-change', 'x-awaits', 'x-print', 'x-asks', 'x-shared', 'x-near'],
  ...['$schema', '$id', '$defs'],
])

/** The module `shape.ts`: all object types as data, one field on a line. */
export function shapeModule(schemas) {
  const shapes = []
  for (const kind of kinds) {
    shapes.push(shapeOf(schemas, kind, typeName(kind), schemas[kind]))
    for (const [name, schema] of Object.entries(schemas[kind].$defs)) {
      if (schema.properties) shapes.push(shapeOf(schemas, kind, name, schema))
    }
  }
  return `${header}
import type { FieldShape, Shape, ValueShape } from '../shape.ts'

${constants.map((name) => constant(schemas, name)).join('')}
const annotations: Readonly<Record<string, FieldShape>> = {
${Object.entries(annotations)
  .map(([key, name]) => field(schemas, 'common', key, { $ref: `#/$defs/${name}` }, '', '  '))
  .join('')}}

/** Every object type of the file kinds, by name. */
export const shapes: Readonly<Record<string, Shape>> = {
${shapes.join('')}}
`
}

function constant(schemas, name) {
  return `const ${name}: ValueShape = ${print(value(schemas, 'common', { $ref: `#/$defs/${name}` }))}\n`
}

function shapeOf(schemas, kind, name, schema) {
  const { properties, required = [] } = schema
  if (schema.additionalProperties !== false) throw new Error(`${name} is not closed`)
  const key = schema['x-key'] ?? (properties.id ? ['id'] : [])
  const dated = schema['x-dated']
  for (const used of dated ? [...key, dated] : key) {
    if (!properties[used]) throw new Error(`${name} has no field ${used}`)
  }
  return `  ${name}: {
    name: '${name}',
    kind: '${kind}',
    noun: ${print(schema['x-noun'])},
    label: ${print(schema.title)},
    about: ${print(schema.description)},
    key: ${print(key)},
${dated ? `    dated: '${dated}',\n` : ''}    fields: {
${fieldsOf(schemas, kind, properties, required, insteadOf(schema))}    },
  },
`
}

/** The first of two fields, one of which must be written, with the other that may stand in its place. */
function insteadOf({ anyOf = [] }) {
  if (anyOf.length === 0) return {}
  const [[first, more], [other, rest]] = anyOf.map(({ required }) => required)
  if (anyOf.length > 2 || more || rest) throw new Error('more than one of two fields is asked for')
  return { [first]: `, unless: '${other}'` }
}

/** The fields of an object; where it gives an annotation a meaning of its own, that one stands last. */
function fieldsOf(schemas, kind, properties, required, instead) {
  const lines = { own: '', redefined: '' }
  for (const [key, part] of Object.entries(properties)) {
    if (part.$ref === `common.schema.json#/$defs/${annotations[key]}`) continue
    if (key === 'kind' && part.const === kind) continue
    const group = key in annotations ? 'redefined' : 'own'
    const must = required.includes(key) ? ', required: true' : (instead[key] ?? '')
    lines[group] += field(schemas, kind, key, part, must, '      ')
  }
  return `${lines.own}      ...annotations,\n${lines.redefined}`
}

function field(schemas, kind, key, written, required, indent) {
  const { title, description } = resolve(schemas, kind, written)
  const schema = withoutNone(written)
  const isNoneable = schema !== written
  const flags = [
    required,
    schema['x-closed'] ? ', closed: true' : '',
    schema['x-open'] ? ', open: true' : '',
    isNoneable ? ', none: true' : '',
    schema['x-happened'] ? ', happened: true' : '',
    schema['x-undecided'] ? ', undecided: true' : '',
    schema['x-begun-by'] ? `, begunBy: '${schema['x-begun-by']}'` : '',
    schema['x-at-most'] ? `, atMost: '${schema['x-at-most']}'` : '',
    schema['x-not-before'] ? `, notBefore: '${schema['x-not-before']}'` : '',
    schema['x-print'] === undefined ? '' : `, print: ${print(schema['x-print'])}`,
    schema['x-asks'] ? `, asks: ${print(schema['x-asks'][1])}` : '',
    schema['x-shared'] ? ', shared: true' : '',
    schema['x-near'] ? `, near: ${print(schema['x-near'])}` : '',
  ]
  const words = `label: ${print(title)}, about: ${print(description)}`
  return `${indent}${key}: { ${words}, type: ${type(schemas, kind, schema)}${flags.join('')} },\n`
}

/** What may stand in a field beside `none`, where that may. */
export function withoutNone(written) {
  if (written.anyOf?.at(-1).const !== 'none') return written
  const { anyOf, ...rest } = written
  return { ...rest, ...anyOf[0] }
}

/** A value shape as source text; texts of the common schema are the constants. */
function type(schemas, kind, schema) {
  if (schema.type === 'array') {
    const { least, most } = limits(schema.minItems, schema.maxItems)
    const of = type(schemas, kind, schema.items)
    return `{ kind: 'list', least: ${least}, most: ${most}, of: ${of} }`
  }
  const name = schema.$ref && target(schema.$ref).common ? target(schema.$ref).name : undefined
  const plain = !schema['x-ref'] && !schema['x-vocabulary']
  if (constants.includes(name) && plain) return name
  return print(value(schemas, kind, schema))
}

/** What may stand as a value; see `ValueShape`. */
export function value(schemas, kind, written) {
  for (const key of Object.keys(written)) {
    if (!known.has(key)) throw new Error(`${kind}: the checker does not know "${key}"`)
  }
  const schema = resolve(schemas, kind, written)
  const of = (part) => value(schemas, kind, part)
  const named = written.$ref && target(written.$ref).name
  if (schema['x-ref']) return { kind: 'ref', to: schema['x-ref'] }
  if (schema['x-vocabulary']) return { kind: 'word', vocabulary: schema['x-vocabulary'] }
  if (schema['x-type'] === 'day')
    return { kind: 'day', ...(schema['x-rough'] ? { rough: true } : {}) }
  if (schema['x-type'] === 'period')
    return {
      kind: 'period',
      ...(schema['x-zero'] ? { zero: true } : {}),
      ...(schema['x-office'] ? { office: true } : {}),
    }
  if (schema.enum) return { kind: 'word', words: wordsOf(schema) }
  if (schema.const === true) return { kind: 'yes' }
  if (schema.properties) return { kind: 'object', name: named }
  if (schema.anyOf) {
    return { kind: 'union', ...(named ? { name: named } : {}), of: schema.anyOf.map(of) }
  }
  if (schema.type === 'array') {
    return { kind: 'list', ...limits(schema.minItems, schema.maxItems), of: of(schema.items) }
  }
  if (schema.type === 'object') {
    const inner =
      schema.additionalProperties === true ? { kind: 'any' } : of(schema.additionalProperties)
    const { pattern } = schema.propertyNames
    return { kind: 'map', names: pattern, most: schema.maxProperties, of: inner }
  }
  if (schema.type === 'string') return textOf(schemas, kind, written)
  if (schema.type === 'integer' || schema.type === 'number') {
    const whole = schema.type === 'integer' ? { whole: true } : {}
    return { kind: 'number', ...whole, ...limits(schema.minimum, schema.maximum) }
  }
  if (schema.type === 'boolean') return { kind: 'bool' }
  if (Array.isArray(schema.type)) return { kind: 'scalar' }
  throw new Error(`${kind}: cannot read ${JSON.stringify(written)}`)
}

/** The form is described by the common definition, not by the field that uses it. */
function textOf(schemas, kind, written) {
  const schema = resolve(schemas, kind, written.$ref ? { $ref: written.$ref } : written)
  return {
    kind: schema['x-type'] === 'label' ? 'label' : 'text',
    ...(schema.pattern ? { pattern: schema.pattern, form: schema.description } : {}),
    ...(schema.maxLength ? { longest: schema.maxLength } : {}),
  }
}

function limits(least, most) {
  if (most === undefined) throw new Error('a list or number has no limit')
  return { least: least ?? 0, most }
}

function wordsOf(schema) {
  if (schema.enum.length !== schema.enumDescriptions?.length) throw new Error('a word has no label')
  return Object.fromEntries(schema.enum.map((id, index) => [id, schema.enumDescriptions[index]]))
}

/** A value as source text; most keys of ours are plain names. */
export function print(value) {
  if (value === undefined) throw new Error('a Japanese word is missing')
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`
  if (typeof value === 'string') {
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
  }
  if (typeof value !== 'object') return String(value)
  const pairs = Object.entries(value).map(([key, part]) => {
    return `${/^\w+$/.test(key) ? key : print(key)}: ${print(part)}`
  })
  return `{ ${pairs.join(', ')} }`
}
