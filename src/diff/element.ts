import type { ShapedDocument } from '../model/build.ts'
import { keyOf, type WrittenPart } from '../model/part.ts'
import { locationIn, type Path, type PlacedDocument } from '../model/place.ts'
import { shapeOf } from '../model/shape.ts'
import type { Shape, UnionShape, ValueShape } from '../schema/shape.ts'
import { isMapping, mappingVariant } from '../schema/variant.ts'
import type { Location } from '../source/source.ts'

/** A mapping as written. */
export type Data = Readonly<Record<string, unknown>>

/**
 * One written element of a document, whatever its day: a duty, a step, a clause. Comparison looks at
 * what is written, so it neither slices at a day nor asks whether something is known.
 */
export interface Element {
  readonly shape: Shape
  readonly data: Data
  readonly document: PlacedDocument
  readonly path: Path
  /** Identifies the element among its siblings. */
  readonly key: string
  /** The field of the owner it stands in; empty for a document. */
  readonly field: string
  readonly owner: Element | undefined
}

/** The element that a whole document is. */
export function rootElement({ kind, value, document }: ShapedDocument): Element {
  const shape = shapeOf(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
  const key = keyOf(shape, value) ?? (typeof value['system'] === 'string' ? value['system'] : '')
  return { shape, data: value, document, path: [], key, field: '', owner: undefined }
}

/** The written element that a part of the model was read from. */
export function elementFrom({ shape, data, document, path, key, parent }: WrittenPart): Element {
  const owner = parent && elementFrom(parent)
  const field = path.slice(owner?.path.length ?? 0).find((step) => typeof step === 'string') ?? ''
  return { shape, data, document, path, key, field: field, owner }
}

/** The elements that stand in a field, in their order; none where it holds plain values. */
export function childrenOf(owner: Element, field: string): readonly Element[] {
  const type = owner.shape.fields[field]?.type
  const value = owner.data[field]
  if (!type || value === undefined || value === null) return []
  const found: Element[] = []
  collect(type, value, [...owner.path, field], '', { owner, field, found, seen: new Map() })
  return found
}

interface Collecting {
  readonly owner: Element
  readonly field: string
  readonly found: Element[]
  readonly seen: Map<string, number>
}

function collect(
  type: ValueShape,
  value: unknown,
  path: Path,
  name: string,
  into: Collecting,
): void {
  if (type.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(type.of, item, [...path, index], name, into)
    })
    return
  }
  if (!isMapping(value)) return
  if (type.kind === 'map') {
    for (const [key, item] of Object.entries(value)) {
      collect(type.of, item, [...path, key], name === '' ? key : `${name}/${key}`, into)
    }
    return
  }
  const shape = shapeIn(type, value)
  if (!shape) return
  const own = [name, keyOf(shape, value) ?? ''].filter((part) => part !== '').join('/')
  const count = (into.seen.get(own) ?? 0) + 1
  into.seen.set(own, count)
  into.found.push({
    shape,
    data: value,
    document: into.owner.document,
    path,
    key: count === 1 ? own : `${own}~${count}`,
    field: into.field,
    owner: into.owner,
  })
}

/** Whether a field holds elements rather than plain values. */
export function holdsElements(type: ValueShape): boolean {
  if (type.kind === 'object') return true
  if (type.kind === 'list' || type.kind === 'map') return holdsElements(type.of)
  // A frequency may be a word, and is one value, compared as a whole.
  return type.kind === 'union' && type.of.every(({ kind }) => kind === 'object')
}

/** The shape of a mapping that stands where a type is expected. */
export function shapeIn(type: ValueShape, value: Data): Shape | undefined {
  if (type.kind === 'object') return shapeOf(type.name)
  if (type.kind !== 'union') return undefined
  const choice = mappingVariant({ ...value }, shapesOf(type))
  return choice?.kind === 'one' ? choice.shape : undefined
}

const shapesKnown = new WeakMap<UnionShape, readonly Shape[]>()

/** The shapes a union chooses from; one list for each union, by which its choices are remembered. */
function shapesOf(type: UnionShape): readonly Shape[] {
  const known = shapesKnown.get(type)
  if (known) return known
  const shapes = type.of.flatMap((one) => (one.kind === 'object' ? [shapeOf(one.name)] : []))
  shapesKnown.set(type, shapes)
  return shapes
}

/** Whether elements of a shape have an id of their own, by which others refer to them. */
export function hasId({ shape }: Pick<Element, 'shape'>): boolean {
  return (shape.fields['id'] ?? shape.fields['key'])?.required === true
}

/** The nearest element with an id, or the document: what a change is said to be of. */
export function subjectOf(element: Element): Element {
  return hasId(element) || !element.owner ? element : subjectOf(element.owner)
}

/** The document an element stands in. */
export function rootOf(element: Element): Element {
  return element.owner ? rootOf(element.owner) : element
}

/** `duty:account-review`, as in fingerprints of findings. */
export function elementId({ shape, key }: Element): string {
  return `${shape.noun}:${key}`
}

/**
 * All names on the way from the system and the document to an element, for fingerprints: no index, no
 * wording. Procedures of several systems may share an id.
 */
export function trailOf(element: Element): string {
  const { owner, field, key, data } = element
  if (owner) return `${trailOf(owner)}/${field}/${key}`
  const { system } = data
  return typeof system === 'string' ? `${system}/${elementId(element)}` : elementId(element)
}

/** Where an element or one of its fields stands: a short stretch to point at. */
export function placeOf(element: Element, field?: string): Location {
  const path = field === undefined ? element.path : [...element.path, field]
  return locationIn(element.document, path, 'mark')
}

/** The duties or provisions of a procedure and of the documents it contains or applies. */
export function within(procedure: Element, field: 'duties' | 'provisions'): readonly Element[] {
  return [
    ...childrenOf(procedure, field),
    ...childrenOf(procedure, 'documents').flatMap((one) => childrenOf(one, field)),
  ]
}
