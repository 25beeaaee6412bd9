import { normalise } from '../japanese/width.ts'
import { isOpen } from './account.ts'
import { goesBy } from './count.ts'
import { dossierOf } from './dossier.ts'
import { overlaps } from './organisation.ts'
import type { Part } from './part.ts'
import { newestBy } from './recent.ts'
import { writtenLedger } from './record.ts'

/** What was last found of each credential; none where nobody looked. */
export function latestCredentials(root: Part): readonly Part[] {
  const seen = writtenLedger(dossierOf(root), 'credentials')
  return [
    ...newestBy(seen, (one) => `${one.writtenText('organisation') ?? ''}/${nameOf(one)}`).values(),
  ]
}

/** The account a credential is of; undefined where the ledger has none by its name: it is of something else. */
export function accountOf(credential: Part): Part | undefined {
  const organisation = credential.part('organisation')
  const accounts = writtenLedger(dossierOf(credential), 'accounts')
    .filter((series) => {
      const office = series.part('organisation')
      return office && organisation && overlaps(office, organisation)
    })
    .flatMap((series) => series.parts('entries'))
    .filter((account) => goesBy(account, nameOf(credential)))
  return accounts.find(isOpen) ?? accounts[0]
}

/** Whether a credential still opens anything: that of an account that was closed does not. */
export function isInUse(credential: Part): boolean {
  const account = accountOf(credential)
  return account === undefined || isOpen(account)
}

function nameOf(credential: Part): string {
  return normalise(credential.text('of') ?? '')
}
