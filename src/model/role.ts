import type { Period } from '../calendar/period.ts'
import { AtLeast, knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { isAnyHead } from '../japanese/name.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import { dutiesAll } from './procedure.ts'
import { concerns, procedureOf } from './duty.ts'
import { goneIn, isGroup } from './organisation.ts'
import type { Part } from './part.ts'
import { coverOf, entriesOf, writtenLedger } from './record.ts'
import type { DayRange } from '../calendar/fiscal.ts'

/** The duties a role performs or has a part in, which go on where its procedure was not copied whole. */
export function dutiesOfRole(role: Part): OpenList<Part> {
  return dutiesAll(procedureOf(role)).filter(
    (duty) => duty instanceof Unknown || takesPart(duty, role),
  )
}

function takesPart(duty: Part, role: Part): boolean {
  const split = duty.parts('split')
  if (split.length > 0) return split.some((part) => part.part('role')?.key === role.key)
  return duty.parts('performers').some((performer) => performer.key === role.key)
}

/** The hours a year that the context gives a role; unknown where it gives none. */
export function hoursPerYear(role: Part): number {
  const capacity = dossierOf(role)
    .context.parts('capacity')
    .find((one) => one.part('role')?.key === role.key && concerns(one, procedureOf(role)))
  const hours = capacity?.number('hoursPerYear')
  if (hours === undefined)
    throw new Unknown([{ kind: 'context', path: `capacity/role:${role.key}` }])
  return hours
}

/**
 * The hours a year that a role's duties take, as far as effort is stated; automatic work takes none.
 * Where there may be more duties it is at least as many.
 */
export function annualHours(role: Part): number | AtLeast {
  const duties = dutiesOfRole(role)
  const hours = hoursTogether(knownOf(duties))
  const end = openEnd(duties)
  return end ? new AtLeast(hours, end) : hours
}

function hoursTogether(duties: readonly Part[]): number {
  return duties
    .filter((duty) => duty.written('effort') && duty.text('means') !== 'automatic')
    .map((duty) => hoursOf(duty))
    .reduce((sum, hours) => sum + hours, 0)
}

function hoursOf(duty: Part): number {
  const effort = duty.part('effort')
  if (!effort) return 0
  const minutes = effort.number('minutes') ?? 0
  return (minutes * unitsOf(duty, effort.text('per')) * timesPerYear(duty, effort)) / 60
}

function timesPerYear(duty: Part, effort: Part): number {
  const stated = effort.written('timesPerYear') ? effort.number('timesPerYear') : undefined
  if (stated !== undefined) return stated
  const every = duty.part('frequency')?.data['every']
  const period =
    every === undefined ? undefined : (duty.part('frequency')?.field('every') as Period)
  if (period) return period.timesPerYear()
  throw new Unknown([{ kind: 'procedure', path: `duty:${duty.key}/effort/timesPerYear` }])
}

/** How many things one performance of a duty goes through. */
function unitsOf(duty: Part, per: string | undefined): number {
  const dossier = dossierOf(duty)
  switch (per) {
    case 'facility': {
      const count = dossier.context.part('facilities')?.number('count')
      if (count === undefined) throw new Unknown([{ kind: 'context', path: 'facilities/count' }])
      return count
    }
    case 'account':
      return entriesOf(dossier, 'accounts').length
    case 'log':
      return logEntries(duty)
    default:
      return 1
  }
}

/** The log entries that one performance of a duty goes through: those of the time since the one before. */
function logEntries(duty: Part): number {
  const own = duty.parts('logs')
  const logs = dossierOf(duty)
    .context.parts('logs')
    .filter((log) => (own.length > 0 ? own.includes(log) : concerns(log, procedureOf(duty))))
  const perMonth = logs.reduce((sum, log) => sum + (log.number('volumePerMonth') ?? 0), 0)
  const effort = duty.part('effort')
  return effort ? (perMonth * 12) / timesPerYear(duty, effort) : 0
}

/** The other roles of the procedure that the same post of the same organisation holds. */
export function heldWith(role: Part): OpenList<Part> {
  return procedureOf(role)
    .list('roles')
    .filter(
      (other) => other instanceof Unknown || (other.key !== role.key && isSamePost(other, role)),
    )
}

/** The roles of all procedures of the same system or organisation that the same post holds besides. */
export function heldAcross(role: Part): OpenList<Part> {
  return dossierOf(role)
    .procedures.flatMap((procedure) => procedure.list('roles'))
    .filter(
      (other) =>
        other instanceof Unknown || (other.trail !== role.trail && isSamePost(other, role)),
    )
}

/** The other offices of the municipality that the post of one holds. */
export function officesWith(officer: Part): OpenList<Part> {
  return dossierOf(officer)
    .municipalityPart.list('officers')
    .filter(
      (other) =>
        other instanceof Unknown || (other.key !== officer.key && isSamePost(other, officer)),
    )
}

function isSamePost(other: Part, role: Part): boolean {
  const [there, here] = [other.text('post'), role.text('post')]
  if (there === undefined || here === undefined || normalise(there) !== normalise(here))
    return false
  // A post that stands in each of several offices is held by several people.
  if (other.data['each'] === true || role.data['each'] === true) return false
  const [theirs, own] = [other.part('organisation'), role.part('organisation')]
  return theirs?.key === own?.key && !(role.type === 'Officer' && own && isGroup(own))
}

/** Whether whoever holds a role may act as another: it is the same, the same post holds both, or it stands in for the other. */
export function actsAs(role: Part, other: Part): boolean {
  if (role.key === other.key || isSamePost(role, other)) return true
  const post = role.writtenText('post')
  const deputies = [other.writtenText('deputy'), other.writtenText('actedBy')]
  return post !== undefined && post !== 'none' && deputies.includes(post)
}

/** Whether it is written that nobody stands in for a role. */
export function hasNoDeputy(role: Part): boolean {
  return role.data['deputy'] === 'none'
}

/** Whether a post that is vacant is filled by nobody: none acts for it, and none is named to stand in. */
export function isUnfilled(held: Part): boolean {
  const { vacantSince, actedBy, deputy = 'none' } = held.data
  return vacantSince !== undefined && (actedBy ?? deputy) === 'none'
}

/** The organisations that the post of a role names and that are not there. */
export function goneInPost(role: Part): readonly Part[] {
  return goneIn(role.text('post') ?? '', dossierOf(role))
}

/** The roles that the standard keeps apart from a role. */
export function keptApart(role: Part): readonly string[] {
  return dossierOf(role).standard.word('roles', role.text('canonical'))?.apart ?? []
}

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
  return new Set([role, ...(isAnyHead(post) ? [] : [post])].map(normalise))
}
