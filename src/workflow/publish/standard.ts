import type { ExplainedStandard } from '../../render/view.ts'
import { dayOf } from '../open/dossiers.ts'
import { packViews } from '../open/pack-card.ts'
import { openNamedPacks, requireSound } from '../open/pack-files.ts'
import { reviewPack } from '../open/review.ts'
import type { FilesInput, Subject, SubjectRequest } from './subject.ts'

/** The standards of the packs named, in the edition of the day; of the user's own those with clauses, without names. */
export async function readStandards(
  { workspace, paths }: FilesInput,
  request: Pick<SubjectRequest, 'policies' | 'asOf' | 'today'>,
): Promise<Subject> {
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
  return { dossiers: [], before: [], standards, asOf, errors: [], findings: [] }
}
