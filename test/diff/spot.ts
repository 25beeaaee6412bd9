import { shapeIn } from '../../src/schema/walk.ts'
import { rootShape } from '../../src/schema/kind.ts'
import type { Kind } from '../../src/schema/generated/file.ts'
import type { FieldShape, Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'

/** A mapping of a known shape somewhere in a document, and the list it is an item of. */
export interface Spot {
  readonly shape: Shape
  readonly value: Mapping
  readonly list: unknown[] | undefined
  /** How few items the list may have. */
  readonly least: number
  /** The names on the way from the document, indexes left out. */
  readonly trail: string
  readonly document: Mapping
}

/** Every mapping in a document whose shape is known, the document first. */
export function spotsIn(document: Mapping): readonly Spot[] {
  const found: Spot[] = []
  const shape = rootShape(document['kind'] as Kind)
  walk({ shape, value: document, list: undefined, least: 0, trail: shape.name, document }, found)
  return found
}

function walk(spot: Spot, found: Spot[]): void {
  found.push(spot)
  for (const [field, { type }] of Object.entries(spot.shape.fields)) {
    walkValue(type, spot.value[field], { ...spot, trail: `${spot.trail}.${field}` }, found)
  }
}

function walkValue(type: ValueShape, value: unknown, from: Spot, found: Spot[]): void {
  if (type.kind === 'list' && Array.isArray(value)) {
    for (const item of value) {
      if (!isMapping(item)) continue
      const shape = shapeIn(type.of, item)
      if (shape) walk({ ...from, shape, value: item, list: value, least: type.least }, found)
    }
  } else if (type.kind === 'map' && isMapping(value)) {
    for (const item of Object.values(value)) walkValue(type.of, item, from, found)
  } else if (isMapping(value)) {
    const shape = shapeIn(type, value)
    if (shape) walk({ ...from, shape, value, list: undefined, least: 0 }, found)
  }
}

/** A field of a spot that is written there. */
export interface WrittenField {
  readonly spot: Spot
  readonly name: string
  readonly field: FieldShape
}

/** The fields of a spot that are written. */
export function writtenFields(spot: Spot): readonly WrittenField[] {
  return Object.entries(spot.shape.fields).flatMap(([name, field]) =>
    spot.value[name] === undefined ? [] : [{ spot, name, field }],
  )
}
