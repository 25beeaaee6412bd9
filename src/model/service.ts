import { knownOf, openEnd, Unknown } from '../finding/unknown.ts'
import { permitsAskedIn, type PermitAsked } from '../japanese/decider.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { dutiesInherited, provisionsInherited } from './procedure.ts'
import { isDeleted } from './standard.ts'

/**
 * Whether the use of a service must be permitted, whatever it holds. Where neither the standard nor a procedure has a
 * sentence on services, the guideline's own holds; where they have some and none asks for it, it is asked only
 * as far as they may go on.
 */
export function isPermitAsked(service: Part): boolean {
  const said = sentencesOn(service)
  const asked = said.texts.flatMap(permitsAskedIn)
  if (said.texts.length === 0 || asked.includes('all')) return true
  if (said.end) throw said.end
  return false
}

/** Whether the use of a service must be permitted where it holds what is important. */
export function isPermitAskedOfImportant(service: Part): boolean {
  const asked: readonly PermitAsked[] = sentencesOn(service).texts.flatMap(permitsAskedIn)
  return asked.includes('important') || isPermitAsked(service)
}

/** What the standard and the procedures say of services, and where it may go on. */
function sentencesOn(service: Part): { texts: readonly string[]; end: Unknown | undefined } {
  const { standard, procedures } = dossierOf(service)
  const clauses = standard.clauses.filter((clause) => !isDeleted(clause))
  const laid = procedures.flatMap((one) => [...provisionsInherited(one), ...dutiesInherited(one)])
  const ofServices: readonly unknown[] = standard.words('serviceRequirements')
  const texts = [...clauses, ...knownOf(laid)]
    .filter((one) => ofServices.includes(one.data['requirement']))
    .flatMap((one) => one.writtenText('text') ?? [])
  const whole = attempt(() => standard.isWhole())
  return { texts, end: whole instanceof Unknown ? whole : openEnd(laid) }
}
