import { shapeOf } from '../../src/model/shape.ts'
import type { Shape, ValueShape } from '../../src/schema/shape.ts'
import { isMapping, type Mapping } from '../../src/schema/variant.ts'

/** A view of a file of some type: every key that is asked for, there or not, is noted as `Type.key`. */
export function watched(file: Mapping, type: string, asked: Set<string>): Mapping {
  return new Watch(asked).mapping(file, shapeOf(type))
}

class Watch {
  readonly #asked: Set<string>
  readonly #views = new WeakMap<object, object>()

  constructor(asked: Set<string>) {
    this.#asked = asked
  }

  mapping(value: Mapping, shape: Shape): Mapping {
    return this.#view(value, (key, inner) => {
      const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
      this.#asked.add(`${shape.name}.${key}`)
      return field ? this.#value(inner, field.type) : inner
    })
  }

  #value(value: unknown, type: ValueShape): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (type.kind === 'union') return this.#value(value, meant(value, type.of))
    if (type.kind === 'list' || type.kind === 'map') {
      return this.#view(value, (_, inner) => this.#value(inner, type.of))
    }
    return type.kind === 'object' && isMapping(value)
      ? this.mapping(value, shapeOf(type.name))
      : value
  }

  #view<Value extends object>(value: Value, step: (key: string, inner: unknown) => unknown): Value {
    const known = this.#views.get(value)
    if (known) return known as Value
    const view = new Proxy(value, {
      get: (target, key) => {
        const inner: unknown = Reflect.get(target, key)
        const isOwn = typeof key === 'string' && typeof inner !== 'function'
        return isOwn ? step(key, inner) : inner
      },
      // Whether it is there is asked too.
      has: (target, key) => {
        if (typeof key === 'string') step(key, undefined)
        return Reflect.has(target, key)
      },
    })
    this.#views.set(value, view)
    return view
  }
}

/** The form of a union that a list or a mapping has: by what every mapping of it must have. */
function meant(value: object, forms: readonly ValueShape[]): ValueShape {
  const fits = (form: ValueShape): boolean => {
    if (form.kind !== 'object') return form.kind === 'list' && Array.isArray(value)
    const fields = Object.entries(shapeOf(form.name).fields)
    return fields.every(([name, { required }]) => !required || name in value)
  }
  return forms.find(fits) ?? { kind: 'any' }
}
