import { resolve } from 'node:path'
import type { Day } from '../../../src/calendar/day.ts'
import { buildDossiers } from '../../../src/model/build.ts'
import type { Part } from '../../../src/model/part.ts'
import { type ContactChart } from '../../../src/render/chart/contact-chart.ts'
import { contactChartOf } from '../../../src/render/chart/from-chain.ts'
import { diskWorkspace } from '../../../src/source/disk.ts'
import { openPacks } from '../../../src/workflow/packs.ts'
import { readDocuments } from '../../../src/workflow/read.ts'
import { select } from '../../../src/workflow/select.ts'

const root = resolve(import.meta.dirname, '../../..')

/** A chain of this repository and its chart. */
export interface Charted {
  /** Where it stands, e.g. `procedures/osaka-city/facility-reservation halls incident`. */
  readonly name: string
  readonly chain: Part
  readonly chart: ContactChart
}

/** The charts of all chains below a folder, older editions included. */
export async function chartsBelow(folder: string, policies?: string): Promise<readonly Charted[]> {
  const workspace = diskWorkspace({ cwd: root })
  const { documents } = readDocuments(select({ workspace, paths: [folder] }))
  const packs = await openPacks({ workspace, ...(policies === undefined ? {} : { policies }) })
  // A day on which the newest editions are in force; they are what would be printed.
  const day = { asked: undefined, today: '2026-11-21' as Day }
  const { dossiers } = buildDossiers(documents, packs.standardFor, day)
  return dossiers.flatMap((dossier) =>
    dossier.editions.flatMap((edition) =>
      edition.parts('chains').map((chain) => ({
        name: `${folder} ${dossier.id} ${edition.key} ${String(edition.data['edition'] ?? '')} ${chain.key}`,
        chain,
        chart: contactChartOf(chain),
      })),
    ),
  )
}
