import { plainHeading } from '../../../japanese/width.ts'
import { keyIn } from '../../../schema/sheet-ledger.ts'
import { objectsIn } from '../../../schema/key-place.ts'
import type { Shape } from '../../../schema/shape.ts'
import type { CsvField } from '../../../source/csv.ts'
import { cellName, type SheetText } from '../../../source/grid.ts'

/** A ledger of the records that may be kept as a table. */
export interface KeptLedger {
  /** Its key in the records. */
  readonly name: string
  readonly label: string
  /** What offices call it. */
  readonly near: readonly string[]
  readonly row: Shape
  readonly series: Shape
}

/** The ledgers of the records that may be kept as a table, those that packs add included. */
export function keptLedgers(records: Shape): readonly KeptLedger[] {
  return Object.entries(records.fields).flatMap(([name, { label, near = [], type }]) => {
    const [series] = objectsIn(type)
    const { from, entries } = series?.fields ?? {}
    const [row] = from && entries ? objectsIn(entries.type) : []
    return series && row ? [{ name, label, near, row, series }] : []
  })
}

/** A key that a heading may stand for; 0 where it is its own name, more the less likely it is. */
export interface KeyMatch {
  readonly key: string
  readonly rank: number
}

const remarks: ReadonlySet<string> = new Set(['摘要', '特記事項', 'メモ', '備考欄'])

/** The keys of an entry that a heading may stand for, by their names and by what offices call them. */
export function matchesOf(heading: string, row: Shape): readonly KeyMatch[] {
  const own = keyIn(heading, row)
  if (own !== undefined) return [{ key: own, rank: 0 }]
  const plain = plainHeading(heading)
  if (remarks.has(plain)) return [{ key: 'notes', rank: 1 }]
  return nearNames(row).get(plain) ?? []
}

const nearOf = new WeakMap<Shape, ReadonlyMap<string, readonly KeyMatch[]>>()

/** The keys of a shape by what offices call them, as headings are compared; made once. */
function nearNames(row: Shape): ReadonlyMap<string, readonly KeyMatch[]> {
  const known = nearOf.get(row)
  if (known) return known
  const names = new Map<string, KeyMatch[]>()
  for (const [key, { near = [] }] of Object.entries(row.fields)) {
    for (const [at, name] of near.entries()) {
      const plain = plainHeading(name)
      const matches = names.get(plain) ?? []
      if (!matches.some((one) => one.key === key)) matches.push({ key, rank: at + 1 })
      names.set(plain, matches)
    }
  }
  nearOf.set(row, names)
  return names
}

/** A sheet of an office's file, or a CSV file. */
export interface GivenSheet {
  /** The name of the file, and of the sheet where it has sheets. */
  readonly file: string
  readonly sheet: string | undefined
  readonly text: SheetText
}

/** What a sheet is called in messages. */
export function nameOfSheet({ file, sheet }: GivenSheet): string {
  return sheet === undefined ? file : `${file}#${sheet}`
}

/** The cell in which a place of the text of a sheet stands, as Excel names it. */
export function cellAt({ rows }: SheetText, { start }: Pick<CsvField, 'start'>): string {
  const row = rows.findLastIndex((cells) => cells.some((cell) => cell.start <= start))
  const column = rows[row]?.findLastIndex((cell) => cell.start <= start) ?? 0
  return cellName(Math.max(row, 0), Math.max(column, 0))
}

/** What is to be asked of a person, and the cell it is about. */
export interface LedgerQuestion {
  readonly place: string
  readonly text: string
}
