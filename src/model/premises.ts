import { knownOf, type OpenList, Unknown } from '../finding/unknown.ts'
import { actionsOf, statusOf } from './action.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { listedKind } from './kind.ts'
import type { Part } from './part.ts'
import { currentEntries, newestBy } from './recent.ts'
import { entriesOf } from './record.ts'

/** The kind of a place, as the standard describes it. */
export function kindOfPlace(place: Part): Part {
  return listedKind(place, 'placeKinds')
}

/** What may stand in a place of a kind; undefined where the standard sets no limit. */
export function allowedIn(kind: Part): readonly string[] | undefined {
  return kind.written('mayContain') ? kind.texts('mayContain') : undefined
}

/**
 * The newest answer for each item of each place: a later good one heals, and so does an improvement of what the
 * inspection found that is done. A bad one stays however old it is; that a place is still good as it once was
 * is unknown where the ledger ended long ago.
 */
export function latestAnswers(root: Part): OpenList<Part> {
  const dossier = dossierOf(root)
  const inspections = entriesOf(dossier, 'inspections')
  const answers = inspections.flatMap((inspection) => inspection.parts('answers'))
  const keyOf = (answer: Part): string =>
    `${placeOfAnswer(answer)?.key ?? ''}+${answer.text('item') ?? ''}`
  const newest = newestBy(answers, keyOf, (answer) => answer.parent?.days('on'))
  const latest = [...newest]
    .map(([key, answer]) => answer.with({ key }))
    .filter((answer) => !isMended(answer))
  const current = attempt(() => currentEntries(dossier, 'inspections'))
  if (!(current instanceof Unknown)) return latest
  return [...latest.filter((answer) => answer.writtenText('result') === 'bad'), current]
}

/** Whether an improvement that names the inspection of an answer as its source is done. */
function isMended(answer: Part): boolean {
  const inspection = answer.parent?.writtenText('id')
  return knownOf(actionsOf(dossierOf(answer))).some(
    (action) => action.writtenText('source') === inspection && statusOf(action) === 'done',
  )
}

/** The place that an answer speaks of. */
export function placeOfAnswer(answer: Part): Part | undefined {
  return answer.parent?.part('place')
}

/** The day an answer was given. */
export function dayOfAnswer(answer: Part): string {
  return answer.parent?.text('on') ?? ''
}

/** What was found; what nobody looked at is unknown. */
export function resultOfAnswer(answer: Part): string {
  const result = answer.text('result') ?? ''
  if (result !== 'unseen') return result
  throw new Unknown([{ kind: 'records', path: `inspections/${answer.elementId}` }])
}

/** The item of a checklist that an answer answers. */
export function checkItemOf(answer: Part): Part {
  const id = answer.text('item') ?? ''
  const item = dossierOf(answer)
    .standard.list('checklists')
    .flatMap((checklist) => checklist.parts('items'))
    .find((one) => one.key === id)
  if (item) return item
  throw new Unknown([{ kind: 'standard', path: `checklists/${id}` }])
}
