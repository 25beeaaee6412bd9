import { writeXlsx } from 'hucre/xlsx'

/** A cell of a sheet as offices fill them in; a day is kept as Excel keeps days. */
export type Cell = string | number | boolean | Day | null

/** A day as Excel keeps it, shown in a way of writing days. */
interface Day {
  readonly day: string
  readonly format: string
}

/** A day in a cell: 令和8年4月1日 by its number. */
export function day(text: string, format = '[$-411]ggge"年"m"月"d"日"'): Day {
  return { day: text, format }
}

/** A sheet of an office: its rows, and the ranges that are joined, as `A1:C1`. */
export interface OfficeSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly string[]
  readonly hidden?: boolean
}

/** Makes an Excel file of some sheets. */
export async function office(...sheets: readonly OfficeSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [], hidden = false }) => ({
      name,
      hidden,
      rows: rows.map((row) => row.map((cell) => (isDay(cell) ? null : cell))),
      cells: new Map(
        rows.flatMap((row, at) =>
          row.flatMap((cell, column) => {
            if (!isDay(cell)) return []
            const value = new Date(`${cell.day}T00:00:00Z`)
            return [[`${at},${column}`, { value, style: { numFmt: cell.format } }] as const]
          }),
        ),
      ),
      merges: merges.map(rangeOf),
    })),
  })
}

function isDay(cell: Cell): cell is Day {
  return typeof cell === 'object' && cell !== null
}

function rangeOf(range: string) {
  const [from = '', to = ''] = range.split(':')
  const columnOf = (name: string): number => name.charCodeAt(0) - 65
  const rowOf = (name: string): number => Number(name.slice(1)) - 1
  return {
    startRow: rowOf(from),
    startCol: columnOf(from),
    endRow: rowOf(to),
    endCol: columnOf(to),
  }
}
