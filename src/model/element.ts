import { numberedKey } from '../schema/element-path.ts'
import { rootShape } from '../schema/kind.ts'
import type { Shape, ValueShape } from '../schema/shape.ts'
import { isMapping } from '../schema/variant.ts'
import { eachIn, shapeIn } from '../schema/walk.ts'
import type { Location } from '../source/source.ts'
import type { Path } from '../yaml/document.ts'
import { locationIn, type PlacedDocument } from './place.ts'

/** A mapping as written. */
export type Data = Readonly<Record<string, unknown>>

/** A document whose shape is right. */
export interface ShapedDocument {
  readonly kind: string
  readonly value: Data
  readonly document: PlacedDocument
  /** Its shape, where the packs of its municipality add ledgers to that of its kind. */
  readonly shape?: Shape | undefined
}

/** The shape of a document. */
export function shapeOfDocument({ kind, shape }: Pick<ShapedDocument, 'kind' | 'shape'>): Shape {
  return shape ?? rootShape(kind)
}

/** What an element is made of. */
export type Written = Pick<Element, 'shape' | 'data' | 'document' | 'path' | 'key' | 'parent'>

/**
 * One written element of a document, whatever its day: a duty, a step, a clause, the document itself. It
 * knows what it is, what is written in it and where it stands; whoever compares what is written needs no
 * more. Asked by rules, it is a part: an element with a day and a world.
 */
export class Element {
  readonly shape: Shape
  readonly data: Data
  readonly document: PlacedDocument
  readonly path: Path
  /** Identifies the element among its siblings, independent of order and wording. */
  readonly key: string
  /** What it stands in; undefined for a document. */
  readonly parent: Element | undefined
  #trail: string | undefined

  constructor({ shape, data, document, path, key, parent }: Written) {
    this.shape = shape
    this.data = data
    this.document = document
    this.path = path
    this.key = key
    this.parent = parent
  }

  get type(): string {
    return this.shape.name
  }

  /** `duty:account-review`; fingerprints are made of these. */
  get elementId(): string {
    return `${this.shape.noun}:${this.key}`
  }

  /** The field of its parent that it stands in; empty for a document. */
  get parentField(): string {
    const step = this.parent && this.path[this.parent.path.length]
    return typeof step === 'string' ? step : ''
  }

  /** The document it stands in. */
  get root(): Element {
    return this.parent?.root ?? this
  }

  /** The nearest element with an id, or the document: what a change is said to be of. */
  get subject(): Element {
    return hasId(this) || !this.parent ? this : this.parent.subject
  }

  /**
   * All names on the way from the system and the document, for fingerprints: no index, no wording.
   * Procedures of several systems may share an id.
   */
  get trail(): string {
    return (this.#trail ??= this.#trailMade())
  }

  #trailMade(): string {
    if (this.parent) return `${this.parent.trail}/${this.parentField}/${this.key}`
    const { system } = this.data
    return typeof system === 'string' ? `${system}/${this.elementId}` : this.elementId
  }

  /** Whether the field is written at all. */
  written(field: string): boolean {
    return this.data[field] !== undefined
  }

  /** The text as written; undefined where there is none. */
  writtenText(field: string): string | undefined {
    const value = this.data[field]
    return typeof value === 'string' ? value : undefined
  }

  /** The texts of a list as written; none where there is none. */
  writtenTexts(field: string): readonly string[] {
    const value = this.data[field]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }

  /** The place of the element, or of one of its fields: a short stretch to point at. */
  location(field?: string): Location {
    const path = field === undefined ? this.path : [...this.path, field]
    return locationIn(this.document, path, 'mark')
  }

  /** Every place of the element and of what is written in it, where something may be said of it. */
  places(): readonly Location[] {
    const fields = Object.keys(this.data).filter((field) => this.shape.fields[field])
    return [
      this.location(),
      ...fields.flatMap((field) => [
        this.location(field),
        ...this.children(field).flatMap((one) => one.places()),
      ]),
    ]
  }

  /** The elements that stand in a field, in their order; none where it holds plain values. */
  children(field: string): readonly Element[] {
    const type = this.shape.fields[field]?.type
    const found: Element[] = []
    if (type) this.#collect(type, this.data[field], [...this.path, field], '', found, new Map())
    return found
  }

  /** The duties or provisions of a procedure and of the documents it contains or applies. */
  within(field: 'duties' | 'provisions'): readonly Element[] {
    const documents = this.children('documents')
    return [...this.children(field), ...documents.flatMap((one) => one.children(field))]
  }

  /** The same element with something else in its place. */
  with(other: Partial<Written>): Element {
    const { shape, data, document, path, key, parent } = this
    return new Element({ shape, data, document, path, key, parent, ...other })
  }

  #collect(
    type: ValueShape,
    value: unknown,
    path: Path,
    name: string,
    found: Element[],
    seen: Map<string, number>,
  ): void {
    const shape = isMapping(value) ? shapeIn(type, value) : undefined
    if (shape && isMapping(value)) {
      const own = [name, keyOf(shape, value) ?? ''].filter((part) => part !== '').join('/')
      const { document } = this
      const key = numberedKey(own, seen)
      found.push(new Element({ shape, data: value, document, path, key, parent: this }))
      return
    }
    eachIn(value, type, (inner, step, of) => {
      const below = typeof step === 'number' ? name : [name, step].filter(Boolean).join('/')
      if (of) this.#collect(of, inner, [...path, step], below, found, seen)
    })
  }
}

/** The element that a whole document is. */
export function rootElement(one: ShapedDocument): Element {
  const { value, document } = one
  const shape = shapeOfDocument(one)
  const key = keyOf(shape, value) ?? (typeof value['system'] === 'string' ? value['system'] : '')
  return new Element({ shape, data: value, document, path: [], key, parent: undefined })
}

/** The documents of a kind, as elements. */
export function rootsOf(documents: readonly ShapedDocument[], kind: string): readonly Element[] {
  return documents.filter((one) => one.kind === kind).map(rootElement)
}

/** Whether elements of a shape have an id of their own, by which others refer to them. */
export function hasId({ shape }: { readonly shape: Shape }): boolean {
  return (shape.fields['id'] ?? shape.fields['key'])?.required === true
}

/** The key of an element: its id, else the fields its schema marks as key. */
export function keyOf(shape: Shape, data: Data): string | undefined {
  const id = data['id'] ?? data['key']
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  if (shape.key.length === 0) return undefined
  const parts = shape.key.map((field) => data[field])
  if (parts.every((part) => part === undefined)) return undefined
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('+')
}
