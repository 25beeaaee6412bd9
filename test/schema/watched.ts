import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'
import { shapeOf } from '../../src/model/shape.ts'

/** A view of a file of a shape: every key read through it is noted as `Type.key`. */
export function watched(file: Mapping, type: string, reads: Set<string>): Mapping {
  return new Watch(reads).mapping(file, shapeOf(type)) as Mapping
}

class Watch {
  readonly #reads: Set<string>
  readonly #views = new WeakMap<object, unknown>()

  constructor(reads: Set<string>) {
    this.#reads = reads
  }

  mapping(value: Mapping, shape: Shape): unknown {
    return this.#view(value, (key, inner) => {
      const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
      if (!field) return inner
      this.#reads.add(`${shape.name}.${key}`)
      return this.#value(inner, field.type)
    })
  }

  #value(value: unknown, type: ValueShape): unknown {
    if (Array.isArray(value) && type.kind === 'list') {
      return this.#view(value, (_, item) => this.#value(item, type.of))
    }
    if (!isMapping(value)) return value
    if (type.kind === 'object') return this.mapping(value, shapeOf(type.name))
    if (type.kind === 'map') return this.#view(value, (_, item) => this.#value(item, type.of))
    if (type.kind !== 'union') return value
    const meant = type.of.find((one) => one.kind === 'object' && fits(value, shapeOf(one.name)))
    return meant ? this.#value(value, meant) : value
  }

  #view(value: object, step: (key: string, inner: unknown) => unknown): unknown {
    const known = this.#views.get(value)
    if (known !== undefined) return known
    const view: object = new Proxy(value, {
      get: (target, key) => {
        const inner: unknown = Reflect.get(target, key)
        return typeof key === 'string' ? step(key, inner) : inner
      },
    })
    this.#views.set(value, view)
    return view
  }
}

const fits = (value: Mapping, shape: Shape): boolean =>
  Object.entries(shape.fields).every(([name, { required }]) => !required || name in value)
