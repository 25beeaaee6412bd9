import { type Day, parseDay, todayInJapan } from '../../calendar/day.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { type Finding, pathsOf } from '../../finding/finding.ts'
import { groupByAll } from '../../finding/order.ts'
import { type Problem, problemFindings } from '../../finding/problem.ts'
import type { RuleCost } from '../../finding/report.ts'
import { municipalityIdOf } from '../../finding/system-id.ts'
import { type Built, buildDossiers, linksOfMunicipalities } from '../../model/build.ts'
import type { Municipality } from '../../model/municipality.ts'
import { unknownSystems } from '../../model/standard-in-force.ts'
import type { Judgement } from '../../rule/judgement.ts'
import { ownText, type Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { Baseline } from './baseline.ts'
import { type Batch, batchesOf } from '../open/batch.ts'
import { AskedStandards } from './asked-standards.ts'
import { Judging } from './judging.ts'
import type { Cache, Memory, Recalled } from './memory.ts'
import { openPacks, type Packs } from '../open/packs.ts'
import { type Files, readFiles } from '../open/files.ts'
import { identityOf, type RunResult } from './report.ts'
import { requireSubject, type Selection } from '../open/select.ts'
import { type PacksAsSubject, packsAsSubject } from './subject.ts'

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
  /** Where what each rule costs is added up, by its id; it is not measured without. */
  readonly costs?: Map<string, RuleCost>
  /** Where what was judged is kept for the next run; nothing is kept and nothing recalled without. */
  readonly cache?: Cache
}

/** The basis that another run has fixed: two that are compared judge by the same packs, on the same days. */
export interface FixedBasis {
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
  basis?: FixedBasis,
): Promise<RunResult> {
  // What rules cost is that of this run; another run's basis is not told by any key.
  const remembers = request.cache !== undefined && !request.costs && !basis
  const run =
    (await judgeFiles(
      readFiles(selection, { whole: false, remembers }),
      selection,
      request,
      basis,
    )) ?? (await judgeFiles(readFiles(selection, { whole: true }), selection, request, basis))
  if (!run) throw new Error('files read at once were misread')
  return run
}

/** Opens the packs; of each batch of files builds the dossiers, judges them and forgets them. Undefined where one was misread. */
async function judgeFiles(
  files: Files,
  selection: Selection,
  request: CheckRequest,
  basis: FixedBasis | undefined,
): Promise<RunResult | undefined> {
  const { packSources } = files
  await files.workbooks.open()
  const packs =
    basis?.packs ?? (await openPacks({ ...request, areSubject: packSources.length > 0 }))
  const day = dayOf(request, basis)
  const subject = await packsAsSubject(packSources, packs, day.asked ?? day.today)
  const standards = new AskedStandards(packs)
  const memory = await openMemory(request.cache, { files, packs, standards, day })
  const run = new Run({ selection, packs, subject, standards, costs: request.costs })
  for (const batch of batchesOf(files, packs, memory?.recall)) {
    if (batch.isMisread) return undefined
    const isInTurn = (system: string): boolean => batch.own.has(system)
    const { standardFor } = standards
    const built = buildDossiers(batch.documents, standardFor, day, batch.lost, isInTurn)
    const judged = run.judge(batch, built, request.onProgress)
    memory?.keep(batch, built, judged.judgements)
    forget(batch, files, judged.findings)
  }
  // What is compared with another run may be empty: all may have been taken away.
  if (!basis && !request.since) run.requireSubject()
  await memory?.write()
  const { sources, ledgers } = files
  return { ...run.result(), sources, ledgers, asOf: day.asked ?? day.today }
}

/** What is known from earlier runs; nothing where packs are themselves the subject, or all is read at once. */
async function openMemory(
  cache: Cache | undefined,
  run: ConstructorParameters<typeof Memory>[1],
): Promise<Memory | undefined> {
  const { files } = run
  if (!cache || !files.remembers || files.packSources.length > 0) return undefined
  const { Memory } = await import('./memory.ts')
  return new Memory(cache, run)
}

/** All findings of a run are held until they are told; nobody reads so many, and more would fill the memory. */
const mostFindings = 100_000

function tooMany(): UsageError {
  const most = mostFindings.toLocaleString('ja-JP')
  return new UsageError(`問題が${most}件を超えて見つかったので、止めました`, {
    hint: 'フォルダーを分けて調べるか、同じ問題が多いファイルから直してください。',
  })
}

/** What a run has found out so far; of the systems it judged, only what a report needs. */
class Run {
  readonly #selection: Selection
  readonly #subject: PacksAsSubject
  readonly #judging: Judging
  readonly #packs: Packs
  readonly #standards: AskedStandards
  /** What is wrong with the files. Batches share some, and may tell the same of them. */
  readonly #formal: Map<string, Finding>
  readonly #selected = new Set<string>()
  readonly #systems = new Set<string>()
  #judged = 0
  readonly #municipalities = new Map<string, Municipality>()
  /** What is wrong with the municipalities' files themselves; what they refer to is told once all is judged. */
  readonly #ofMunicipalities = new Map<string, readonly Problem[]>()

  constructor({
    selection,
    packs,
    subject,
    standards,
    costs,
  }: {
    readonly selection: Selection
    readonly packs: Packs
    readonly subject: PacksAsSubject
    readonly standards: AskedStandards
    readonly costs: CheckRequest['costs']
  }) {
    this.#selection = selection
    this.#subject = subject
    this.#packs = packs
    this.#standards = standards
    this.#judging = new Judging(packs, costs && { costs })
    this.#formal = new Map(subject.findings.map((one) => [identityOf(one), one]))
  }

