import { Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/normalise.ts'
import { dossierOf } from './dossier.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import { entriesOf, ledgerOf } from './record.ts'

/** The organisation whose ledger an entry stands in. */
export function holderOrganisation(entry: Part): Part {
  const organisation = entry.parent?.part('organisation')
  if (!organisation) throw new Unknown([{ kind: 'records', path: `${entry.key}/organisation` }])
  return organisation
}

/** Whether an account can still be used on the day of judgement. */
export function isOpen(account: Part): boolean {
  return account.text('removedOn') === undefined && account.text('disabledOn') === undefined
}

/** The day the holder left the account's organisation; undefined where the roster knows no leaving. */
export function holderLeftOn(account: Part): string | undefined {
  const organisation = holderOrganisation(account)
  const holder = account.text('holder')
  const changes = ledgerOf(dossierOf(account), 'rosterChanges', organisation)
    .flatMap((series) => series.parts('entries'))
    .filter((change) => change.text('person') === holder)
  const last = changes.at(-1)
  if (!last) return undefined
  const to = last.written('to') ? last.part('to') : undefined
  return to && within(to, organisation) ? undefined : last.text('on')
}

/** Accounts of the same holder (or label), organisation and rights that were there before and are still open. */
export function earlierTwins(account: Part): readonly Part[] {
  const all = entriesOf(dossierOf(account), 'accounts')
  const position = all.indexOf(account)
  return all.slice(0, Math.max(position, 0)).filter((other) => isTwin(other, account))
}

function isTwin(other: Part, account: Part): boolean {
  return (
    isOpen(other) &&
    holderOrganisation(other).key === holderOrganisation(account).key &&
    other.text('kind') === account.text('kind') &&
    other.data['rights'] === account.data['rights'] &&
    nameOf(other) !== undefined &&
    nameOf(other) === nameOf(account)
  )
}

/** The holder where there is one, else the label. */
function nameOf(account: Part): string | undefined {
  const holder = account.data['holder']
  if (typeof holder === 'string') return `holder:${holder}`
  const label = account.data['label']
  return typeof label === 'string' ? `label:${normalise(label)}` : undefined
}
