import { sharedTerms, spokenOf } from '../japanese/likeness.ts'
import type { Word } from '../model/pack.ts'
import { isPart, type WrittenPart } from '../model/part.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { isSaidIn } from '../model/word.ts'

/** What is missing from a text: the point, and the things it is missing for. */
interface Missing {
  readonly point: Word
  readonly targets: readonly string[]
  /** Whether somebody read a text for it, and not only a list of the standard that names it. */
  readonly isTold: boolean
}

/**
 * The one of the clauses of a requirement that a finding may quote: the one that what is said is about. A finding
 * about a missing point may quote one that asks for that point.
 * What somebody wrote to be lacking was looked for, so the clause nearest to it stands for it; of a point that only
 * the catalogue lists, one that says nothing of it is no ground.
 */
export function quotedClause(
  clauses: readonly WrittenPart[],
  { bound, said: about }: { readonly bound: readonly unknown[]; readonly said: string },
  standard: WrittenStandard,
): WrittenPart | undefined {
  const textOf = (clause: WrittenPart): string => clause.writtenText('text') ?? ''
  const missing = missingIn(bound, standard)
  if (!missing) return clauses[spokenOf(about, clauses.map(textOf))]
  const said = clauses.find((clause) => isSaidIn(missing.point, textOf(clause)))
  if (said || !missing.isTold) return said
  const words = [missing.point.name, ...(missing.point.near ?? []), ...missing.targets].join('、')
  const ranked = clauses
    .map((clause) => ({ clause, shared: sharedTerms(words, textOf(clause)) }))
    .sort((a, b) => b.shared - a.shared)
  const [first, second] = ranked
  return first && (!second || first.shared > second.shared) ? first.clause : undefined
}

function missingIn(bound: readonly unknown[], standard: WrittenStandard): Missing | undefined {
  const last = bound.at(-1)
  const told = isPart(last) ? last.writtenText('point') : undefined
  const point = standard.word('points', typeof last === 'string' ? last : told)
  if (!point) return undefined
  const targets = isPart(last) ? (last.data['targets'] as readonly string[] | undefined) : undefined
  return { point, targets: targets ?? [], isTold: told !== undefined }
}
