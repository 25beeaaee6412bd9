import type { Path } from '../yaml/document.ts'
import { meantKey } from './check.ts'
import { isMapping, type Mapping } from './variant.ts'
import type { Violation } from './violation.ts'
import { valueAt } from './walk.ts'

/** Under which a mapping of which something could not be read carries the keys that may say anything. */
const torn = Symbol('torn')

/** The keys of a mapping that may say anything, for what stood there could not be read; undefined where all could. */
export function tornKeys(mapping: Readonly<Record<string, unknown>>): Torn | undefined {
  return (mapping as { readonly [torn]?: Torn })[torn]
}

/** Keys that may say anything. */
export type Torn = ReadonlySet<string>

/**
 * A file without what is wrong in it. A mapping keeps what of it is right, and the keys whose values are
 * wrong or missing may say anything; beside a key that nobody knows, all may that are not written, for it
 * may have been meant for any of them. An element of a list that is wrong as a whole is null: the list
 * goes on. Undefined where too much is wrong, or something by which the file is known for what it is.
 */
export function tearOut(file: Mapping, violations: readonly Violation[]): Mapping | undefined {
  if (violations.some(isVital)) return undefined
  const rest = structuredClone(file)
  for (const violation of violations) {
    const owner = valueAt(rest, violation.path.slice(0, violation.ownerDepth))
    // What is around it may have been taken out already.
    if (isMapping(owner)) takeOut(owner, violation)
  }
  return rest
}

/** The keys of a file that say what it is, whom it is for and when it holds: nothing is read of it without. */
const vital: ReadonlySet<string | undefined> = new Set([
  ...['system', 'id', 'foundOn', 'retired', 'standard', 'covers', 'variant', 'inForce'],
  ...['complete', 'revisions', 'issuer', 'on', 'to', 'announces'],
])

function isVital(violation: Violation): boolean {
  if (violation.code === 'more') return true
  const [key] = within(violation, 0)
  if (key === undefined) return !('key' in violation) || vital.has(violation.key)
  const isStray = violation.code === 'unknown-key' && violation.ownerDepth === 0
  return vital.has(isStray ? meantKey(key, violation.known) : key)
}

function takeOut(owner: Mapping, violation: Violation): void {
  const [key, index] = within(violation, violation.ownerDepth)
  if (key === undefined) {
    tear(owner, 'key' in violation ? [violation.key] : [])
    return
  }
  const list = owner[key]
  if (typeof index === 'number' && Array.isArray(list)) {
    list[index] = null
    return
  }
  Reflect.deleteProperty(owner, key)
  const isStray = violation.code === 'unknown-key'
  tear(
    owner,
    isStray ? Object.keys(violation.known).filter((name) => !Object.hasOwn(owner, name)) : [key],
  )
}

/** The key of a mapping so deep in the file where a violation stands, and the number of the element in a list there. */
function within(
  { path }: Violation,
  depth: number,
): [key: string | undefined, index: Path[number] | undefined] {
  const [key, index] = path.slice(depth)
  return [key === undefined ? undefined : String(key), index]
}

function tear(mapping: Mapping & { [torn]?: Torn }, keys: readonly string[]): void {
  mapping[torn] = new Set([...(mapping[torn] ?? []), ...keys])
}
