import { align } from '../diff/align.ts'
import { type GradedChange, gradeFacts } from '../diff/change.ts'
import { compareDocuments } from '../diff/compare.ts'
import { consequencesOf } from '../diff/consequence.ts'
import { joinMoves } from '../diff/moved.ts'
import { policies } from '../diff/policy.ts'
import type { ChangeReport } from '../finding/change.ts'
import type { Source } from '../source/source.ts'
import { dayOf, dayOfComparison } from './compare/day.ts'
import { type JudgedSides, judgeSides } from './compare/judge.ts'
import { changeReportOf, type Comparison } from './compare/report.ts'
import { type CompareRequest, type ReadSide, readSides } from './compare/side.ts'
import { changedPacks } from './compare/standards.ts'
import { jurisdictionChanges } from './compare/jurisdiction.ts'
import { type SystemPair, unjudgedChanges, withHidden } from './compare/unjudged.ts'
import type { ImpactBetween } from './compare/impact-between.ts'
import { openPacks, ruleTitlesOf } from './open/packs.ts'

/** The report, and the texts of both sides that its places lie in. */
export interface CompareOutcome {
  readonly report: ChangeReport
  readonly sources: { readonly before: Sources; readonly after: Sources }
  /** What the rules are called, by their ids. */
  readonly ruleTitles: ReadonlyMap<string, string>
}

type Sources = ReadonlyMap<string, Source>

/**
 * Compares two versions by meaning, and reports what the change means and breaks, and what changes of
 * standards mean for the systems that go by them.
 */
export async function compare(request: CompareRequest): Promise<CompareOutcome> {
  const comparison = await compareSides(request)
  const { before, after, judged, packs, changes } = comparison
  const between = await impactIn(comparison, request)
  const whole = { ...comparison, changes: [...changes, ...between.changes] }
  const standards = [...judged.before, ...judged.after].map(({ standard }) => standard)
  return {
    report: changeReportOf(whole, between),
    sources: {
      before: before.sources,
      after: new Map([...between.sources, ...after.sources]),
    },
    ruleTitles: ruleTitlesOf(standards, packs),
  }
}

/** Most comparisons change no standard and need nothing of this. */
async function impactIn(comparison: Comparison, request: CompareRequest): Promise<ImpactBetween> {
  const packs = changedPacks(comparison)
  if (packs.length === 0) return { standards: [], impact: [], changes: [], sources: new Map() }
  const { impactBetween } = await import('./compare/impact-between.ts')
  return impactBetween(packs, comparison, request)
}

/**
 * Read both sides, align their ids, compare, judge both sides, grade with reasons, apply the policies.
 * Throws a `UsageError` where a side cannot be read whole: nothing is half compared.
 */
export async function compareSides(request: CompareRequest): Promise<Comparison> {
  const { workspace } = request.after
  const packs = request.packs ?? (await openPacks({ ...request, workspace }))
  const { before, after } = await readSides(request, packs)
  const aligned = align(before.documents, after.documents)
  const facts = joinMoves(compareDocuments(aligned, after.documents), aligned)
  const day = dayOfComparison(before, after, dayOf(request))
  const judged = judgeSides({ before, after, aligned, packs, day })
  const { sides, requirements, states } = judged
  const isRead = readIn(before, after)
  const plain = gradeFacts(facts, sides, requirements).filter(isRead)
  const pairs = onBothSides(judged)
  const graded = [
    ...plain,
    ...consequencesOf(judged.before, judged.after, requirements).filter(isRead),
    ...jurisdictionChanges(pairs, packs),
    ...unjudgedChanges(pairs, states, requirements, plain),
  ]
  const changes = policies.reduce<readonly GradedChange[]>((list, policy) => policy(list), graded)
  const gone = withHidden(judged.outcome.gone, changes, aligned.documents)
  return { before, after, aligned, packs, judged, changes, gone }
}

/** Whether a change stands in files that could be read: of others, nobody knows what they say. */
function readIn(before: ReadSide, after: ReadSide): (change: GradedChange) => boolean {
  const unread = new Set([...before.unread, ...after.unread])
  return (change) =>
    [change.before, change.after].every((side) => !side || !unread.has(side.location.path))
}

/** The systems that are there on both sides and go on, each once. */
function onBothSides({ before, after }: JudgedSides): readonly SystemPair[] {
  const earlier = new Map(before.map((dossier) => [dossier.id, dossier]))
  const later = new Map(after.map((dossier) => [dossier.id, dossier]))
  return [...later.values()].flatMap((dossier) => {
    const old = earlier.get(dossier.id)
    return old && !dossier.retirement ? [{ before: old, after: dossier }] : []
  })
}
