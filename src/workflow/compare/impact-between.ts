import type { GradedChange } from '../../diff/change.ts'
import type { StandardChange } from '../../diff/standard-change.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { JudgementDay } from '../../model/build.ts'
import { folderOf } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { dayOf } from './day.ts'
import type { Comparison, StandardImpact } from './report.ts'
import type { CompareRequest, ReadSide, SideRequest } from './side.ts'
import {
  type ChangedPack,
  changesOf,
  changesWith,
  comparedStandard,
  isBuiltOn,
  newEdition,
} from './standards.ts'
import { impactOf } from './impact.ts'
import { type PacksAtHand, packsNamedIn } from '../open/added.ts'
import { groupsIn, type SystemGroup, systemGroups } from './impact-systems.ts'
import { openPacks, type Packs } from '../open/packs.ts'

/** What the standards that differ between two sides come to, and what they change beside their files. */
export interface ImpactBetween extends StandardImpact {
  /** What a new edition changes, of which the files alone say only that it is there. */
  readonly changes: readonly GradedChange[]
  /** The texts of the systems looked at. */
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Open both states of the packs that differ, hold a new edition against the one before it, judge the
 * systems of the later side by both.
 */
export async function impactBetween(
  packs: readonly ChangedPack[],
  comparison: Comparison,
  request: CompareRequest,
): Promise<ImpactBetween> {
  const day = dayOf(request)
  const states = await openStates(packs, comparison, request)
  const found = packs.map((pack) => changeOf(pack, comparison, states, day))
  const groups = await groupsFor(
    comparison.after,
    request,
    (named) => packs.some(({ after }) => isBuiltOn(named, after.id, states.after, day)),
    withLedgersOfBoth(states),
  )
  return {
    standards: packs.map(({ after }, index) => comparedStandard(after, found[index]?.editions)),
    impact: impactOf({ ...states, changes: found, groups, day }),
    changes: found.flatMap(({ added }) => added),
    sources: new Map(groups.flatMap(({ sources }) => [...sources])),
  }
}

/** What was written in a ledger that is taken away is read once more, and judged as it was. */
function withLedgersOfBoth({ before, after }: States): PacksAtHand {
  return { writtenIn: (id) => [...before.writtenIn(id), ...after.writtenIn(id)] }
}

interface States {
  readonly before: Packs
  readonly after: Packs
}

interface FoundChange extends StandardChange {
  /** Those of the changes that the comparison of the files does not tell. */
  readonly added: readonly GradedChange[]
}

function changeOf(
  pack: ChangedPack,
  { changes }: Comparison,
  { before, after }: States,
  day: JudgementDay,
): FoundChange {
  const { id } = pack.after
  const told = changesOf(id, changes)
  const editions = newEdition(pack)
  const isRenamed = told.some(({ kind }) => kind === 'edition.renamed')
  if (!editions || isRenamed) return { pack: id, editions, changes: told, added: [] }
  const on = day.asked ?? day.today
  const added = changesWith(pack, editions, told, {
    before: before.standardFor(id, editions.before, on),
    after: after.standardFor(id, editions.after, on),
    day: on,
  })
  return { pack: id, editions, changes: [...told, ...added], added }
}

/** The systems asked for, else those of the later side, else all below the working folder. */
async function groupsFor(
  after: ReadSide,
  { systems }: CompareRequest,
  uses: (pack: string) => boolean,
  packs: PacksAtHand,
): Promise<readonly SystemGroup[]> {
  const { workspace } = after
  if (systems !== undefined) return systemGroups({ workspace, paths: systems, uses, packs })
  const own = groupsIn(after)
  if (own.length === 0) return systemGroups({ workspace, paths: undefined, uses, packs })
  return own.filter(({ documents }) =>
    documents.some(({ kind, value }) => kind === 'municipality' && packsNamedIn(value).some(uses)),
  )
}

async function openStates(
  packs: readonly ChangedPack[],
  comparison: Comparison,
  request: CompareRequest,
): Promise<States> {
  const pathsOf = (side: 'before' | 'after'): ReadonlyMap<string, string> =>
    new Map(packs.map((pack) => [pack[side].id, pack[side].document.source.path]))
  return {
    before: await packsOf(request.before, undefined, pathsOf('before')),
    after: await packsOf(request.after, comparison.packs, pathsOf('after')),
  }
}

/**
 * The packs of one side: those in its folder `policies` where the changed ones stand there, else those of
 * the folder that was named, or that holds the file that was.
 */
async function packsOf(
  { name, workspace, paths }: SideRequest,
  known: Packs | undefined,
  changed: ReadonlyMap<string, string>,
): Promise<Packs> {
  try {
    const packs = known ?? (await openPacks({ workspace }))
    const isThere = [...changed].every(
      ([id, path]) => packs.ids.includes(id) && packs.packOf(id).document.source.path === path,
    )
    if (isThere) return packs
    const named = workspace.show(paths[0] ?? '.')
    const isFile = [...changed.values()].includes(named)
    return await openPacks({ workspace, policies: isFile ? folderOf(named) : named })
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown
    throw new UsageError(
      `「${name}」の対策基準パックを使えないので、対策基準の変更の影響を調べられません。\n${thrown.message}`,
      thrown.hint === undefined ? {} : { hint: thrown.hint },
    )
  }
}
