import { ownValue } from '../finding/own-value.ts'
import { fiscalYearOf } from '../calendar/fiscal.ts'
import type { Window } from '../calendar/window.ts'
import {
  any,
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
import type { FieldShape, Shape, ValueShape } from '../schema/shape.ts'
import { type AddedLedger, addedShapes } from './added-ledger.ts'
import { derivedFields } from './derived.ts'
import type { Part } from './part.ts'
import { allShapes } from './shape.ts'
import { inlineWord } from './word.ts'
import type { Word } from './pack.ts'
import { holderOrganisation, personGoneOn } from './account.ts'
import { unseenThings } from './count.ts'
import { type DerivedField, field, many } from './derived-field.ts'
import { dossierOf } from './dossier.ts'
import { openEntries } from './record.ts'

/** The words of every vocabulary, as constants in rules are checked against. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, Word>>

/** The type a reference leads to, by its target in the schema. */
export const referenceTargets: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  role: 'Role',
  duty: 'Duty',
  procedure: 'Procedure',
  contract: 'Contract',
  sla: 'Sla',
  log: 'ContextLog',
  body: 'Body',
  place: 'Place',
  network: 'Network',
}

/**
 * The object types of the rule language: the written fields of every shape, and over them the derived
 * ones. `more` adds fields that only a higher floor can compute; `ledgers` are those that packs add.
 */
export function typeTable(
  vocabularies: Vocabularies,
  more: Readonly<Record<string, Readonly<Record<string, DerivedField>>>> = {},
  ledgers: readonly AddedLedger[] = [],
): TypeTable {
  const added = addedFields(ledgers)
  const types = [...allShapes(), ...addedShapes(ledgers)].map((shape) =>
    objectType(shape, vocabularies, {
      ...ownValue(derivedFields, shape.name),
      ...ownValue(added, shape.name),
      ...ownValue(more, shape.name),
    }),
  )
  return new Map([...types, windowType].map((type) => [type.name, type]))
}

/** A turn of a cycle: a plain value, not a part. */
const windowType: ObjectType = {
  name: 'Window',
  label: '期間',
  fields: new Map([
    [
      'label',
      { label: '名称', type: text, inputs: [], read: (window) => (window as Window).label },
    ],
    ['from', { label: '開始日', type: day, inputs: [], read: (window) => (window as Window).from }],
    ['to', { label: '終了日', type: day, inputs: [], read: (window) => (window as Window).to }],
    [
      'fiscalYear',
      {
        label: '年度',
        type: number,
        inputs: [],
        read: (window) => fiscalYearOf((window as Window).from),
      },
    ],
  ]),
}

/** The fields of a type are made when a rule first asks for one: most types are never asked. */
function objectType(
  shape: Shape,
  vocabularies: Vocabularies,
  computed: Readonly<Record<string, DerivedField>>,
): ObjectType {
  let fields: ReadonlyMap<string, Field> | undefined
  return {
    name: shape.name,
    label: shape.label,
    get fields() {
      return (fields ??= fieldsOf(shape, vocabularies, computed))
    },
  }
}

function fieldsOf(
  shape: Shape,
  vocabularies: Vocabularies,
  computed: Readonly<Record<string, DerivedField>>,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>()
  const inputs: readonly Input[] = shape.kind === '' ? [] : [shape.kind as Input]
  for (const [name, written] of Object.entries(shape.fields)) {
    fields.set(name, {
      label: written.label,
      type: fieldType(written, vocabularies),
      inputs,
      mayLack: mayBeAbsent(written, inputs),
      read: (part) => (part as Part).field(name),
    })
  }
  for (const [name, field] of Object.entries(computed)) {
    const derived = `+${name}`
    fields.set(name, {
      label: field.label,
      type: filled(field.type, vocabularies),
      inputs: field.inputs,
      mayLack: field.inputs.some(isOpenWorld),
      read: (part) => (part as Part).remember(derived, field.compute),
    })
  }
  return fields
}

