import { grade, type Graded } from '../../src/diff/grade/index.ts'
import { type FieldGrade, fieldGrade } from '../../src/diff/grade/table.ts'
import { Element } from '../../src/model/element.ts'
import { nowhere } from '../../src/model/place.ts'
import { changes } from '../../src/schema/generated/change.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { shapes } from '../../src/schema/generated/shape.ts'
import { rootShape } from '../../src/schema/kind.ts'
import type { Shape } from '../../src/schema/shape.ts'

/** The types that are graded field by field. */
export const gradedNames = Object.keys(changes)
/** Fields that say something about an element, its name, and which file it is. */
const asides = new Set(['id', 'key', 'basis', 'source', 'notes'])

export function shapeNamed(name: string): Shape {
  const shape = shapes[name]
  if (!shape) throw new Error(`no shape ${name}`)
  return shape
}

/** All fields that a change of a type is graded by: where each stands, and its grades. */
export const allFields = gradedNames.flatMap((name) => {
  const shape = shapeNamed(name)
  const isRoot = kinds.some((kind) => rootShape(kind).name === name)
  return Object.keys(shape.fields)
    .filter((field) => !asides.has(field) && !(isRoot && field === 'system'))
    .map((field): [path: string, name: string, field: string, rule: FieldGrade] => {
      return [`${name}.${field}`, name, field, fieldGrade(shape, field)]
    })
})

/** An element that stands alone, with one field. */
export function elementOf(name: string, data: Readonly<Record<string, unknown>>): Element {
  const shape = shapeNamed(name)
  return new Element({ shape, data, document: nowhere, path: [], key: '', parent: undefined })
}

/** What the change of one field from one value to another comes to. */
export function gradeOf(name: string, field: string, from: unknown, to: unknown): Graded {
  const [before, after] = [from, to].map((value) =>
    elementOf(name, value === undefined ? {} : { [field]: value }),
  )
  return grade({ verb: 'changed', before, after, field })
}
