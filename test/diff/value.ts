import fc from 'fast-check'
import { shapes } from '../../src/schema/generated/shape.ts'
import type { ValueShape } from '../../src/schema/shape.ts'

/** Values that may stand where a type is expected; words of vocabularies are made up. */
export function valueOf(type: ValueShape): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'text':
    case 'label':
      return fc.constantFrom('ひとつ', 'ふたつ', 'みっつ')
    case 'ref':
      return fc.constantFrom('one', 'two', 'three')
    case 'word':
      return fc.constantFrom(...('words' in type ? Object.keys(type.words) : ['one', 'two']))
    case 'number':
      return fc.integer({ min: type.least, max: Math.min(type.most, type.least + 20) })
    case 'day':
      return fc.constantFrom('2023-04-01', '2024-03-01', '2024-04-01', '2031-03-31')
    case 'period':
      return fc.constantFrom('P1D', 'P28D', 'P30D', 'P1M', 'P3M', 'P1Y', 'P12M', 'P3Y')
    case 'bool':
      return fc.boolean()
    case 'yes':
      return fc.constant(true)
    case 'scalar':
    case 'any':
      return fc.constantFrom('一', 1, true)
    case 'list':
      return fc.uniqueArray(valueOf(type.of), {
        minLength: type.least,
        maxLength: Math.max(type.least, 3),
        selector: (one) => JSON.stringify(one),
      })
    case 'map':
      return fc.dictionary(fc.constantFrom('one', 'two'), valueOf(type.of))
    case 'union':
      return fc.oneof(...type.of.map(valueOf))
    case 'object':
      return objectOf(type.name)
  }
}

/** A mapping of a shape, with all that it must have and some of what it may. */
function objectOf(name: string): fc.Arbitrary<unknown> {
  const fields = Object.entries(shapes[name]?.fields ?? {})
  return fc.record(Object.fromEntries(fields.map(([field, { type }]) => [field, valueOf(type)])), {
    requiredKeys: fields.flatMap(([field, { required }]) => (required ? [field] : [])),
  })
}
