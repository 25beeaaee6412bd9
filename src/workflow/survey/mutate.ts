import type { MutationReport, Survivor, TestedSystem } from '../../finding/mutation.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { documentsOf, type MutateBench, planFor, type Plan } from './mutate-plan.ts'
import { tryOut, type Verdict, withoutSurplus } from './mutate-trial.ts'
import { type DossiersRequest, openDossiers } from '../open/dossiers.ts'
import { version } from '../open/version.ts'

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
