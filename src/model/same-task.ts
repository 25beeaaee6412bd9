import type { OpenList } from '../finding/unknown.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { haveOneDegree } from '../japanese/likeness.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import { attempt, organisationsOf, performingRoles, procedureOf } from './duty.ts'
import { overlaps, within } from './organisation.ts'
import type { Part } from './part.ts'
import {
  areOfSamePerformer,
  elsewhere,
  haveOneReceiver,
  isOfSameThings,
  rulingsBinding,
  rulingsOf,
} from './ruling.ts'
import { documentOf, isAbove } from './upper.ts'

/*
 * One task in two texts: the procedure, its documents and those above it may each say who does it, how often,
 * what is kept of it and who is told. Of two texts of its own the later one is told. What the procedure of the
 * whole organisation has done is a task of its own.
 */

/** The duties of other texts by which nobody of the same roles or offices does the same task. */
export function otherDoers(ruling: Part): OpenList<Part> {
  return sameTask(ruling, (other) => {
    const [some, others] = [ruling, other].map(performingRoles)
    if (!some?.length || !others?.length) return false
    return !some.some((one) => others.some((role) => isOneRole(one, role)))
  })
}

/** The duties of other texts, none above, by which the same performers do the same task in other turns. */
export function otherTurns(ruling: Part): OpenList<Part> {
  return sameTask(ruling, (other) => {
    const [own, given] = [ruling, other].map((one) => frequencyOf(one)?.writtenPeriod('every'))
    if (!own || !given || isUpper(other) || !areOfSamePerformer(other, ruling)) return false
    return Math.abs(own.compareCertain(given) ?? 0) === 1
  })
}

/** The duties of other texts, none above, by which the same task is done from another degree of the same on. */
export function otherOccasions(ruling: Part): OpenList<Part> {
  return sameTask(ruling, (other) => {
    const [own, given] = [ruling, other].map(occasionOf)
    return own !== undefined && given !== undefined && own !== given && !isUpper(other)
  })
}

/** The duties of other texts, none above, by which the same performers keep another record of the same task. */
export function otherRecords(ruling: Part): OpenList<Part> {
  return sameTask(ruling, (other) => {
    const [own = '', given = ''] = [ruling, other].map((one) => normalise(one.text('record') ?? ''))
    if (own === '' || given === '' || isUpper(other)) return false
    return !own.includes(given) && !given.includes(own) && areOfSamePerformer(other, ruling)
  })
}

/** The duties of other texts by which the same performers tell others of the same task. */
export function otherReceivers(ruling: Part): OpenList<Part> {
  return sameTask(
    ruling,
    (other) => !haveOneReceiver(other, ruling) && areOfSamePerformer(other, ruling),
  )
}

/**
 * The duties of another procedure, of the system or of the whole organisation, by which those for whom this procedure is
 * do what it leaves to those for whom the other is: each says that the other side does it, and nobody does.
 */
export function passedBack(ruling: Part): readonly Part[] {
  if (!isBinding(ruling) || !isPassedOn(ruling)) return []
  const own = procedureOf(ruling)
  const [system = [], wide = []] = dossierOf(ruling).withOrganisation.map((dossier) => {
    const all = attempt(() => dossier.procedures)
    return all instanceof Unknown ? [] : all
  })
  return [...system.slice(0, system.indexOf(own)), ...wide]
    .filter((procedure) => !haveOneReader(own, procedure))
    .flatMap((procedure) => knownOf(rulingsOf(procedure)))
    .filter(
      (other) =>
        isBinding(other) &&
        other.text('activity') === ruling.text('activity') &&
        isOfSameThings(other, ruling) &&
        isPassedOn(other) &&
        isDoneBy(ruling, readersOf(procedureOf(other))) &&
        isDoneBy(other, readersOf(own)),
    )
}

/** Whether a duty of some certain kind of work is left to those for whom its procedure is not. */
function isPassedOn(ruling: Part): boolean {
  const word = dossierOf(ruling).standard.word('activities', ruling.text('activity'))
  const readers = readersOf(procedureOf(ruling))
  return !!word && word.unspecific !== true && readers.length > 0 && !isDoneBy(ruling, readers)
}

function isDoneBy(ruling: Part, offices: readonly Part[]): boolean {
  return organisationsOf(ruling).some((one) => offices.some((office) => overlaps(one, office)))
}

/** The offices for which a procedure says that it is. */
function readersOf(procedure: Part): readonly Part[] {
  return procedure.writtenParts('covers')
}

function haveOneReader(one: Part, other: Part): boolean {
  const offices = readersOf(other)
  return readersOf(one).some((office) => offices.some((each) => overlaps(office, each)))
}

/** What another text lays down on the same task, where it is above or stands before. */
function sameTask(ruling: Part, holds: (other: Part) => boolean): OpenList<Part> {
  if (!isBinding(ruling)) return []
  const places = placesIn(procedureOf(ruling))
  const own = places.get(ruling.trail) ?? -1
  const isFirst = (other: Part): boolean => (places.get(other.trail) ?? own) < own || isUpper(other)
  return elsewhere(
    ruling,
    (other) => isBinding(other) && isFirst(other) && haveOneOccasion(ruling, other) && holds(other),
    rulingsBinding,
  )
}

/** In which place each ruling of a procedure stands, by its trail. */
function placesIn(procedure: Part): ReadonlyMap<string, number> {
  return procedure.remember('~places of rulings', () => {
    const trails = knownOf(rulingsOf(procedure)).map(({ trail }) => trail)
    return new Map(trails.map((trail, place) => [trail, place] as const).reverse())
  }) as ReadonlyMap<string, number>
}

/** Whether a ruling is a duty that must be done. */
function isBinding(ruling: Part): boolean {
  return 'frequency' in ruling.shape.fields && (ruling.text('modality') ?? 'must') === 'must'
}

/**
 * Whether two duties are done in turns both, after the same event both, be it of another degree, or one of them does
 * not say when.
 */
function haveOneOccasion(one: Part, other: Part): boolean {
  const [first, second] = [one, other].map(occasionOf)
  if (first === undefined || second === undefined) return true
  return first === second || haveOneDegree(first, second)
}

function occasionOf(ruling: Part): string | undefined {
  const frequency = frequencyOf(ruling)
  if (!frequency) return undefined
  if (frequency.written('every')) return 'in turns'
  const event = frequency.writtenText('on') ?? frequency.writtenText('occasion')
  if (event !== undefined) return normalise(event)
  const word = frequency.writtenText('word')
  return word === 'periodic' ? 'in turns' : word === 'unstated' ? undefined : word
}

function frequencyOf(ruling: Part): Part | undefined {
  return ruling.writtenPart('frequency')
}

/** Whether two roles are the same, or stand in one office or one in the other's. */
function isOneRole(one: Part, other: Part): boolean {
  if (one.key === other.key) return true
  if (one.written('canonical') && one.text('canonical') === other.text('canonical')) return true
  const [own, given] = [one.part('organisation'), other.part('organisation')]
  return !!own && !!given && (within(own, given) || within(given, own))
}

function isUpper(ruling: Part): boolean {
  const document = documentOf(ruling)
  return document !== undefined && isAbove(document)
}
