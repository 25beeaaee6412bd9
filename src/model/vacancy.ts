import type { DayRange } from '../calendar/fiscal.ts'
import { knownOf } from '../finding/unknown.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { coverOf, writtenLedger } from './record.ts'
import { isUnfilled } from './role.ts'

/**
 * What was permitted in a system in the name of an officer's post while it was vacant and nobody acted for it:
 * permits, services and exceptions that must have been given then, each by what it is called.
 */
export function givenWhileVacant(root: Part, officer: Part): readonly string[] {
  // Of days told roughly, those on which the post certainly was vacant.
  const since = officer.days('vacantSince')
  if (since === undefined || !isUnfilled(officer)) return []
  const vacancy = { from: since.to, to: officer.days('vacantUntil')?.from ?? root.world.asOf }
  const names = namesOf(officer)
  return givenIn(root)
    .filter(({ by }) => names.has(normalise(by)))
    .filter(({ days }) => days && vacancy.from <= days.from && days.to <= vacancy.to)
    .map(({ what }) => what)
}

/** Something permitted: what, in whose name, and within which days. */
interface Given {
  readonly what: string
  readonly by: string
  readonly days: DayRange | undefined
}

function givenIn(root: Part): readonly Given[] {
  const dossier = dossierOf(root)
  const permits = writtenLedger(dossier, 'permits').flatMap((series) =>
    series.parts('entries').map((one) => ({
      what: `「${one.writtenText('what') ?? one.key}」`,
      by: one.writtenText('permittedBy') ?? '',
      days: one.writtenDays('permittedOn') ?? coverOf(series),
    })),
  )
  const services = dossier.hasContext ? dossier.context.writtenParts('services') : []
  const exceptions = knownOf(dossier.procedures).flatMap((one) => one.writtenParts('exceptions'))
  return [
    ...permits,
    ...services.map((one) => ({
      what: `「${one.writtenText('name') ?? one.key}」の利用`,
      by: one.writtenText('permittedBy') ?? '',
      days: one.writtenDays('permittedOn'),
    })),
    ...exceptions.map((one) => ({
      what: `例外措置「${one.key}」`,
      by: one.writtenText('approver') ?? '',
      days: one.writtenDays('from'),
    })),
  ]
}

/** What an officer may be called in a permit: the role's name, and the post where it is not any head of any unit. */
function namesOf(officer: Part): ReadonlySet<string> {
  const role = dossierOf(officer).standard.wordName('roles', officer.text('canonical') ?? '')
  const post = officer.text('post') ?? ''
  return new Set([role, ...(/^.?長(?:補佐)?$/u.test(post) ? [] : [post])].map(normalise))
}
