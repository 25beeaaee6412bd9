import type { Finding } from '../../finding/finding.ts'
import { groupByAll } from '../../finding/order.ts'
import { problemFindings } from '../../finding/problem.ts'
import { isWholeOrganisation, municipalityIdOf } from '../../finding/system-id.ts'
import { isDossierKind, type Lost } from '../../model/build.ts'
import type { ShapedDocument } from '../../model/element.ts'
import { validate } from '../../schema/validate.ts'
import { type Look, watched } from '../../source/look.ts'
import { folderOf, isWithin } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import { parseDocuments } from '../../yaml/parse.ts'
import { type Files, kindOf, type ReadFile, readFiles, type ReadOptions } from './files.ts'
import { type PacksAtHand, shapesIn } from './added.ts'
import { attachLedgers } from './ledger.ts'
import type { Selection } from './select.ts'

/** A file that a system is judged by: its place and text, and what else was looked at to read it. */
export interface Input {
  readonly path: string
  readonly digest: string | undefined
  /** The folder out of which it may name no file. */
  readonly root: string
  /** Of a file that is the system's alone this is known only once it is read whole. */
  readonly looks: readonly Look[]
  /** Whether it speaks of more than one: of two systems, or of a system and its municipality. */
  readonly isMixed: boolean
}

/** What is known of a system whose own files are not looked into. */
export interface KnownSystem {
  /** What is wrong with the form and shape of its own files. */
  readonly form: readonly Finding[]
}

/** What is known of a system from another run that read the same; undefined where nothing is. */
export type Recall<Known extends KnownSystem> = (
  system: string,
  inputs: readonly Input[],
) => Known | undefined

/** Some systems with all their documents, and with what they share with the others. */
export interface Batch<Known extends KnownSystem = KnownSystem> {
  /** In order, those included of which all is known. */
  readonly systems: ReadonlySet<string>
  /** Those of which all is known: none of their own documents is there. */
  readonly known: ReadonlyMap<string, Known>
  /** Those that are read, each with the files that are its alone. */
  readonly own: ReadonlyMap<string, readonly Shaped[]>
  /** How many systems the batches of the run have together. */
  readonly total: number
  readonly documents: readonly ShapedDocument[]
  /** What is wrong with the form and shape of files that no earlier batch had. */
  readonly findings: readonly Finding[]
  readonly lost: Lost
  /** The files that were read for this batch alone. */
  readonly paths: readonly string[]
  /** Whether a file turned out not to be what its head shows: then all must be read as a whole. */
  readonly isMisread: boolean
}

/**
 * So many systems are held at once. More cost memory and the care for it, fewer build what all share
 * more often: at 1,000 systems 8 of them need little over half the memory of all, 50 need nine tenths.
 */
const systemsAtOnce = 8

/** The systems of a run in order, with their documents in the order of the files; at least one batch. */
export function* batchesOf<Known extends KnownSystem>(
  files: Files,
  packs: PacksAtHand,
  recall: Recall<Known> = () => undefined,
): Generator<Batch<Known>, undefined> {
  const roots = files.foldersOf('municipality')
  const shape = shaperOf(files, packs, roots)
  const { order, shared, waiting } = sorted(files, shape)
  const placeOf = ({ path }: Pick<ReadFile, 'path'>): number => order.get(path) ?? 0
  const named = shared.flatMap((one) =>
    one.documents.flatMap((document) => systemOf(document) ?? []),
  )
  const systems = [...new Set([...waiting.keys(), ...named])].sort()
  const sharedBy = byMunicipality(shared, systems)
  const alone = ({ path, digest }: ReadFile): Input => {
    return { path, digest, root: rootOf(path, roots), looks: [], isMixed: false }
  }
  const inputsOf = (system: string): readonly Input[] =>
    [
      ...(sharedBy.get(municipalityIdOf(system)) ?? []).map(inputOf),
      ...(waiting.get(system) ?? []).map(alone),
    ].sort((a, b) => placeOf(a) - placeOf(b))
  const step = files.whole ? Math.max(systems.length, 1) : systemsAtOnce
  let from = 0
  do {
    const isFirst = from === 0
    const known = new Map<string, Known>()
    const own = new Map<string, readonly Shaped[]>()
    const batch = new Set<string>()
    for (; from < systems.length && own.size < step; from += 1) {
      const system = systems[from] ?? ''
      const recalled = recall(system, inputsOf(system))
      if (recalled === undefined) own.set(system, (waiting.get(system) ?? []).map(shape))
      else known.set(system, recalled)
      batch.add(system)
      waiting.delete(system)
    }
    const municipalities = new Set([...batch].map(municipalityIdOf))
    if (isFirst) municipalities.add(nobody)
    const around = [...new Set([...municipalities].flatMap((id) => sharedBy.get(id) ?? []))]
    const arrived = [...own.values()].flat()
    const formOf = (system: string): readonly Finding[] =>
      known.get(system)?.form ?? (own.get(system) ?? []).flatMap((one) => one.findings)
    const first = [...files.findings, ...shared.flatMap((one) => one.findings)]
    const read = new Set(own.keys())
    yield {
      systems: batch,
      known,
      own,
      total: systems.length,
      documents: [...around, ...arrived]
        .sort((a, b) => placeOf(a.file) - placeOf(b.file))
        .flatMap((one) => one.documents)
        .filter((document) => concerns(document, read)),
      findings: [...(isFirst ? first : []), ...[...batch].flatMap(formOf)],
      lost: lostIn([...around, ...arrived]),
      paths: arrived.flatMap(({ file, ledgers }) => [file.path, ...ledgers]),
      isMisread: !arrived.every(isAsShown),
    }
  } while (from < systems.length)
}