/** A procedure and a standard are closed worlds: what their text does not say is not so. */
const isOpenWorld = (input: Input): boolean => input !== 'procedure' && input !== 'standard'

function mayBeAbsent(
  { required, closed, undecided }: FieldShape,
  inputs: readonly Input[],
): boolean {
  if (required || closed) return false
  return inputs.some(isOpenWorld) || undecided === true
}

function fieldType(
  { type, required, undecided, none }: FieldShape,
  vocabularies: Vocabularies,
): Type {
  if (type.kind === 'list') return list(valueType(type.of, vocabularies))
  const plain = valueType(type, vocabularies)
  return (required || undecided) && !none ? plain : optional(plain)
}

function valueType(shape: ValueShape, vocabularies: Vocabularies): Type {
  switch (shape.kind) {
    case 'number':
      return number
    case 'bool':
    case 'yes':
      return bool
    case 'day':
      return day
    case 'period':
      return period
    case 'object':
      return object(shape.name)
    case 'union':
      return shape.name === undefined ? any : object(shape.name)
    case 'ref':
      return object(ownValue(referenceTargets, shape.to[0] ?? '') ?? shape.to[0] ?? '')
    case 'word':
      return 'vocabulary' in shape
        ? wordOf(shape.vocabulary, vocabularies)
        : inlineWord(shape.words)
    case 'list':
      return list(valueType(shape.of, vocabularies))
    case 'map':
    case 'any':
    case 'scalar':
      return any
    default:
      return text
  }
}

function wordOf(vocabulary: string, vocabularies: Vocabularies): Type {
  return word(vocabulary, vocabularies.get(vocabulary)?.keys() ?? [])
}

/** Derived fields name their vocabulary; its words are those of the packs at hand. */
function filled(type: Type, vocabularies: Vocabularies): Type {
  if (type.kind === 'list') return list(filled(type.of, vocabularies))
  if (type.kind === 'optional') return optional(filled(type.of, vocabularies))
  return type.kind === 'word' && type.words.size === 0
    ? wordOf(type.vocabulary, vocabularies)
    : type
}

type Fields = Readonly<Record<string, DerivedField>>

/**
 * What rules may ask of added ledgers as of those that the schema has: the rows as a list of the dossier, the
 * organisation of a row, when somebody it names left, and what a count did not see of it.
 */
function addedFields(ledgers: readonly AddedLedger[]): Readonly<Record<string, Fields>> {
  const lists = ledgers.map(({ id, title }) => [
    id,
    field(title, many(id), ['records'], (part) => openEntries(dossierOf(part), id)),
  ])
  const unseen = ledgers
    .filter(({ counted }) => counted === true)
    .map(({ id, title }) => [
      `unseen${id.charAt(0).toUpperCase()}${id.slice(1)}`,
      field(`見つからない${title}の行`, many(id), ['records'], (count) =>
        count.text('ledger') === id ? unseenThings(count) : [],
      ),
    ])
  return {
    ...Object.fromEntries(ledgers.map((ledger) => [ledger.id, fieldsOfRow(ledger)])),
    Dossier: Object.fromEntries(lists) as Fields,
    Count: Object.fromEntries(unseen) as Fields,
  }
}

function fieldsOfRow({ columns }: AddedLedger): Fields {
  const left = columns
    .filter(({ type, many: isList }) => type === 'person' && !isList)
    .map(({ id, title }) => [
      `${id}LeftOn`,
      field(`${title}が離れた日`, optional(day), ['records'], (row) => {
        const person = row.text(id)
        return person === undefined ? undefined : personGoneOn(row, person)
      }),
    ])
  return {
    organisation: field(
      '台帳を付ける組織',
      object('Organisation'),
      ['records'],
      holderOrganisation,
    ),
    ...(Object.fromEntries(left) as Fields),
  }
}
