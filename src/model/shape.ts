import { shapes } from '../schema/generated/shape.ts'
import { type Shape } from '../schema/shape.ts'

const derived: Readonly<Record<string, Shape>> = Object.fromEntries(
  (
    [
      ['Dossier', 'system', 'システム'],
      ['Party', 'party', '実施する所属'],
      ['SeenMedium', 'medium', '記録媒体'],
      ['NoticeChange', 'change', '変更'],
    ] as const
  ).map(([name, noun, label]) => [name, { name, noun, label, key: [], fields: {} }]),
)

/** The shape of a type of the model: written in a schema, or derived. */
export function shapeOf(type: string): Shape {
  const shape = shapes[type] ?? derived[type]
  if (!shape) throw new Error(`no shape ${type}`)
  return shape
}

/** The shape of a derived type. */
export function derivedShape(type: 'Dossier' | 'Party' | 'SeenMedium' | 'NoticeChange'): Shape {
  return shapeOf(type)
}

/** All types of the model, written and derived. */
export function allShapes(): readonly Shape[] {
  return [...Object.values(shapes), ...Object.values(derived)]
}