/** A file that may concern every system, as one that systems are judged by. */
function inputOf({ file, looks, root, documents }: Shaped): Input {
  const spokenOf = new Set([
    ...file.heads.map(({ system }) => system),
    ...documents.map((one) => (one.kind === 'municipality' ? undefined : systemOf(one))),
  ])
  return { path: file.path, digest: file.digest, root, looks, isMixed: spokenOf.size > 1 }
}

interface Sorted {
  readonly order: ReadonlyMap<string, number>
  /** Files that may concern every batch. */
  readonly shared: readonly Shaped[]
  /** Files that wait, by their system; taken out when its turn comes, so that they can be forgotten. */
  readonly waiting: Map<string, ReadFile[]>
}

function sorted(files: Files, shape: (file: ReadFile) => Shaped): Sorted {
  const all = files.ofDossiers
  return {
    order: new Map(all.map(({ path }, index) => [path, index])),
    shared: all.filter(({ waitsFor }) => waitsFor === undefined).map(shape),
    waiting: groupByAll(all, ({ waitsFor }) => (waitsFor === undefined ? [] : [waitsFor])),
  }
}

/** Stands for the municipalities without a system in the run; the first batch sees to their files. */
const nobody = ''

/** The shared files by the municipalities whose systems they are read with. */
function byMunicipality(
  shared: readonly Shaped[],
  systems: readonly string[],
): ReadonlyMap<string, readonly Shaped[]> {
  const known = new Set(systems.map(municipalityIdOf))
  return groupByAll(shared, (one) =>
    [...municipalitiesIn(one)].map((id) => (known.has(id) ? id : nobody)),
  )
}

/** The municipalities that the heads and the documents of a file speak of. */
function municipalitiesIn({ file, documents }: Shaped): ReadonlySet<string> {
  const systems = [...file.heads.map(({ system }) => system), ...documents.map(systemOf)]
  const own = documents.filter(({ kind }) => kind === 'municipality')
  return new Set([
    ...systems.flatMap((system) => (system === undefined ? [] : municipalityIdOf(system))),
    ...own.map(({ value }) => String(value['id'])),
  ])
}

/** The documents of one file, as far as their shape is right, and what is wrong with it. */
export interface Shaped {
  readonly file: ReadFile
  /** The folder of its municipality, out of which it may name no file. */
  readonly root: string
  /** What was looked at for the ledgers that it names. */
  readonly looks: readonly Look[]
  readonly documents: readonly ShapedDocument[]
  /** Those of which some elements could not be read. */
  readonly inPart: readonly ShapedDocument[]
  readonly findings: readonly Finding[]
  /** The files of ledgers that it names. */
  readonly ledgers: readonly string[]
  /** The kinds of all its documents, whatever their shape. */
  readonly kinds: readonly unknown[]
}

/** What the heads of files show and their documents lack, in all or in part: they do not parse, or have a wrong shape. */
function lostIn(shaped: readonly Shaped[]): Lost {
  const lost = new Map<string, Map<string, 'whole' | 'part'>>()
  const add = (system: string | undefined, kind: string | undefined, how: 'whole' | 'part') => {
    if (system === undefined || kind === undefined) return
    const kinds = lost.get(system) ?? new Map<string, 'whole' | 'part'>()
    lost.set(system, kinds.set(kind, kinds.get(kind) ?? how))
  }
  for (const { file, documents } of shaped) {
    const read = documents.map((one) => `${one.kind} ${systemOf(one) ?? ''}`)
    for (const { system, kind } of file.heads) {
      const at = read.indexOf(`${kind ?? ''} ${system ?? ''}`)
      if (at < 0) add(system, kind, 'whole')
      else read.splice(at, 1)
    }
  }
  for (const one of shaped.flatMap(({ inPart }) => inPart)) add(systemOf(one), one.kind, 'part')
  return lost
}

