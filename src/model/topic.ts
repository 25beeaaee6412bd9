import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { fromBearing, dutiesInherited, provisionsAll, provisionsInherited } from './procedure.ts'
import { attempt } from './duty.ts'
import { isAnyLacking } from './lack.ts'
import type { StatedIn } from './pack.ts'
import { isPart, type Part } from './part.ts'
import { devicesOfTraits, isEnforced } from './trait.ts'

/** The topics a dossier must provide for: those of its level whose condition holds. */
export function topicsFor(dossier: Dossier): readonly (Part | Unknown)[] {
  const { standard, level } = dossier
  const mine = standard.list('topics').filter((topic) => topic.text('level') === level)
  return standard.holding(mine, dossier)
}

/**
 * What must be taught: on a system what its traits call for; to the whole organisation also what is
 * called for everywhere, so that it is told once.
 */
export function trainingTopicsFor(dossier: Dossier): readonly (Part | Unknown)[] {
  const { standard, level } = dossier
  const all = standard.list('trainingTopics')
  return standard.holding(
    level === 'organisation' ? all : all.filter((topic) => traitsFor(topic).length > 0),
    dossier,
  )
}

/**
 * Whether a topic is provided for: provisions of the system or of the whole organisation state all its
 * points, or a control that makes them needless is in force wherever they are called for. Unknown where only a document that nobody
 * has read covers it.
 */
export function provides(dossier: Dossier, topic: Part): boolean {
  const stated = attempt(() => isStated(dossier, topic))
  if (stated === true) return true
  const controls = topic.texts('enforcedBy')
  const enforced =
    controls.length > 0 && attempt(() => isEnforced(dossier, controls, calledForBy(dossier, topic)))
  if (enforced === true) return true
  if (stated instanceof Unknown) throw stated
  const unread = dossier.standard.list('documents').find((document) => hides(document, topic))
  if (unread) throw new Unknown([{ kind: 'standard', path: `documents/${unread.key}` }])
  if (enforced instanceof Unknown) throw enforced
  const wide = unwrittenWide(dossier, topic)
  if (wide) throw wide
  return false
}

/**
 * What is missing of a topic whose requirement is for the whole organisation where a system alone is written: the
 * procedure in which it would be provided for.
 */
function unwrittenWide(dossier: Dossier, topic: Part): Unknown | undefined {
  const { standard, level, organisationWide } = dossier
  const requirement = standard.requirement(topic.text('requirement') ?? '')
  if (level === 'organisation' || requirement?.data['level'] !== 'organisation') return undefined
  const isNone =
    organisationWide?.hasContext === true && organisationWide.context.data['procedure'] === 'none'
  const procedures = attempt(() => organisationWide?.procedures ?? [])
  if (procedures instanceof Unknown) return procedures
  if (isNone || procedures.length > 0) return undefined
  return new Unknown([{ kind: 'procedure', path: 'organisation' }])
}

/**
 * The points of a topic that no procedure states; none that one may state which was not copied whole, and none
 * that is written to be lacking, which is told by itself.
 */
export function unstatedPoints(dossier: Dossier, topic: Part): readonly string[] {
  const procedures = proceduresBearing(dossier)
  return topic
    .texts('states')
    .filter((point) => !isAnyLacking(dossier, [point]))
    .filter((point) => attempt(() => isPointStated(procedures, point)) === false)
}

/** What those points are called. */
export function unstatedPointNames(dossier: Dossier, topic: Part): readonly string[] {
  return unstatedPoints(dossier, topic).map((point) => dossier.standard.wordName('points', point))
}

/** The devices whose traits call for a topic: where a finding stands when nothing is written at all. */
export function calledForBy(dossier: Dossier, topic: Part): readonly Part[] {
  return devicesOfTraits(dossier, traitsFor(topic))
}

