import { knownOf, Lost, type OpenList, Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf, isWhole } from './dossier.ts'
import { attempt } from './duty.ts'
import { lacksAll } from './lack.ts'
import { announcesRevision, editionsOf } from './notice.ts'
import { DerivedPart, type Part } from './part.ts'
import { dutiesAll, dutiesInherited, provisionsAll } from './procedure.ts'
import { shapeOf } from './shape.ts'
import { statesPoint } from './topic.ts'

/*
 * What a revision takes away, and whether the notice of it says so: a duty, a step or the confirmation of one, a
 * point. A duty or point that is not in the later text is gone where that text was copied whole for its
 * requirement, or where somebody has read it and found it lacking there.
 */

/** What a notice's revision takes away. */
export function droppedBy(notice: Part): OpenList<Part> {
  if (!announcesRevision(notice)) return []
  const { before, after } = editionsOf(notice)
  const later = { after, notice, duties: knownOf(dutiesInherited(after)) }
  if (dutiesAll(after).some((one) => one instanceof Lost)) return []
  const duties = knownOf(dutiesAll(before))
  const gone = duties.filter((duty) => isGone(duty, later))
  const points = new Set(gone.flatMap((duty) => duty.texts('states')))
  return [
    ...gone.map((duty) => drop(later, `担当業務「${nameOf(duty)}」`, { duty })),
    ...duties.flatMap((duty) => lessOf(duty, later)),
    ...pointsGone(before, later)
      .filter((point) => !points.has(point))
      .map((point) => drop(later, `「${wordFor(notice, 'points', point)}」の定め`, { point })),
  ]
}

/** The later of two editions, what the duties are that hold there, and the notice of it. */
interface Later {
  readonly after: Part
  readonly notice: Part
  readonly duties: readonly Part[]
}

/** Whether a duty is not in the later text, there or under another name, and is known not to be. */
function isGone(duty: Part, { after, duties }: Later): boolean {
  if (duties.some((one) => one.key === duty.key || isSame(one, duty))) return false
  if (isWhole(after.data, duty.writtenText('requirement') ?? null)) return true
  return duty.texts('states').some((point) => lacks(after, point, duty))
}

/** Whether two duties of other ids are one: the same title, or the same deed for the same things. */
function isSame(one: Part, other: Part): boolean {
  if (normalise(nameOf(one)) === normalise(nameOf(other))) return true
  const activity = one.writtenText('activity')
  if (activity === undefined || activity !== other.writtenText('activity')) return false
  if (dossierOf(one).standard.word('activities', activity)?.unspecific === true) return false
  const [these, those] = [one.texts('targets'), other.texts('targets')]
  return these.length === 0 || those.length === 0 || these.some((target) => those.includes(target))
}

/** The steps and the confirmation that a duty has lost. */
function lessOf(before: Part, later: Later): readonly Part[] {
  const after = later.duties.find(({ key }) => key === before.key)
  if (!after) return []
  const kept = new Set(after.writtenParts('steps').map((step) => step.text('does')))
  const steps = before.writtenParts('steps').filter((step) => !kept.has(step.text('does')))
  const named = [...new Set(steps.map((step) => step.text('does') ?? ''))].map((does) =>
    drop(later, `「${nameOf(before)}」の手順「${wordFor(before, 'steps', does)}」`, {
      duty: before,
    }),
  )
  if (!before.written('confirm') || after.written('confirm')) return named
  return [...named, drop(later, `「${nameOf(before)}」の結果の確認`, { duty: before })]
}

/** The points that the earlier text stated and the later is known not to, be it in other places. */
function pointsGone(before: Part, { after }: Later): readonly string[] {
  const earlier = [...knownOf(dutiesAll(before)), ...knownOf(provisionsAll(before))]
  const gone = earlier.flatMap((sentence) =>
    sentence.texts('states').filter((point) => {
      if (lacks(after, point, sentence)) return !lacks(before, point, sentence)
      const requirement = dossierOf(after).standard.word('points', point)?.requirement ?? null
      return isWhole(after.data, requirement) && attempt(() => statesPoint(after, point)) === false
    }),
  )
  return [...new Set(gone)]
}

/** Whether a text is written to lack a point of what a sentence of the earlier one was about. */
function lacks(after: Part, point: string, sentence: Part): boolean {
  const targets = sentence.texts('targets')
  return lacksAll(after).some(
    (lack) =>
      lack.text('point') === point &&
      (targets.length === 0 || lack.texts('targets').every((target) => targets.includes(target))),
  )
}

function drop(
  { notice }: Later,
  name: string,
  { duty, point }: { readonly duty?: Part; readonly point?: string },
): DerivedPart {
  return new DerivedPart(shapeOf('NoticeDrop'), notice, name, {
    name,
    told: isTold(notice, duty, point),
  })
}

/**
 * Whether a statement of a notice names a duty or a point. Unknown where one names no duty and nobody copied
 * what it says.
 */
function isTold(notice: Part, duty: Part | undefined, point: string | undefined): unknown {
  const statements = attempt(() => notice.parts('statements'))
  if (statements instanceof Unknown) return statements
  const names = [
    ...(duty ? [nameOf(duty)] : []),
    ...(point === undefined ? [] : [wordFor(notice, 'points', point)]),
  ].map(normalise)
  const isNamed = statements.some((one) => {
    if (duty && one.writtenText('duty') === duty.key) return true
    const text = normalise(one.writtenText('text') ?? '')
    return names.some((name) => text.includes(name))
  })
  const silent = statements.find((one) => !one.written('duty') && !one.written('text'))
  return isNamed || !silent ? isNamed : silent.missing('text')
}

function nameOf(duty: Part): string {
  return duty.writtenText('title') ?? wordFor(duty, 'activities', duty.text('activity') ?? '')
}

function wordFor(part: Part, vocabulary: string, id: string): string {
  return dossierOf(part).standard.wordName(vocabulary, id)
}
