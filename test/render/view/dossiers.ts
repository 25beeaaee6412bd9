import { resolve } from 'node:path'
import { parseDay } from '../../../src/calendar/day.ts'
import { buildDossiers } from '../../../src/model/build.ts'
import type { WrittenDossier } from '../../../src/model/dossier.ts'
import { diskWorkspace } from '../../../src/source/disk.ts'
import type { Workspace } from '../../../src/source/workspace.ts'
import { openPacks, type Packs } from '../../../src/workflow/open/packs.ts'
import { documentsIn } from '../../../src/workflow/open/batch.ts'
import { readFiles } from '../../../src/workflow/open/files.ts'
import { select } from '../../../src/workflow/open/select.ts'

/** All dossiers that ship, each folder with its own packs. */
export const shippedFolders: readonly { readonly path: string; readonly policies?: string }[] = [
  { path: 'procedures' },
  { path: 'examples/remedied' },
  { path: 'examples/invented/procedures', policies: 'examples/invented/policies' },
]

/** The dossiers of a folder of the repository. */
export async function dossiersIn(
  path: string,
  policies?: string,
): Promise<readonly WrittenDossier[]> {
  const cwd = resolve(import.meta.dirname, '../../..')
  return dossiersOf(diskWorkspace({ cwd }), [path], policies)
}

/** The dossiers of any workspace, as of a day where one is given. */
export async function dossiersOf(
  workspace: Workspace,
  paths: readonly string[],
  policies?: string,
  asOf?: string,
): Promise<readonly WrittenDossier[]> {
  const packs = await openPacks({ workspace, ...(policies === undefined ? {} : { policies }) })
  return dossiersBy(packs, workspace, paths, asOf)
}

/** The same by packs that are opened. */
export function dossiersBy(
  packs: Packs,
  workspace: Workspace,
  paths: readonly string[],
  asOf?: string,
): readonly WrittenDossier[] {
  const files = readFiles(select({ workspace, paths }), { whole: true })
  const { documents } = documentsIn(files, packs)
  const today = parseDay('2026-11-21')
  if (today === undefined) throw new Error('no day')
  return buildDossiers(documents, packs.standardFor, { asked: parseDay(asOf ?? ''), today })
    .dossiers
}
