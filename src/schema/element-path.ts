import type { Path } from '../yaml/document.ts'
import type { Shape, ValueShape } from './shape.ts'
import { isMapping, type Mapping } from './variant.ts'
import { shapeIn, stepInto, typeOf } from './walk.ts'

/**
 * A path with ids in place of indexes: `duties`, `account-review`, `frequency`. Elements without an
 * id use the fields that their schema marks as key; of several with one key, the later ones carry an
 * ordinal; elements without either, their number.
 */
export function elementPath(file: Mapping, shape: Shape, path: Path): string[] {
  const steps: string[] = []
  let value: unknown = file
  let type: ValueShape | undefined = typeOf(shape)
  for (const step of path) {
    const next = stepInto(value, type, step)
    const element = typeof step === 'number' ? next.type : undefined
    const name =
      element && Array.isArray(value) ? elementName(value, Number(step), element) : undefined
    steps.push(name ?? String(step))
    value = next.value
    type = next.type
  }
  return steps
}

/** The key of one element: its id, else its key fields; undefined where it has none. */
export function elementKey(element: unknown, type: ValueShape): string | undefined {
  if (!isMapping(element)) return undefined
  if (isKeyPart(element['id'])) return String(element['id'])
  const parts = (shapeIn(type, element)?.key ?? []).map((field) => element[field])
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
    return key === undefined ? undefined : numberedKey(key, seen)
  })
}

/** Of elements of one key the first keeps it, and later ones carry their number; `seen` counts those before. */
export function numberedKey(key: string, seen: Map<string, number>): string {
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return count === 1 ? key : `${key}~${count}`
}

function isKeyPart(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
