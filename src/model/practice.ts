import { knownOf } from '../finding/unknown.ts'
import { joinList } from '../japanese/list.ts'
import { normalise } from '../japanese/width.ts'
import { dossierOf } from './dossier.ts'
import { attempt, concerns, partiesOf, procedureOf } from './duty.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import { missedWindows } from './turn.ts'

/** What is really done for a duty, as far as the context tells of this procedure's field. */
export function practicesOf(duty: Part): readonly Part[] {
  const procedure = procedureOf(duty)
  return dossierOf(duty)
    .context.parts('practices')
    .filter((practice) => {
      const named = practice.writtenPart('duty')
      if (named && named.key !== duty.key) return false
      return (
        practice.text('activity') === duty.text('activity') &&
        (named !== undefined || isSpecific(duty)) &&
        concerns(practice, procedure) &&
        shareTargets(practice, duty)
      )
    })
}

/** The same, none where nothing is told of what is really done. */
export function practicesTold(duty: Part): readonly Part[] {
  const dossier = dossierOf(duty)
  return dossier.hasContext && dossier.context.written('practices') ? practicesOf(duty) : []
}

/** What is done, and to what, where the practice names it: 脆弱性の診断, バックアップの取得（共有フォルダ）. */
export function nameOfPractice(practice: Part): string {
  return nameOfWork(practice, practice.text('activity') ?? '')
}

/** The same of a share of the work, be it done or not. */
export function nameOfShare(share: Part): string {
  return nameOfWork(share, share.text('task') ?? '')
}

function nameOfWork(part: Part, activity: string): string {
  const { standard } = dossierOf(part)
  const targets = joinList(part.writtenTexts('targets'))
  if (targets === '') return standard.wordName('activities', activity)
  if (standard.word('activities', activity)?.unspecific === true) return targets
  return `${standard.wordName('activities', activity)}（${targets}）`
}

/** The requirement that the kind of work which is done belongs to; empty where it belongs to none. */
export function requirementOfPractice(practice: Part): string {
  const activity = practice.text('activity')
  return dossierOf(practice).standard.word('activities', activity)?.requirement ?? ''
}

/** Whether what is done may be what a term of a contract is about: they name no different things. */
export function answersTerm(practice: Part, term: Part): boolean {
  return practice.text('activity') === term.text('activity') && shareTargets(practice, term)
}

/** Whether the activity of a duty says what is done. */
function isSpecific(duty: Part): boolean {
  const { standard } = dossierOf(duty)
  return standard.word('activities', duty.text('activity'))?.unspecific !== true
}

/** Whether two things are about the same devices or data, as far as both name them. */
function shareTargets(one: Part, other: Part): boolean {
  if (!one.written('targets') || !other.written('targets')) return true
  const named = new Set(one.texts('targets').map(normalise))
  return other.texts('targets').some((target) => named.has(normalise(target)))
}

/**
 * Whether the records show that an organisation has not done a duty that it must do again and again: then
 * that is what is told of it. What no record shows is not held against it.
 */
export function neglects(duty: Part, organisation: Part): boolean {
  if ((duty.text('modality') ?? 'must') !== 'must') return false
  return knownOf(partiesOf(duty)).some((party) => {
    const own = party.part('organisation')
    if (!own || !within(own, organisation)) return false
    const missed = attempt(() => missedWindows(duty, own))
    return Array.isArray(missed) && missed.length > 0
  })
}
