import { sharedTerms, spokenOf } from '../japanese/likeness.ts'
import { saidText } from '../japanese/said.ts'
import type { Word } from '../model/pack.ts'
import { isPart, type WrittenPart } from '../model/part.ts'
import { phrasesOfStandard } from '../model/sentence.ts'
import type { WrittenStandard } from '../model/standard.ts'
import { isSaidIn } from '../model/word.ts'

/** What is missing from a text: the point, and the things it is missing for. */
export interface Missing {
  readonly point: Word
  readonly targets: readonly string[]
  /** Whether somebody read a text for it, and not only a list of the standard that names it. */
  readonly isTold: boolean
  /** What the text is called, where its writer said so. */
  readonly holder: string | undefined
}

/**
 * The one of the clauses of a requirement that a finding goes by: the one that what is said is about. A finding
 * about a missing point may go by one that asks for that point.
 * What somebody wrote to be lacking was looked for, so the clause nearest to it stands for it; of a point that only
 * the catalogue lists, one that says nothing of it is no ground.
 */
export function quotedClause(
  clauses: readonly WrittenPart[],
  { bound, said: about }: { readonly bound: readonly unknown[]; readonly said: string },
  standard: WrittenStandard,
): WrittenPart | undefined {
  const missing = missingIn(bound, standard)
  if (!missing) return spokenOfClause(clauses, { bound, about }, standard)
  const said = clauses.find((clause) => isSaidIn(missing.point, textOf(clause)))
  if (said || !missing.isTold) return said
  const words = [missing.point.name, ...(missing.point.near ?? []), ...missing.targets].join('、')
  const ranked = clauses
    .map((clause) => ({ clause, shared: sharedTerms(words, textOf(clause)) }))
    .sort((a, b) => b.shared - a.shared)
  const [first, second] = ranked
  return first && (!second || first.shared > second.shared) ? first.clause : undefined
}

/**
 * The clause that a sentence speaks of, the only one where there is no other. One that merely allows something asks for
 * nothing, and a use that is banned goes against a clause that bans; elsewhere a ban is quoted where no other is spoken of.
 */
function spokenOfClause(
  clauses: readonly WrittenPart[],
  { bound, about }: { readonly bound: readonly unknown[]; readonly about: string },
  standard: WrittenStandard,
): WrittenPart | undefined {
  // That nobody holds a role is against no clause on who stands in for one who is away.
  if (isAboutVacancy(bound) && about.includes('就いて'))
    return clauses.find((clause) => /欠けた|欠員|空席|後任|空いた/u.test(textOf(clause)))
  if (clauses.length < 2) return clauses[0]
  const place = (among: readonly WrittenPart[]): WrittenPart | undefined => {
    const said = spokenOf(
      about,
      clauses.map((clause) => (among.includes(clause) ? textOf(clause) : '')),
    )
    return said === undefined ? undefined : clauses[said]
  }
  const phrases = phrasesOfStandard(standard)
  const isBan = (clause: WrittenPart): boolean =>
    saidText(textOf(clause), phrases).force === 'mustNot'
  const asking = clauses.filter(({ data }) => data['force'] !== 'may')
  const others = asking.filter((clause) => !isBan(clause))
  const bans = asking.filter(isBan)
  return isAboutBan(bound) ? place(bans) : (place(others) ?? place(bans))
}

const textOf = (clause: WrittenPart): string => clause.writtenText('text') ?? ''

/** Whether something is told of a role that nobody holds. */
function isAboutVacancy(bound: readonly unknown[]): boolean {
  return bound.some((one) => isPart(one) && one.type === 'Role' && one.written('vacantSince'))
}

/** Whether something is told of a duty or provision that forbids. */
export function isAboutBan(bound: readonly unknown[]): boolean {
  return bound.some(
    (one) =>
      isPart(one) &&
      (one.legible['modality'] === 'mustNot' || Array.isArray(one.legible['forbids'])),
  )
}

/** What is told to be missing from a text, where a finding is about that. */
export function missingIn(
  bound: readonly unknown[],
  standard: WrittenStandard,
): Missing | undefined {
  const last = bound.at(-1)
  const told = isPart(last) ? last.writtenText('point') : undefined
  const point = standard.word('points', typeof last === 'string' ? last : told)
  if (!point) return undefined
  const targets = isPart(last)
    ? (last.legible['targets'] as readonly string[] | undefined)
    : undefined
  const holder = isPart(last) ? last.parent?.writtenText('title') : undefined
  return { point, targets: targets ?? [], isTold: told !== undefined, holder }
}
