import type { Path } from '../yaml/document.ts'
import { shapeOfObject } from './kind.ts'
import type { FieldShape, ObjectShape, Shape, ValueShape } from './shape.ts'
import { isMapping, type Mapping, mappingVariant, variantFor } from './variant.ts'

/**
 * Something that stands directly in a value, its key or number, and what may stand there: no type where
 * the schema does not know the key.
 */
export type Visit<Outcome> = (
  value: unknown,
  step: string | number,
  type: ValueShape | undefined,
  field?: FieldShape,
) => Outcome

/** Looks at all that stands directly in a value, in its order. */
export function eachIn(value: unknown, type: ValueShape, visit: Visit<void>): void {
  if (Array.isArray(value)) {
    const of = itemType(value, type)
    for (let index = 0; index < value.length; index += 1) visit(value[index], index, of)
  } else if (isMapping(value)) {
    const shape = shapeIn(type, value)
    for (const key of Object.keys(value)) {
      const field = shape && fieldIn(shape, key)
      visit(value[key], key, type.kind === 'map' ? type.of : field?.type, field)
    }
  }
}

/** Puts in the place of all that stands directly in a value what `change` makes of it. */
export function replaceIn(value: unknown, type: ValueShape, change: Visit<unknown>): void {
  eachIn(value, type, (inner, step, innerType, field) => {
    const other = change(inner, step, innerType, field)
    if (other === inner) return
    if (Array.isArray(value)) value[Number(step)] = other
    else if (isMapping(value)) value[step] = other
  })
}

/** Looks at a value and all that is in it, the outer first; `visit` says whether to go on into it. */
export function walk(
  value: unknown,
  type: ValueShape,
  path: Path,
  visit: (value: unknown, type: ValueShape, path: Path, field?: FieldShape) => boolean,
  field?: FieldShape,
): void {
  if (value === undefined || value === null) return
  const meant = memberFor(value, type)
  if (!meant || !visit(value, meant, path, field)) return
  eachIn(value, meant, (inner, step, innerType, innerField = field) => {
    if (innerType) walk(inner, innerType, [...path, step], visit, innerField)
  })
}

/** What stands under a key or number of a value, and what may stand there. */
export function stepInto(
  value: unknown,
  type: ValueShape | undefined,
  step: string | number,
): { readonly value: unknown; readonly type: ValueShape | undefined } {
  if (Array.isArray(value)) {
    return { value: value[Number(step)], type: type && itemType(value, type) }
  }
  const key = String(step)
  if (!isMapping(value) || !Object.hasOwn(value, key)) return { value: undefined, type: undefined }
  const shape = type && shapeIn(type, value)
  const inner = type?.kind === 'map' ? type.of : shape && fieldIn(shape, key)?.type
  return { value: value[key], type: inner }
}

/** The value at a path; undefined where nothing is written. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => stepInto(at, undefined, step).value, value)
}

/** The type of what has a shape. */
export function typeOf(shape: Shape): ObjectShape {
  return { kind: 'object', name: shape.name, shape }
}

/** The shape of a mapping: of several it may have, the one it was meant for; undefined where it has none. */
export function shapeIn(type: ValueShape, value: Mapping): Shape | undefined {
  if (type.kind === 'object') return shapeOfObject(type)
  if (type.kind !== 'union') return undefined
  const choice = mappingVariant(value, type)
  return choice?.kind === 'one' ? choice.shape : undefined
}

/** Whether elements stand where a type is expected, and not plain values. */
export function holdsElements(type: ValueShape): boolean {
  if (type.kind === 'object') return true
  if (type.kind === 'list' || type.kind === 'map') return holdsElements(type.of)
  // A frequency may be a word, and is one value, compared as a whole.
  return type.kind === 'union' && type.of.every(({ kind }) => kind === 'object')
}

/** What the items of a list may be. */
function itemType(list: readonly unknown[], type: ValueShape): ValueShape | undefined {
  const meant = memberFor(list, type)
  return meant?.kind === 'list' ? meant.of : undefined
}

/** Of the things that a value may be, the one it was meant for. */
function memberFor(value: unknown, type: ValueShape): ValueShape | undefined {
  return type.kind === 'union' && !isMapping(value) ? variantFor(value, type.of) : type
}

function fieldIn({ fields }: Shape, key: string): FieldShape | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}
