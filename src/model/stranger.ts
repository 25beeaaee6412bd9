import { type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { attempt, namesOffice, procedureOf } from './duty.ts'
import { isEngaged } from './engagement.ts'
import { isThere, overlaps, unlistedMembers } from './organisation.ts'
import type { Part } from './part.ts'
import { isDone } from './performance.ts'
import { practicesTold } from './practice.ts'
import { writtenLedger } from './record.ts'

/**
 * The series that tell that a duty was done by an organisation that nothing written has anything to do with it:
 * no role of the duty stands in it, no agreement gives it the task, and how it is really done does not name it.
 * Unknown of a firm where the contracts are not written.
 */
export function doneByStrangers(duty: Part): OpenList<Part> {
  if (!namesOffice(duty)) return []
  const dossier = dossierOf(duty)
  const since = duty.writtenText('since') ?? procedureOf(duty).part('inForce')?.text('from') ?? ''
  return writtenLedger(dossier, 'performed')
    .filter((series) => series.writtenText('duty') === duty.key)
    .filter((series) => series.parts('entries').some((one) => isDone(one) && isSince(one, since)))
    .flatMap((series): OpenList<Part> => {
      const doer = series.part('organisation')
      if (!doer || !isThere(doer) || unlistedMembers(doer)) return []
      const isConcerned = (one: Part | undefined): boolean =>
        one === undefined || unlistedMembers(one) !== undefined || overlaps(one, doer)
      if (concerned(duty).some(isConcerned)) return []
      if (doer.data['kind'] !== 'external') return [series]
      const engaged = attempt(() => isEngaged(dossier.root, doer, series.world.asOf))
      if (engaged instanceof Unknown) return [engaged]
      return engaged ? [] : [series]
    })
}

function isSince(entry: Part, since: string): boolean {
  return entry.written('on') && (entry.days('on')?.from ?? '') >= since
}

/** The organisations that have to do with a duty as far as anything tells; undefined for one that is not written. */
function concerned(duty: Part): readonly (Part | undefined)[] {
  const { context, hasContext } = dossierOf(duty)
  const agreed = hasContext ? context.writtenParts('responsibilities') : []
  return [
    ...rolesOf(duty).map((role) => role.writtenPart('organisation')),
    ...practicesTold(duty).flatMap((one) => one.writtenParts('performedBy')),
    ...agreed
      .filter((one) => one.text('task') === duty.text('activity'))
      .flatMap((one) => one.writtenPart('by') ?? []),
  ]
}

/** The roles that perform a duty, share in it or take one of its steps, confirm it or are told. */
function rolesOf(duty: Part): readonly Part[] {
  const sharing = ['split', 'reportTo'].flatMap((name) => duty.writtenParts(name))
  return [
    ...duty.writtenParts('performers'),
    ...sharing.flatMap((one) => one.writtenPart('role') ?? []),
    ...duty.writtenParts('steps').flatMap((step) => step.writtenPart('by') ?? []),
    ...[duty.writtenPart('confirm')?.writtenPart('by') ?? []].flat(),
  ]
}