/** Holds files against their schemas, and reads the ledgers into them that they keep as tables. */
function shaperOf(
  files: Files,
  packs: PacksAtHand,
  roots: ReadonlySet<string>,
): (file: ReadFile) => Shaped {
  const shapeFor = shapesIn(files, packs)
  return (file) => {
    const root = rootOf(file.path, roots)
    const looks: Look[] = []
    const workspace = file.digest === undefined ? files.workspace : watched(files.workspace, looks)
    const parsed = files.parsed(file)
    const findings: (readonly Finding[])[] = [
      problemFindings(parsed.problems, file.heads[0]?.system ?? null),
    ]
    const documents: ShapedDocument[] = []
    const inPart: ShapedDocument[] = []
    const ledgers: string[] = []
    for (const document of parsed.documents) {
      const checked = validate(document, shapeFor)
      if (!checked.ok) findings.push(checked.findings)
      const { kind } = checked.ok ? checked.file : checked
      const value = checked.ok ? checked.file.value : isDossierKind(kind) && checked.readable
      if (kind === undefined || !value) continue
      const shape = kind === 'records' ? shapeFor(kind, { ...value }) : undefined
      const shaped = { kind, value: value as unknown as ShapedDocument['value'], document, shape }
      const read = attachLedgers(shaped, root, { workspace, workbooks: files.workbooks })
      if (!checked.ok || !read.isWhole) inPart.push(shaped)
      findings.push(problemFindings(read.problems, String(shaped.value['system'])))
      files.addLedgers(read, file.path)
      for (const path of read.paths) ledgers.push(path)
      documents.push(read.document)
    }
    const kinds = parsed.documents.map(({ value }) => kindOf(value))
    return { file, root, looks, documents, inPart, findings: findings.flat(), ledgers, kinds }
  }
}

/** The nearest municipality's folder around a file; its own folder where there is none. */
function rootOf(path: string, roots: ReadonlySet<string>): string {
  const around = [...roots].filter((root) => isWithin(path, root))
  return around.sort((a, b) => b.length - a.length)[0] ?? folderOf(path)
}

/** Whether a file that waited is of its system alone. */
function isAsShown({ file, documents, kinds }: Shaped): boolean {
  return (
    documents.every((document) => systemOf(document) === file.waitsFor) &&
    !kinds.includes('municipality') &&
    !kinds.includes('standard')
  )
}

/** Whether a document is one of these systems', or of what all systems share. */
function concerns(document: ShapedDocument, systems: ReadonlySet<string | undefined>): boolean {
  const system = systemOf(document)
  return document.kind === 'municipality' || isWholeOrganisation(system) || systems.has(system)
}

function systemOf({ value }: ShapedDocument): string | undefined {
  const system = value['system']
  return typeof system === 'string' ? system : undefined
}

/** The files of a run, read and held against their schemas. */
export interface Read {
  /** The documents of dossiers and municipalities whose shape is right. */
  readonly documents: readonly ShapedDocument[]
  /** The texts of packs and of the samples beside them. */
  readonly packSources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly sources: ReadonlyMap<string, Source>
  /** The files of ledgers, each with the records file that names it. */
  readonly ledgers: ReadonlyMap<string, string>
}

/**
 * Reads and parses every file once: those selected, and the rest of the dossiers they belong to, for a
 * dossier is always read whole, from the nearest folder with `kind: municipality`.
 */
export async function readDocuments(
  selection: Selection,
  packs: PacksAtHand,
  parse: ReadOptions['parse'] = parseDocuments,
): Promise<Read> {
  const files = readFiles(selection, { whole: true, parse })
  await files.workbooks.open()
  return documentsIn(files, packs)
}

/** The same of files that are read, and of which the workbooks are opened. */
export function documentsIn(files: Files, packs: PacksAtHand): Read {
  const [all] = batchesOf(files, packs)
  const { packSources, sources, ledgers } = files
  const { documents = [], findings = [] } = all ?? {}
  return { documents, packSources, findings, sources, ledgers }
}
