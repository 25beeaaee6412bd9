import { ownValue } from '../finding/own-value.ts'
import { shapes } from '../schema/generated/shape.ts'
import { shapeOfObject } from '../schema/kind.ts'
import type { FieldShape, Shape } from '../schema/shape.ts'

const fieldsOf = (type: string): Readonly<Record<string, FieldShape>> =>
  ownValue(shapes, type)?.fields ?? {}

/** Fields of which none need be written, for the forms of a union in one. */
function optionalFields(...types: readonly string[]): Readonly<Record<string, FieldShape>> {
  const fields = types.flatMap((type) => Object.entries(fieldsOf(type)))
  return Object.fromEntries(
    fields.map(([name, { label, about, type }]) => [name, { label, about, type }]),
  )
}

const shape = (
  name: string,
  noun: string,
  label: string,
  fields: Readonly<Record<string, FieldShape>> = {},
): Shape => ({ name, kind: '', noun, label, about: label, key: [], fields })

const derived: Readonly<Record<string, Shape>> = {
  Dossier: shape('Dossier', 'system', 'システム'),
  Party: shape('Party', 'party', '実施する所属'),
  SeenMedium: shape('SeenMedium', 'medium', '記録媒体'),
  Comparison: shape('Comparison', 'comparison', '突き合わせ'),
  Ruling: shape('Ruling', 'ruling', '定め', optionalFields('Duty', 'Provision')),
  UseSeen: shape('UseSeen', 'use', '使い方'),
  NoticeChange: shape('NoticeChange', 'change', '変更'),
  DayInTurn: shape('DayInTurn', 'dayInTurn', '日の前後'),
  NoticeDrop: shape('NoticeDrop', 'drop', 'なくなったもの'),
  Frequency: shape(
    'Frequency',
    'frequency',
    '頻度',
    optionalFields('PeriodicFrequency', 'EventFrequency'),
  ),
}

/** The shape of a type of the model: written in a schema, or derived. */
export function shapeOf(type: string): Shape {
  const shape = ownValue(shapes, type) ?? ownValue(derived, type)
  if (!shape) throw new Error(`no shape ${type}`)
  return shape
}

/** The shape of the elements that stand in a field of this type, in a list or by themselves; undefined for plain values. */
export function shapeIn(type: FieldShape['type']): Shape | undefined {
  if (type.kind === 'list') return shapeIn(type.of)
  return type.kind === 'object' ? shapeOfObject(type) : undefined
}

/** All types of the model, written and derived. */
export function allShapes(): readonly Shape[] {
  return [...Object.values(shapes), ...Object.values(derived)]
}
