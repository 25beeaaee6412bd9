import { Unknown } from '../finding/unknown.ts'
import { normalise } from '../japanese/normalise.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { within } from './organisation.ts'
import type { Part } from './part.ts'
import { entriesBy, entriesOf, grouped, ledgerOf } from './record.ts'

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
  const last = rosterChangesOf(account.text('holder'), organisation).at(-1)
  if (!last) return undefined
  const to = last.written('to') ? last.part('to') : undefined
  return to && within(to, organisation) ? undefined : last.text('on')
}

/** What the rosters of an organisation say of a person, in their order; unknown where it has none. */
function rosterChangesOf(person: string | undefined, organisation: Part): readonly Part[] {
  return ledgerOf(dossierOf(organisation), 'rosterChanges', organisation).flatMap(
    (series) =>
      entriesBy(series, 'person', (change) => change.text('person')).get(person ?? '') ?? [],
  )
}

/** Accounts of the same holder (or label), organisation and rights that were there before and are still open. */
export function earlierTwins(account: Part): readonly Part[] {
  const key = twinKeyOf(account)
  const twins = key === undefined ? [] : (openTwins(dossierOf(account)).get(key) ?? [])
  return twins.slice(0, Math.max(twins.indexOf(account), 0))
}

/** The open accounts of a system under what makes them twins, in the order of the ledgers. */
function openTwins(dossier: Dossier): ReadonlyMap<string, readonly Part[]> {
  return dossier.root.remember('~open twins', () => {
    const open = entriesOf(dossier, 'accounts').filter(isOpen)
    return grouped(open, (one) => (one.parent?.part('organisation') ? twinKeyOf(one) : undefined))
  }) as ReadonlyMap<string, readonly Part[]>
}

/** What twins have in common; undefined where nobody can be named. */
function twinKeyOf(account: Part): string | undefined {
  const organisation = holderOrganisation(account).key
  const name = nameOf(account)
  if (name === undefined) return undefined
  return JSON.stringify([organisation, account.text('kind'), account.data['rights'], name])
}

/** The holder where there is one, else the label. */
function nameOf(account: Part): string | undefined {
  const holder = account.data['holder']
  if (typeof holder === 'string') return `holder:${holder}`
  const label = account.data['label']
  return typeof label === 'string' ? `label:${normalise(label)}` : undefined
}
