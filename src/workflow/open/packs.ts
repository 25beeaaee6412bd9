import type { Day } from '../../calendar/day.ts'
import type { Finding } from '../../finding/finding.ts'
import { unreadable } from '../../finding/problem.ts'
import { mistakeLines, UsageError } from '../../finding/usage-error.ts'
import type { Data } from '../../model/element.ts'
import type { ForcedEdition, PackDocument } from '../../model/pack.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { builtInRules } from '../../rule/built-in.ts'
import { type Clock, languageOf } from '../../rule/language.ts'
import { packIn, type PackLibrary, standardFrom, type StandardRules } from '../../rule/library.ts'
import { type LinkedRule, linkRule } from '../../rule/link.ts'
import type { VerifiedPack } from '../../rule/pack.ts'
import { openShipped, type ShippedPacks, useShipped } from '../../rule/shipped.ts'
import { textHash } from '../../rule/stored.ts'
import type { Verified } from '../../rule/verify.ts'
import { digestOf } from '../../source/digest.ts'
import { childPath } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import type { Discovery, Workspace } from '../../source/workspace.ts'
import { headsOf } from '../../yaml/head.ts'

/** The packs a run judges by, each standard merged and linked once. */
export interface Packs {
  readonly clock: Clock
  /** Every pack at hand, each once. */
  readonly ids: readonly string[]
  /** The texts of the user's own packs. */
  readonly ownSources: readonly Source[]
  /** The digest of all that the packs say, and of where it is shown to stand. */
  readonly digest: () => string
  /** A pack by its id; throws a `UsageError` where it is missing or broken. */
  readonly packOf: (id: string) => PackDocument
  /** What a pack and those it extends say, base first, right or not; as many of them as are at hand. */
  readonly writtenIn: (id: string) => readonly Data[]
  /** The standard of a pack on a day; throws a `UsageError` where the pack is missing or broken. */
  readonly standardFor: (
    pack: string,
    edition: string | undefined,
    asOf: Day,
    forced?: readonly ForcedEdition[],
  ) => WrittenStandard
  /** The rules that judge a standard's systems, and the standard itself. */
  readonly rulesFor: (standard: WrittenStandard) => readonly LinkedRule[]
  /** Verifies packs that are themselves the subject of the run. */
  readonly verify: (sources: readonly Source[]) => Promise<Verified>
  /** The same with some packs laid over those of the run. */
  readonly over: (packs: ReadonlyMap<string, VerifiedPack>) => Packs
}

/**
 * Opens the packs of a run: the user's folder over those that ship with the tool. Where packs are the
 * subject of the run, what is wrong with them stops it only when a system is judged by them.
 */
export async function openPacks(request: {
  readonly workspace: Workspace
  readonly policies?: string
  readonly areSubject?: boolean
}): Promise<Packs> {
  const shipped = await openShipped()
  const folder = new PackFolder(request.workspace, request.policies, shipped)
  const own = await folder.verifyOwn()
  if (own.broken && !request.areSubject) throw own.broken
  const fromShipped = (id: string): VerifiedPack | undefined => {
    const place = folder.placeOf(id)
    return useShipped(shipped, id, (path) => place ?? request.workspace.show(path))
  }
  const atHand: FindPack = (id) => own.packs.get(id) ?? fromShipped(id)
  const library: PackLibrary = {
    ids: () => [...own.packs.keys(), ...shipped.packs.map((pack) => pack.id)],
    find: (id) => {
      if (own.broken) throw own.broken
      return atHand(id)
    },
  }
  const said = {
    sources: folder.sources,
    digest: () =>
      digestOf(shipped.stored(), request.workspace.show(shipped.folder), ...folder.written),
  }
  return packsOf(library, { atHand, fromShipped }, said)
}

type FindPack = (id: string) => VerifiedPack | undefined

function packsOf(
  library: PackLibrary,
  { atHand, fromShipped }: Readonly<Record<'atHand' | 'fromShipped', FindPack>>,
  own: { readonly sources: readonly Source[]; readonly digest: () => string },
): Packs {
  const clock: Clock = { day: '' as Day }
  const standards = new Map<string, StandardRules>()
  const linked = new Map<string, readonly LinkedRule[]>()
  return {
    clock,
    ids: [...new Set(library.ids())],
    ownSources: own.sources,
    digest: own.digest,
    packOf: (id) => packIn(library, id).document,
    writtenIn: (id) => writtenIn(id, atHand),
    standardFor: (pack, edition, asOf, forced) => {
      const key = JSON.stringify([pack, edition, asOf, forced])
      const choice = { pack, edition, asOf, ...(forced && { forced }) }
      const known = standards.get(key) ?? standardFrom(library, choice)
      standards.set(key, known)
      return known.standard
    },
    rulesFor: (standard) => {
      const known = linked.get(standard.id)
      if (known) return known
      const { rules } = [...standards.values()].find((one) => one.standard === standard) ?? noRules
      // Words were checked when the pack was verified; reading needs none.
      const language = languageOf(standard, clock, new Map())
      const fresh = rules.map((rule) => linkRule(rule, language))
      linked.set(standard.id, fresh)
      return fresh
    },
    verify: async (sources) => {
      const { verifyPacks } = await import('../../rule/verify.ts')
      return verifyPacks(sources, fromShipped, library.ids())
    },
    over: (packs) => {
      const ids = (): readonly string[] => [...packs.keys(), ...library.ids()]
      const find: FindPack = (id) => packs.get(id) ?? fromShipped(id)
      return packsOf({ ids, find }, { atHand: find, fromShipped }, own)
    },
  }
}

