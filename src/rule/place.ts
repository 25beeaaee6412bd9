import type { Scope } from '../expression/scope.ts'
import type { Location } from '../source/source.ts'
import { type Dossier, dossierOf } from '../model/dossier.ts'
import { isPart, type Part, type WrittenPart } from '../model/part.ts'
import type { LinkedPlace } from './link.ts'

/**
 * Where a finding stands: the first place that is written, else the element bound last, and what is
 * not written points to the nearest written element around it.
 */
export function locationOf(
  places: readonly LinkedPlace[],
  scope: Scope,
  bound: readonly unknown[],
): Location {
  for (const place of places) {
    const location = written(place, scope)
    if (location) return location
  }
  const owner = places[0]?.owner?.(scope)
  const nearest = isPart(owner) ? owner : bound.findLast(isPart)
  if (!isPart(nearest)) throw new Error('a finding needs an element')
  return nearest.location()
}

/** The place of what is written there; undefined where nothing is. */
export function written(place: LinkedPlace, scope: Scope): Location | undefined {
  const owner = place.owner?.(scope)
  if (isPart(owner) && place.field !== null && place.field in owner.shape.fields) {
    if (owner.isLegible(place.field)) return owner.location(place.field)
  }
  const value = place.whole(scope)
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (isPart(first)) return first.location()
  const isEmpty = Array.isArray(value) && value.length === 0
  if (!isEmpty || !isPart(owner) || place.field === null) return undefined
  // What is reckoned from a ledger goes by the ledger's name: `contract.supervision`.
  if (owner.type === 'Dossier') return emptyList(dossierOf(owner), place.field)
  return place.field in owner.shape.fields ? undefined : emptyLedger(dossierOf(owner), place.field)
}

/** The clauses that a place stands for. */
export function clausesAt(place: LinkedPlace, scope: Scope): readonly WrittenPart[] {
  const value = place.whole(scope)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one): one is WrittenPart => isPart(one) && one.type === 'Clause')
}

/** The place of a list of a dossier that is written with nothing in it, such as a ledger without entries. */
function emptyList(dossier: Dossier, name: string): Location | undefined {
  const context = dossier.hasContext ? [dossier.context] : []
  return listIn([...context, ...dossier.records, dossier.municipalityPart], name)
}

/** The place of a ledger in which nothing stands of something. */
function emptyLedger(dossier: Dossier, name: string): Location | undefined {
  return listIn(dossier.records, name)
}

function listIn(parts: readonly Part[], name: string): Location | undefined {
  return parts.find((part) => name in part.shape.fields && part.isLegible(name))?.location(name)
}
