import type { Finding } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { mistakeLines, UsageError } from '../../finding/usage-error.ts'
import { buildDossiers, type JudgementDay } from '../../model/build.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { validate } from '../../schema/validate.ts'
import type { Source } from '../../source/source.ts'
import { isMissing, type Workspace } from '../../source/workspace.ts'
import type { ParsedDocument } from '../../yaml/document.ts'
import { type ParsedFile, parseDocuments, withoutMark } from '../../yaml/parse.ts'
import { kindOf, type ReadOptions } from '../open/files.ts'
import type { PacksAtHand } from '../open/added.ts'
import { openPacks, type Packs } from '../open/packs.ts'
import { readDocuments } from '../open/batch.ts'
import { nothingToRead, select } from '../open/select.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import { headsOf } from '../../yaml/head.ts'

/** One side of a comparison as it was named. */
export interface SideRequest {
  /** As the user wrote it. */
  readonly name: string
  readonly workspace: Workspace
  readonly paths: readonly string[]
  /** The paths are those of the other side: what is not there, the other alone may have. */
  readonly mayBeEmpty?: boolean
  /** What cannot be read is left out, for the run tells of it by itself. */
  readonly mayBeBroken?: boolean
}

/** Which two versions to compare. */
export interface CompareRequest {
  readonly before: SideRequest
  readonly after: SideRequest
  /**
   * The paths of the systems that a change of a standard may touch; without them those of
   * the later side, or, where it holds none, all below the working folder.
   */
  readonly systems?: readonly string[]
  /** The folder of the user's packs on the later side; the nearest `policies` without it. */
  readonly policies?: string
  /** The day both sides are judged at, ISO; see `dayOfComparison` without it. */
  readonly asOf?: string
  /** The day that stands for today, ISO; the clock's without it. */
  readonly today?: string
  /** The packs of the later side, where they are open. */
  readonly packs?: Packs
}

/** The documents of one side, all of them of the right shape. */
export interface ReadSide {
  readonly name: string
  readonly workspace: Workspace
  readonly mayBeBroken?: boolean
  readonly documents: readonly ShapedDocument[]
  /** The files below the named paths. */
  readonly files: ReadonlySet<string>
  /** The files in which something could not be read. */
  readonly unread: ReadonlySet<string>
  /** The texts of packs among them. */
  readonly packSources: readonly Source[]
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Reads both sides whole. A side that cannot be read throws: what is missing there would look like
 * something taken away. One of them may be empty, where a change brings in or takes away everything.
 * Where the paths of both sides are the same, a system that they lead to on one side alone is looked for
 * elsewhere on the other: what was moved neither came nor went.
 */
export async function readSides(
  sides: { readonly before: SideRequest; readonly after: SideRequest; readonly policies?: string },
  packs: Packs,
): Promise<{ readonly before: ReadSide; readonly after: ReadSide }> {
  const earlier = await packsBefore(sides, packs)
  const texts = new SharedTexts()
  const before = await readSide(sides.before, earlier, texts.first)
  const after = await readSide(sides.after, packs, texts.second)
  if (before.files.size === 0 && after.files.size === 0) throw nothingToRead(sides.after.paths)
  return {
    before: await withMoved(before, sides.before, after, earlier),
    after: await withMoved(after, sides.after, before, packs),
  }
}

/**
 * Most files are the same on both sides: their texts are parsed once, and what is written in them is held once.
 * Each side has its own place of it. What has mistakes, or a municipality, is of one side alone.
 */
class SharedTexts {
  readonly #parsed = new Map<string, ParsedFile>()

  readonly first = (source: Source): ParsedFile => {
    const parsed = parseDocuments(source)
    const { documents, problems } = parsed
    const isPlain = problems.length === 0 && !documents.some(isOfMunicipality)
    if (isPlain) this.#parsed.set(parsed.source.text, parsed)
    return parsed
  }

