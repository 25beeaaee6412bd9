import { addMonths, type Day } from '../calendar/day.ts'
import { knownOf, openEnd, type OpenList, Unknown } from '../finding/unknown.ts'
import { provisosOf } from '../japanese/proviso.ts'
import { normalise } from '../japanese/width.ts'
import { asksForDocument, isErasedBeforeWitnesses } from '../japanese/witness.ts'
import { holderOrganisation } from './account.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { goesBy, isKept, isLent, isListed, ledgerAround, mediumOf } from './count.ts'
import { overlaps, within } from './organisation.ts'
import type { Part } from './part.ts'
import { laidDownFor } from './procedure.ts'
import { entriesSince, speaksFor } from './recent.ts'
import { coverOf, entriesBy, ledgerOf, writtenLedger } from './record.ts'
import type { Word } from './pack.ts'
import { isSaidIn } from './word.ts'

/**
 * The media on the ledger of the organisation and kind that a context says are held, on the day of the
 * survey. The same thing may go by another name there, or by none: unknown where the numbers differ or not
 * by what is of no known kind.
 */
export function listedAs(held: Part): readonly Part[] {
  const organisation = held.part('organisation')
  if (!organisation) return []
  const day = surveyDay(held)
  const media = ledgerAround(held, 'media', organisation).filter(
    (medium) => within(holderOrganisation(medium), organisation) && isKept(medium, day),
  )
  const ofKind = media.filter((medium) => isKind(medium, held.text('kind') ?? ''))
  const maybe =
    ofKind.length === 0
      ? media
      : media.filter((medium) => !medium.written('kind') || ofKind.includes(medium))
  const count = held.number('count') ?? 0
  if (count > maybe.length) return maybe
  const lent = ofKind.filter((medium) => isLent(medium, day)).length
  if (maybe.length === ofKind.length || count + lent < ofKind.length) return ofKind
  throw new Unknown([{ kind: 'records', path: `media/organisation:${organisation.key}/kind` }])
}

/** How many of the media that a context says are held were lent out on the day of the survey. */
export function lentOf(held: Part): number {
  return listedAs(held).filter((medium) => isLent(medium, surveyDay(held))).length
}

/** Whether what an organisation holds was counted one by one in the year before the day of judgement. */
export function isHeldCounted(held: Part): boolean {
  const organisation = held.part('organisation')
  if (!organisation) return false
  const counts = writtenLedger(dossierOf(held), 'counts').filter(
    (count) => count.text('ledger') === 'media',
  )
  const since = addMonths(held.world.asOf, -12)
  return counts.some((count) => {
    const where = count.part('organisation')
    return where && overlaps(where, organisation) && (count.text('on') ?? '') >= since
  })
}

function surveyDay(held: Part): string {
  const { context } = dossierOf(held)
  const surveyed = context.writtenPart('surveyed')
  return surveyed?.writtenText('on') ?? held.world.asOf
}

/** Whether a count of the same office has seen the medium of an exchange; then the count tells what it lacks. */
export function isCounted(exchange: Part): boolean {
  const own = holderOrganisation(exchange)
  const seen = seenBy(dossierOf(exchange)).get(mediumOf(exchange)) ?? []
  return seen.some((organisation) => overlaps(organisation, own))
}

/** Where the media were seen that the counts know of, by their labels. */
function seenBy(dossier: Dossier): ReadonlyMap<string, readonly Part[]> {
  return dossier.root.remember('~seen', () => {
    const seen = new Map<string, Part[]>()
    const records = dossier.records.filter((one) => one.written('counts'))
    for (const count of records.flatMap((one) => one.parts('counts'))) {
      const organisation = count.part('organisation')
      if (!organisation || count.text('ledger') !== 'media') continue
      for (const label of count.texts('seen').map(normalise)) {
        seen.set(label, [...(seen.get(label) ?? []), organisation])
      }
    }
    return seen
  }) as ReadonlyMap<string, readonly Part[]>
}

/**
 * Whether the ledger of the office had a medium when it changed hands. Unknown where no ledger is kept
 * for the office, or where none that lacks it speaks for that day.
 */
export function isExchangeListed(exchange: Part): boolean {
  const label = mediumOf(exchange)
  const day = exchange.text('on') ?? ''
  const series = ledgerOf(dossierOf(exchange), 'media', holderOrganisation(exchange))
  const media = series.flatMap((one) => entriesBy(one, 'label', labelOf).get(label) ?? [])
  if (isListed(media, label, day)) return true
  const isCovered = series.map(coverOf).some(({ from, to }) => from <= day && day <= to)
  if (!isCovered) throw new Unknown([{ kind: 'records', path: `media/medium:${label}` }])
  return false
}

function labelOf(medium: Part): string {
  return normalise(medium.text('label') ?? '')
}

/** Whether a medium is of a kind, as offices write it: USB and USBメモリ are one. */
function isKind(medium: Part, kind: string): boolean {
  const [own, wanted] = [normalise(medium.writtenText('kind') ?? ''), normalise(kind)]
  return own !== '' && (own.includes(wanted) || wanted.includes(own))
}

