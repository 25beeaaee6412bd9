import type { Finding } from '../../finding/finding.ts'
import { unreadable } from '../../finding/problem.ts'
import { UsageError } from '../../finding/usage-error.ts'
import type { Workspace } from '../../source/workspace.ts'
import { filesOfSystems, systemsIn } from './side.ts'
import { allFindings, type RunResult } from '../judge/report.ts'
import { type CheckRequest, judgeSelection } from '../judge/run.ts'
import type { Selection } from '../open/select.ts'

/**
 * The fingerprints of what a run would have found in an earlier state of the same files: by the packs of
 * the run and on its days, so that only the change of the dossiers counts. Whatever of the earlier state
 * is broken is a finding there, and a path that it does not have gives none.
 */
export async function fingerprintsBefore(
  before: Workspace,
  run: RunResult,
  request: CheckRequest,
): Promise<ReadonlySet<string>> {
  const selection = selectionBefore(before, run)
  if (selection.files.size === 0 && selection.problems.length === 0) return new Set()
  const days = new Map(run.judgements.map(({ system, asOf }) => [system, asOf]))
  const basis = { packs: run.packs, asOf: run.asOf, dayOf: (id: string) => days.get(id) }
  try {
    const earlier = await judgeSelection(selection, request, basis)
    return new Set(foundIn(earlier, run).map(({ fingerprint }) => fingerprint))
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown
    throw new UsageError(
      `比べる相手の時点の内容を、今の対策基準で判定できません。${thrown.message}`,
      {
        hint: 'パックの名前や版を消す変更と比べるときは、--since の代わりに --baseline を使ってください。',
      },
    )
  }
}

/** The same paths as they were, and with them the run's systems: a file that was moved or split is not new. */
function selectionBefore(before: Workspace, run: RunResult): Selection {
  const { named } = run.selection
  const { files, problems } = before.discover(named)
  return {
    workspace: before,
    named,
    files: new Set([...files, ...movedFiles(before, run, files)]),
    problems: problems.filter(({ code }) => !isAbsence.has(code)).map(unreadable),
  }
}

/** Wrong use of a run of its own; here the path is simply new. */
const isAbsence: ReadonlySet<string> = new Set(['not-found', 'not-yaml'])

/**
 * Where the systems stood that the paths do not lead to. One file is enough to have a system judged whole,
 * so nothing is looked for where the paths lead to one of each.
 */
function movedFiles(
  before: Workspace,
  run: RunResult,
  files: readonly string[],
): readonly string[] {
  const shown = new Set(files.flatMap((path) => systemsIn(before, path)))
  const sought = new Set([...run.selected].filter((system) => !shown.has(system)))
  const municipalities = run.dossiers.map(({ municipality }) => municipality.document.source.path)
  return filesOfSystems(sought, before, { workspace: run.selection.workspace, municipalities })
}

/** A standard that is itself among the paths is held against its own earlier text, not against the packs of the run. */
function foundIn(earlier: RunResult, { standards }: RunResult): readonly Finding[] {
  const own = new Set(standards.map(({ system }) => system))
  const judgements = [
    ...earlier.judgements.filter(({ system }) => !own.has(system)),
    ...earlier.standards,
  ]
  return allFindings({ ...earlier, judgements })
}
