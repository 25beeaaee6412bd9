import { Buffer } from 'node:buffer'
import type { Finding } from '../../finding/finding.ts'
import { KeptRows, type Legend, RowKeeper } from '../../finding/kept-rows.ts'
import type { Judgement } from '../../rule/judgement.ts'
import type { KeptFile, NewKept } from '../../source/cache-folder.ts'
import type { Look } from '../../source/look.ts'
import type { Asked } from './asked-standards.ts'

/** What a run keeps of one system for the next: all that a report tells of it, and what else it rests on. */
export interface Known {
  /** The files that hold a document of it. */
  readonly documents: readonly string[]
  /** The ledgers that its files name, each with the file. */
  readonly ledgers: readonly (readonly [path: string, namedIn: string])[]
  /** What was looked at beside its files. */
  readonly looks: readonly Look[]
  /** The day on which alone it holds; null where it does not matter which day it is. */
  readonly today: string | null
  /** What is wrong with the form and shape of its files. */
  readonly form: readonly Finding[]
  /** What is wrong with how they refer to each other. */
  readonly links: readonly Finding[]
  readonly judged: readonly Judged[]
}

/** What was judged by one standard, which is named as it was asked for. */
export interface Judged {
  readonly standard: Asked
  readonly judgement: Omit<Judgement, 'standard'>
}

/** What is known of several systems, each under its key; the latest stands last. */
export type Shelf = Map<string, ShelfEntry>

/** What is known of one system; undefined where that can be read no more. */
export interface ShelfEntry {
  readonly system: string
  readonly known: Known | undefined
}

/** So many states of one system are kept: branches, and what stands in several folders. */
const statesKept = 4
/** So many bytes of entries a shelf has at most; what came first goes first. */
const mostBytes = 14 * 1024 * 1024

const format = 'policy-lint/judged.v2'

/**
 * A shelf as it is written: what its entries share is told once, and each entry is a part of its own, so that
 * a run reads the few that it asks for, one after another, and holds of each no more than one that judged it.
 */
export function writtenShelf(shelf: Shelf): NewKept {
  const keeper = new RowKeeper()
  const looked = new Listed()
  const entries: [key: string, system: string][] = []
  const parts: Uint8Array[] = []
  let room = mostBytes
  for (const [key, { system, known }] of latest(shelf)) {
    const part = known && packed(known, keeper, looked)
    if (!part) continue
    room -= part.byteLength
    if (room < 0) break
    entries.push([key, system])
    parts.push(part)
  }
  const head: Head = { format, legend: keeper.legend, looked: looked.all, entries }
  return { head, parts }
}

/** Opens a shelf; one that is none is empty. */
export function openShelf(file: KeptFile | undefined): Shelf {
  const shelf: Shelf = new Map()
  const head = file?.head as Head | undefined
  if (!file || head?.format !== format) return shelf
  const shared = { legend: head.legend, looked: head.looked.map((rules) => new Set(rules)) }
  for (const [index, [key, system]] of [...head.entries.entries()].reverse()) {
    const entry = {
      system,
      get known() {
        const part = file.part(index)
        return part && unpacked(part, shared, system)
      },
    }
    shelf.set(key, entry)
  }
  return shelf
}

/** What stands before the entries of a shelf; of the entries the latest stands first. */
interface Head {
  readonly format: string
  /** What the numbers of the rows of all entries stand for. */
  readonly legend: Legend
  /** Lists of rules that looked. */
  readonly looked: readonly (readonly string[])[]
  readonly entries: readonly (readonly [key: string, system: string])[]
}

/** An entry without the numbers of its rows, which stand behind it one list after another. */
type Packed = Omit<Known, 'judged'> & {
  readonly judged: readonly {
    readonly standard: Judged['standard']
    readonly judgement: Omit<Judged['judgement'], 'cannotJudge' | 'looked'> & {
      readonly cannotJudge: {
        readonly rows: number
        readonly bytes: number
        /** How many bytes one number takes. */
        readonly each: number
      }
      readonly looked: number
    }
  }[]
}

function packed(known: Known, keeper: RowKeeper, looked: Listed): Uint8Array {
  const numbers: Uint8Array[] = []
  const judged = known.judged.map(({ standard, judgement }) => {
    const { numbers: own, length: rows } = keeper.kept(judgement.system, judgement.cannotJudge)
    numbers.push(new Uint8Array(own.buffer))
    const cannotJudge = { rows, bytes: own.byteLength, each: own.BYTES_PER_ELEMENT }
    const lean = { ...judgement, cannotJudge, looked: looked.placeOf(judgement.looked) }
    return { standard, judgement: lean }
  })
  const told: Packed = { ...known, judged }
  return Buffer.concat([Buffer.from(`${JSON.stringify(told)}\n`), ...numbers])
}

/** What all entries of a shelf share. */
interface Shared {
  readonly legend: Legend
  readonly looked: readonly ReadonlySet<string>[]
}

function unpacked(part: Uint8Array, { legend, looked }: Shared, system: string): Known {
  const end = part.indexOf(lineEnd)
  const known = JSON.parse(new TextDecoder().decode(part.subarray(0, end))) as Packed
  let at = end + 1
  const judged = known.judged.map(({ standard, judgement }) => {
    const { rows, bytes, each } = judgement.cannotJudge
    // In memory of their own: the rest of the entry is let go.
    const { buffer } = Uint8Array.from(part.subarray(at, at + bytes))
    at += bytes
    const numbers = each === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer)
    const cannotJudge = new KeptRows(system, legend, rows, numbers)
    const rules = looked[judgement.looked] ?? new Set<string>()
    return { standard, judgement: { ...judgement, cannotJudge, looked: rules } }
  })
  return { ...known, judged }
}

const lineEnd = 0x0a

/** Lists that are told once, by their places. */
class Listed {
  readonly all: (readonly string[])[] = []
  readonly #known = new Map<string, number>()

  placeOf(list: Iterable<string>): number {
    const own = [...list]
    const key = own.join('\0')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.all.length)
    return this.all.push(own) - 1
  }
}

/** The latest first, and of each system so many states. */
function latest(shelf: Shelf): readonly (readonly [string, ShelfEntry])[] {
  const states = new Map<string, number>()
  return [...shelf].reverse().filter(([, { system }]) => {
    const count = (states.get(system) ?? 0) + 1
    states.set(system, count)
    return count <= statesKept
  })
}
