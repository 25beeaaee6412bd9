import { normalise } from '../japanese/width.ts'
import type { ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'

/** One form for values that are the same whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isMapping(value)) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`
}

/** Whether two values are the same whatever the order of their keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => isEqual(one, b[at]))
  }
  if (!isMapping(a) || !isMapping(b)) return (a ?? null) === (b ?? null)
  return (
    Object.keys(a).every((key) => isEqual(a[key], b[key])) &&
    Object.keys(b).every((key) => Object.hasOwn(a, key) || isEqual(undefined, b[key]))
  )
}

/** Whether two values say the same; plain lists are sets. */
export function isSame(type: ValueShape, a: unknown, b: unknown): boolean {
  if (isEqual(a, b)) return true
  if (type.kind !== 'list' || !Array.isArray(a) || !Array.isArray(b)) return false
  const [left, right] = [a, b].map((list) => new Set(list.map(canonical)))
  return [...(left ?? [])].every((one) => right?.has(one)) && left?.size === right?.size
}

/** Whether two texts differ only in width, spaces and marks of punctuation. */
export function isSameWording(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return normalise(text)
    .replace(/[\s、。,.，．・「」『』()[\]【】]/g, '')
    .toLowerCase()
}