  readonly second = (given: Source): ParsedFile => {
    const { path, text } = withoutMark(given)
    const same = this.#parsed.get(text)
    if (!same) return parseDocuments(given)
    // Of two copies on one side, each is a thing of its own.
    this.#parsed.delete(text)
    const source = { path, text: same.source.text }
    return { ...same, source, documents: same.documents.map((one) => ({ ...one, source })) }
  }
}

function isOfMunicipality({ value }: ParsedDocument): boolean {
  return kindOf(value) === 'municipality'
}

/** The packs as they were on the earlier side, which added the ledgers of its records; else those of the later. */
async function packsBefore(
  { before, after, policies }: Parameters<typeof readSides>[0],
  packs: Packs,
): Promise<Packs> {
  const { workspace } = before
  if (workspace === after.workspace) return packs
  try {
    return await openPacks({
      workspace,
      areSubject: true,
      ...(policies !== undefined && { policies }),
    })
  } catch (thrown) {
    if (thrown instanceof UsageError) return packs
    throw thrown
  }
}

/** The same side with the systems that only the other was found to have, where they stand elsewhere. */
async function withMoved(
  side: ReadSide,
  { paths, ...request }: SideRequest,
  other: ReadSide,
  packs: PacksAtHand,
): Promise<ReadSide> {
  if (!request.mayBeEmpty) return side
  const known = new Set(side.documents.map(systemOf))
  const lacked = other.documents
    .filter(({ document }) => other.files.has(document.source.path))
    .flatMap((document) => systemOf(document) ?? [])
    .filter((system) => !known.has(system))
  const municipalities = other.documents
    .filter(({ kind }) => kind === 'municipality')
    .map(({ document }) => document.source.path)
  const moved = filesOfSystems(new Set(lacked), side.workspace, { ...other, municipalities })
  if (moved.length === 0) return side
  const there = paths.filter((path) => !isEmpty(side.workspace, path))
  return readSide({ ...request, paths: [...there, ...moved] }, packs)
}

function systemOf({ value }: ShapedDocument): string | undefined {
  return typeof value['system'] === 'string' ? value['system'] : undefined
}

/** Reads one side whole. */
export async function readSide(
  request: SideRequest,
  packs: PacksAtHand,
  parse?: ReadOptions['parse'],
): Promise<ReadSide> {
  const { name, workspace, mayBeEmpty, mayBeBroken = false } = request
  const paths = request.paths.filter((path) => !mayBeEmpty || !isEmpty(workspace, path))
  if (paths.length === 0) {
    const none = { files: new Set<string>(), unread: new Set<string>() }
    return {
      name,
      workspace,
      mayBeBroken,
      documents: [],
      ...none,
      packSources: [],
      sources: new Map(),
    }
  }
  const selection = select({ workspace, paths })
  const read = await readDocuments(selection, packs, parse)
  const inPacks = packDocuments(read.packSources)
  const findings = [...problemFindings(selection.problems), ...read.findings, ...inPacks.findings]
  if (!mayBeBroken) refuseBroken(name, findings)
  return {
    name,
    workspace,
    mayBeBroken,
    documents: [...read.documents, ...inPacks.documents],
    files: selection.files,
    unread: new Set(findings.filter(isGrave).map(({ location }) => location.path)),
    packSources: read.packSources,
    sources: read.sources,
  }
}

/** Whether no file that could be read stands at or below a path, nor anything that cannot be looked into. */
function isEmpty(workspace: Workspace, path: string): boolean {
  const { files, problems } = workspace.discover([path])
  return files.length === 0 && problems.every(({ code }) => code === 'not-found')
}

/** Names that lead nowhere: all that is written can be read, and what hangs on them is unknown. */
const bearable: ReadonlySet<string> = new Set(['dangling-reference', 'unknown-system'])

/** The dossiers of one side, and what is wrong with how their documents refer to each other. */
export interface BuiltSide {
  readonly dossiers: readonly WrittenDossier[]
  readonly formal: readonly Finding[]
}

/** Builds the dossiers of a side, of its documents as they are told; throws where a system cannot be told. */
export function buildSide(
  { name, mayBeBroken = false }: ReadSide,
  documents: readonly ShapedDocument[],
  packs: Packs,
  day: JudgementDay,
): BuiltSide {
  const { dossiers, problems } = buildDossiers(documents, packs.standardFor, day)
  if (!mayBeBroken) {
    refuseBroken(name, problemFindings(problems.filter(({ code }) => !bearable.has(code))))
  }
  return { dossiers, formal: problemFindings(problems) }
}

function isGrave({ severity }: Finding): boolean {
  return severity === 'error'
}

/** Throws where a side has mistakes of form, with the places of the first of them. */
function refuseBroken(name: string, findings: readonly Finding[]): void {
  const broken = findings.filter(isGrave)
  if (broken.length === 0) return
  throw new UsageError(
    [`「${name}」に読めないところがあるため、比べられません。`, ...mistakeLines(broken)].join('\n'),
    {
      hint: '形式の誤りを直してから、もう一度比べてください。policy-lint check で詳しく調べられます。',
    },
  )
}

/** The standards and rules among some files, without looking into what their rules say. */
export function packDocuments(sources: readonly Source[]): {
  readonly documents: readonly ShapedDocument[]
  readonly findings: readonly Finding[]
} {
  const documents: ShapedDocument[] = []
  const findings: Finding[] = []
  for (const source of sources) {
    const file = parseDocuments(source)
    for (const one of problemFindings(file.problems)) findings.push(one)
    // A municipality beside a standard makes the file a sample for the rules' examples.
    if (file.documents.some(({ value }) => kindOf(value) === 'municipality')) continue
    for (const document of file.documents) {
      const checked = validate(document)
      if (!checked.ok) for (const one of checked.findings) findings.push(one)
      else {
        const { kind, value } = checked.file
        documents.push({ kind, value: { ...value }, document })
      }
    }
  }
  return { documents, findings }
}

/** The files that a state of some systems is known from, and the files of their municipalities. */
interface KnownState {
  readonly workspace: Workspace
  readonly municipalities: readonly string[]
}

/**
 * Where systems stand in another state of the files: below the folders that their municipalities have in the
 * known one, and at places that the known one has no more. What stands at both elsewhere is a copy.
 */
export function filesOfSystems(
  systems: ReadonlySet<string>,
  state: Workspace,
  { workspace, municipalities }: KnownState,
): readonly string[] {
  if (systems.size === 0) return []
  const top = state.above('x.yaml').at(-1) ?? '.'
  const roots = municipalities.map(folderOf)
  return state
    .discover([top])
    .files.filter(
      (path) => roots.some((root) => isWithin(path, root)) || isMissing(workspace, path),
    )
    .filter((path) => systemsIn(state, path).some((system) => systems.has(system)))
}

/** The systems that the head of a file names. */
export function systemsIn(workspace: Workspace, path: string): readonly string[] {
  const read = workspace.read(path)
  return read.ok ? headsOf(read.source).flatMap(({ system }) => system ?? []) : []
}
