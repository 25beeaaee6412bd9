import type { Finding } from '../finding/finding.ts'
import { problemFindings, unreadable } from '../finding/problem.ts'
import { validate } from '../schema/validate.ts'
import { folderOf, isWithin } from '../source/path.ts'
import type { Source } from '../source/source.ts'
import { folderFinder } from '../source/workspace.ts'
import type { ShapedDocument } from '../model/build.ts'
import { headsOf } from '../yaml/head.ts'
import { type ParsedFile, parseDocuments } from '../yaml/parse.ts'
import { attachLedgers } from './ledger.ts'
import type { Selection } from './select.ts'

/** The files of a run, read and held against their schemas. */
export interface Read {
  /** The documents of dossiers and municipalities whose shape is right. */
  readonly documents: readonly ShapedDocument[]
  /** The texts of packs and of the samples beside them. */
  readonly packSources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly sources: ReadonlyMap<string, Source>
  /** The CSV files of ledgers, each with the records file that names it. */
  readonly ledgers: ReadonlyMap<string, string>
}

/**
 * Reads and parses every file once: those selected, and the rest of the dossiers they belong to, for a
 * dossier is always read whole, from the nearest folder with `kind: municipality`.
 */
export function readDocuments(selection: Selection): Read {
  const reader = new Reader(selection)
  for (const path of selection.files) reader.read(path)
  const wanted = reader.wanted()
  for (const root of missingRoots(selection, reader)) {
    for (const path of selection.workspace.discover([root]).files) reader.read(path, wanted)
  }
  return reader.result()
}

class Reader {
  readonly #selection: Selection
  readonly #files = new Map<string, ParsedFile>()
  readonly #findings: Finding[] = []

  constructor(selection: Selection) {
    this.#selection = selection
  }

  read(path: string, isWanted: (source: Source) => boolean = () => true): void {
    if (this.#files.has(path)) return
    const read = this.#selection.workspace.read(path)
    if (!read.ok) this.#findings.push(...problemFindings([unreadable(read.problem)]))
    else if (isWanted(read.source)) this.#files.set(path, parseDocuments(read.source))
  }

  /**
   * Which files beside the selected ones matter: those of the same systems, the municipality's and the
   * whole organisation's; all of them where a municipality's own file was selected. A file that does
   * not show what it is at the beginning of a line is looked into.
   */
  wanted(): (source: Source) => boolean {
    if (this.foldersOf('municipality').size > 0) return () => true
    const systems = new Set<string | undefined>()
    for (const file of this.#files.values()) {
      for (const { system } of headsOf(file.source)) systems.add(system)
    }
    return (source) => {
      const heads = headsOf(source)
      return (
        heads.length === 0 ||
        heads.some(({ kind, system }) => {
          return kind === 'municipality' || systems.has(system) || isWholeOrganisation(system)
        })
      )
    }
  }

  /** The folders of the files that hold a document of a kind. */
  foldersOf(kind: string): ReadonlySet<string> {
    const folders = new Set<string>()
    for (const [path, file] of this.#files) {
      if (file.documents.some((document) => kindOf(document.value) === kind)) {
        folders.add(folderOf(path))
      }
    }
    return folders
  }

  result(): Read {
    const packFolders = this.foldersOf('standard')
    const roots = this.foldersOf('municipality')
    const shaped: ShapedDocument[] = []
    const packSources: Source[] = []
    for (const [path, file] of this.#files) {
      const isPack = [...packFolders].some((folder) => isWithin(path, folder))
      if (isPack) packSources.push(file.source)
      else shaped.push(...this.#shaped(file))
    }
    const sources = new Map([...this.#files].map(([path, file]) => [path, file.source]))
    const ledgers = new Map<string, string>()
    const documents = shaped.map((one) => {
      const { path } = one.document.source
      const read = attachLedgers(one, rootOf(path, roots), this.#selection.workspace)
      this.#findings.push(...problemFindings(read.problems, String(one.value['system'])))
      for (const source of read.sources) sources.set(source.path, source)
      for (const ledger of read.paths) ledgers.set(ledger, path)
      return read.document
    })
    return { documents, packSources, findings: this.#findings, sources, ledgers }
  }

  #shaped(file: ParsedFile): readonly ShapedDocument[] {
    this.#findings.push(...problemFindings(file.problems, systemOf(file)))
    return file.documents.flatMap((document) => {
      const checked = validate(document)
      if (!checked.ok) {
        this.#findings.push(...checked.findings)
        return []
      }
      const { kind, value } = checked.file
      return [{ kind, value: value as unknown as ShapedDocument['value'], document }]
    })
  }
}

/** The nearest municipality's folder around a file; its own folder where there is none. */
function rootOf(path: string, roots: ReadonlySet<string>): string {
  const around = [...roots].filter((root) => isWithin(path, root))
  return around.sort((a, b) => b.length - a.length)[0] ?? folderOf(path)
}

function isWholeOrganisation(system: string | undefined): boolean {
  return system?.endsWith('/organisation') ?? false
}

/** The municipalities' folders above the selected files that were not themselves selected. */
function missingRoots(selection: Selection, reader: Reader): readonly string[] {
  const marked = reader.foldersOf('municipality')
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

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? (value as { kind?: unknown }).kind
    : undefined
}

function systemOf(file: ParsedFile): string | null {
  return headsOf(file.source)[0]?.system ?? null
}
