import { dayOfClock, parseDay } from '../calendar/day.ts'
import type { Finding } from '../finding/finding.ts'
import { problemFindings } from '../finding/problem.ts'
import { buildDossiers } from '../model/build.ts'
import { type Batch, batchesOf } from './batch.ts'
import type { CheckRequest } from './check.ts'
import { Judging } from './judge.ts'
import { openPacks } from './packs.ts'
import { readFiles } from './read.ts'
import type { Run } from './report.ts'
import { requireSubject, type Selection } from './select.ts'
import { packsAsSubject } from './subject.ts'

/**
 * Judges the systems of a selection, some at a time, so that memory does not grow with their number.
 * Where a file turns out not to be what its head shows, all are read and judged at once.
 */
export async function judgeSelection(selection: Selection, request: CheckRequest): Promise<Run> {
  const run =
    (await judgeInBatches(selection, request, { whole: false })) ??
    (await judgeInBatches(selection, request, { whole: true }))
  if (!run) throw new Error('files read at once were misread')
  return run
}

/** Read, open the packs, and for each batch build and judge; undefined where a batch was misread. */
async function judgeInBatches(
  selection: Selection,
  request: CheckRequest,
  { whole }: { readonly whole: boolean },
): Promise<Run | undefined> {
  const files = readFiles(selection, { whole })
  const { sources, ledgers, packSources } = files
  const packs = await openPacks({ ...request, areSubject: packSources.length > 0 })
  const day = dayOf(request)
  const asOf = day.asked ?? day.today
  const subject = await packsAsSubject(packSources, packs, asOf)
  const judging = new Judging(packs)
  const findings: Finding[] = []
  const selected = new Set<string>()
  for (const batch of batchesOf(files)) {
    if (batch.isMisread) return undefined
    const built = buildDossiers(batch.documents, packs.standardFor, day, batch.lost)
    const formal = [...batch.findings, ...problemFindings(built.problems)]
    const judged = built.dossiers
      .filter(({ id }) => batch.systems.has(id))
      .flatMap((dossier) => {
        request.onProgress?.(judging.dossiers.length + 1, files.systems.size)
        return judging.judge(dossier).findings
      })
    findings.push(...formal)
    for (const system of selectedIn(batch, selection)) selected.add(system)
    const told = new Set([...formal, ...judged].flatMap(pathsOf))
    for (const path of batch.paths) if (!told.has(path)) files.letGo(path)
  }
  requireSubject(selection, findings, judging.dossiers.length + subject.packs)
  const { dossiers, judgements } = judging
  const found = { findings, selected, dossiers, judgements, subject }
  return { selection, sources, ledgers, packs, asOf, ...found }
}

/** The day asked for, and the day it is. */
function dayOf(request: CheckRequest) {
  const today = parseDay(request.today ?? '') ?? dayOfClock(new Date())
  return { asked: parseDay(request.asOf ?? ''), today }
}

/** The systems of a batch that have a selected file. */
function selectedIn(batch: Batch, { files }: Selection): readonly string[] {
  return batch.documents
    .filter(({ document }) => files.has(document.source.path))
    .map(({ value }) => String(value['system']))
}

/** The files that a finding points into. */
function pathsOf({ location, related }: Finding): readonly string[] {
  return [location.path, ...related.map((one) => one.location.path)]
}
