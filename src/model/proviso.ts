import type { Period } from '../calendar/period.ts'
import { knownOf, Unknown } from '../finding/unknown.ts'
import { cycles } from '../japanese/cycle.ts'
import { textLikeness } from '../japanese/likeness.ts'
import { concernsCycle, provisosOf, withoutHead } from '../japanese/proviso.ts'
import { plainText, sentencesIn } from '../japanese/sentence.ts'
import { saidBy } from './contradiction.ts'
import { dossierOf } from './dossier.ts'
import { procedureOf } from './duty.ts'
import { isRunning } from './exception.ts'
import type { Part } from './part.ts'

/**
 * Whether a duty is what a proviso of its clause lets off from, and not what the clause asks for: it says that it is
 * an exception to another, or its text is more like a proviso than like any other sentence of its clauses.
 */
export function isProviso(duty: Part): boolean {
  if (duty.writtenTexts('exceptionTo').length > 0) return true
  const text = duty.writtenText('text') ?? ''
  if (text === '') return false
  const texts = clausesOn(duty).map((clause) => clause.writtenText('text') ?? '')
  const provisos = texts.flatMap((one) => provisosOf(one).map(({ letsOff }) => letsOff))
  const others = texts.flatMap(sentencesIn).filter((sentence) => !provisos.includes(sentence))
  const likest = (sentences: readonly string[]): number =>
    sentences
      .map((sentence) => textLikeness(withoutHead(sentence), text))
      .reduce((most, one) => (one > most ? one : most), 0)
  const proviso = likest(provisos)
  return proviso >= like && proviso > likest(others)
}

/** Two texts that share so many of their pairs of characters say the same. */
const like = 0.5

/**
 * Whether a proviso of the clauses on a duty lets its interval pass: the duty or an exception for it says so, and the
 * proviso names no shorter one. Unknown where it may apply, and nobody says whether it does.
 */
export function isCycleLetOff(duty: Part): boolean {
  const every = duty.writtenPart('frequency')?.writtenPeriod('every')
  if (!every) return false
  const allowing = clausesOn(duty).filter((clause) => mayLetOff(clause, every))
  if (allowing.length === 0) return false
  if (isProviso(duty) || isExcepted(duty)) return true
  throw new Unknown([{ kind: 'procedure', path: `exceptions/element:${duty.key}` }])
}

/**
 * Whether the clauses on a duty have it done no more often than it is, or a proviso of theirs does: they count, and not
 * the interval that all share, unless a pack of the municipality's own sets that.
 */
export function isCycleOfClauses(duty: Part): boolean {
  const every = duty.writtenPart('frequency')?.writtenPeriod('every')
  if (!every) return false
  if (dossierOf(duty).standard.setsOwn('accountReview')) return false
  return (
    clausesOn(duty)
      .flatMap(intervalsOf)
      .some((one) => every.isAtMost(one) === true) || isCycleLetOff(duty)
  )
}

/** The longer of an interval that all share and those that the body's own clauses on a requirement give. */
export function askedEvery(doc: Part, requirement: string, shared: Period): Period {
  const { standard } = dossierOf(doc)
  const own = knownOf(standard.clausesFor(requirement, dossierOf(doc))).flatMap(intervalsOf)
  return own.reduce((most, one) => (one.compareCertain(most) === 1 ? one : most), shared)
}

function clausesOn(duty: Part): readonly Part[] {
  const { standard } = dossierOf(duty)
  return knownOf(standard.clausesFor(duty.text('requirement') ?? '', dossierOf(duty)))
}

/** How often a clause has its duty done: as its key says, else each of its sentences but the provisos. */
export function intervalsOf(clause: Part): readonly Period[] {
  const max = clause.writtenPart('cadence')?.writtenPeriod('max')
  if (max) return [max]
  return saidBy(clause).demands.flatMap(({ every, isProviso: isLetOff }) =>
    every && !isLetOff ? [every] : [],
  )
}

/** Whether a proviso of a clause has something done otherwise than at its interval, and no more often than so. */
function mayLetOff(clause: Part, every: Period): boolean {
  return provisosOf(clause.writtenText('text') ?? '').some(({ letsOff }) => {
    const said = cycles(plainText(letsOff), [])
    return said.length > 0
      ? said.some(({ period }) => every.isAtMost(period) === true)
      : concernsCycle(letsOff)
  })
}

/** Whether an exception that is for a duty, or for all of its requirement, was granted and is not over. */
function isExcepted(duty: Part): boolean {
  return procedureOf(duty)
    .writtenParts('exceptions')
    .some((one) => {
      const named = one.writtenText('element')
      const isFor = named === undefined || [duty.key, duty.elementId].includes(named)
      return (
        isFor &&
        one.writtenText('requirement') === duty.writtenText('requirement') &&
        isRunning(one, duty.world.asOf)
      )
    })
}
