import { type Kind, kinds } from './generated/file.ts'
import { rootShape, shapeOfObject } from './kind.ts'
import type { FieldShape, Shape, ValueShape } from './shape.ts'

/** A key of a kind of file: the object it stands in, and the names that lead to it from the top of the file. */
export interface KeyPlace {
  readonly kind: Kind
  readonly path: readonly string[]
  readonly shape: Shape
  readonly field: FieldShape
}

/**
 * The keys that a reader may mean by names with dots between (`contracts.subcontractors`, `expires`): the
 * last is the key, those before it lead to it, the kind of file first, and any of them may be left out.
 * Each key of an object once, where it is reached by the fewest names.
 */
export function keysNamed(name: string): readonly KeyPlace[] {
  const names = name.split('.')
  return nearestOf(keyPlaces().filter(({ kind, path }) => leadsTo(names, [kind, ...path])))
}

/** Of the places of one key of an object the one that the fewest names lead to. */
export function nearestOf(places: readonly KeyPlace[]): readonly KeyPlace[] {
  const nearest = new Map<FieldShape, KeyPlace>()
  for (const place of places) {
    const known = nearest.get(place.field)
    if (!known || place.path.length < known.path.length) nearest.set(place.field, place)
  }
  return places.filter((place) => nearest.get(place.field) === place)
}

/** The types of object that the values of a key hold, itself or one below the other. */
export function objectsIn(type: ValueShape): readonly Shape[] {
  switch (type.kind) {
    case 'object':
      return [shapeOfObject(type)]
    case 'list':
    case 'map':
      return objectsIn(type.of)
    case 'union':
      return type.of.flatMap(objectsIn)
    default:
      return []
  }
}

/** Every key of every kind of file, wherever it may stand. */
export function keyPlaces(): readonly KeyPlace[] {
  return kinds.flatMap((kind) => below(kind, rootShape(kind), [], []))
}

function below(
  kind: Kind,
  shape: Shape,
  path: readonly string[],
  above: readonly Shape[],
): readonly KeyPlace[] {
  if (above.includes(shape)) return []
  return Object.entries(shape.fields).flatMap(([key, field]): readonly KeyPlace[] => [
    { kind, path: [...path, key], shape, field },
    ...objectsIn(field.type).flatMap((inner) =>
      below(kind, inner, [...path, key], [...above, shape]),
    ),
  ])
}

/** Whether names stand in a path in their order, the last of both the same. */
function leadsTo(names: readonly string[], path: readonly string[]): boolean {
  if (names.at(-1) !== path.at(-1)) return false
  let at = 0
  for (const name of path) if (name === names[at]) at += 1
  return at >= names.length
}
