import { pathsOf } from '../../finding/finding.ts'
import { problemFindings } from '../../finding/problem.ts'
import { municipalityIdOf, wholeOrganisationOf } from '../../finding/system-id.ts'
import type { Built, JudgementDay } from '../../model/build.ts'
import type { Judgement } from '../../rule/judgement.ts'
import { CacheFolder, type NewKept } from '../../source/cache-folder.ts'
import { digestOf } from '../../source/digest.ts'
import { isAsItWas, type Look, lookAt } from '../../source/look.ts'
import type { Source } from '../../source/source.ts'
import { withoutMark } from '../../yaml/parse.ts'
import type { Batch, Input } from '../open/batch.ts'
import type { Files } from '../open/files.ts'
import type { Packs } from '../open/packs.ts'
import type { AskedStandards } from './asked-standards.ts'
import {
  type Judged,
  type Known,
  openShelf,
  type Shelf,
  type ShelfEntry,
  writtenShelf,
} from './stored.ts'

/** Where what was judged is kept for the next run. */
export interface Cache {
  /** The folder (native) in which it is kept. */
  readonly folder: string
  /** The digest of the program: what another one judged says nothing. */
  readonly program: string
}

/** What is known of a system, with the texts that its findings point into. */
export interface Recalled extends Known {
  readonly sources: readonly Source[]
}

/** What a report tells of a system. */
type Told = Omit<Known, 'looks'>

/** So many files what is known is kept in: a run of few systems reads few, and each has its own table. */
const shelves = 16

/**
 * What earlier runs found out, system by system. It holds where nothing has changed that a judgement rests
 * on: the program and what it runs on, the packs, the texts of the files of the system, of its municipality
 * and of the whole organisation under the same names, the ledgers they name, and the day.
 */
export class Memory {
  readonly #files: Files
  readonly #standards: AskedStandards
  readonly #day: JudgementDay
  readonly #folder: CacheFolder
  readonly #basis: string
  readonly #shelves = new Map<string, Shelf>()
  readonly #fresh = new Map<string, Shelf>()
  /** The systems that nothing is known of, with the key that would have been theirs. */
  readonly #sought = new Map<string, { readonly key: string; readonly inputs: readonly Input[] }>()

  constructor(
    { folder, program }: Cache,
    run: {
      readonly files: Files
      readonly packs: Packs
      readonly standards: AskedStandards
      readonly day: JudgementDay
    },
  ) {
    const { arch, versions } = process
    const { node, v8, icu = '', unicode = '' } = versions
    this.#files = run.files
    this.#standards = run.standards
    this.#day = run.day
    this.#basis = digestOf(program, arch, node, v8, icu, unicode, run.packs.digest())
    this.#folder = new CacheFolder(folder, this.#basis.slice(0, 32))
  }

  /** What an earlier run found out of a system that has not changed since. */
  readonly recall = (system: string, inputs: readonly Input[]): Recalled | undefined => {
    // What stands in one file with another is numbered together with it.
    if (inputs.some(({ isMixed }) => isMixed)) return undefined
    const key = this.#keyOf(system, inputs)
    const shelf = this.#shelfOf(system)
    const known = shelf.get(key)?.known
    shelf.delete(key)
    const recalled = known && this.#asItIsNow(known, inputs)
    if (!recalled) this.#sought.set(system, { key, inputs })
    return recalled
  }

