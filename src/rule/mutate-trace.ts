import { isMapping } from '../schema/variant.ts'

/** A value that remembers what of it was read, as paths joined by slashes. */
export interface Traced {
  readonly value: Readonly<Record<string, unknown>>
  readonly reads: Set<string>
}

/** A view of a value through which every read is noted; the value itself is not touched. */
export function traced(value: Readonly<Record<string, unknown>>): Traced {
  const reads = new Set<string>()
  const views = new WeakMap<object, unknown>()
  const view = (item: unknown, path: string): unknown => {
    if (!Array.isArray(item) && !isMapping(item)) return item
    const known = views.get(item)
    if (known !== undefined) return known
    const proxy: object = new Proxy(item, {
      get(target, key) {
        const inner: unknown = Reflect.get(target, key)
        if (typeof key !== 'string' || !Object.hasOwn(target, key)) return inner
        const at = path === '' ? key : `${path}/${key}`
        if (key !== 'length') reads.add(at)
        return view(inner, at)
      },
    })
    views.set(item, proxy)
    return proxy
  }
  return { value: view(value, '') as Traced['value'], reads }
}
