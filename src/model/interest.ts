import { dossierOf } from './dossier.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'

/*
 * Whoever holds a role may have something to do with a firm besides: it sends, employs or employed them. What
 * they decide about its contracts, they decide for both sides.
 */

/** The contracts in force with a firm, or under which a firm works, that whoever holds a role has to do with. */
export function contractsOfInterest(holder: Part): readonly Part[] {
  const { context, asOf } = dossierOf(holder)
  const firms = holder.parts('interests')
  if (firms.length === 0) return []
  return context.parts('contracts').filter((contract) => {
    const partners = [
      ...contract.writtenParts('subcontractors').map((one) => one.part('organisation')),
      contract.part('contractor'),
    ]
    const isInForce = (contract.writtenText('until') ?? asOf) >= asOf
    return isInForce && partners.some((one) => one && firms.some((firm) => overlaps(one, firm)))
  })
}
