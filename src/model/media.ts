import { Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/normalise.ts'
import { holderOrganisation } from './account.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { DerivedPart, type Part } from './part.ts'
import { overlaps } from './organisation.ts'
import { coverOf, entriesBy, ledgerOf } from './record.ts'
import { derivedShape } from './shape.ts'

/** The media seen in a count, each with its exchanges where the register of exchanges covers the office. */
export function seenMedia(count: Part): readonly Part[] {
  const organisation = count.part('organisation')
  const labels = Array.isArray(count.data['seen']) ? count.data['seen'] : []
  return labels.map((label) => {
    const name = String(label)
    const exchanges = attempt(() =>
      organisation
        ? ledgerOf(dossierOf(count), 'exchanges', organisation).flatMap(
            (series) => entriesBy(series, 'medium', mediumOf).get(normalise(name)) ?? [],
          )
        : [],
    )
    return new DerivedPart(derivedShape('SeenMedium'), count, name, {
      label: name,
      count,
      exchanges,
    })
  })
}

function mediumOf(exchange: Part): string {
  return normalise(exchange.text('medium') ?? '')
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

/** Whether a ledger has a medium under a label on a day: registered by then and not yet disposed of. */
export function isListed(media: readonly Part[], label: string, day: string): boolean {
  return media.some(
    (medium) =>
      sameLabel(medium.text('label') ?? '', label) &&
      (medium.text('registeredOn') ?? '') <= day &&
      !((medium.text('disposedOn') ?? '9999-12-31') <= day),
  )
}

function sameLabel(a: string, b: string): boolean {
  return normalise(a) === normalise(b)
}
