import type { GradedChange } from '../../diff/change.ts'
import type { Requirements } from '../../diff/taken.ts'
import type { GoneBecause, GoneFinding } from '../../finding/change.ts'
import { fingerprint } from '../../finding/finding.ts'
import { bearsOn } from '../../finding/system-id.ts'
import { joinList } from '../../japanese/list.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { JudgedState } from '../judge/outcome.ts'

/** A system on both sides. */
export interface SystemPair {
  readonly before: WrittenDossier
  readonly after: WrittenDossier
}

/** Clauses that are named before the rest is counted. */
const listed = 6

/**
 * What is taken away from the judges, which no single change shows: the clauses that a system could be judged
 * by and cannot any more. Where nothing was taken away, something new is merely not known yet.
 */
export function unjudgedChanges(
  systems: readonly SystemPair[],
  states: { readonly before: JudgedState; readonly after: JudgedState },
  requirements: Requirements,
  changes: readonly GradedChange[],
): readonly GradedChange[] {
  return systems.flatMap((both) => {
    const { id } = both.after
    const lost = unjudgedIn(id, states)
    const isTaken = changes.some((change) => takesAway(change) && bearsOn(change.system, id))
    return lost.length === 0 || !isTaken ? [] : [changeOf(both, lost, requirements)]
  })
}

/** Ends of a finding that taking files, or what they say, away comes to. */
const takenEnds: ReadonlySet<GoneBecause> = new Set(['unknown', 'system', 'excluded'])

/** What is laid down may be laid down no more; what happened has happened. */
const laidDown: ReadonlySet<string> = new Set(['procedure', 'municipality', 'standard'])

/**
 * Findings that are gone, those marked that a change hides: it took away what they were judged by, or the
 * record or notice that they were about.
 */
export function withHidden(
  gone: readonly GoneFinding[],
  changes: readonly GradedChange[],
  before: readonly ShapedDocument[],
): readonly GoneFinding[] {
  const taken = changes.filter(takesAway)
  const kinds = new Map(before.map(({ kind, document }) => [document.source.path, kind]))
  const isHidden = ({ because, finding: { system, location } }: GoneFinding): boolean =>
    system !== null &&
    (takenEnds.has(because) ||
      (because === 'subject' && !laidDown.has(kinds.get(location.path) ?? 'procedure'))) &&
    taken.some((change) => bearsOn(change.system, system))
  return gone.map((one) => (isHidden(one) ? { ...one, hidden: true } : one))
}

/** What a change says of the clauses that lose by it: their names, those without exceptions first. */
export function clausesLost(
  keys: readonly string[],
  isMandatory: (key: string) => boolean,
  standard: WrittenStandard,
): {
  readonly names: string
  /** Where it is one alone. */
  readonly requirement: string | null
  /** Those without exceptions. */
  readonly taken: readonly string[]
} {
  const taken = keys.filter(isMandatory)
  const inOrder = [...taken, ...keys.filter((key) => !isMandatory(key))]
  const names = inOrder.map((key) => `${standard.wordName('requirements', key)}（${key}）`)
  const [only = null, ...others] = keys
  return { names: joinList(names, listed), requirement: others.length === 0 ? only : null, taken }
}

function unjudgedIn(
  system: string,
  { before, after }: { readonly before: JudgedState; readonly after: JudgedState },
): readonly string[] {
  const [first, second] = [before.said.get(system), after.said.get(system)]
  if (!first || !second) return []
  const lost = [...first.told].filter(
    (one) => typeof one.sayings === 'object' && second.isUnknown(one),
  )
  return [...new Set(lost.flatMap((one) => one.requirements))].sort()
}

/** Whether less is written after a change than before it. */
function takesAway({ grade, kind, after }: GradedChange): boolean {
  const isLess = grade === 'removed' || grade === 'relaxed' || after === null
  return isLess || /\.(?:removed|lost|left|unstated)$/.test(kind)
}

function changeOf(
  { before, after }: SystemPair,
  lost: readonly string[],
  requirements: Requirements,
): GradedChange {
  const system = after.id
  const [first, second] = [before.root, after.root]
  const isMandatory = (key: string): boolean => requirements.isMandatory(system, key)
  const { names, requirement, taken } = clausesLost(lost, isMandatory, after.standard)
  const kind = 'system.judgement.lost'
  return {
    fingerprint: fingerprint(kind, second.trail),
    kind,
    grade: 'relaxed',
    reason: `判定の材料が減り、これまで判定できていた条項 ${lost.length}件を判定できなくなる。守られているかどうかが分からない。`,
    system,
    subject: `system:${system}`,
    title: `${(after.hasContext ? after : before).name}の判定できる条項`,
    requirement,
    before: { value: names, location: first.location() },
    after: { value: '判定できない', location: second.location() },
    affected: { roles: [], organisations: [] },
    needsNotice: false,
    breaksMandatory: taken.length > 0,
    taken,
    fact: { verb: 'changed', before: first, after: second },
  }
}
