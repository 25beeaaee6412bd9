import type { Day } from '../calendar/day.ts'
import { Unknown } from '../finding/unknown.ts'
import { type DossierDocument, dossierOf, type Share, whole } from './dossier.ts'
import { isInForce } from './edition.ts'
import { type Element, rootsOf } from './element.ts'
import type { Municipality, StandardInForce } from './municipality.ts'
import type { Part } from './part.ts'
import { isForSome, namesSystem, standardsFor } from './standard-in-force.ts'

/** A standard that judges a system, and how far. */
export interface Jurisdiction extends Share {
  readonly inForce: StandardInForce
}

/**
 * The standards that judge a system. Each procedure goes by the one it names among those in force for it;
 * whatever names none of these, and all else, goes by that of the system's owner, which comes first. None
 * where no standard is in force for the owner, or where that cannot be told.
 */
export function jurisdictionsOf(
  system: string,
  parts: readonly DossierDocument[],
  municipality: Municipality,
  day: Day,
): readonly Jurisdiction[] {
  const owner = rootsOf(parts, 'context')[0]?.writtenText('owner')
  const isSure = (one: StandardInForce): boolean =>
    owner !== undefined || !isForSome(one) || namesSystem(one, system)
  const own = standardsFor(municipality, { system, organisation: owner }, day).find(isSure)
  const procedures = rootsOf(parts, 'procedure')
  const judged = new Map<StandardInForce, Set<string>>()
  for (const procedure of procedures) {
    if (!isInForce(procedure, day)) continue
    const inForce = organisationsOf(procedure, owner).flatMap((organisation) =>
      standardsFor(municipality, { system, organisation }, day),
    )
    const pack = procedure.children('standard')[0]?.writtenText('pack')
    const by = inForce.find((one) => one.pack === pack) ?? own
    if (by) judged.set(by, (judged.get(by) ?? new Set()).add(procedure.key))
  }
  if (own && judged.size === 0) return [{ inForce: own, ...whole }]
  const order = [...judged.keys()].sort((a, b) => Number(b === own) - Number(a === own))
  const ids = new Set(procedures.map(({ key }) => key))
  return order.map((inForce, index) => {
    const mine = judged.get(inForce)
    const isTaken = (id: string): boolean => [...judged.values()].some((taken) => taken.has(id))
    // What no standing edition claims stays with the first.
    const others = [...ids].filter((id) => !mine?.has(id) && (index > 0 || isTaken(id)))
    return { inForce, elsewhere: new Set(others), isFirst: index === 0 }
  })
}

/**
 * The standards that are in force for a procedure or have been: for its owner, or for those it covers.
 * Unknown, besides, where nobody wrote who owns it and that would decide.
 */
export function standardsOf(procedure: Part): readonly (Part | Unknown)[] {
  const dossier = dossierOf(procedure)
  const { municipality, asOf, id: system } = dossier
  const owner = dossier.hasContext ? dossier.context.writtenText('owner') : undefined
  const asked = organisationsOf(procedure, owner)
  const begun = municipality.standards.filter(({ from }) => from <= asOf)
  const applied = begun.filter(({ pack, until = asOf }) => {
    const day = until < asOf ? (until as Day) : asOf
    return asked
      .flatMap((organisation) => standardsFor(municipality, { system, organisation }, day))
      .some((one) => one.pack === pack)
  })
  const parts = dossier.municipalityPart.parts('standards')
  const isOpen = asked.includes(undefined) && begun.some(isForSome)
  if (isOpen) return [new Unknown([{ kind: 'context', path: 'owner' }])]
  const packs = new Set(applied.map(({ pack }) => pack))
  return parts.filter((one) => packs.has(one.writtenText('pack') ?? ''))
}

/** The organisations a procedure is for: its owner's, else the system's, and those it covers. */
function organisationsOf(
  procedure: Element,
  owner: string | undefined,
): readonly (string | undefined)[] {
  return [procedure.writtenText('owner') ?? owner, ...procedure.writtenTexts('covers')]
}
