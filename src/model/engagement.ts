import type { Day } from '../calendar/day.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import { attempt, namesOffice, procedureOf } from './duty.ts'
import { isThere, overlaps, standsOn, unlistedMembers, within } from './organisation.ts'
import { DerivedPart, type Part } from './part.ts'
import { ledger, writtenLedger } from './record.ts'
import { shapeOf } from './shape.ts'
import { isDone } from './performance.ts'
import { practicesTold } from './practice.ts'

/** The contracts of a system with those of the whole organisation, which may stand in either file. */
function contractsOf(root: Part): OpenList<Part> {
  const { context, organisationWide } = dossierOf(root)
  const own = attempt(() => context.list('contracts'))
  const wide = organisationWide?.hasContext === true ? organisationWide.context : undefined
  const shared = wide?.written('contracts') ? wide.list('contracts') : []
  return own instanceof Unknown ? [own, ...shared] : [...own, ...shared]
}

/**
 * Whether an organisation may work for the municipality on a day: it is the contractor of a contract that
 * is in force then, or a sub-contractor under one. Unknown where the sub-contractors of one are not told.
 */
export function isEngaged(root: Part, organisation: Part, day: string): boolean {
  const contracts = contractsOf(root)
  const inForce = knownOf(contracts).filter((one) => standsOn(one.data, day as Day))
  const begun = inForce.filter((one) => isPast(one.writtenText('from'), day))
  if (begun.some((one) => isContractor(organisation, one))) return true
  const subcontractors = begun.flatMap((one): OpenList<Part> => {
    const found = attempt(() => one.list('subcontractors'))
    return found instanceof Unknown ? [found] : found
  })
  const isNamed = knownOf(subcontractors)
    .filter(({ data }) => standsOn({ until: data['until'] }, day as Day))
    .some((one) => isThat(organisation, one.part('organisation')))
  // Of one that nobody dated nobody knows whether it had begun.
  const undated = inForce.filter((one) => !begun.includes(one)).map((one) => one.missing('from'))
  const isEnded = contractsWith(root, organisation).some((one) => isEndedBy(one, day))
  const listed = isEnded ? knownOf(contracts) : [...contracts, ...unlistedBeside(contracts, day)]
  const end = isNamed ? undefined : openEnd([...listed, ...subcontractors, ...undated])
  if (end) throw end
  return isNamed
}

/** The contracts with an organisation, as contractor. */
function contractsWith(root: Part, organisation: Part): readonly Part[] {
  return knownOf(contractsOf(root)).filter((one) => isContractor(organisation, one))
}

/** Whether a contract had certainly ended before a day. */
const isEndedBy = ({ data }: Part, day: string): boolean =>
  typeof data['until'] === 'string' && possibleDays(data['until']).to < day

/** A list in which all contracts are of the past tells what was, and nothing of those that are in force. */
function unlistedBeside(contracts: OpenList<Part>, day: string): readonly Unknown[] {
  const [first, ...others] = knownOf(contracts)
  const isPastOnly = first && [first, ...others].every((one) => isEndedBy(one, day))
  return isPastOnly ? [(first.parent ?? first).missing('contracts')] : []
}

/** Whether a day is written and has certainly come by another. */
const isPast = (on: string | undefined, day: string): boolean =>
  on !== undefined && possibleDays(on).to <= day

const isContractor = (organisation: Part, contract: Part): boolean =>
  isThat(organisation, contract.part('contractor'))

const isThat = (organisation: Part, other: Part | undefined): boolean =>
  other !== undefined && within(organisation, other)

/**
 * The organisations outside the municipality that are seen at work on a system, each once where it is seen
 * first: they perform something, or hold or read its logs. Those whose part in the system is written
 * (`involved`) are judged there.
 */
export function workersOf(root: Part): readonly Part[] {
  const { context } = dossierOf(root)
  const practices = context.writtenParts('practices')
  const logs = context.writtenParts('logs')
  const seen = [
    ...practices.flatMap((at) =>
      at.writtenParts('performedBy').map((organisation) => ({ at, organisation })),
    ),
    ...logs.flatMap((at) => readersOf(at).map((organisation) => ({ at, organisation }))),
  ]
  const involved = context.writtenParts('involved').map((one) => one.part('organisation'))
  const workers = new Map<string, Part>()
  for (const { at, organisation } of seen) {
    const isOutside = organisation.data['kind'] === 'external'
    const isInvolved = involved.some((one) => isThat(organisation, one))
    if (!isOutside || isInvolved || workers.has(organisation.key)) continue
    const values = { organisation }
    workers.set(organisation.key, new DerivedPart(shapeOf('Party'), at, organisation.key, values))
  }
  return [...workers.values()]
}

function readersOf(log: Part): readonly Part[] {
  const holder = log.writtenPart('holder')
  return [...(holder ? [holder] : []), ...log.writtenParts('accessibleTo')]
}

/**
 * What a contractor did after the end of a contract and under no other: no later contract of the same
 * contractor had begun.
 */
export function workAfterEnd(contract: Part): readonly Part[] {
  const { root } = dossierOf(contract)
  const until = contract.text('until')
  if (until === undefined || until >= contract.world.asOf) return []
  const laterEnds = knownOf(contractsOf(root))
    .filter((one) => one.part('contractor')?.key === contract.part('contractor')?.key)
    .flatMap((one) => one.text('until') ?? [])
    .filter((end) => end > until)
  return ledger(dossierOf(contract), 'performed')
    .filter((series) => {
      const doer = series.part('organisation')
      return doer !== undefined && isContractor(doer, contract)
    })
    .flatMap((series) => series.parts('entries').map((entry) => ({ series, entry })))
    .filter(({ entry }) => {
      const on = entry.text('on') ?? ''
      return on > until && !laterEnds.some((end) => end < on)
    })
    .filter(({ series, entry }) => {
      const doer = series.part('organisation')
      return doer !== undefined && !isEngaged(root, doer, entry.text('on') ?? '')
    })
    .map(({ entry }) => entry)
}

/**
 * The tasks of some that nobody was agreed to do: those written so of all that they are about, all where nothing at
 * all was agreed. One unknown for each that is not written.
 */
export function unassignedTasks(context: Part, tasks: readonly string[]): OpenList<string> {
  const agreed = context.parts('responsibilities')
  if (agreed.length === 0) return tasks
  return tasks.flatMap((task): OpenList<string> => {
    const shares = agreed.filter(
      (one) => one.text('task') === task && !(one.data['by'] === 'none' && one.written('targets')),
    )
    if (shares.length === 0) return [context.missing(`responsibilities/${task}`)]
    return shares.some((one) => one.data['by'] === 'none') ? [task] : []
  })
}

/** Those that an earlier entry names for the same task of the same things: two answer for it, so nobody does. */
export function rivalsOf(responsibility: Part): readonly Part[] {
  const all = responsibility.parent?.parts('responsibilities') ?? []
  const targets = responsibility.texts('targets')
  return all
    .slice(0, Math.max(all.indexOf(responsibility), 0))
    .filter((one) => one.text('task') === responsibility.text('task'))
    .filter((one) => {
      const [other, own] = [one.part('by'), responsibility.part('by')]
      return other !== undefined && own !== undefined && other.key !== own.key
    })
    .filter((one) => {
      const others = one.texts('targets')
      const isAll = targets.length === 0 || others.length === 0
      return isAll || others.some((target) => targets.includes(target))
    })
}

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
