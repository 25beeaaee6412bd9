import type { CsvField } from './csv.ts'
import type { Source } from './source.ts'

/** A sheet of a workbook as a person reads it: the texts of its cells, and which of them are one. */
export interface Grid {
  readonly name: string
  /** Empty where nothing stands; rows may be of different length. */
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
}

/** Cells that are one, first and last, counted from zero. */
export interface Merge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/** A sheet as a text with a line for each row, so that places in it name the row, and the fields in it. */
export interface SheetText {
  readonly source: Source
  readonly rows: readonly (readonly CsvField[])[]
}

/** What parts the cells of a line; it stands in no place that points at a cell. */
const between = ', '

/**
 * A sheet as a text and its fields. What stands in cells that are one stands in each of them; the place
 * of each is its own.
 */
export function textOfGrid(path: string, { rows, merges }: Grid): SheetText {
  const lines: string[] = []
  const fields: CsvField[][] = []
  let start = 0
  for (const cells of rows) {
    const shown = cells.map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    let at = start
    const own = cells.map((text, column): CsvField => {
      const end = at + (shown[column]?.length ?? 0)
      const field = { text, start: at, end }
      at = end + between.length
      return field
    })
    const line = shown.join(between)
    lines.push(line)
    fields.push(own)
    start += line.length + 1
  }
  for (const merge of merges) spread(merge, fields)
  return { source: { path, text: lines.join('\n') }, rows: fields }
}

/**
 * Whether a sheet joins cells that are joined already: so many more than it has. Excel makes no such sheet, and
 * none but such a one takes more work to join than to read.
 */
export function joinsTwice({ rows, merges }: Grid): boolean {
  const widest = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const joined = merges.reduce((sum, { startRow, startCol, endRow, endCol }) => {
    if (startRow >= rows.length || startCol >= widest) return sum
    const [high, wide] = [Math.min(endRow, rows.length - 1), Math.min(endCol, widest - 1)]
    return sum + (high - startRow + 1) * (wide - startCol + 1)
  }, 0)
  return joined > rows.length * widest
}

function spread({ startRow, startCol, endRow, endCol }: Merge, fields: CsvField[][]): void {
  const text = fields[startRow]?.[startCol]?.text ?? ''
  if (text === '') return
  const rows = Math.min(endRow, fields.length - 1)
  for (let row = startRow; row <= rows; row += 1) {
    const cells = fields[row] ?? []
    for (let column = startCol; column <= Math.min(endCol, cells.length - 1); column += 1) {
      const known = cells[column]
      if (known) cells[column] = { ...known, text }
    }
  }
}

/** A cell as Excel names it, counted from zero: C12. */
export function cellName(row: number, column: number): string {
  const letters = (index: number): string =>
    index < 26
      ? String.fromCharCode(65 + index)
      : letters(Math.floor(index / 26) - 1) + letters(index % 26)
  return `${letters(column)}${row + 1}`
}
