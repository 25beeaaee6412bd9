import type { Path } from '../yaml/document.ts'
import { objectsOf, shapeNamed } from './check.ts'
import type { Shape, ValueShape } from './shape.ts'
import { isMapping, type Mapping, mappingVariant } from './variant.ts'

/**
 * A path with ids in place of indexes: `duties`, `account-review`, `frequency`. Elements without an
 * id use the fields that their schema marks as key; of several with one key, the later ones carry an
 * ordinal; elements without either, their number.
 */
export function elementPath(file: Mapping, shape: Shape, path: Path): string[] {
  const steps: string[] = []
  let value: unknown = file
  let type: ValueShape | undefined = { kind: 'object', name: shape.name }
  for (const step of path) {
    const next = child(value, type, step)
    const element = typeof step === 'number' ? next.type : undefined
    const name =
      element && Array.isArray(value) ? elementName(value, Number(step), element) : undefined
    steps.push(name ?? String(step))
    value = next.value
    type = next.type
  }
  return steps
}

/** The value at a path; undefined where nothing is written. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => child(at, undefined, step).value, value)
}

/** The key of one element: its id, else its key fields; undefined where it has none. */
export function elementKey(element: unknown, type: ValueShape): string | undefined {
  if (!isMapping(element)) return undefined
  if (isKeyPart(element['id'])) return String(element['id'])
  const parts = (objectShape(element, type)?.key ?? []).map((field) => element[field])
  return parts.length > 0 && parts.every(isKeyPart) ? parts.join('+') : undefined
}

/** Names of the elements of lists that something was said about: one walk per list, not per element. */
const names = new WeakMap<readonly unknown[], readonly (string | undefined)[]>()

function elementName(
  list: readonly unknown[],
  index: number,
  type: ValueShape,
): string | undefined {
  let known = names.get(list)
  if (!known) names.set(list, (known = namesOf(list, type)))
  return known[index]
}

function namesOf(list: readonly unknown[], type: ValueShape): (string | undefined)[] {
  const seen = new Map<string, number>()
  return list.map((element) => {
    const key = elementKey(element, type)
    if (key === undefined) return undefined
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}~${count}`
  })
}

function child(
  value: unknown,
  type: ValueShape | undefined,
  step: string | number,
): { value: unknown; type: ValueShape | undefined } {
  if (Array.isArray(value)) {
    const list = type?.kind === 'union' ? type.of.find(({ kind }) => kind === 'list') : type
    return { value: value[Number(step)], type: list?.kind === 'list' ? list.of : undefined }
  }
  if (!isMapping(value)) return { value: undefined, type: undefined }
  const key = String(step)
  const inner = Object.hasOwn(value, key) ? value[key] : undefined
  if (type?.kind === 'map') return { value: inner, type: type.of }
  return { value: inner, type: type && objectShape(value, type)?.fields[key]?.type }
}

function objectShape(value: Mapping, type: ValueShape): Shape | undefined {
  if (type.kind === 'object') return shapeNamed(type.name)
  if (type.kind !== 'union') return undefined
  const choice = mappingVariant(value, objectsOf(type))
  return choice?.kind === 'one' ? choice.shape : undefined
}

function isKeyPart(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