/** Whether provisions for the topic are written, or each of its points is stated somewhere. */
function isStated(dossier: Dossier, topic: Part): boolean {
  const procedures = proceduresBearing(dossier)
  const points = topic.texts('states')
  if (points.length > 0) return points.every((point) => isPointStated(procedures, point))
  const provisions = procedures.flatMap(provisionsAll)
  if (knownOf(provisions).some((one) => one.text('topic') === topic.key)) return true
  const end = openEnd(provisions)
  if (end) throw end
  return false
}

/** Whether one of some procedures states a point; unknown where one may that was not copied whole. */
function isPointStated(procedures: readonly Part[], point: string): boolean {
  const said = procedures.map((procedure) => attempt(() => statesPoint(procedure, point)))
  if (said.includes(true)) return true
  const unknown = openEnd(said)
  if (unknown) throw unknown
  return false
}

/** The procedures whose provisions hold for a dossier: its own and those of the whole organisation. */
function proceduresBearing(dossier: Dossier): readonly Part[] {
  return dossier.withOrganisation.flatMap(({ procedures }) => procedures)
}

function hides(document: Part, topic: Part): boolean {
  const { asOf } = document.world
  const term = document.part('inForce')
  const from = term?.text('from') ?? document.text('established') ?? ''
  return (
    document.data['read'] === false &&
    from <= asOf &&
    asOf <= (term?.text('until') ?? asOf) &&
    document.texts('covers').includes(topic.key)
  )
}

function traitsFor(topic: Part): readonly string[] {
  return topic.part('when')?.texts('traits') ?? []
}

/**
 * Whether a procedure or one of the whole organisation states a point that a requirement asks for: a
 * provision or a duty says that it does, or it stands where the vocabulary of points knows it to stand.
 * Unknown where the lists it could stand in go on.
 */
export function statesPoint(procedure: Part, point: string): boolean {
  const { points, end: sentencesEnd } = saidIn(procedure)
  if (points.has(point)) return true
  const places = dossierOf(procedure).standard.word('points', point)?.statedIn ?? []
  const lists = places.map((place) => ({ place, list: listed(procedure, place) }))
  if (lists.some(({ place, list }) => knownOf(list).some((one) => isStatedBy(one, place))))
    return true
  const end = openEnd([
    ...(sentencesEnd ? [sentencesEnd] : []),
    ...lists.flatMap(({ list }) => list),
  ])
  if (end) throw end
  return false
}

/** The points that provisions and duties say they state, gathered once, and where these lists go on. */
interface Said {
  readonly points: ReadonlySet<string>
  readonly end: Unknown | undefined
}

function saidIn(procedure: Part): Said {
  return procedure.remember('~points said', () => {
    const sentences = [...provisionsInherited(procedure), ...dutiesInherited(procedure)]
    const said = sentences.map((one) =>
      one instanceof Unknown ? one : attempt(() => one.texts('states')),
    )
    return { points: new Set(knownOf(said).flat()), end: openEnd(said) }
  }) as Said
}

function listed(procedure: Part, { list }: StatedIn): OpenList<Part> {
  return list === 'duties'
    ? dutiesInherited(procedure)
    : fromBearing(procedure, (one) => one.list(list))
}

function isStatedBy(element: Part, { activity, step, field }: StatedIn): boolean {
  if (activity !== undefined && element.text('activity') !== activity) return false
  if (step !== undefined) return element.parts('steps').some((one) => one.text('does') === step)
  return field === undefined || isWritten(element, field.split('.'))
}

/** Whether something is written under a path of keys, and not that there is none; in a list, of one of its elements. */
function isWritten(element: Part, [key = '', ...rest]: readonly string[]): boolean {
  if (!element.written(key)) return false
  if (element.shape.fields[key]?.none === true && element.data[key] === 'none') return false
  const value = element.field(key)
  const inner = Array.isArray(value) ? element.parts(key) : isPart(value) ? [value] : []
  return rest.length === 0 || inner.some((one) => isWritten(one, rest))
}
