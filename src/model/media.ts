import { normalise } from '../japanese/normalise.ts'
import { holderOrganisation } from './account.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { DerivedPart, type Part } from './part.ts'
import { entriesBy, ledgerOf } from './record.ts'
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

/** Whether a ledger has a medium under a label on a day: registered by then and not yet disposed of. */
export function isListed(media: readonly Part[], label: string, day: string): boolean {
  return media.some(
    (medium) =>
      sameLabel(medium.text('label') ?? '', label) &&
      (medium.text('registeredOn') ?? '') <= day &&
      !((medium.text('disposedOn') ?? '9999-12-31') <= day),
  )
}

/** The ledger entries of the office where a count was made; unknown where no ledger covers it. */
export function mediaLedgerFor(count: Part): readonly Part[] {
  const organisation = count.part('organisation') ?? holderOrganisation(count)
  return ledgerOf(dossierOf(count), 'media', organisation).flatMap((series) =>
    series.parts('entries'),
  )
}

function sameLabel(a: string, b: string): boolean {
  return normalise(a) === normalise(b)
}
