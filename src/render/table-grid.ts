import { largest } from '../finding/order.ts'
import type { Cell, Row, Table } from './document.ts'
import { plainText } from './vocabulary/inline.ts'

/** What stands at one place of a table: a cell, or the part of one that reaches here. */
export interface Place {
  readonly cell: Cell
  /** Whether the cell begins here. */
  readonly isOrigin: boolean
}

/** The places of a table's rows, row by row, merged cells in every place they cover. */
export function placesOf(rows: readonly Row[]): readonly (readonly Place[])[] {
  const grid: Place[][] = rows.map(() => [])
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (grid[rowIndex]?.[column]) column += 1
      for (let down = 0; down < cell.rows; down += 1) {
        for (let across = 0; across < cell.columns; across += 1) {
          const line = grid[rowIndex + down]
          if (line) line[column + across] = { cell, isOrigin: down === 0 && across === 0 }
        }
      }
      column += cell.columns
    }
  }
  return grid
}

/** Rows with longer cells may be torn at the end of a page; else half the page could stay empty. */
export const longCell = 300

/** Whether a table is so short that it stands on one page rather than with two rows on the next. */
export function isShortTable({ head, body, widths }: Table): boolean {
  const rows = [...head, ...body]
  if (rows.length > maxRows) return false
  const columns = placesOf(rows)[0]?.length ?? 1
  const shares = widths.length === columns ? widths : new Array<number>(columns).fill(100 / columns)
  const lines = placesOf(rows).map((places) =>
    largest(
      places.map(({ cell }, column) => linesOf(cell, shares[column] ?? 0)),
      1,
    ),
  )
  return lines.reduce((sum, one) => sum + one, 0) <= maxLines
}

/** Together well below what a landscape page holds below its headings. */
const maxRows = 10
const maxLines = 18
/** The characters of a line as wide as a portrait page. */
const lineLength = 49

/** About how many lines a cell takes in a column of so many percent, rather more than less. */
function linesOf(cell: Cell, share: number): number {
  const perLine = Math.max(1, Math.floor((lineLength * share) / 100) - 1)
  return Math.max(cell.blocks.length, Math.ceil(lengthOf(cell) / perLine))
}

/** How many characters stand in a cell. */
export function lengthOf({ blocks }: Cell): number {
  return blocks.reduce((sum, block) => {
    return sum + ('content' in block ? plainText(block.content).length : 0)
  }, 0)
}
