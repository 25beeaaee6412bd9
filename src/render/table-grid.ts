import type { Cell, Row } from './document.ts'

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
