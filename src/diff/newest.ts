import type { WrittenDossier } from '../model/dossier.ts'
import type { WrittenPart } from '../model/part.ts'

/** The newest edition of every procedure of a system. */
export function newestOf({ editions }: WrittenDossier): readonly WrittenPart[] {
  const newest = new Map<string, WrittenPart>()
  for (const edition of editions) {
    const known = newest.get(edition.key)
    if (!known || spanOf(known).from < spanOf(edition).from) newest.set(edition.key, edition)
  }
  return [...newest.values()]
}

/** The newest edition of every procedure that is in force on the day of judgement, or will be. */
export function standingOf(dossier: WrittenDossier): readonly WrittenPart[] {
  return newestOf(dossier).filter((one) => spanOf(one).until >= dossier.asOf)
}

function spanOf({ data }: WrittenPart): { readonly from: string; readonly until: string } {
  const { from = '', until = '9999-12-31' } = (data['inForce'] ?? {}) as {
    readonly from?: string
    readonly until?: string
  }
  return { from, until }
}
