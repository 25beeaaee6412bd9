import { knownOf, openEnd, Unknown } from '../finding/unknown.ts'
import { permitsAskedIn, type PermitAsked } from '../japanese/decider.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import type { Part } from './part.ts'
import { laidDownFor } from './procedure.ts'
import { isDeleted } from './standard.ts'

/**
 * Whether the use of a service must be permitted, whatever it holds. A clause that asks for it is enough, with a
 * procedure or without. Where neither the standard nor a procedure has a sentence on services, the guideline's own
 * holds; where they have some and none asks for it, it is asked only as far as they may go on.
 */
export function isPermitAsked(service: Part): boolean {
  const said = sentencesOn(service)
  const asked = said.texts.flatMap(permitsAskedIn)
  if (asked.includes('all')) return true
  const end = said.texts.length === 0 ? said.unread : said.end
  if (end) throw end
  return said.texts.length === 0
}

/** Whether the use of a service must be permitted where it holds what is important. */
export function isPermitAskedOfImportant(service: Part): boolean {
  const asked: readonly PermitAsked[] = sentencesOn(service).texts.flatMap(permitsAskedIn)
  return asked.includes('important') || isPermitAsked(service)
}

/** What is said of services: where it may go on, and whether no procedure was there to be read. */
interface SaidOnServices {
  readonly texts: readonly string[]
  readonly end: Unknown | undefined
  readonly unread: Unknown | undefined
}

function sentencesOn(service: Part): SaidOnServices {
  const dossier = dossierOf(service)
  const { standard } = dossier
  const clauses = standard.clauses.filter((clause) => !isDeleted(clause))
  const laid = laidDownFor(dossier)
  const ofServices: readonly unknown[] = standard.words('serviceRequirements')
  const texts = [...clauses, ...knownOf(laid)]
    .filter((one) => ofServices.includes(one.data['requirement']))
    .flatMap((one) => one.writtenText('text') ?? [])
  const whole = attempt(() => standard.isWhole())
  const procedures = attempt(() => dossier.procedures)
  return {
    texts,
    end: whole instanceof Unknown ? whole : openEnd(laid),
    unread: procedures instanceof Unknown ? procedures : undefined,
  }
}
