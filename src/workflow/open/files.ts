import type { Finding } from '../../finding/finding.ts'
import { problemFindings, unreadable } from '../../finding/problem.ts'
import { isWholeOrganisation } from '../../finding/system-id.ts'
import { digestOf } from '../../source/digest.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { folderFinder, type Workspace } from '../../source/workspace.ts'
import { type Head, headsOf } from '../../yaml/head.ts'
import type { ParsedDocument } from '../../yaml/document.ts'
import { type ParsedFile, parseDocuments } from '../../yaml/parse.ts'
import type { Selection } from './select.ts'
import { Workbooks } from './sheet.ts'

/** A file of a run. One that shows no single system at its head is parsed at once: it may concern all. */
export interface ReadFile {
  readonly path: string
  readonly heads: readonly Head[]
  /** The system in whose turn it is read again and parsed; until then its text is not held. */
  readonly waitsFor: string | undefined
  readonly parsed: ParsedFile | undefined
  /** The digest of its text; only of a run that remembers. */
  readonly digest: string | undefined
}

/** How the files of a run are read. */
export interface ReadOptions {
  /** Whether all are parsed at once. */
  readonly whole: boolean
  /** Whether the digests of their texts are wanted. */
  readonly remembers?: boolean
  /** How a text is parsed, where another run may have parsed the same. */
  readonly parse?: (source: Source) => ParsedFile
}

/** The files of a run, in the order they were read. */
export class Files {
  readonly whole: boolean
  /** The workbooks that records files name for their ledgers; to be opened before these are read. */
  readonly workbooks: Workbooks
  /** What could not be read. */
  readonly findings: Finding[] = []
  /** The CSV files of ledgers read so far, each with the records file that names it. */
  readonly ledgers = new Map<string, string>()
  readonly workspace: Workspace
  /** The files whose text was another when their turn came than when they were first read. */
  readonly changed = new Set<string>()
  /** Whether the digests of the texts are known. */
  readonly remembers: boolean
  readonly #digestOf: (text: string) => string | undefined
  readonly #parseText: (source: Source) => ParsedFile
  readonly #files = new Map<string, ReadFile>()
  readonly #sources = new Map<string, Source>()

  constructor(
    workspace: Workspace,
    { whole, remembers = false, parse = parseDocuments }: ReadOptions,
  ) {
    this.workspace = workspace
    this.workbooks = new Workbooks(workspace)
    this.whole = whole
    this.remembers = remembers
    this.#digestOf = remembers ? digestOf : () => undefined
    this.#parseText = parse
  }

