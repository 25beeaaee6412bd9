import { Period } from '../calendar/period.ts'
import type { Day } from '../calendar/day.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { dossierOf } from './dossier.ts'
import {
  foundedOn,
  isGroup,
  isThere,
  joinedOn,
  membersOf,
  overlaps,
  standsIn,
  unlistedMembers,
  within,
} from './organisation.ts'
import { DerivedPart, type Part } from './part.ts'
import type { Nothing, Reading } from './reading.ts'
import { grouped, holdersOf } from './record.ts'
import { shapeOf } from './shape.ts'
import type { Standard } from './standard.ts'

/** The roles that perform a duty: all of them, or those to which its split gives the performing. */
export function performingRoles<R extends Reading>(duty: Part<R>): readonly Part<R>[] {
  return knownOf(performersOf(duty))
}

/** The same, with an unknown for each that is named and not there. */
function performersOf<R extends Reading>(duty: Part<R>): OpenList<Part<R>> {
  return duty.remember('~performing', () => performingIn(duty)) as OpenList<Part<R>>
}

function performingIn<R extends Reading>(duty: Part<R>): OpenList<Part<R>> {
  const performers = duty.list('performers')
  const performing = duty.parts('split').filter((split) => split.text('part') === 'perform')
  if (performing.length === 0) return performers
  return performers.filter(
    (role) =>
      role instanceof Unknown || performing.some((split) => split.part('role')?.key === role.key),
  )
}

/**
 * One party for each organisation that owes a duty, and one for each other that keeps a record of it: its record
 * tells whether the work was done there.
 */
export function partiesOf(duty: Part): OpenList<Part> {
  const owing = owingParties(duty)
  const [role] = namesOffice(duty) ? performingRoles(duty) : []
  if (!role) return owing
  const named = namedFor(duty)
  const others = recorders(duty).filter(
    (one) => !unlistedMembers(one) && !named.some((other) => overlaps(one, other)),
  )
  const read = new Set(knownOf(owing).map(({ key }) => key))
  return [
    ...owing,
    ...others.filter(({ key }) => !read.has(key)).map((one) => partyOf(duty, role, one)),
  ]
}

/**
 * Those of which a record of a duty is kept, each for itself: what a record shows of its own keeper is so, whoever
 * else owes the duty.
 */
export function partiesTold(duty: Part): OpenList<Part> {
  const parties = partiesOf(duty)
  const [role] = namesOffice(duty) ? performingRoles(duty) : []
  if (!role) return parties
  const read = new Set(knownOf(parties).map(({ key }) => key))
  const named = namedFor(duty)
  const apart = recorders(duty).filter(
    (one) => !read.has(one.key) && named.some((other) => standsIn(one, other)),
  )
  return [...parties, ...apart.map((one) => partyOf(duty, role, one))]
}

/**
 * One party for each organisation that must perform and is there, as its records are kept: a role held in each
 * member of a group gives one per member, and one unknown where only a sample of the members is listed. A record
 * that may be theirs and cannot be read for one of them is named as an unknown.
 */
export function owingParties(duty: Part): OpenList<Part> {
  const performers = attempt(() => performersOf(duty))
  if (performers instanceof Unknown) return recordedParties(duty, performers, performers)
  // That nobody is named for it is known; whether it was done where a record of it is kept is told there.
  if (performers.length === 0) {
    return recorders(duty).map((one) => partyOf(duty, duty.missing('performers'), one))
  }
  const parties = performers.flatMap((role): OpenList<Part> => {
    if (role instanceof Unknown) return [role]
    const organisation = attempt(() => role.part('organisation'))
    if (organisation instanceof Unknown) return recordedParties(duty, role, organisation)
    if (!organisation) return []
    const holders =
      role.data['each'] === true && isGroup(organisation)
        ? holdersInEach(duty, organisation)
        : holdersFor(duty, organisation)
    return holders.map((one) => (one instanceof Unknown ? one : partyOf(duty, role, one)))
  })
  return [...parties, ...unreadRecords(duty, parties)]
}

/**
 * Who holds a role in each member of a group. Where one record is kept for the whole group or for some of its
 * members, it stands for those of them that keep none themselves.
 */
function holdersInEach(duty: Part, group: Part): OpenList<Part> {
  const keepers = keepersOf(duty)
  const isForAll = keepers.has(group.key)
  const joint = [...(isForAll ? [group] : []), ...recordedBelow(duty, group).filter(isGroup)]
  const members = membersOf(group).filter(
    (one) => keepers.has(one.key) || !joint.some((other) => standsIn(one, other)),
  )
  const unlisted = isForAll ? undefined : unlistedMembers(group)
  return [
    ...members.flatMap((one) => holdersFor(duty, one)),
    ...joint.filter(isThere),
    ...(unlisted ? [unlisted] : []),
  ]
}

