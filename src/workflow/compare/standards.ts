import { type GradedChange, gradeFacts } from '../../diff/change.ts'
import { compareEditions } from '../../diff/edition.ts'
import { elementOf } from '../../diff/fact.ts'
import { Side } from '../../diff/names.ts'
import { policies } from '../../diff/policy.ts'
import type { StandardChange } from '../../diff/standard-change.ts'
import type { ComparedStandard } from '../../finding/change.ts'
import type { JudgementDay } from '../../model/build.ts'
import { editionIds, type PackDocument } from '../../model/pack.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Comparison } from './report.ts'
import type { ReadSide } from './side.ts'
import type { Packs } from '../open/packs.ts'

/** A pack that is on both sides and is not the same on both. */
export interface ChangedPack {
  readonly before: PackDocument
  readonly after: PackDocument
}

/** The packs on both sides of a comparison that differ by more than their form. */
export function changedPacks({
  before,
  after,
  changes,
}: Pick<Comparison, 'before' | 'after' | 'changes'>): readonly ChangedPack[] {
  const changed = new Set(
    changes.filter(({ grade }) => grade !== 'editorial').flatMap(packOfChange),
  )
  const earlier = packsIn(before)
  return packsIn(after).flatMap((second): readonly ChangedPack[] => {
    const first = earlier.find(({ id }) => id === second.id)
    return first && changed.has(second.id) ? [{ before: first, after: second }] : []
  })
}

function packsIn({ documents }: ReadSide): readonly PackDocument[] {
  return documents
    .filter(({ kind }) => kind === 'standard')
    .map(({ value, document }) => ({ id: String(value['id']), value, document }))
}

/** The pack that a change is one of. */
function packOfChange({ fact }: Pick<GradedChange, 'fact'>): readonly string[] {
  const { shape, data, key } = elementOf(fact).root
  if (shape.kind === 'standard') return [key]
  return shape.kind === 'rules' ? [String(data['pack'])] : []
}

/**
 * The editions to hold against each other: where the later side has a new edition after all that were
 * there, the one that was the last until now and the new one.
 */
export function newEdition({ before, after }: ChangedPack): StandardChange['editions'] {
  const [known, all] = [editionIds(before), editionIds(after)]
  const [first, second] = [known.at(-1), all.at(-1)]
  if (first === undefined || second === undefined || known.includes(second)) return undefined
  return { before: first, after: second }
}

/**
 * What changes with a new edition, of which the files alone say no more than that it is there: held
 * against the edition before it, less what the comparison of the files has told already.
 */
export function changesWith(
  { before, after }: ChangedPack,
  editions: { readonly before: string; readonly after: string },
  told: readonly GradedChange[],
  sides: {
    readonly before: WrittenStandard
    readonly after: WrittenStandard
    readonly day: string
  },
): readonly GradedChange[] {
  const facts = compareEditions(
    { pack: before, edition: editions.before },
    { pack: after, edition: editions.after },
  )
  const known = new Set(told.map(({ fingerprint }) => fingerprint))
  const graded = gradeFacts(
    facts,
    {
      before: new Side([], () => sides.before),
      after: new Side([], () => sides.after),
      day: sides.day,
    },
    {
      of: () => null,
      ofKind: () => [],
      all: () => new Set(),
      isMandatory: () => false,
      isMandatoryIn: (_, requirement) => sides.before.isMandatoryThroughout(requirement),
    },
  )
  return policies
    .reduce<readonly GradedChange[]>((list, policy) => policy(list), graded)
    .filter(({ fingerprint }) => !known.has(fingerprint))
}

/** What changed in a pack, with all that its rules files changed. */
export function changesOf(pack: string, changes: readonly GradedChange[]): readonly GradedChange[] {
  return changes.filter((change) => packOfChange(change).includes(pack))
}

/** A compared standard as reports name it. */
export function comparedStandard(
  { id, value }: PackDocument,
  editions: StandardChange['editions'],
): ComparedStandard {
  const name = typeof value['name'] === 'string' ? value['name'] : id
  return { pack: id, name, before: editions?.before ?? null, after: editions?.after ?? null }
}

/** Whether a pack is another, or extends it. A pack that is not at hand cannot be told to. */
export function isBuiltOn(pack: string, base: string, packs: Packs, day: JudgementDay): boolean {
  if (!packs.ids.includes(pack)) return false
  return packs.standardFor(pack, undefined, day.today).packs.some(({ id }) => id === base)
}