  read(path: string, isWanted: (heads: readonly Head[]) => boolean = () => true): void {
    if (this.#files.has(path)) return
    const read = this.workspace.read(path)
    if (!read.ok) {
      for (const one of problemFindings([unreadable(read.problem)])) this.findings.push(one)
      return
    }
    const heads = headsOf(read.source)
    if (!isWanted(heads)) return
    this.workbooks.note(read.source)
    const waitsFor = this.whole ? undefined : systemShown(heads)
    const parsed = waitsFor === undefined ? this.#parse(read.source) : undefined
    const digest = this.#digestOf(read.source.text)
    this.#files.set(path, { path, heads, waitsFor, parsed, digest })
  }

  /** A file as YAML; one that waited is read again, and what is wrong by then is told. */
  parsed({ path, parsed, digest }: ReadFile): ParsedFile {
    if (parsed) return parsed
    const read = this.workspace.read(path)
    const now = read.ok ? this.#digestOf(read.source.text) : undefined
    if (now !== digest) this.changed.add(path)
    if (read.ok) return this.#parse(read.source)
    return { source: { path, text: '' }, documents: [], problems: [unreadable(read.problem)] }
  }

  /**
   * Which files beside the selected ones matter: those of the same systems, the municipality's and the
   * whole organisation's; all of them where a municipality's own file was selected. A file that does
   * not show what it is at the beginning of a line is looked into.
   */
  wanted(): (heads: readonly Head[]) => boolean {
    if (this.foldersOf('municipality').size > 0) return () => true
    const systems = this.#systems()
    return (heads) =>
      heads.length === 0 ||
      heads.some(({ kind, system }) => {
        return kind === 'municipality' || systems.has(system) || isWholeOrganisation(system)
      })
  }

  /** The systems that the files show. */
  #systems(): ReadonlySet<string | undefined> {
    const heads = [...this.#files.values()].flatMap((file) => file.heads)
    return new Set(heads.map(({ system }) => system))
  }

  /** The folders of the files that hold a document of a kind that concerns more than one system. */
  foldersOf(kind: 'municipality' | 'standard'): ReadonlySet<string> {
    const folders = new Set<string>()
    for (const { path, parsed } of this.#files.values()) {
      if (parsed?.documents.some(({ value }) => kindOf(value) === kind)) folders.add(folderOf(path))
    }
    return folders
  }

  /** The texts that are held: of files that were parsed and not let go. */
  get sources(): ReadonlyMap<string, Source> {
    return this.#sources
  }

  /** The documents of files that were parsed because they may concern more than one system. */
  get parsedDocuments(): readonly ParsedDocument[] {
    return this.ofDossiers.flatMap(({ parsed }) => parsed?.documents ?? [])
  }

  get packSources(): readonly Source[] {
    return this.#inPacks(true).map((file) => this.parsed(file).source)
  }

  /** The files that are neither packs nor the samples beside them. */
  get ofDossiers(): readonly ReadFile[] {
    return this.#inPacks(false)
  }

  /** Notes the ledgers that a records file keeps as CSV, with the texts that could be read. */
  addLedgers(
    { paths, sources }: { readonly paths: readonly string[]; readonly sources: readonly Source[] },
    namedIn: string,
  ): void {
    for (const path of paths) this.ledgers.set(path, namedIn)
    for (const source of sources) this.#sources.set(source.path, source)
  }

  /** Holds the text of a file that was not parsed, for places lie in it. */
  hold(source: Source): void {
    this.#sources.set(source.path, source)
  }

  /** Forgets the text of a file whose turn is over. */
  forget(path: string): void {
    this.#files.delete(path)
    this.#sources.delete(path)
  }

  #parse(source: Source): ParsedFile {
    const parsed = this.#parseText(source)
    this.#sources.set(source.path, parsed.source)
    return parsed
  }

  #inPacks(inside: boolean): readonly ReadFile[] {
    const folders = [...this.foldersOf('standard')]
    return [...this.#files.values()].filter(
      ({ path }) => folders.some((folder) => isWithin(path, folder)) === inside,
    )
  }
}

/** The `kind` of a document, whatever it is. */
export function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? (value as { kind?: unknown }).kind
    : undefined
}

const ofOneSystem: ReadonlySet<string | undefined> = new Set([
  'context',
  'procedure',
  'records',
  'notice',
  'actions',
])

/** The one system that all heads of a file name; undefined where it may concern others too. */
function systemShown(heads: readonly Head[]): string | undefined {
  const system = heads[0]?.system
  if (isWholeOrganisation(system)) return undefined
  const isOne = heads.every((head) => ofOneSystem.has(head.kind) && head.system === system)
  return isOne ? system : undefined
}

/** Reads the same files, but parses those of one system only when its turn comes, unless `whole`. */
export function readFiles(selection: Selection, options: ReadOptions): Files {
  const files = new Files(selection.workspace, options)
  for (const path of selection.files) files.read(path)
  const wanted = files.wanted()
  for (const root of missingRoots(selection, files)) {
    for (const path of selection.workspace.discover([root]).files) files.read(path, wanted)
  }
  return files
}

/** The municipalities' folders above the selected files that were not themselves selected. */
function missingRoots(selection: Selection, files: Files): readonly string[] {
  const marked = files.foldersOf('municipality')
  const find = folderFinder(selection.workspace, (source) =>
    headsOf(source).some((head) => head.kind === 'municipality'),
  )
  const roots = new Set<string>()
  for (const folder of new Set([...selection.files].map(folderOf))) {
    const known = [...marked].filter((root) => isWithin(folder, root))
    const root = known.sort((a, b) => b.length - a.length)[0] ?? find(`${folder}/x.yaml`)
    if (root !== undefined) roots.add(root)
  }
  return [...roots].filter((root) => !selection.named.some((named) => isWithin(root, named)))
}
