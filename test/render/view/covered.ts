import type { WrittenDossier } from '../../../src/model/dossier.ts'
import type { Covered } from '../../../src/render/view.ts'
import { missingLabel } from '../../../src/schema/missing-label.ts'
import { memoryWorkspace } from '../../../src/source/memory.ts'
import { coverage } from '../../../src/workflow/judge/coverage.ts'
import { townFiles } from './town.ts'

/** かすみ村 with what the rules say of every clause. */
export async function coveredTown(dossier: WrittenDossier): Promise<Covered> {
  const workspace = memoryWorkspace(townFiles())
  const covered = await coverage({ workspace, paths: ['town'], asOf: '2026-09-01' })
  return { dossiers: [dossier], coverage: covered, missingLabel }
}
