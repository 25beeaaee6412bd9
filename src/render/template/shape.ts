import type { ViewGroup, ViewValue } from '../view.ts'

/** What a value of a view is, as far as templates care. */
export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly item: Shape | undefined }
  | GroupShape

/** Values by name. */
export interface GroupShape {
  readonly kind: 'group'
  readonly fields: ReadonlyMap<string, Shape>
}

/** A finished text. */
export const textShape: Shape = { kind: 'text' }

/** The shape of a group of values. */
export function shapeOfGroup(group: ViewGroup): GroupShape {
  const fields = Object.entries(group).map(([name, value]) => [name, shapeOf(value)] as const)
  return { kind: 'group', fields: new Map(fields) }
}

/** The shape of a value; entries of a list are taken together. */
export function shapeOf(value: ViewValue): Shape {
  if (typeof value === 'string') return textShape
  if (typeof value === 'boolean') return { kind: 'flag' }
  if (isGroup(value)) return shapeOfGroup(value)
  let item: Shape | undefined
  for (const entry of value) item = item ? merged(item, shapeOf(entry)) : shapeOf(entry)
  return { kind: 'list', item }
}

/** Whether a value is values by name. */
export function isGroup(value: ViewValue): value is ViewGroup {
  return typeof value === 'object' && !Array.isArray(value)
}

function merged(one: Shape, other: Shape): Shape {
  if (one.kind === 'group' && other.kind === 'group') {
    const fields = new Map(one.fields)
    for (const [name, shape] of other.fields) {
      const known = fields.get(name)
      fields.set(name, known ? merged(known, shape) : shape)
    }
    return { kind: 'group', fields }
  }
  if (one.kind === 'list' && other.kind === 'list') {
    const { item } = one
    if (!item || !other.item) return item ? one : other
    return { kind: 'list', item: merged(item, other.item) }
  }
  if (one.kind !== other.kind) throw new Error(`a view mixes ${one.kind} and ${other.kind}`)
  return one
}