  /** Keeps what a run found out of the systems of a batch that it read. */
  keep(batch: Batch<Recalled>, built: Built, judgements: readonly Judgement[]): void {
    for (const [system, files] of batch.own) {
      const sought = this.#sought.get(system)
      this.#sought.delete(system)
      const judged = this.#judged(judgements.filter((one) => one.system === system))
      if (!sought || judged.length === 0) continue
      const problems = built.problemsOf.get(system) ?? []
      const paths = new Set(sought.inputs.map(({ path }) => path))
      // What stands in a ledger that two systems name is numbered over both.
      const isOwn = problems.every(({ location }) => paths.has(location.path))
      if (!isOwn || [...paths].some((path) => this.#files.changed.has(path))) continue
      const documents = batch.documents
        .filter(({ value }) => value['system'] === system)
        .map(({ document }) => document.source.path)
      const told = {
        documents,
        ledgers: files.flatMap((one) => one.ledgers.map((path) => [path, one.file.path] as const)),
        today: isOfToday(system, built) ? this.#day.today : null,
        form: files.flatMap(({ findings }) => findings),
        links: problemFindings(problems),
        judged,
      }
      const looks = [...files.flatMap((one) => one.looks), ...this.#looksElsewhere(told, paths)]
      const name = shelfNameOf(system)
      const shelf = this.#fresh.get(name) ?? new Map<string, ShelfEntry>()
      this.#fresh.set(name, shelf.set(sought.key, { system, known: { ...told, looks } }))
    }
  }

  /** Writes what is new, over what another run may have written meanwhile. */
  async write(): Promise<void> {
    if (this.#fresh.size > 0) await this.#folder.write(this.#shelvesToWrite())
  }

  /** One at a time: all together would fill the memory. */
  *#shelvesToWrite(): Generator<readonly [string, NewKept]> {
    for (const [name, fresh] of this.#fresh) {
      const shelf = openShelf(this.#folder.read(name))
      for (const [key, one] of fresh) {
        shelf.delete(key)
        shelf.set(key, one)
      }
      this.#fresh.delete(name)
      yield [name, writtenShelf(shelf)]
    }
  }

  #shelfOf(system: string): Shelf {
    const name = shelfNameOf(system)
    const known = this.#shelves.get(name) ?? openShelf(this.#folder.read(name))
    this.#shelves.set(name, known)
    return known
  }

  #keyOf(system: string, inputs: readonly Input[]): string {
    const said = inputs.flatMap(({ path, digest = '', root, looks }) => [
      path,
      digest,
      root,
      ...looks.flatMap(({ ask, at, answer }) => [ask, ...at, answer]),
      '',
    ])
    return digestOf(this.#basis, this.#day.asked ?? '', system, ...said)
  }

  #judged(judgements: readonly Judgement[]): readonly Judged[] {
    return judgements.flatMap(({ standard, ...judgement }) => {
      const written = this.#standards.written(standard)
      return written ? [{ standard: written, judgement }] : []
    })
  }

  /** A finding may point into a pack, and its place there is that of the text as it stands. */
  #looksElsewhere(told: Told, inputs: ReadonlySet<string>): readonly Look[] {
    const ledgers = new Set(told.ledgers.map(([path]) => path))
    return placesIn(told)
      .filter((path) => !inputs.has(path) && !ledgers.has(path))
      .map((path) => lookAt(this.#files.workspace, path))
  }

  /** What is known, where it still holds, with the texts that its findings point into. */
  #asItIsNow(known: Known, inputs: readonly Input[]): Recalled | undefined {
    const { workspace } = this.#files
    if (known.today !== null && known.today !== this.#day.today) return undefined
    if (!known.looks.every((look) => isAsItWas(workspace, look))) return undefined
    const shown = new Set(placesIn(known))
    const sources: Source[] = []
    for (const { path, digest } of inputs) {
      if (!shown.has(path)) continue
      const read = workspace.read(path)
      if (!read.ok || digestOf(read.source.text) !== digest) return undefined
      sources.push(withoutMark(read.source))
    }
    for (const [path] of known.ledgers) {
      // The text of a sheet is that of no file.
      if (path.includes('.xlsx#') && shown.has(path)) return undefined
      const read = shown.has(path) ? workspace.read(path, { shiftJis: true }) : undefined
      if (read?.ok) sources.push(read.source)
    }
    return { ...known, sources }
  }
}

/** Whether a judgement is that of today: of the system, or of the whole organisation that it is joined to. */
function isOfToday(system: string, { undated }: Built): boolean {
  return undated.has(system) || undated.has(wholeOrganisationOf(municipalityIdOf(system)))
}

function shelfNameOf(system: string): string {
  const number = Number.parseInt(digestOf(system).slice(0, 8), 16) % shelves
  return `${String(number).padStart(2, '0')}.shelf`
}

/** The files that what is told of a system points into. */
function placesIn({ form, links, judged }: Told): readonly string[] {
  const findings = judged.flatMap(({ judgement }) => [
    ...judgement.findings,
    ...judgement.waived.flatMap((one) => one.finding ?? []),
  ])
  return [...new Set([...form, ...links, ...findings].flatMap(pathsOf))]
}
