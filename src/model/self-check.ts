import { type DayRange, fiscalYearOf } from '../calendar/fiscal.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { writeDays, writeDayText } from '../japanese/date.ts'
import { holderOrganisation } from './account.ts'
import { comparisonsOf, nameOfCount, requirementOfCount } from './comparison.ts'
import { latestCredentials } from './credential.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { checkItemOf } from './premises.ts'
import { coverOf, writtenLedger } from './record.ts'

/** The answers of self-inspections that speak of a system: its own, and those of the whole organisation. */
export function answersHeard(root: Part): readonly Part[] {
  return dossierOf(root).withOrganisation.flatMap((one) =>
    writtenLedger(one, 'selfInspections').flatMap((series) => series.parts('entries')),
  )
}

/**
 * What other checks of the same year found bad on the requirement that a self-inspection answered, where the
 * same offices are concerned, in words. A pair of files of the whole organisation is compared in its own dossier.
 */
export function foundAgainst(
  root: Part,
  answer: Part,
  ofSecrets: readonly string[],
): OpenList<string> {
  const requirement = answer.writtenText('requirement')
  if (requirement === undefined || answer.written('duty')) return []
  const dossier = dossierOf(root)
  const holders = dossierOf(answer) === dossier ? dossier.withOrganisation : [dossier]
  const question = { answer, requirement, organisation: holderOrganisation(answer) }
  return holders.flatMap((holder) => [
    ...(ofSecrets.includes(requirement) ? secretsKnown(holder, question) : []),
    ...placesBad(holder, question),
    ...countsApart(holder, question),
  ])
}

/** An answer, and what must be the same of a check for it to speak of the same matter. */
interface Question {
  readonly answer: Part
  readonly requirement: string
  readonly organisation: Part
}

/** Secrets that others knew, and that were not changed from that day on as far as is written. */
function secretsKnown(holder: Dossier, { answer, organisation }: Question): readonly string[] {
  return latestCredentials(holder.root).flatMap((credential) => {
    const exposed = credential.writtenDays('exposedOn')
    const office = credential.part('organisation')
    if (!exposed || !isOfYear(exposed, answer)) return []
    if (!office || !overlaps(office, organisation)) return []
    const changed = credential.writtenDays('changedOn')
    if (changed && changed.to >= exposed.from) return []
    const name = credential.text('of') ?? ''
    return [`${said(exposed)}に、「${name}」がほかの者に知られたか、そのおそれがあった`]
  })
}

/** Items of checklists that were bad at a place of the office and not good again before the answers were in. */
function placesBad(holder: Dossier, question: Question): OpenList<string> {
  const { answer, requirement, organisation } = question
  const inspections = writtenLedger(holder, 'inspections').flatMap((one) => one.parts('entries'))
  const until = answer.parent ? coverOf(answer.parent).to : ''
  return inspections.flatMap((inspection): OpenList<string> => {
    const on = inspection.writtenDays('on')
    if (!on || !isOfYear(on, answer)) return []
    const place = inspection.part('place')
    const bad = inspection
      .parts('answers')
      .filter((one) => one.writtenText('result') === 'bad')
      .filter((one) => attempt(() => checkItemOf(one).text('requirement')) === requirement)
      .filter((one) => !isGoodAgain(one, { inspections, on, until }))
    if (!place || bad.length === 0) return []
    const office = attempt(() => place.part('organisation'))
    if (office instanceof Unknown) return [office]
    if (!office || !overlaps(office, organisation)) return []
    const when = `${said(on)}の「${place.text('name') ?? ''}」の点検で`
    return bad.map((one) => `${when}、「${checkItemOf(one).text('text') ?? ''}」がよくないとされた`)
  })
}

/** Whether an item was found good at the same place after a day, and before the answers were in. */
function isGoodAgain(
  bad: Part,
  { inspections, on, until }: { inspections: readonly Part[]; on: DayRange; until: string },
): boolean {
  const place = bad.parent?.writtenText('place')
  return inspections.some((later) => {
    const day = later.writtenDays('on')
    if (!day || day.to <= on.from || day.from > until || later.writtenText('place') !== place)
      return false
    return later
      .parts('answers')
      .some((one) => one.text('item') === bad.text('item') && one.writtenText('result') === 'good')
  })
}

/** Records of the office that do not agree, and nobody knows why. */
function countsApart(holder: Dossier, question: Question): readonly string[] {
  const { answer, requirement, organisation } = question
  return writtenLedger(holder, 'counts').flatMap((count) => {
    const on = count.writtenDays('on')
    if (!on || !isOfYear(on, answer) || count.written('explained')) return []
    const office = count.part('organisation')
    if (!office || !overlaps(office, organisation)) return []
    if (attempt(() => requirementOfCount(count)) !== requirement) return []
    return isApart(count) ? [`${nameOfCount(count)}で、合わないものがあった`] : []
  })
}

function isApart(count: Part): boolean {
  const compared = attempt(() => comparisonsOf(count))
  const differs =
    !(compared instanceof Unknown) &&
    compared.some((one) => !(one instanceof Unknown) && one.field('agrees') === false)
  return (
    differs ||
    count
      .writtenParts('records')
      .some((one) => one.texts('lacks').length > 0 || one.texts('extra').length > 0)
  )
}

function isOfYear({ from, to }: DayRange, answer: Part): boolean {
  const year = answer.number('fiscalYear')
  return fiscalYearOf(from) === year && fiscalYearOf(to) === year
}

function said(days: DayRange): string {
  return days.from === days.to ? writeDayText(days.from) : writeDays(days)
}
