import { type Day, parseDay } from '../../calendar/day.ts'
import { align } from '../../diff/align.ts'
import type { Finding } from '../../finding/finding.ts'
import type { Report } from '../../finding/report.ts'
import { compareFindings } from '../../finding/order.ts'
import type { ShapedDocument } from '../../model/element.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { DocumentKind } from '../../render/documents.ts'
import type { Covered, ExplainedStandard } from '../../render/view.ts'
import { missingLabel } from '../../schema/missing-label.ts'
import type { Workspace } from '../../source/workspace.ts'
import { check } from '../check.ts'
import { dayOfComparison } from '../compare/day.ts'
import { buildSide, readSides, type SideRequest } from '../compare/side.ts'
import { Judging } from '../judge/judging.ts'
import { openPacks, type Packs } from '../open/packs.ts'
import { dayOf, type OpenDossiers, openDossiers, systemsIn } from '../open/dossiers.ts'

/** The paths as the user wrote them. */
export interface FilesInput {
  readonly workspace: Workspace
  readonly paths: readonly string[]
}

/** What documents are made of: the systems under some paths, or two versions of them. */
export interface SubjectRequest {
  readonly input: FilesInput | { readonly before: SideRequest; readonly after: SideRequest }
  readonly policies?: string
  /** The day the documents are made for, ISO; each system's own without it. */
  readonly asOf?: string
  /** Of documents that are made for each post, the one that is asked for. */
  readonly post?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
}

/** The dossiers a document is made of, and the errors found in them. */
export interface Subject {
  /** The selected systems; of a comparison those of the later version. */
  readonly dossiers: readonly WrittenDossier[]
  /** The earlier version, only of a comparison. */
  readonly before: readonly WrittenDossier[]
  /** What a check found, only for a list of findings: there errors are what is shown. */
  readonly report?: Report
  /** The standards that are explained, only for a document about them. */
  readonly standards?: readonly ExplainedStandard[]
  /** What the rules say of every clause, only for a document about that. */
  readonly covered?: Omit<Covered, 'dossiers'>
  /** The day for what is made of several systems. */
  readonly asOf: Day
  readonly errors: readonly Finding[]
  /** All that the check has against them, where the kind tells it. */
  readonly findings: readonly Finding[]
}

/** Selects, reads and builds the dossiers, and judges them where the kind hands on what is judged. */
export async function readSubject(kind: DocumentKind, request: SubjectRequest): Promise<Subject> {
  const { input } = request
  if ('before' in input) return compareFiles(input, request)
  if (kind.of === 'standard') {
    const { readStandards } = await import('./standard.ts')
    const read = await readStandards(input, request)
    return { dossiers: [], before: [], ...read, errors: [], findings: [] }
  }
  return kind.of === 'report' ? readReport(input, request) : readFiles(input, kind, request)
}

async function readReport(input: FilesInput, request: SubjectRequest): Promise<Subject> {
  const { policies, asOf, today } = request
  const { report } = await check({
    ...input,
    ...(policies === undefined ? {} : { policies }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(today === undefined ? {} : { today }),
  })
  const day = parseDay(report.asOf) ?? dayOf(request).today
  return { dossiers: [], before: [], report, asOf: day, errors: [], findings: [] }
}

async function readFiles(
  input: FilesInput,
  kind: DocumentKind,
  request: SubjectRequest,
): Promise<Subject> {
  const opened = await openDossiers({ ...request, ...input })
  const { read, packs, day, systems, dossiers, formal } = opened
  const concerned = ofTheirSystems(formal, read.documents).filter(
    ({ system }) => system === null || systems.has(system),
  )
  const findings = kind.prints || kind.of === 'judged' ? judge(dossiers, packs) : []
  const errors = errorsOf([...concerned, ...findings])
  // One version alone is compared with the edition before it, which its dossier has.
  const before = kind.of === 'comparison' ? dossiers : []
  const asOf = day.asked ?? latest(dossiers) ?? day.today
  const covered = kind.of === 'covered' ? await coverageFor(opened) : undefined
  return { dossiers, before, asOf, errors, findings, ...(covered ? { covered } : {}) }
}

/** What is asked of each system, and how what is missing is said; few documents need it. */
async function coverageFor(opened: OpenDossiers) {
  const { coverageOf } = await import('../judge/coverage.ts')
  return { coverage: coverageOf(opened), missingLabel }
}

async function compareFiles(
  input: { readonly before: SideRequest; readonly after: SideRequest },
  request: SubjectRequest,
): Promise<Subject> {
  const packs = await openPacks({ ...request, workspace: input.after.workspace })
  const { before, after } = await readSides({ ...request, ...input }, packs)
  const days = dayOf(request)
  const day = dayOfComparison(before, after, days)
  const selected = new Set([
    ...systemsIn(before.documents, before.files),
    ...systemsIn(after.documents, after.files),
  ])
  const isSelected = ({ id }: WrittenDossier): boolean => selected.has(id)
  const aligned = align(before.documents, after.documents)
  const earlier = buildSide(before, aligned.documents, packs, day)
  const later = buildSide(after, after.documents, packs, day)
  const dossiers = later.dossiers.filter(isSelected)
  const asOf = days.asked ?? latest(dossiers) ?? days.today
  const errors = errorsOf([
    ...ofTheirSystems(later.formal, after.documents),
    ...judge(dossiers, packs),
  ])
  return { dossiers, before: earlier.dossiers.filter(isSelected), asOf, errors, findings: [] }
}

/** Findings that name no system are of the one their file is of; of none where it is of several. */
function ofTheirSystems(
  findings: readonly Finding[],
  documents: readonly ShapedDocument[],
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.system !== null) return finding
    const inFile = documents.filter(
      ({ document }) => document.source.path === finding.location.path,
    )
    const [system, ...others] = new Set(inFile.map(({ value }) => value['system']))
    return typeof system === 'string' && others.length === 0 ? { ...finding, system } : finding
  })
}

function judge(dossiers: readonly WrittenDossier[], packs: Packs): readonly Finding[] {
  const judging = new Judging(packs)
  return dossiers.flatMap((dossier) => judging.judge(dossier).findings)
}

function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error').sort(compareFindings)
}

function latest(dossiers: readonly WrittenDossier[]): Day | undefined {
  return dossiers
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1)
}
