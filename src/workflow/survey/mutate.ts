import type { KeptClaim, MutationReport, Survivor, TestedSystem } from '../../finding/mutation.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import {
  type Change,
  documentsOf,
  dossiersFrom,
  faultsIn,
  type MutateBench,
  type Plan,
  planFor,
  sameIn,
  satisfiedIn,
  type Trial,
} from './mutate-plan.ts'
import { type DossiersRequest, openDossiers } from '../open/dossiers.ts'
import { version } from '../open/version.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { elementOf, type Result } from '../../rule/evaluate.ts'
import { evaluateDossier } from '../../rule/judge.ts'
import type { Evaluated } from '../../rule/judgement.ts'
import { keeperId, keepersOf, labelOfKeeper } from '../../rule/kept.ts'
import type { LinkedRule } from '../../rule/link.ts'
import { isWide } from '../../rule/mutate.ts'
import { elementPath } from '../../schema/element-path.ts'
import { isKind, rootShape } from '../../schema/kind.ts'

/** Which systems to put to the deletion test. */
export interface MutateRequest extends DossiersRequest {
  /** How many changes are tried at most, over all systems. */
  readonly max?: number
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * The deletion test: for every clause a system keeps, what keeps it is deleted or weakened in memory and
 * the system judged again. A change that no rule notices is a hole in the rules.
 */
export async function mutate(request: MutateRequest): Promise<MutationReport> {
  const { read, packs, day, dossiers, formal } = await openDossiers(request)
  const max = request.max ?? Infinity
  const outcomes: { readonly tested: TestedSystem; readonly verdicts: readonly Verdict[] }[] = []
  let tried = 0
  for (const dossier of dossiers) {
    if (tried >= max) break
    const documents = documentsOf(dossier, read.documents)
    const outcome = testSystem(dossier, { documents, packs, day }, max - tried)
    outcomes.push(outcome)
    tried += outcome.verdicts.length
    request.onProgress?.(outcomes.length, dossiers.length)
  }
  const unread = formal.filter(({ severity }) => severity === 'error')
  return {
    format: 'policy-lint/mutation.v1',
    asOf: day.asked ?? day.today,
    tool: { name: 'policy-lint', version },
    systems: outcomes.map(({ tested }) => tested),
    untested: dossiers.slice(outcomes.length).map(({ id }) => id),
    survivors: outcomes.flatMap(({ verdicts }) =>
      verdicts.flatMap((verdict): readonly Survivor[] =>
        verdict.outcome === 'survived' ? [verdict.survivor] : [],
      ),
    ),
    unread: unread.map(({ message, location }) => ({ message, location })),
  }
}

function testSystem(dossier: WrittenDossier, bench: MutateBench, max: number) {
  const plan = planFor(dossier, bench)
  const tried = plan.trials.slice(0, max).map((trial) => tryOut(trial, plan, bench))
  const verdicts = withoutSurplus(tried)
  return { tested: testedSystem(plan, verdicts), verdicts }
}

function testedSystem({ dossier, kept, trials }: Plan, verdicts: readonly Verdict[]): TestedSystem {
  const count = (outcome: Verdict['outcome']): number =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length
  return {
    system: dossier.id,
    name: dossier.name,
    asOf: dossier.asOf,
    kept,
    killed: count('killed'),
    survived: count('survived'),
    redundant: count('redundant'),
    untried: trials.length - verdicts.length,
  }
}

/** How a change came out. */
type Verdict =
  | { readonly outcome: 'killed' | 'redundant'; readonly trial: Trial }
  | { readonly outcome: 'survived'; readonly trial: Trial; readonly survivor: Survivor }

/** Makes one change in memory and judges the system again, by the rules that it concerns before all others. */
function tryOut(trial: Trial, plan: Plan, bench: MutateBench): Verdict {
  const killed = { outcome: 'killed', trial } as const
  const changed = changedDossier(trial.changes, plan.dossier, bench)
  if (!changed) return killed
  const rules = bench.packs.rulesFor(changed.standard)
  const judge = (some: readonly LinkedRule[]): Evaluated =>
    evaluateDossier(changed, some, bench.packs.clock, { holding: true })
  if (isNoticed(judge(concernedBy(trial, rules)), plan)) return killed
  const after = judge(rules)
  if (isNoticed(after, plan)) return killed
  const kept = satisfiedIn(after)
  const unnoticed = trial.claims.filter(
    (claim) => isDemanded(claim, plan.dossier) && !isKeptElsewhere(claim, kept),
  )
  if (unnoticed.length === 0) return { outcome: 'redundant', trial }
  return { outcome: 'survived', trial, survivor: survivorOf(trial, unnoticed, plan) }
}

/** The rules whose claims a trial concerns, and those they yield to: what they say, they say among all rules too. */
function concernedBy({ claims }: Trial, rules: readonly LinkedRule[]): readonly LinkedRule[] {
  const ids = new Set(claims.map(({ rule }) => rule.rule.id))
  const yieldsTo = new Map(rules.map(({ rule }) => [rule.id, rule.yieldsTo]))
  // A set goes on to what is added to it meanwhile.
  for (const id of ids) for (const other of yieldsTo.get(id) ?? []) ids.add(other)
  return rules.filter(({ rule }) => ids.has(rule.id))
}

/**
 * An item of a list is one too many where a rule notices that another item of the list is gone: it tells
 * the items apart and does not want this one.
 */
function withoutSurplus(verdicts: readonly Verdict[]): readonly Verdict[] {
  const told = new Set(
    verdicts.filter(({ outcome }) => outcome === 'killed').flatMap(({ trial }) => listOf(trial)),
  )
  return verdicts.map((verdict) =>
    verdict.outcome === 'survived' && listOf(verdict.trial).some((list) => told.has(list))
      ? { outcome: 'redundant', trial: verdict.trial }
      : verdict,
  )
}

/** The list that an item was dropped from. */
function listOf({ changes: [{ document, mutation }] }: Trial): readonly string[] {
  const [path = []] = mutation.paths
  if (mutation.kind !== 'drop' || typeof path.at(-1) !== 'number') return []
  return [`${document.document.source.path}${pointerOf(document, path.slice(0, -1))}`]
}

/** The dossier of a system after some changes; undefined where nothing is left of it. */
function changedDossier(
  changes: readonly Change[],
  whole: WrittenDossier,
  { documents, packs, day }: MutateBench,
): WrittenDossier | undefined {
  const changed = documents.flatMap((one): readonly ShapedDocument[] => {
    const change = changes.find(({ document }) => document === one)
    if (!change) return [one]
    const value = change.mutation.apply(one.value) as typeof one.value | undefined
    return value === undefined ? [] : [{ ...one, value }]
  })
  return sameIn(dossiersFrom(changed, packs, day), whole)
}

/** A new finding, or something that can no longer be judged. */
function isNoticed(after: Evaluated, { faults }: Plan): boolean {
  return faultsIn(after).some((fault) => !faults.has(fault))
}

/** What the standard wants of another level may go: a system need not say what holds for all. */
function isDemanded({ requirement }: Result, { standard, level }: WrittenDossier): boolean {
  const wanted = standard.requirement(requirement ?? '')?.text('level')
  return wanted === undefined || wanted === level
}

/**
 * Whether something else keeps the clause now: the same rule names another place on the same element;
 * where the rule has nothing left to look at, another result keeps the requirement; where it means the
 * procedure as a whole, another one does so by something it can name.
 */
function isKeptElsewhere(claim: Result, kept: readonly Result[]): boolean {
  const element = elementOf(claim.bound)
  const isSame = ({ rule, bound }: Result): boolean =>
    rule.rule.id === claim.rule.rule.id && elementOf(bound) === element
  const before = keepersOf(claim)
  const known = new Set(before.map(keeperId))
  const isOther = (result: Result): boolean =>
    keepersOf(result).some(
      (keeper) => keeper.isNamed && !isWide(keeper) && !known.has(keeperId(keeper)),
    )
  const same = kept.find(isSame)
  if (!same) return kept.some(({ requirement }) => requirement === claim.requirement)
  if (!before.some(isWide)) return isOther(same)
  return kept.some(
    (result) => result.requirement === claim.requirement && !isSame(result) && isOther(result),
  )
}

function survivorOf(
  { changes, keeper }: Trial,
  claims: readonly Result[],
  { dossier }: Plan,
): Survivor {
  return {
    system: dossier.id,
    kind: changes[0].mutation.kind,
    label: labelOfKeeper(keeper, dossier.standard),
    pointers: changes.flatMap(({ document, mutation }) =>
      mutation.paths.map((path) => pointerOf(document, path)),
    ),
    location: keeper.part.location(keeper.field ?? undefined),
    claims: claims.map(claimOf),
  }
}

function claimOf({ rule, requirement, bound }: Result): KeptClaim {
  return { rule: rule.rule.id, requirement, element: elementOf(bound) }
}

/** `/procedure:halls/duties/account-review/record`: ids in place of indexes. */
function pointerOf({ kind, value }: ShapedDocument, path: readonly (string | number)[]): string {
  const steps = isKind(kind) ? elementPath({ ...value }, rootShape(kind), path) : path
  const id = typeof value['id'] === 'string' ? `:${value['id']}` : ''
  return ['', `${kind}${id}`, ...steps].join('/')
}
