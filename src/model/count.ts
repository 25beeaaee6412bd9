import type { DayRange } from '../calendar/fiscal.ts'
import { possibleDays } from '../calendar/rough-day.ts'
import { type OpenList, Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/width.ts'
import { holderOrganisation } from './account.ts'
import { dossierOf } from './dossier.ts'
import { attempt } from './duty.ts'
import { overlaps, within } from './organisation.ts'
import { DerivedPart, type Part } from './part.ts'
import { entriesBy, isEmpty, ledger, ledgerOf } from './record.ts'
import { shapeOf } from './shape.ts'

/** What was seen in a count, each with its exchanges where the register of exchanges covers the office. */
export function seenThings(count: Part): readonly Part[] {
  const organisation = count.part('organisation')
  return seenLabels(count).map((label) => {
    const exchanges = attempt(() =>
      organisation
        ? ledgerOf(dossierOf(count), 'exchanges', organisation).flatMap(
            (series) => entriesBy(series, 'medium', mediumOf).get(normalise(label)) ?? [],
          )
        : [],
    )
    return new DerivedPart(shapeOf('SeenMedium'), count, label, { label, count, exchanges })
  })
}

/** The label of the medium of an exchange, as labels are compared. */
export function mediumOf(exchange: Part): string {
  return normalise(exchange.text('medium') ?? '')
}

/** Whether a ledger had something under a label when a day began: what was lost or given away that day was there. */
export function isListed(entries: readonly Part[], label: string, day: string): boolean {
  return entries.some(
    (entry) => goesBy(entry, label) && (isKept(entry, day) || isGoneOn(entry, day)),
  )
}

/**
 * What the ledger has and a count of the same office should have seen and did not, as far as no later
 * count looked for it; not what was lent out, or has been taken off the ledger since.
 */
export function unseenThings(count: Part): OpenList<Part> {
  const organisation = count.part('organisation')
  if (!organisation || !count.written('seen') || !isWhole(count)) return []
  const name = count.text('ledger') ?? ''
  const day = count.text('on') ?? ''
  const later = countsOf(count, name).filter((other) => (other.text('on') ?? '') > day)
  const seen = seenLabels(count)
  const unseen = ledgerAround(count, name, organisation).filter((entry) => {
    const office = holderOrganisation(entry)
    return (
      within(office, organisation) &&
      isKept(entry, day) &&
      isKept(entry, entry.world.asOf) &&
      !isLent(entry, day) &&
      !isIdle(entry, day) &&
      !later.some((other) => covers(other, office)) &&
      !seen.some((label) => goesBy(entry, label))
    )
  })
  // What nobody dated may have come after the count.
  return unseen.map((entry) => {
    const { dated } = entry.shape
    return dated === undefined || entry.written(dated) ? entry : entry.missing(dated)
  })
}

/** The counts of one ledger, of the dossier that a part belongs to. */
function countsOf(part: Part, name: string): readonly Part[] {
  return ledger(dossierOf(part), 'counts').filter((count) => {
    return count.text('ledger') === name && count.written('seen')
  })
}

/**
 * What a ledger has of the offices that an organisation stands in or over. Unknown where the ledger
 * speaks of none of them.
 */
export function ledgerAround(part: Part, name: string, organisation: Part): readonly Part[] {
  const dossier = dossierOf(part)
  const found = ledger(dossier, name).filter((series) => {
    const office = series.part('organisation')
    return office !== undefined && overlaps(office, organisation)
  })
  if (found.length > 0 || isEmpty(dossier, name)) {
    return found.flatMap((series) => series.parts('entries'))
  }
  throw new Unknown([{ kind: 'records', path: `${name}/organisation:${organisation.key}` }])
}

/** Whether something is on a ledger on a day: registered by then, as far as is written, and not yet taken off. */
export function isKept(entry: Part, day: string): boolean {
  return (
    isListedBy(entry, day) &&
    goneKeys(entry).every((name) => !isBy(entry, day, entry.days(name), name))
  )
}

/** Whether something went from a ledger on the very day, having been there. */
function isGoneOn(entry: Part, day: string): boolean {
  return isListedBy(entry, day) && goneKeys(entry).some((name) => entry.writtenText(name) === day)
}

function isListedBy(entry: Part, day: string): boolean {
  const { dated = '' } = entry.shape
  return isBy(entry, day, possibleDays(entry.writtenText(dated) ?? ''), dated)
}

/** The keys that say when something went. */
function goneKeys({ shape }: Part): readonly string[] {
  const { gone = [], fields } = shape
  return ['disposedOn', 'removedOn', 'lostOn', ...gone].filter((name) =>
    Object.hasOwn(fields, name),
  )
}

/** Whether something was out on a day: lent, and not back by then. */
export function isLent(entry: Part, day: string): boolean {
  return entry.written('lentTo') && !isBy(entry, day, entry.days('returnedOn'), 'returnedOn')
}

/** Whether an account that a ledger still has could no longer be used on a day: it may be seen, and it need not be. */
export function isIdle(entry: Part, day: string): boolean {
  const ended = ['disabledOn', 'expiresOn'].filter((name) => name in entry.shape.fields)
  return ended.some((name) => isBy(entry, day, entry.days(name), name))
}

/** Whether what a count or one of its records lacks is not there: it was looked for everywhere. */
export function isWhole(looked: Part): boolean {
  return looked.data['whole'] !== false
}

/** Whether what is written under a key of an entry had come by a day; unknown where it tells its own day roughly. */
function isBy(entry: Part, day: string, days: DayRange | undefined, name: string): boolean {
  if (!days || days.from > day) return false
  if (days.to <= day) return true
  throw entry.missing(name)
}

function seenLabels(count: Part): readonly string[] {
  return Array.isArray(count.data['seen']) ? count.data['seen'].map(String) : []
}

function covers(count: Part, office: Part): boolean {
  const where = count.part('organisation')
  return where !== undefined && within(office, where)
}

/** Whether an entry is known by a label: the one written on it, or its id. */
export function goesBy(entry: Part, label: string): boolean {
  return ['label', 'id', ...entry.shape.key].some((name) =>
    sameLabel(entry.writtenText(name) ?? '', label),
  )
}

function sameLabel(a: string, b: string): boolean {
  return normalise(a) === normalise(b)
}
