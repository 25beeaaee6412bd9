import { type GradedChange, gradeFacts } from '../../diff/change.ts'
import { compareEditions as editionFacts } from '../../diff/edition.ts'
import type { Fact } from '../../diff/fact.ts'
import { Side } from '../../diff/names.ts'
import { policies } from '../../diff/policy.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { JudgementDay } from '../../model/build.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { CompareOutcome } from '../compare.ts'
import { dayOf } from './day.ts'
import { reportOf } from './report.ts'
import { comparedStandard, isBuiltOn } from './standards.ts'
import { type EditionName, packWith, writtenName } from '../open/edition-name.ts'
import { impactOf } from './impact.ts'
import { type SystemGroup, systemGroups } from './impact-systems.ts'
import { openPacks, type Packs, ruleTitlesOf } from '../open/packs.ts'

/** Which two editions of a pack to compare, and which systems to hold against them. */
export interface EditionsRequest {
  readonly before: EditionName
  readonly after: EditionName
  readonly workspace: Workspace
  /** The paths of the systems; all below the working folder without them. */
  readonly systems?: readonly string[]
  readonly policies?: string
  /** The day systems are judged at, ISO; each system's own day without it. */
  readonly asOf?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
}

/**
 * Open the packs, compare the standard in force in both editions, grade with reasons, find the systems
 * that go by it, judge each by both, report. Throws a `UsageError` where an edition is not there or a
 * system cannot be read whole.
 */
export async function compareEditions(request: EditionsRequest): Promise<CompareOutcome> {
  const { before, after, workspace } = request
  const packs = await openPacks(request)
  const [first, second] = [packWith(before, packs), packWith(after, packs)]
  if (first.id !== second.id) throw differentPacks(before, after)
  const day = dayOf(request)
  const facts = editionFacts(
    { pack: first, edition: before.edition },
    { pack: second, edition: after.edition },
  )
  const changes = gradeEditions(facts, before, after, packs, day)
  const editions = { before: before.edition, after: after.edition }
  const uses = (pack: string): boolean => isBuiltOn(pack, before.pack, packs, day)
  const groups =
    before.edition === after.edition
      ? []
      : await systemGroups({ workspace, paths: request.systems, uses, packs })
  const report = reportOf({
    before: writtenName(before),
    after: writtenName(after),
    systems: [],
    standards: [comparedStandard(second, editions)],
    changes,
    findings: { introduced: [], resolved: [], gone: [] },
    impact: impactOf({
      before: packs,
      after: packs,
      changes: [{ pack: first.id, editions, changes }],
      groups,
      day,
    }),
    names: {},
  })
  const sources = sourcesOf(groups, [first.document.source])
  const standard = packs.standardFor(second.id, after.edition, day.today)
  return {
    report,
    sources: { before: sources, after: sources },
    ruleTitles: ruleTitlesOf([standard], packs),
  }
}

function differentPacks(before: EditionName, after: EditionName): UsageError {
  return new UsageError('比べられるのは、一つの対策基準の二つの版です。', {
    hint: `「${before.pack}」と「${after.pack}」は別の対策基準です。どちらかに合わせてください。`,
  })
}

/** Grades what changed between two editions, in the words of the standards they are. */
function gradeEditions(
  facts: readonly Fact[],
  before: EditionName,
  after: EditionName,
  packs: Packs,
  day: JudgementDay,
): readonly GradedChange[] {
  const on = day.asked ?? day.today
  const standardOf = ({ pack, edition }: EditionName): WrittenStandard =>
    packs.standardFor(pack, edition, on)
  const [first, second] = [standardOf(before), standardOf(after)]
  const sides = { before: new Side([], () => first), after: new Side([], () => second), day: on }
  const graded = gradeFacts(facts, sides, {
    of: () => null,
    ofKind: () => [],
    all: () => new Set(),
    isMandatory: () => false,
    isMandatoryIn: (_, requirement) => first.isMandatoryThroughout(requirement),
  })
  return policies.reduce<readonly GradedChange[]>((list, policy) => policy(list), graded)
}

function sourcesOf(
  groups: readonly SystemGroup[],
  packs: readonly Source[],
): ReadonlyMap<string, Source> {
  return new Map([
    ...groups.flatMap(({ sources }) => [...sources]),
    ...packs.map((source): [string, Source] => [source.path, source]),
  ])
}
