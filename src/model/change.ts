import { dossierOf } from './dossier.ts'
import type { Part } from './part.ts'
import { currentEntries, newestBy } from './recent.ts'

/** The newest change of each system. */
export function latestChanges(root: Part): readonly Part[] {
  const changes = currentEntries(dossierOf(root), 'changes')
  return [...newestBy(changes, (change) => change.text('system') ?? '').values()]
}