/**
 * Who answers for what an office must do: the office itself, or the one below it that keeps the record. Of a
 * group that keeps none, those of it that do, too; what the rest of it did is not known.
 */
function holdersFor(duty: Part, office: Part): OpenList<Part> {
  if (!isThere(office)) return []
  const below = keepersOf(duty).has(office.key) ? [] : recordedBelow(duty, office)
  if (isGroup(office)) return [office, ...below]
  // What one of several offices below left undone, another may have done.
  return below.length === 1 ? below : [office]
}

/** The organisations and groups within another that keep a record of their own of a duty. */
function recordedBelow(duty: Part, organisation: Part): readonly Part[] {
  return recorders(duty).filter(
    (one) => one.key !== organisation.key && standsIn(one, organisation),
  )
}

/** The records that may be of those named for a duty, and that no party of it keeps. */
function unreadRecords(duty: Part, parties: OpenList<Part>): readonly Unknown[] {
  const read = new Set(knownOf(parties).map(({ key }) => key))
  const named = namedFor(duty)
  return recorders(duty)
    .filter(({ key }) => !read.has(key))
    .filter((one) => unlistedMembers(one) ?? named.some((other) => overlaps(one, other)))
    .map(({ key }) => recordMissing(duty, key))
}

/** The organisations that the performers of a duty are written to stand in. */
function namedFor(duty: Part): readonly Part[] {
  return performingRoles(duty).flatMap((role) => role.writtenPart('organisation') ?? [])
}

/** Whether a duty is written to be of an organisation, by a role that stands in one. */
export function namesOffice(duty: Part): boolean {
  return duty.written('performers') && namedFor(duty).length > 0
}

/**
 * The parties of a duty without performers, or of a role that names no office yet: the offices that keep a record
 * of the duty and that no other role names. Who else owes it is unknown.
 */
function recordedParties(duty: Part, role: Part | Unknown, undecided: Unknown): OpenList<Part> {
  const named = role instanceof Unknown ? [] : namedFor(duty)
  const own = recorders(duty).filter((one) => !named.some((other) => overlaps(one, other)))
  return [...own.map((one) => partyOf(duty, role, one)), undecided]
}

/** The organisations and groups that are there and keep a record of their own of a duty. */
function recorders(duty: Part): readonly Part[] {
  const dossier = dossierOf(duty)
  return [...keepersOf(duty)].flatMap((id) => dossier.organisation(id) ?? []).filter(isThere)
}

/** Whether a record of a duty is written, or how it is really done by its name. */
export function isTold(duty: Part): boolean {
  if (keepersOf(duty).size > 0) return true
  const dossier = dossierOf(duty)
  if (!dossier.hasContext) return false
  return dossier.context
    .writtenParts('practices')
    .some((practice) => practice.writtenText('duty') === duty.key)
}

/** The ids of those that keep a record of their own of a duty. What could not be read of it is told of each party. */
function keepersOf(duty: Part): ReadonlySet<string> {
  const dossier = dossierOf(duty)
  const byDuty = dossier.root.remember('~keepers of performances', () => {
    const all = holdersOf(dossier, 'performed').flatMap((records) => records.list('performed'))
    return grouped(knownOf(all), (series) => series.writtenText('duty'))
  }) as ReadonlyMap<string, readonly Part[]>
  const series = byDuty.get(duty.key) ?? []
  return new Set(series.flatMap((one) => one.writtenText('organisation') ?? []))
}

/** What is missing where the record of a duty by an organisation is not there, or cannot be read for it. */
export function recordMissing(duty: Part, organisation: string): Unknown {
  const path = `performed/duty:${duty.key}/organisation:${organisation}`
  return new Unknown([{ kind: 'records', path }])
}

function partyOf(duty: Part, role: Part | Unknown, organisation: Part): Part {
  return new DerivedPart(shapeOf('Party'), duty, organisation.key, {
    organisation,
    role,
    duty,
  })
}

/**
 * The day since which an office has owed a duty as one of those that are named for it: founded by then,
 * and a member of the group that is named. Undefined where it always has.
 */
export function owesSince(duty: Part, organisation: Part): Day | undefined {
  const joined = duty
    .writtenParts('performers')
    .flatMap((role) => role.writtenPart('organisation') ?? [])
    .filter((named) => isThere(named) && standsIn(organisation, named))
    .map((named) => joinedOn(named, organisation))
  const first = joined.includes(undefined) ? undefined : joined.sort()[0]
  return [foundedOn(organisation), first]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
}

/** The organisations named by a duty's performers that are there, groups as one, each once. */
export function organisationsOf(duty: Part): readonly Part[] {
  const seen = new Map<string, Part>()
  for (const role of duty.parts('performers')) {
    const organisation = role.part('organisation')
    if (organisation && isThere(organisation)) seen.set(organisation.key, organisation)
  }
  return [...seen.values()]
}

