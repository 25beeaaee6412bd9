import type { Day } from '../../calendar/day.ts'
import type { ExplainedStandard } from '../../render/view.ts'
import type { Workspace } from '../../source/workspace.ts'
import { dayOf } from '../open/dossiers.ts'
import { packViews } from '../open/pack-card.ts'
import { openNamedPacks, requireSound } from '../open/pack-files.ts'
import { reviewPack } from '../open/review.ts'

/** The standards of the packs named, in the edition of the day; of the user's own those with clauses, without names. */
export async function readStandards(
  { workspace, paths }: { readonly workspace: Workspace; readonly paths: readonly string[] },
  request: { readonly policies?: string; readonly asOf?: string; readonly today?: string },
): Promise<{ readonly standards: readonly ExplainedStandard[]; readonly asOf: Day }> {
  const { files, chosen } = await openNamedPacks({ ...request, workspace, packs: paths })
  requireSound(files)
  const { asked, today } = dayOf(request)
  const asOf = asked ?? today
  const standards = packViews(files.verified, asOf)
    .filter(({ pack }) => chosen.includes(pack))
    .filter(({ standard }) => paths.length > 0 || standard.clauses.length > 0)
    .map((view): ExplainedStandard => {
      const { rules, requirements, reviewed } = reviewPack(view, files.verified, workspace)
      return { standard: view.standard, rules, requirements, reviewed }
    })
  return { standards, asOf }
}
