import { largest } from '../../finding/order.ts'
import { displayWidth } from '../../japanese/width.ts'
import { cleanText } from '../text.ts'
import type { Sheet, SheetCell, SheetRow } from '../view.ts'

/** Which part of a sheet a row belongs to. */
export type Part = 'lead' | 'head' | 'rows'

/** A cell at its place, counted from zero. */
export interface PlacedCell {
  readonly part: Part
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string | number
  /** ISO, where the cell holds a day. */
  readonly day: string | undefined
  /** Whether its number is a share of one. */
  readonly isShare: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  /** The value that its text shows without saying all of it. */
  readonly carried?: unknown
}

/** A sheet as rows and columns: what stands where, and how high the rows must be. */
export interface Layout {
  readonly cells: readonly PlacedCell[]
  readonly columns: number
  readonly rows: number
  /** The first row of the head, and of the rows below it. */
  readonly headFrom: number
  readonly rowsFrom: number
  /** In points. */
  readonly heights: readonly number[]
}

const lineHeight = 15
/** Points that every further line of a cell takes. */
const nextLine = 13
/** Half-width letters of a line that margins and signs which begin no line (」、) may leave empty. */
const slack = 2

/** Gives every cell of a sheet its place; a cell covers no row of another part. */
export function layOut(sheet: Sheet): Layout {
  const headFrom = sheet.lead.length
  const rowsFrom = headFrom + sheet.head.length
  const cells = [
    ...placed(sheet.lead, 'lead', 0),
    ...placed(sheet.head, 'head', headFrom),
    ...placed(sheet.rows, 'rows', rowsFrom),
  ]
  const rows = rowsFrom + sheet.rows.length
  const columns = largest(
    cells.map((cell) => cell.column + cell.columns),
    Math.max(sheet.columns.length, 1),
  )
  return { cells, columns, rows, headFrom, rowsFrom, heights: heightsOf(cells, rows, sheet) }
}

function placed(rows: readonly SheetRow[], part: Part, from: number): readonly PlacedCell[] {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap((row, index) => {
    let column = 0
    return row.map((cell): PlacedCell => {
      while (taken[index]?.has(column)) column += 1
      const { text, day, isShare, align, bold, carried, ...span } = worded(cell, part)
      const tall = Math.min(span.rows, rows.length - index)
      for (let down = 0; down < tall; down += 1) {
        for (let across = 0; across < span.columns; across += 1)
          taken[index + down]?.add(column + across)
      }
      const place = { part, row: from + index, column, rows: tall, columns: span.columns }
      column += span.columns
      return { ...place, text, day, isShare, align, bold, carried }
    })
  })
}

function worded(cell: SheetCell, part: Part): Omit<PlacedCell, 'part' | 'row' | 'column'> {
  const said = typeof cell === 'object' ? cell : { text: cell }
  const isHead = part === 'head'
  return {
    text: typeof said.text === 'string' ? cleanText(said.text) : said.text,
    day: said.day,
    isShare: said.isShare ?? false,
    rows: Math.max(1, said.rows ?? 1),
    columns: Math.max(1, said.columns ?? 1),
    align: said.align ?? (isHead ? 'center' : typeof said.text === 'number' ? 'right' : 'left'),
    bold: said.bold ?? isHead,
    carried: said.carried,
  }
}

/** Excel does not measure merged cells and LibreOffice not always: rows are given their height. */
function heightsOf(
  cells: readonly PlacedCell[],
  rows: number,
  { columns }: Sheet,
): readonly number[] {
  const heights = new Array<number>(rows).fill(lineHeight)
  for (const { text, row, column, rows: tall, columns: wide, part } of cells) {
    const width =
      columns.slice(column, column + wide).reduce((sum, one) => sum + one.width, 0) || 10
    const lines = String(text)
      .split('\n')
      .reduce(
        (sum, line) =>
          sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(width - slack, 1))),
        0,
      )
    // Words above the table run over the cells beside them.
    const needed = part === 'lead' ? lineHeight : (lineHeight + (lines - 1) * nextLine) / tall
    for (let down = 0; down < tall; down += 1) {
      heights[row + down] = Math.min(Math.max(heights[row + down] ?? 0, needed), tallest)
    }
  }
  return heights
}

/** The highest row that Excel knows, in points. */
const tallest = 409
