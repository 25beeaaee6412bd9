import { largest } from '../finding/order.ts'
import type { Block, Cell, Paragraph, Row, Table } from './document.ts'
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

/** Whether a line only leads to the table, the figure or the items below it: it does not end a page. */
export function leadsTo(line: Paragraph, below: Block | undefined): boolean {
  return (
    (below?.type === 'table' || below?.type === 'figure') &&
    plainText(line.content).length <= longestLead
  )
}

const longestLead = 120

/**
 * Which rows are not parted from the next: those of one duty (a merged cell reaches on), and the last few, of which
 * one alone would stand on a page.
 */
export function keptRows(rows: readonly Row[]): readonly boolean[] {
  const places = placesOf(rows)
  return rows.map((_, at) => {
    const below = places[at + 1]
    if (!below) return false
    if (at >= rows.length - fewest) return true
    return below.some(({ cell, isOrigin }) => !isOrigin && cell.rows <= mostTogether)
  })
}

const fewest = 3
const mostTogether = 4

/** Whether a table is so short that it stands on one page rather than with two rows on the next. */
export function isShortTable({ head, body, widths }: Table): boolean {
  const rows = [...head, ...body]
  if (rows.length > maxRows) return false
  return linesOfRows(rows, widths).reduce((sum, one) => sum + one, 0) <= maxLines
}

/** Of some rows of a table, which are so long that they may be torn at the end of a page: else half of it could stay empty. */
export function longRows(rows: readonly Row[], widths: readonly number[]): readonly boolean[] {
  return linesOfRows(rows, widths).map((lines) => lines > maxWhole)
}

/** Together well below what a landscape page holds below its headings. */
const maxRows = 10
const maxLines = 18
/** A row of so many lines is kept on one page. */
const maxWhole = 12
/** The characters of a line as wide as a portrait page. */
const lineLength = 49

/** About how many lines each of some rows takes, in columns of so many percent. */
function linesOfRows(rows: readonly Row[], widths: readonly number[]): readonly number[] {
  const grid = placesOf(rows)
  const columns = grid[0]?.length ?? 1
  const shares = widths.length === columns ? widths : new Array<number>(columns).fill(100 / columns)
  return grid.map((places) =>
    largest(
      places.map(({ cell }, column) => linesOf(cell.blocks, shares[column] ?? 0)),
      1,
    ),
  )
}

/** About how many lines a cell takes in a column of so many percent, rather more than less. */
function linesOf(blocks: readonly Block[], share: number): number {
  const perLine = Math.max(1, Math.floor((lineLength * share) / 100) - 1)
  const lines = blocks.map((block) => {
    if (block.type === 'list') {
      return block.items.reduce((sum, item) => sum + linesOf(item.blocks, share), 0)
    }
    return 'content' in block ? Math.ceil(plainText(block.content).length / perLine) : 1
  })
  return lines.reduce((sum, one) => sum + Math.max(1, one), 0)
}
