import { isEqual } from '../diff/same.ts'
import type { ShapedDocument } from '../model/build.ts'

/**
 * The systems of which both sides say the same, in all that they are judged by: their own files, those of
 * the whole organisation, and their municipality.
 */
export function unchangedSystems(
  before: readonly ShapedDocument[],
  after: readonly ShapedDocument[],
): ReadonlySet<string> {
  const [first, second] = [byOwner(before), byOwner(after)]
  const isUnchanged = (owner: string): boolean =>
    isAlike(first.get(owner) ?? [], second.get(owner) ?? [])
  const whole = new Map<string, boolean>()
  const isSameAround = (municipality: string): boolean => {
    const known = whole.get(municipality)
    if (known !== undefined) return known
    const found = isUnchanged(municipality) && isUnchanged(`${municipality}/organisation`)
    whole.set(municipality, found)
    return found
  }
  const systems = [...first.keys()].filter((owner) => owner.includes('/') && second.has(owner))
  return new Set(
    systems.filter((system) => isSameAround(system.split('/')[0] ?? '') && isUnchanged(system)),
  )
}

/** Documents by their system, or by the id of their municipality. */
function byOwner(
  documents: readonly ShapedDocument[],
): ReadonlyMap<string, readonly ShapedDocument[]> {
  const owners = new Map<string, ShapedDocument[]>()
  for (const document of documents) {
    const { kind, value } = document
    const owner = kind === 'municipality' ? value['id'] : value['system']
    if (typeof owner !== 'string') continue
    const known = owners.get(owner)
    if (known) known.push(document)
    else owners.set(owner, [document])
  }
  return owners
}

/** Whether two lists of documents hold the same, each in its place. */
function isAlike(first: readonly ShapedDocument[], second: readonly ShapedDocument[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ kind, value }, at) => {
      const other = second[at]
      return kind === other?.kind && isEqual(value, other.value)
    })
  )
}
