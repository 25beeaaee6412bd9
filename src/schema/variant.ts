import { shapeOfObject } from './kind.ts'
import type { Shape, UnionShape, ValueShape } from './shape.ts'
import type { Fields } from './violation.ts'

/** A YAML mapping as data. */
export type Mapping = Record<string, unknown>

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A mapping where a value is one; an empty one else. */
export function mappingIn(value: unknown): Mapping {
  return isMapping(value) ? value : {}
}

/** The mappings of a list; none where a value is no list. */
export function mappingsIn(value: unknown): readonly Mapping[] {
  return Array.isArray(value) ? value.filter(isMapping) : []
}

/** The member of a union that a value which is no mapping was meant for. */
export function variantFor(
  value: unknown,
  variants: readonly ValueShape[],
): ValueShape | undefined {
  if (Array.isArray(value)) return variants.find(({ kind }) => kind === 'list')
  const own = typeof value === 'boolean' ? 'bool' : 'scalar'
  const scalar = variants.find(({ kind }) => kind === 'scalar' || kind === own)
  if (scalar || typeof value !== 'string') return scalar
  const word = variants.find((variant) => variant.kind === 'word' && has(variant, value))
  return word ?? variants.findLast(({ kind }) => kind === 'word' || kind === 'text')
}

function has(variant: ValueShape & { kind: 'word' }, word: string): boolean {
  return 'words' in variant && Object.hasOwn(variant.words, word)
}

/** Which object a mapping was meant for: one, none yet, or several at once. */
export type Choice =
  | { readonly kind: 'one'; readonly shape: Shape }
  | { readonly kind: 'none'; readonly alternatives: Fields }
  | { readonly kind: 'several'; readonly keys: readonly string[] }

/** Chooses by the required keys that no other variant has: `every` or `on`, `good` or `bad`. */
export function mappingVariant(value: Mapping, type: UnionShape): Choice | undefined {
  const marks = allMarks(type)
  const chosen = marks.flatMap(({ shape, keys }) => {
    const key = keys.find((name) => Object.hasOwn(value, name))
    return key === undefined ? [] : [{ shape, key }]
  })
  const [only, ...more] = chosen
  if (!only) {
    if (marks.length === 0) return undefined
    const alternatives: Fields = Object.assign({}, ...marks.map(({ fields }) => fields)) as Fields
    return { kind: 'none', alternatives }
  }
  if (more.length === 0) return { kind: 'one', shape: only.shape }
  return { kind: 'several', keys: chosen.map(({ key }) => key) }
}

/** The objects among the members of a union. */
export function objectsOf(type: UnionShape): readonly Shape[] {
  return allMarks(type).map(({ shape }) => shape)
}

interface Marks {
  readonly shape: Shape
  readonly fields: Fields
  readonly keys: readonly string[]
}

const known = new WeakMap<UnionShape, readonly Marks[]>()

/** The marks of each variant; worked out once, for every mapping of every file asks. */
function allMarks(type: UnionShape): readonly Marks[] {
  const before = known.get(type)
  if (before) return before
  const variants = type.of.flatMap((one) => (one.kind === 'object' ? [shapeOfObject(one)] : []))
  const marks = variants.map((shape) => {
    const fields = marksOf(shape, variants)
    return { shape, fields, keys: Object.keys(fields) }
  })
  known.set(type, marks)
  return marks
}

function marksOf(shape: Shape, variants: readonly Shape[]): Fields {
  const others = variants.filter((other) => other !== shape)
  return Object.fromEntries(
    Object.entries(shape.fields).filter(
      ([key, { required }]) =>
        required && !others.some((other) => Object.hasOwn(other.fields, key)),
    ),
  )
}