  /** Judges the systems of a batch, but those that are known; returns everything that was found in it. */
  judge(
    batch: Batch<Recalled>,
    { dossiers, municipalities, problems }: Built,
    onProgress?: CheckRequest['onProgress'],
  ): { readonly judgements: readonly Judgement[]; readonly findings: readonly Finding[] } {
    const links = [...batch.known.values()].flatMap((one) => one.links)
    const formal = [...batch.findings, ...problemFindings(problems), ...links]
    for (const one of formal) this.#formal.set(identityOf(one), one)
    for (const system of selectedIn(batch, this.#selection)) this.#selected.add(system)
    for (const system of batch.systems) this.#systems.add(system)
    for (const one of municipalities) this.#addMunicipality(one, problems)
    const built = groupByAll(dossiers, ({ id }) => [id])
    const judgements = [...batch.systems].flatMap((system) => {
      const known = batch.known.get(system)
      if (known) return this.#recall(known, system)
      return (built.get(system) ?? []).map((dossier) => {
        onProgress?.(this.#judging.dossiers.length + 1, batch.total)
        return this.#judging.judge(dossier)
      })
    })
    const judged = judgements.flatMap(({ findings }) => findings)
    this.#judged += judged.length
    if (this.#formal.size + this.#judged > mostFindings) throw tooMany()
    return { judgements, findings: [...formal, ...judged] }
  }

  #recall({ judged }: Recalled, system: string): readonly Judgement[] {
    const municipality = this.#municipalities.get(municipalityIdOf(system))
    if (!municipality) throw new Error('a system is known without its municipality')
    return judged.map((one) => {
      const standard = this.#standards.of(one.standard)
      const judgement = { ...one.judgement, standard }
      this.#judging.recall({ id: system, municipality, standard }, judgement)
      return judgement
    })
  }

  #addMunicipality(municipality: Municipality, problems: readonly Problem[]): void {
    const { id, document } = municipality
    if (this.#municipalities.has(id)) return
    this.#municipalities.set(id, municipality)
    const own = problems.filter(({ location }) => location.path === document.source.path)
    this.#ofMunicipalities.set(id, own)
  }

  /** Throws where nothing was looked at: no system, no pack, and nothing wrong with the files. */
  requireSubject(): void {
    const subjects = this.#judging.dossiers.length + this.#subject.packs
    requireSubject(this.#selection, this.#findings, subjects)
  }

  result(): Omit<RunResult, 'sources' | 'ledgers' | 'asOf'> {
    const { dossiers, judgements } = this.#judging
    return {
      selection: this.#selection,
      packs: this.#packs,
      findings: this.#findings,
      selected: this.#selected,
      dossiers,
      judgements,
      standards: this.#subject.judge(dossiers),
    }
  }

  get #findings(): readonly Finding[] {
    return [
      ...this.#formal.values(),
      ...this.#linksOfMunicipalities,
      ...unknownIn([...this.#municipalities.values()], this.#systems, this.#selection),
    ]
  }

  /** Numbered after what else is wrong with the same files. */
  get #linksOfMunicipalities(): readonly Finding[] {
    return [...this.#municipalities.values()].flatMap((one) => {
      const before = this.#ofMunicipalities.get(one.id) ?? []
      const links = linksOfMunicipalities([one], this.#judging.dossiers)
      return problemFindings([...before, ...links]).slice(before.length)
    })
  }
}

/** Lets go of the texts that were read for a batch alone, but for those that a finding points into. */
function forget(batch: Batch<Recalled>, files: Files, findings: readonly Finding[]): void {
  for (const { sources, ledgers } of batch.known.values()) {
    for (const source of sources) files.hold(source)
    for (const [path, namedIn] of ledgers) files.ledgers.set(path, namedIn)
  }
  const shown = new Set(findings.flatMap(pathsOf))
  for (const path of batch.paths) if (!shown.has(path)) files.forget(path)
}

/** The day asked for, the day it is, and the days that another run has fixed. */
function dayOf(request: CheckRequest, basis: FixedBasis | undefined) {
  const today = basis?.asOf ?? parseDay(request.today ?? '') ?? todayInJapan()
  const asked = parseDay(request.asOf ?? '')
  return { asked, today, of: (system: string) => parseDay(basis?.dayOf(system) ?? '') }
}

/** The systems of a batch that have a selected file. */
function selectedIn(batch: Batch<Recalled>, { files }: Selection): readonly string[] {
  const known = [...batch.known].filter(([, { documents }]) =>
    documents.some((path) => files.has(path)),
  )
  const read = batch.documents.filter(({ document }) => files.has(document.source.path))
  const shown = new Set(read.map(({ value }) => ownText(String(value['system']))))
  return [...known.map(([system]) => system), ...shown]
}

/** The systems named in a municipality's file that are not there; only where it is selected are all read. */
function unknownIn(
  municipalities: readonly Municipality[],
  systems: ReadonlySet<string>,
  { files }: Selection,
): readonly Finding[] {
  return municipalities
    .filter(({ document }) => files.has(document.source.path))
    .flatMap((one) => problemFindings(unknownSystems(one, systems)))
}
