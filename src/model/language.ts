import {
  bool,
  day,
  type Field,
  type Input,
  list,
  number,
  object,
  type ObjectType,
  optional,
  period,
  text,
  type Type,
  type TypeTable,
  word,
} from '../expression/type.ts'
import { type FieldShape, type Shape } from '../schema/shape.ts'
import { type DerivedField, derivedFields } from './derived.ts'
import { type Part } from './part.ts'
import { allShapes } from './shape.ts'
import { type Word } from './standard.ts'

/** The words of every vocabulary, as constants in rules are checked against. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, Word>>

/** The type a reference leads to, by its target in the schema. */
const targets: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  role: 'Role',
  duty: 'Duty',
  procedure: 'Procedure',
  contract: 'Contract',
  sla: 'Sla',
  log: 'ContextLog',
}

/**
 * The object types of the rule language: the written fields of every shape, and over them the derived
 * ones. `more` adds fields that only a higher floor can compute.
 */
export function typeTable(
  vocabularies: Vocabularies,
  more: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {},
): TypeTable {
  return new Map(
    allShapes().map((shape) => [
      shape.name,
      objectType(shape, vocabularies, { ...derivedFields[shape.name], ...more[shape.name] }),
    ]),
  )
}

function objectType(
  shape: Shape,
  vocabularies: Vocabularies,
  derived: Readonly<Record<string, DerivedField>>,
): ObjectType {
  const fields = new Map<string, Field>()
  const inputs: readonly Input[] = shape.kind === undefined ? [] : [shape.kind as Input]
  for (const [name, written] of Object.entries(shape.fields)) {
    fields.set(name, {
      type: fieldType(written, vocabularies),
      inputs,
      read: (part) => (part as Part).field(name),
    })
  }
  for (const [name, field] of Object.entries(derived)) {
    fields.set(name, {
      type: field.type,
      inputs: field.inputs,
      read: (part) => (part as Part).remember(`+${name}`, () => field.compute(part as Part)),
    })
  }
  return { name: shape.name, label: shape.label, fields }
}

function fieldType(field: FieldShape, vocabularies: Vocabularies): Type {
  const type = plainType(field, vocabularies)
  if (field.list) return list(type)
  return field.required ? type : optional(type)
}

function plainType(field: FieldShape, vocabularies: Vocabularies): Type {
  switch (field.type) {
    case 'number':
      return number
    case 'bool':
      return bool
    case 'day':
      return day
    case 'period':
      return period
    case 'object':
      return object(field.target ?? '')
    case 'ref':
      return object(targets[field.target ?? ''] ?? '')
    case 'word':
      return field.vocabulary === undefined
        ? word('', (field.words ?? []).map((one) => one.id))
        : word(field.vocabulary, vocabularies.get(field.vocabulary)?.keys() ?? [])
    default:
      return text
  }
}
