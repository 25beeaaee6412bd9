import type { Day } from '../calendar/day.ts'
import { openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { sentencesAtWork } from '../japanese/ended.ts'
import { naming } from '../japanese/name.ts'
import { normalise } from '../japanese/width.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { memberships } from './municipality.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/** A group of organisations is an organisation with dated members. */
export function isGroup<R extends Reading>(organisation: Part<R>): boolean {
  return Array.isArray(organisation.data['members'])
}

/** The members that a group has on the day of judgement and that are there then; an organisation is its own only member. */
export function membersOf<R extends Reading>(organisation: Part<R>): readonly Part<R>[] {
  if (!isGroup(organisation)) return [organisation]
  return organisation.remember('~members', () => {
    const day = organisation.world.asOf
    return memberships(organisation)
      .filter((member) => standsOn(member, day))
      .map((member) => dossierOf(organisation).organisation(String(member['organisation'])))
      .filter((member) => member !== undefined)
      .filter(isThere)
  }) as readonly Part<R>[]
}

/** The day since which an organisation and all above it have been there; undefined where none is written. */
export function foundedOn(organisation: Part): Day | undefined {
  return lineOf(organisation)
    .flatMap(({ data }) => firstDay(data) ?? [])
    .sort()
    .at(-1)
}

/** The day since which an organisation has been in a group; undefined where it has always been, or is no member. */
export function joinedOn(group: Part, { key }: Part): Day | undefined {
  if (!isGroup(group)) return undefined
  return memberships(group)
    .filter((member) => member['organisation'] === key && standsOn(member, group.world.asOf))
    .map(firstDay)[0]
}

function firstDay({ from }: Readonly<Record<string, unknown>>): Day | undefined {
  return typeof from === 'string' && from !== 'none' ? (from as Day) : undefined
}

/** Whether an organisation is no part of the body: itself, what it stands below, or one of those that it groups. */
export function isOutside<R extends Reading>(organisation: Part<R>): boolean {
  return membersOf(organisation).some((member) =>
    lineOf(member).some(({ data }) => data['kind'] === 'external'),
  )
}

/** Whether an organisation and all above it are there on the day of judgement: founded, and not closed or merged. */
export function isThere<R extends Reading>(organisation: Part<R>): boolean {
  return organisation.remember('~there', () =>
    lineOf(organisation).every(({ data, world }) => standsOn(data, world.asOf)),
  ) as boolean
}

/**
 * The organisations that a text names and that are not there, closed or never founded here: where it has them do
 * something, and not where it tells of their end or of what was before.
 */
export function goneIn(text: string, dossier: Dossier): readonly Part[] {
  return gone(dossier)
    .filter(({ isNamedIn }) => isNamedIn(text))
    .map(({ organisation }) => organisation)
}

/** An organisation that is not there, and how to know its name in a text. */
interface Gone {
  readonly organisation: Part
  readonly isNamedIn: (text: string) => boolean
}

/** All that are not there, found once for all texts. */
function gone(dossier: Dossier): readonly Gone[] {
  return dossier.root.remember('~gone organisations', () => {
    const all = [...dossier.municipality.organisations.keys()]
      .map((id) => dossier.organisation(id))
      .filter((one) => one !== undefined && !isGroup(one) && one.data['kind'] !== 'external')
      .filter((one) => one !== undefined)
    const there = all.filter(isThere).map(nameOf)
    return all
      .filter((one) => !isThere(one))
      .map((organisation) => {
        const name = nameOf(organisation)
        const isNamed = naming(name, there)
        const isNamedIn = (text: string): boolean =>
          isNamed(text) && sentencesAtWork(text, name).some(isNamed)
        return { organisation, isNamedIn }
      })
  }) as readonly Gone[]
}

const nameOf = (organisation: Part): string => normalise(organisation.text('name') ?? '')

/** What is missing where only a sample of a group is listed; undefined where all are. */
export function unlistedMembers<R extends Reading>(organisation: Part<R>): Unknown | undefined {
  return organisation.data['known'] === 'sample'
    ? new Unknown([{ kind: 'municipality', path: `groups/${organisation.key}/members` }])
    : undefined
}

/** The organisation above in the tree. */
function parentOf<R extends Reading>(organisation: Part<R>): Part<R> | undefined {
  return dossierOf(organisation).parentOrganisation(organisation.key)
}

/** The organisation and all above it, nearest first. */
export function lineOf<R extends Reading>(organisation: Part<R>): readonly Part<R>[] {
  return organisation.remember('~line', () => {
    const above = parentOf(organisation)
    return above ? [organisation, ...lineOf(above)] : [organisation]
  }) as readonly Part<R>[]
}

/** The bureau: the topmost organisation of the tree that an organisation belongs to. */
export function bureauOf<R extends Reading>(organisation: Part<R>): Part<R> {
  return lineOf(organisation).at(-1) ?? organisation
}

/**
 * Whether an organisation is another one, stands below it in the tree, or is a member of it. Unknown
 * of a group of which only a sample is listed, as far as its other members would decide it.
 */
export function within(organisation: Part, other: Part): boolean {
  const verdict = isWithin(organisation, other)
  if (verdict instanceof Unknown) throw verdict
  return verdict
}

function isWithin<R extends Reading>(organisation: Part<R>, other: Part<R>): boolean | Unknown {
  if (lineOf(organisation).some((one) => one.key === other.key)) return true
  if (isGroup(organisation)) {
    const verdicts = listed(organisation).map((one) =>
      one instanceof Unknown ? one : isWithin(one, other),
    )
    if (verdicts.includes(false)) return false
    return openEnd(verdicts) ?? verdicts.length > 0
  }
  // Members of a sample that are not listed are such as the file does not have at all.
  return isGroup(other) && membersOf(other).some((one) => isWithin(organisation, one) === true)
}

/** The members of a group, which go on where only a sample of them is listed. */
function listed<R extends Reading>(group: Part<R>): OpenList<Part<R>> {
  const unlisted = unlistedMembers(group)
  return unlisted ? [...membersOf(group), unlisted] : membersOf(group)
}

/** Whether one organisation or group stands in another, either way round. */
export function overlaps<R extends Reading>(a: Part<R>, b: Part<R>): boolean {
  return standsIn(a, b) || standsIn(b, a)
}

/** Whether all listed members of an organisation or group stand within another one. */
export function standsIn<R extends Reading>(organisation: Part<R>, other: Part<R>): boolean {
  const members = membersOf(organisation)
  return members.length > 0 && members.every((one) => isWithin(one, other) === true)
}

/** Whether something with a first and a last day is there on a day. */
export function standsOn(dated: Readonly<Record<string, unknown>>, day: Day): boolean {
  const { from, until } = dated
  if (from === 'none') return false
  return !(typeof from === 'string' && from > day) && !(typeof until === 'string' && until < day)
}
