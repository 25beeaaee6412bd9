import type { Finding } from '../../finding/finding.ts'
import type { CannotJudge } from '../../finding/report.ts'
import type { Judgement } from '../../rule/judgement.ts'
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

/** What is known of one system. */
export interface ShelfEntry {
  readonly system: string
  readonly known: Known
}

/** So many states of one system are kept: branches, and what stands in several folders. */
const statesKept = 4
/** So many letters a file has at most; what came first goes first. */
const mostText = 6 * 1024 * 1024

const format = 'policy-lint/judged.v1'

/**
 * Shelves are written with what their rows share told once: of what cannot be judged all but the element,
 * and the list of the rules that looked.
 */
export function shelfText(shelf: Shelf): string {
  const kept = latest(shelf)
  const table = new Table()
  const entries = kept.map(([key, { system, known }]) => [key, system, packed(known, table)])
  const text = (from: number): string =>
    `{"format":"${format}","table":[${table.rows.join()}],"entries":${JSON.stringify(entries.slice(from))}}`
  const all = text(0)
  return all.length <= mostText ? all : text(Math.ceil(entries.length / 2))
}

/** Reads a shelf; one that says nothing, or is none, is empty. */
export function parseShelf(text: string | undefined): Shelf {
  const shelf: Shelf = new Map()
  if (text === undefined) return shelf
  const written = JSON.parse(text) as WrittenShelf
  if (written.format !== format) return shelf
  const rows = written.table
  for (const [key, system, known] of written.entries) {
    // Of many systems a run may ask for one.
    const entry = {
      system,
      get known() {
        return unpacked(known, rows, system)
      },
    }
    shelf.set(key, entry)
  }
  return shelf
}

interface WrittenShelf {
  readonly format: string
  readonly table: readonly unknown[]
  readonly entries: readonly (readonly [key: string, system: string, known: Packed])[]
}

/** Rows of a table in the place of what many share. */
type Packed = Omit<Known, 'judged'> & {
  readonly judged: readonly {
    readonly standard: Judged['standard']
    readonly judgement: Omit<Judged['judgement'], 'cannotJudge' | 'looked'> & {
      /** Of each the row that it shares, and the element by its place among `elements`. */
      readonly cannotJudge: readonly number[]
      readonly elements: readonly string[]
      readonly looked: number
    }
  }[]
}

function packed(known: Known, table: Table): Packed {
  const judged = known.judged.map(({ standard, judgement }) => {
    const { cannotJudge, looked, ...rest } = judgement
    const open = [...cannotJudge]
    const elements = [...new Set(open.map(({ element }) => element))]
    const places = new Map(elements.map((element, place) => [element, place]))
    const rows = open.flatMap(({ rule, requirement, element, reason, missing }) => [
      table.at([rule, requirement, reason, missing]),
      places.get(element) ?? 0,
    ])
    const lists = { cannotJudge: rows, elements, looked: table.at([...looked]) }
    return { standard, judgement: { ...rest, ...lists } }
  })
  return { ...known, judged }
}

function unpacked(known: Packed, rows: readonly unknown[], system: string): Known {
  const judged = known.judged.map(({ standard, judgement }) => {
    const { cannotJudge, elements, looked, ...rest } = judgement
    const told: CannotJudge[] = []
    for (let at = 0; at < cannotJudge.length; at += 2) {
      const [rule, requirement, reason, missing] = rows[cannotJudge[at] ?? 0] as SharedRow
      const element = elements[cannotJudge[at + 1] ?? 0] ?? ''
      told.push({ rule, requirement, system, element, reason, missing })
    }
    const rules = new Set(rows[looked] as readonly string[])
    return { standard, judgement: { ...rest, cannotJudge: told, looked: rules } }
  })
  return { ...known, judged }
}

type SharedRow = readonly [
  CannotJudge['rule'],
  CannotJudge['requirement'],
  CannotJudge['reason'],
  CannotJudge['missing'],
]

/** Rows that are told once, by their number. */
class Table {
  /** Each as JSON. */
  readonly rows: string[] = []
  readonly #known = new Map<string, number>()

  at(row: unknown): number {
    const text = JSON.stringify(row)
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, this.rows.length)
    return this.rows.push(text) - 1
  }
}

function latest(shelf: Shelf): readonly (readonly [string, ShelfEntry])[] {
  const states = new Map<string, number>()
  const kept = [...shelf].reverse().filter(([, { system }]) => {
    const count = (states.get(system) ?? 0) + 1
    states.set(system, count)
    return count <= statesKept
  })
  return kept.reverse()
}