const noRules = { rules: [] }

/** What the packs of a chain say, base first; one that comes back to itself is told of where it is judged by. */
function writtenIn(id: string, find: FindPack): readonly Data[] {
  const chain = new Set<VerifiedPack>()
  for (
    let pack = find(id);
    pack && !chain.has(pack);
    pack = pack.extends ? find(pack.extends) : undefined
  ) {
    chain.add(pack)
  }
  return [...chain].reverse().map(({ document }) => document.value)
}

interface OwnPacks {
  readonly packs: ReadonlyMap<string, VerifiedPack>
  /** All that is wrong with them, where anything is. */
  readonly broken?: UsageError
}

/** The folder of packs a user keeps: the nearest `policies` unless another is named. */
class PackFolder {
  readonly #sources: ReadonlyMap<string, Source>
  readonly #shipped: ShippedPacks

  constructor(workspace: Workspace, named: string | undefined, shipped: ShippedPacks) {
    this.#shipped = shipped
    this.#sources = readFolder(workspace, named)
    if (named !== undefined && ![...this.#sources.values()].some(isPackFile)) {
      throw new UsageError(`--policies の「${named}」に、対策基準のパックがありません。`, {
        hint: 'kind: standard のファイルがあるフォルダーを指定してください。',
      })
    }
  }

  /** All texts in the folder. */
  get sources(): readonly Source[] {
    return [...this.#sources.values()]
  }

  /** All texts with their places below the folder and as they are shown. */
  get written(): readonly string[] {
    return [...this.#sources].flatMap(([file, { path, text }]) => [file, path, text])
  }

  /** Where the standard of an untouched copy of a shipped pack stands in the folder. */
  placeOf(id: string): string | undefined {
    const pack = this.#shipped.packs.find((one) => one.id === id)
    const place = pack && this.#sources.get(pack.file)
    return place?.path
  }

  /** Verifies the packs of the folder; untouched copies of shipped packs are known to be right. */
  async verifyOwn(): Promise<OwnPacks> {
    const changed = this.#changed()
    const isOwn = changed.some(isPackFile)
    if (!isOwn) return { packs: new Map() }
    const { verifyPacks } = await import('../../rule/verify.ts')
    const below = (id: string): VerifiedPack | undefined =>
      useShipped(this.#shipped, id, (path) => this.placeOf(id) ?? path)
    const ids = this.#shipped.packs.map((pack) => pack.id)
    const verified = verifyPacks(changed, below, ids)
    const isRight = verified.findings.length === 0
    return { packs: verified.packs, ...(isRight ? {} : { broken: brokenPacks(verified.findings) }) }
  }

  #changed(): readonly Source[] {
    const untouched = new Set(
      this.#shipped.packs
        .filter((pack) => Object.entries(pack.texts).every(([file, hash]) => this.#has(file, hash)))
        .flatMap((pack) => Object.keys(pack.texts)),
    )
    return [...this.#sources].filter(([file]) => !untouched.has(file)).map(([, source]) => source)
  }

  #has(file: string, hash: string): boolean {
    const source = this.#sources.get(file)
    return source !== undefined && textHash(source.text) === hash
  }
}

/** Whether a file belongs to a pack; a standard beside a dossier is a sample for examples. */
function isPackFile(source: Source): boolean {
  const kinds = headsOf(source).map(({ kind }) => kind)
  if (kinds.includes('municipality')) return false
  return kinds.includes('standard') || kinds.includes('rules')
}

/** The YAML files of the folder of packs by their path below it. */
function readFolder(workspace: Workspace, named: string | undefined): ReadonlyMap<string, Source> {
  const { folder, files, problems } =
    named === undefined ? nearestFolder(workspace) : lookInto(workspace, workspace.show(named))
  if (named !== undefined && problems[0]) {
    throw new UsageError(`--policies の「${named}」を読めません。${problems[0].message}`, {
      hint: problems[0].fix,
    })
  }
  const sources = new Map<string, Source>()
  for (const path of files) {
    const read = workspace.read(path)
    if (!read.ok) {
      const { message, fix, location } = unreadable(read.problem)
      throw new UsageError(message, { hint: fix, location })
    }
    sources.set(path.slice(childPath(folder, '').length), read.source)
  }
  return sources
}

/** A folder of packs, and what was found in it. */
interface LookedInto extends Discovery {
  readonly folder: string
}

/** `policies` in the working folder, else in the nearest folder above that has one. */
function nearestFolder(workspace: Workspace): LookedInto {
  const own = workspace.show('policies')
  for (const folder of workspace.above(own)) {
    const found = lookInto(workspace, childPath(folder, 'policies'))
    if (found.files.length > 0) return found
  }
  return { folder: own, files: [], problems: [] }
}

function lookInto(workspace: Workspace, folder: string): LookedInto {
  return { folder, ...workspace.discover([folder]) }
}

function brokenPacks(findings: readonly Finding[]): UsageError {
  return new UsageError(
    ['対策基準パックに誤りがあるため、判定できません。', ...mistakeLines(findings)].join('\n'),
    { hint: findings[0]?.fix ?? 'パックを直してから、もう一度実行してください。' },
  )
}

/** What the rules of some standards are called, for formats that list them. */
export function ruleTitlesOf(
  standards: readonly WrittenStandard[],
  packs: Packs,
): ReadonlyMap<string, string> {
  const rules = [...new Set(standards)].flatMap((standard) =>
    packs.rulesFor(standard).map(({ rule }) => rule),
  )
  return new Map([...builtInRules, ...rules].map(({ id, title }) => [id, title]))
}
