import { addMonths } from '../calendar/day.ts'
import { Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/normalise.ts'
import { holderOrganisation } from './account.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { isKept, isLent, isListed, ledgerAround, mediumOf } from './count.ts'
import { overlaps, within } from './organisation.ts'
import type { Part } from './part.ts'
import { coverOf, entriesBy, ledgerOf, writtenLedger } from './record.ts'

/**
 * The media on the ledger of the organisation and kind that a context says are held, on the day of the
 * survey. Unknown where the ledger names no such kind: the same thing may go by another name there.
 */
export function listedAs(held: Part): readonly Part[] {
  const organisation = held.part('organisation')
  if (!organisation) return []
  const day = surveyDay(held)
  const media = ledgerAround(held, 'media', organisation).filter(
    (medium) => within(holderOrganisation(medium), organisation) && isKept(medium, day),
  )
  const ofKind = media.filter((medium) => isKind(medium, held.text('kind') ?? ''))
  if (ofKind.length === 0 && media.length > 0) {
    throw new Unknown([{ kind: 'records', path: `media/organisation:${organisation.key}/kind` }])
  }
  return ofKind
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
  const surveyed = context.written('surveyed') ? context.part('surveyed') : undefined
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
