import { type Day, parseDay, todayInJapan } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { buildDossiers } from '../../model/build.ts'
import type { Municipality } from '../../model/municipality.ts'
import { unknownSystems } from '../../model/standard-in-force.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { Baseline } from './baseline.ts'
import { type Batch, batchesOf } from '../open/batch.ts'
import { Judging } from './judging.ts'
import { openPacks, type Packs } from '../open/packs.ts'
import { readFiles } from '../open/read.ts'
import { identityOf, type Run } from './report.ts'
import { requireSubject, type Selection } from '../open/select.ts'
import { packsAsSubject } from './subject.ts'

/** What to check. Paths are as the user wrote them. */
export interface CheckRequest {
  readonly workspace: Workspace
  readonly paths: readonly string[]
  /** The folder of the user's packs; `./policies` where there is one, without it. */
  readonly policies?: string
  /** The day of judgement, ISO; each system's own day without it. */
  readonly asOf?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
  /** A text that stands for the file of its path. */
  readonly stdin?: Source
  /** What was known before; the findings then say whether they are new. */
  readonly baseline?: Baseline
  /** The same files as they were earlier, e.g. a git revision; the findings then say whether they are new. */
  readonly since?: Workspace
  readonly onProgress?: (done: number, total: number) => void
}

/** What another run has settled: two that are compared judge by the same packs, on the same days. */
export interface Settled {
  readonly packs: Packs
  readonly asOf: Day
  /** The day a system was judged on; its own counts where the other run did not judge it. */
  readonly dayOf: (system: string) => string | undefined
}

/**
 * Judges the systems of a selection, some at a time, so that memory does not grow with their number.
 * Where a file turns out not to be what its head shows, all are read and judged at once.
 */
export async function judgeSelection(
  selection: Selection,
  request: CheckRequest,
  settled?: Settled,
): Promise<Run> {
  const run =
    (await judgeInBatches(selection, request, { whole: false, settled })) ??
    (await judgeInBatches(selection, request, { whole: true, settled }))
  if (!run) throw new Error('files read at once were misread')
  return run
}

/** Read, open the packs, and for each batch build and judge; undefined where a batch was misread. */
async function judgeInBatches(
  selection: Selection,
  request: CheckRequest,
  { whole, settled }: { readonly whole: boolean; readonly settled: Settled | undefined },
): Promise<Run | undefined> {
  const files = readFiles(selection, { whole })
  const { packSources } = files
  const packs =
    settled?.packs ?? (await openPacks({ ...request, areSubject: packSources.length > 0 }))
  const day = dayOf(request, settled)
  const asOf = day.asked ?? day.today
  const subject = await packsAsSubject(packSources, packs, asOf)
  const judging = new Judging(packs)
  // Batches share files, and may tell the same of them.
  const told = new Map(subject.findings.map((one) => [identityOf(one), one]))
  const selected = new Set<string>()
  const systems = new Set<string>()
  const municipalities = new Set<Municipality>()
  for (const batch of batchesOf(files)) {
    if (batch.isMisread) return undefined
    const isInTurn = (system: string): boolean => batch.systems.has(system)
    const built = buildDossiers(batch.documents, packs.standardFor, day, batch.lost, isInTurn)
    const formal = [...batch.findings, ...problemFindings(built.problems)]
    const judged = built.dossiers
      .filter(({ id }) => isInTurn(id))
      .flatMap((dossier) => {
        request.onProgress?.(judging.dossiers.length + 1, batch.total)
        return judging.judge(dossier).findings
      })
    for (const one of formal) told.set(identityOf(one), one)
    for (const system of selectedIn(batch, selection)) selected.add(system)
    for (const system of batch.systems) systems.add(system)
    for (const municipality of built.municipalities) municipalities.add(municipality)
    const shown = new Set([...formal, ...judged].flatMap(pathsOf))
    for (const path of batch.paths) if (!shown.has(path)) files.letGo(path)
  }
  const findings = [...told.values(), ...unknownIn(municipalities, systems, selection)]
  // What is compared with another run may be empty: all may have been taken away.
  if (!settled && !request.since) {
    requireSubject(selection, findings, judging.dossiers.length + subject.packs)
  }
  const { dossiers, judgements } = judging
  const standards = subject.judge(dossiers)
  const found = { findings, selected, dossiers, judgements, standards }
  const { sources, ledgers } = files
  return { selection, sources, ledgers, packs, asOf, ...found }
}

/** The day asked for, the day it is, and the days that another run has settled. */
function dayOf(request: CheckRequest, settled: Settled | undefined) {
  const today = settled?.asOf ?? parseDay(request.today ?? '') ?? todayInJapan()
  const asked = parseDay(request.asOf ?? '')
  return { asked, today, of: (system: string) => parseDay(settled?.dayOf(system) ?? '') }
}

/** The systems of a batch that have a selected file. */
function selectedIn(batch: Batch, { files }: Selection): readonly string[] {
  return batch.documents
    .filter(({ document }) => files.has(document.source.path))
    .map(({ value }) => String(value['system']))
}

/** The systems named in a municipality's file that are not there; only where it is selected are all read. */
function unknownIn(
  municipalities: ReadonlySet<Municipality>,
  systems: ReadonlySet<string>,
  { files }: Selection,
): readonly Finding[] {
  return [...municipalities]
    .filter(({ document }) => files.has(document.source.path))
    .flatMap((one) => problemFindings(unknownSystems(one, systems)))
}

/** The files that a finding points into. */
function pathsOf({ location, related }: Finding): readonly string[] {
  return [location.path, ...related.map((one) => one.location.path)]
}
