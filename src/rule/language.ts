import type { Day } from '../calendar/day.ts'
import { functionTable } from '../expression/functions.ts'
import {
  bool,
  type Field,
  type FunctionTable,
  list,
  number,
  object,
  type ObjectType,
  period,
  text,
  type Type,
  type TypeTable,
  word,
} from '../expression/type.ts'
import type { DerivedField } from '../model/derived.ts'
import { typeTable, type Vocabularies } from '../model/language.ts'
import type { Parameter } from '../model/pack.ts'
import type { WrittenStandard } from '../model/standard.ts'
import type { RuleScope } from './checked-rule.ts'
import { domainFunctions } from './function/index.ts'
import { changeFields } from './notice-change.ts'

/** What rules of a standard may speak of. */
export interface Language {
  readonly types: TypeTable
  readonly functions: FunctionTable
}

/** The day rules are judged as of, set before each system. */
export interface Clock {
  day: Day
}

const parameterTypes = { period, number, text, bool }

/** A key is read as it is written, but what is compared with it must be a key of the catalogue. */
const keyField = (keys: readonly string[]): DerivedField => ({
  label: '記号',
  type: { kind: 'text', possible: new Set(keys) },
  inputs: ['standard'],
  compute: (requirement) => requirement.key,
})

/** What of a standard makes its language. */
export type Speaking = Pick<WrittenStandard, 'vocabularies' | 'parameters' | 'ledgers'>

/**
 * The language of one standard: the model's types with its words, its ledgers, its parameters, all functions.
 * Where constants need no checking they are held against no `vocabularies`; functions look up all words.
 */
export function languageOf(
  { vocabularies: words, parameters, ledgers }: Speaking,
  clock: Clock,
  vocabularies: Vocabularies = words,
): Language {
  const key = keyField([...(vocabularies.get('requirements')?.keys() ?? [])])
  const types = new Map(typeTable(vocabularies, { ...changeFields, Requirement: { key } }, ledgers))
  types.set('Params', parametersType(parameters, vocabularies))
  const functions = functionTable(
    domainFunctions(
      () => clock.day,
      vocabularies,
      words,
      ledgers.map(({ id }) => id),
    ),
  )
  return { types, functions }
}

/** The names every rule of a scope begins with. */
export function rootsOf(scope: RuleScope): ReadonlyMap<string, Type> {
  const roots = new Map<string, Type>([
    ['standard', object('Standard')],
    ['params', object('Params')],
  ])
  return scope === 'standard' ? roots : new Map([['doc', object('Dossier')], ...roots])
}

function parametersType(
  parameters: ReadonlyMap<string, Parameter>,
  vocabularies: Vocabularies,
): ObjectType {
  const fields = new Map<string, Field>()
  for (const [name, parameter] of parameters) {
    fields.set(name, {
      label: parameter.title,
      type: parameterType(parameter, vocabularies),
      inputs: [],
      read: (values) => (values as ReadonlyMap<string, Parameter>).get(name)?.value,
    })
  }
  return { name: 'Params', label: 'パラメーター', fields }
}

function parameterType(
  { type, words, vocabulary = '' }: Parameter,
  vocabularies: Vocabularies,
): Type {
  if (type === 'words') return list(word(vocabulary, vocabularies.get(vocabulary)?.keys() ?? []))
  return words ? { kind: 'text', possible: new Set(words) } : parameterTypes[type]
}
