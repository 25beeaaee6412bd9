import { parseDay, todayInJapan } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { buildDossiers, type JudgementDay } from '../../model/build.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import type { Workspace } from '../../source/workspace.ts'
import { readDocuments } from './batch.ts'
import { openPacks, type Packs } from './packs.ts'
import { requireSubject, type Selection, select } from './select.ts'

/** What to open, and for which day. */
export interface DossiersRequest {
  readonly workspace: Workspace
  /** The paths as the user wrote them. */
  readonly paths: readonly string[]
  readonly policies?: string
  /** The day of judgement, ISO; each system's own without it. */
  readonly asOf?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
}

/** The files of a run read whole, and the dossiers built of them. */
export interface OpenDossiers {
  readonly selection: Selection
  readonly read: Awaited<ReturnType<typeof readDocuments>>
  readonly packs: Packs
  readonly day: JudgementDay
  /** Every dossier of the files that were read. */
  readonly all: readonly WrittenDossier[]
  /** The systems that have a selected file, and their dossiers. */
  readonly systems: ReadonlySet<string>
  readonly dossiers: readonly WrittenDossier[]
  /** What is wrong with the form of the files. */
  readonly formal: readonly Finding[]
}

/** Selects, reads and builds all dossiers of a run at once. Throws a `UsageError` where there is nothing to look at. */
export async function openDossiers(request: DossiersRequest): Promise<OpenDossiers> {
  const selection = select(request)
  const packs = await openPacks(request)
  const read = await readDocuments(selection, packs)
  const day = dayOf(request)
  const { dossiers: all, problems } = buildDossiers(read.documents, packs.standardFor, day)
  requireSubject(selection, read.findings, all.length)
  const systems = systemsIn(read.documents, selection.files)
  const dossiers = all.filter(({ id }) => systems.has(id))
  const formal = [...read.findings, ...problemFindings([...selection.problems, ...problems])]
  return { selection, read, packs, day, all, systems, dossiers, formal }
}

/** The day that is asked for, and today. */
export function dayOf({ asOf, today }: Pick<DossiersRequest, 'asOf' | 'today'>): JudgementDay {
  return { asked: parseDay(asOf ?? ''), today: parseDay(today ?? '') ?? todayInJapan() }
}

/** The systems that have a selected file. */
export function systemsIn(
  documents: readonly ShapedDocument[],
  files: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = documents.filter(({ document }) => files.has(document.source.path))
  return new Set(own.map(({ value }) => String(value['system'])))
}
