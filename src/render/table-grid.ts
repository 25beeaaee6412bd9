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
export function isShortTable({ body }: Table): boolean {
  const letters = body.reduce((sum, row) => sum + Math.max(0, ...row.cells.map(lengthOf)), 0)
  return body.length <= shortRows && letters <= shortText
}

const shortRows = 8
const shortText = 240

/** How many characters stand in a cell. */
export function lengthOf({ blocks }: Cell): number {
  return blocks.reduce((sum, block) => {
    return sum + ('content' in block ? plainText(block.content).length : 0)
  }, 0)
}
