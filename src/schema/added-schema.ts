import { ownValue } from '../finding/own-value.ts'
import { addedNames } from './kind.ts'
import type { FieldShape, Shape, ValueShape } from './shape.ts'

/** A JSON Schema, or a part of one. */
type Json = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of records, with what the packs add to their shape: their ledgers, and that a count may be
 * of one of them.
 */
export function recordsSchemaWith(schema: Json, records: Shape): Json {
  const names = new Set(addedNames(records))
  const added = Object.entries(records.fields).filter(([name]) => names.has(name))
  const properties = {
    ...(schema['properties'] as Json),
    ...propertiesOf(Object.fromEntries(added)),
  }
  const counted = countedIn(records)
  const $defs = schema['$defs'] as { readonly Count: { readonly properties: Json } } & Json
  const { Count } = $defs
  const count = { ...Count, properties: { ...Count.properties, ...propertiesOf(counted) } }
  return { ...schema, properties, $defs: { ...$defs, Count: count } }
}

/** The ledgers of which a count may be, where the packs add some. */
function countedIn({ fields }: Shape): Readonly<Record<string, FieldShape>> {
  const type = fields['counts']?.type
  const count = type?.kind === 'list' && type.of.kind === 'object' ? type.of.shape : undefined
  const ledger = count?.fields['ledger']
  return ledger ? { ledger } : {}
}

function propertiesOf(fields: Readonly<Record<string, FieldShape>>): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { label, about, type, none }]) => {
      const value = none ? { anyOf: [jsonOf(type), { const: 'none' }] } : jsonOf(type)
      return [name, { title: label, description: about, ...value }]
    }),
  )
}

function jsonOf(type: ValueShape): Json {
  switch (type.kind) {
    case 'text':
    case 'label':
      return {
        type: 'string',
        ...(type.pattern !== undefined && { pattern: type.pattern }),
        ...(type.longest !== undefined && { maxLength: type.longest }),
      }
    case 'day':
      return { $ref: `common.schema.json#/$defs/${type.rough ? 'RoughDay' : 'Day'}` }
    case 'period':
      return { $ref: 'common.schema.json#/$defs/Period' }
    case 'number':
      return { type: 'number', minimum: type.least, maximum: type.most }
    case 'bool':
      return { type: 'boolean' }
    case 'word':
      return 'words' in type
        ? { enum: Object.keys(type.words), enumDescriptions: Object.values(type.words) }
        : { type: 'string', 'x-vocabulary': type.vocabulary }
    case 'ref':
      return { type: 'string', 'x-ref': type.to }
    case 'list':
      return { type: 'array', items: jsonOf(type.of), maxItems: type.most }
    case 'object':
      return type.shape ? objectOf(type.shape) : { $ref: `#/$defs/${type.name}` }
    default:
      return {}
  }
}

function objectOf({ label, about, fields }: Shape): Json {
  return {
    title: label,
    description: about,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(fields).filter((name) => ownValue(fields, name)?.required),
    properties: propertiesOf(fields),
  }
}