/** Whether somebody outside the organisation that owns the system must perform the duty. */
export function leavesOwner(duty: Part): boolean {
  const owner = ownerOf(procedureOf(duty))
  const performers = performersOf(duty)
  const leaves = knownOf(performers).some((role) => {
    const organisation = role.part('organisation')
    return organisation !== undefined && !within(organisation, owner)
  })
  const end = openEnd(performers)
  if (end && !leaves) throw end
  return leaves
}

/**
 * The roles outside the organisation that owns the system which it has entrusted with a duty. Who must do
 * it by the clause itself, or does it by the authority of the role, as a permission, is entrusted by nobody.
 */
export function entrustedRoles(duty: Part): readonly Part[] {
  const { standard } = dossierOf(duty)
  if (standard.word('activities', duty.text('activity'))?.byAuthority === true) return []
  const owner = ownerOf(procedureOf(duty))
  const subjects = subjectsOf(duty)
  return performingRoles(duty).filter((role) => {
    const organisation = role.part('organisation')
    const isOutside = organisation !== undefined && !within(organisation, owner)
    return isOutside && !subjects.includes(role.text('canonical') ?? '')
  })
}

/** The procedure a duty, role or chain stands in. */
export function procedureOf<R extends Reading>(part: Part<R>): Part<R> {
  for (let at: Part<R> | undefined = part; at; at = at.parent) {
    if (at.type === 'Procedure') return at
  }
  throw new Error(`${part.type} stands in no procedure`)
}

/**
 * How long the steps of a duty may take one after the other, as far as they have time limits. Steps of one kind
 * are different ways to do the same: the longest counts.
 */
export function stepsTake(duty: Part): Period | undefined {
  const longest = new Map<string, Period>()
  for (const step of duty.parts('steps')) {
    const limit = step.writtenPeriod('within')
    const kind = step.text('does') ?? ''
    const known = longest.get(kind)
    if (limit && (!known || limit.compareCertain(known) === 1)) longest.set(kind, limit)
  }
  const limits = [...longest.values()]
  if (limits.length === 0) return undefined
  const sum = (of: (limit: Period) => number): number =>
    limits.reduce((all, limit) => all + of(limit), 0)
  return new Period(
    sum(({ months }) => months),
    sum(({ days }) => days),
    sum(({ minutes }) => minutes),
    sum(({ officeDays }) => officeDays),
  )
}

/** The organisation that owns a procedure: its own word, else the owner of the system. */
export function ownerOf<R extends Reading>(procedure: Part<R>): Part<R> | Nothing<R> {
  const own = procedure.writtenPart('owner')
  const owner = own ?? dossierOf(procedure).context?.part('owner')
  return procedure.world.way.known(owner, () => new Unknown([{ kind: 'context', path: 'owner' }]))
}

/** Whether an item of the context speaks of what a procedure covers; without `covers` it speaks of all. */
export function concerns<R extends Reading>(item: Part<R>, procedure: Part<R>): boolean {
  if (!item.written('covers') || !procedure.written('covers')) return true
  const covered = procedure.parts('covers')
  return item.parts('covers').some((one) => covered.some((other) => overlaps(one, other)))
}

/** The clauses of the standard for a duty's requirement that hold for this system. */
export function clausesOf(duty: Part): readonly Part[] {
  const dossier = dossierOf(duty)
  const clauses = dossier.standard.clausesFor(duty.text('requirement') ?? '', dossier)
  const end = openEnd(clauses)
  if (end) throw end
  return knownOf(clauses)
}

/** The requirements that a duty serves by its kind of work. */
export function servedBy(duty: Part): readonly string[] {
  return requirementsServed(dossierOf(duty).standard, duty.text('activity') ?? '')
}

/** The requirements that an activity serves, as the catalogue has it; none where it does not know the activity. */
export function requirementsServed(standard: Standard, activity: string): readonly string[] {
  return standard.root.remember(`~served by ${activity}`, () => {
    const own = standard.word('activities', activity)?.requirement
    const serving = [...standard.requirements].filter(([, one]) =>
      activitiesOf(one).includes(activity),
    )
    return [...new Set([...(own === undefined ? [] : [own]), ...serving.map(([key]) => key)])]
  }) as readonly string[]
}

function activitiesOf(requirement: Part): readonly string[] {
  return requirement.writtenTexts('activities')
}

/** The canonical roles that answer for a duty: those its clause names, else the catalogue's. */
export function subjectsOf(duty: Part): readonly string[] {
  const named = clausesOf(duty).flatMap((clause) => clause.text('subject') ?? [])
  if (named.length > 0) return named
  return (
    dossierOf(duty)
      .standard.requirement(duty.text('requirement') ?? '')
      ?.texts('subject') ?? []
  )
}

/** Runs a calculation and keeps an unknown outcome as a value. */
export function attempt<Value>(compute: () => Value): Value | Unknown {
  try {
    return compute()
  } catch (thrown) {
    if (thrown instanceof Unknown) return thrown
    throw thrown
  }
}