/** The incidents of loss or theft that may be that of something lost, as far as the records tell. */
export function lossesOf(entry: Part): OpenList<Part> {
  const lostOn = entry.text('lostOn')
  if (lostOn === undefined) return []
  const since = addMonths(lostOn as Day, -1)
  const losses = dossierOf(entry).standard.words('lossCauses')
  return entriesSince(dossierOf(entry), 'incidents', since).filter(
    (incident) => incident instanceof Unknown || losses.includes(incident.text('cause') ?? ''),
  )
}

/**
 * The erasures that are written down of something disposed of; they may go on where the ledger does not
 * speak for that day.
 */
export function erasuresOf(entry: Part): OpenList<Part> {
  const dossier = dossierOf(entry)
  const day = entry.text('disposedOn') as Day | undefined
  if (day === undefined) return []
  const series = dossier.withOrganisation.flatMap((one) => writtenLedger(one, 'erasures'))
  const found = series
    .flatMap((one) => one.parts('entries'))
    .filter((erasure) => goesBy(entry, erasure.text('device') ?? ''))
  if (found.length > 0 || speaksFor(series, { from: day, to: day })) return found
  return [new Unknown([{ kind: 'records', path: 'erasures' }])]
}

/**
 * The clauses that ask for a document of an erasure; those on what others erase, where others did. Unknown where a
 * proviso may let the document be left out.
 */
export function certificateClausesOf(erasure: Part): OpenList<Part> {
  const { standard } = dossierOf(erasure)
  const asksOf = (word: Word, clause: Part): boolean => {
    const text = clause.writtenText('text') ?? ''
    const documents = [word.name, ...(word.near ?? []), ...(word.reads?.do ?? [])]
    if (!isSaidIn(word, text) || !asksForDocument(text, documents)) return false
    return !ofOthers.test(text) || isErasedByOthers(erasure)
  }
  return certificateWords(erasure).flatMap((word) => {
    const clauses = knownOf(standard.clausesFor(word.requirement ?? '', dossierOf(erasure)))
    const held = clauses.map((clause) => ({ clause, open: whereNotLetOff(erasure, clause) }))
    // What the proviso of one clause lets off, no other asks for.
    if (held.some(({ open }) => open.length === 0)) return []
    return held.filter(({ clause }) => asksOf(word, clause)).flatMap(({ open }) => open)
  })
}

/** Whether a document of an erasure is asked for by a clause, a procedure that holds here or the contract. */
export function isCertificateAsked(erasure: Part): boolean {
  const points = dossierOf(erasure).standard.words('certificatePoints')
  const isStated = (one: Part): boolean =>
    one.writtenTexts('states').some((point) => points.includes(point))
  const reports = erasure.writtenPart('contract')?.writtenParts('reports') ?? []
  if (reports.some((one) => one.writtenText('document') === 'certificate')) return true
  const asking = [
    ...certificateClausesOf(erasure),
    ...laidDownFor(dossierOf(erasure)).flatMap((one) => {
      if (one instanceof Unknown) return [one]
      return isStated(one) ? whereNotLetOff(erasure, one) : []
    }),
  ]
  if (knownOf(asking).length > 0) return true
  const end = openEnd(asking)
  if (end) throw end
  return false
}

function certificateWords(erasure: Part): readonly Word[] {
  const { standard } = dossierOf(erasure)
  return standard.words('certificatePoints').flatMap((id) => standard.word('points', id) ?? [])
}

/** A text that asks for a document of an erasure, unless its proviso lets it off; unknown where nobody can say. */
function whereNotLetOff(erasure: Part, text: Part): OpenList<Part> {
  const words = certificateWords(erasure)
  const answers = provisosOf(text.writtenText('text') ?? '')
    .filter(({ whole }) => words.some((word) => isSaidIn(word, whole)))
    .map(({ letsOff }) =>
      isErasedBeforeWitnesses(letsOff, {
        how: erasure.legible['method'],
        witness: erasure.legible['witness'],
      }),
    )
  if (answers.includes(true)) return []
  if (!answers.includes(undefined)) return [text]
  return [new Unknown([{ kind: 'standard', path: `${text.type}:${text.key}` }])]
}

const ofOthers = /(?:事業者|業者|委託先|受託者)[^。、]{0,6}(?:に|が|へ|委託)/u

/** Whether the contract has somebody erase, or somebody from outside is known to do it. */
function isErasedByOthers(erasure: Part): boolean {
  const { context, hasContext, standard } = dossierOf(erasure)
  const kinds = standard.words('erasureActivities')
  const contract = erasure.writtenPart('contract')
  const isErasure = (one: Part): boolean => kinds.includes(one.writtenText('activity') ?? '')
  const practices = hasContext ? context.writtenParts('practices').filter(isErasure) : []
  return (
    contract?.writtenParts('terms').some(isErasure) === true ||
    practices.some(
      (one) =>
        (contract === undefined || one.writtenPart('contract') === contract) &&
        one.writtenParts('performedBy').some(({ data }) => data['kind'] === 'external'),
    )
  )
}
