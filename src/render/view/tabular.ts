import { type Day, parseDay } from '../../calendar/day.ts'
import { wideSpace } from '../../japanese/width.ts'
import { finished, type Sheet, type SheetCell, type View } from '../view.ts'
import type { TableText } from './article.ts'
import type { Style } from './style.ts'

/** A document of headings and tables: what is told of many things in columns. */
export interface TabularText {
  readonly title: string
  readonly asOf: string
  readonly lead: readonly string[]
  readonly parts: readonly PartText[]
  readonly notes: readonly string[]
}

/** A heading with its tables; what stands there instead where there is nothing to tell. */
export interface PartText {
  readonly heading: string
  readonly startsPage: boolean
  readonly tables: readonly TableText[]
  readonly empty: string
}

/** A day by its ISO form, where nothing is written in its place. */
export interface DayCell {
  readonly day: string | undefined
}

/** What a cell of a table holds. */
export type Cell = string | number | DayCell

/** A table before it is text: a workbook keeps days as days. */
export interface Grid {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly source: string; readonly cells: readonly Cell[] }[]
}

/** A column: its head, its share of the page in percent, and what a person may choose for it. */
export interface Column {
  readonly label: string
  readonly width: number
  readonly center?: boolean
  readonly choices?: readonly string[]
  /** Whether a person writes days into it. */
  readonly isDay?: boolean
}

/** A heading with its table. */
export interface TabularPart {
  readonly heading: string
  readonly startsPage?: boolean
  readonly grid: Grid
  /** The table of the workbook, where it has columns that paper has no room for. */
  readonly inWorkbook?: Grid
  /** Whether it is to be written on by hand alone. */
  readonly isOnPaper?: boolean
  /** 該当なし */
  readonly empty: string
}

/** What a tabular document is made of. */
export interface Tabular {
  readonly title: string
  readonly stem: string
  readonly asOf: Day
  readonly lead?: readonly string[]
  readonly parts: readonly TabularPart[]
  readonly notes?: readonly string[]
}

/** The view of a tabular document: text for its template, and a sheet for each table. */
export function tabularView(document: Tabular, style: Style): View {
  const text = tabularText(document, style)
  const sheets = document.parts
    .filter(({ grid, isOnPaper }) => grid.rows.length > 0 && !isOnPaper)
    .map(({ heading, grid, inWorkbook = grid }): Sheet =>
      sheetOf({ heading, grid: inWorkbook }, text, style),
    )
  const { title } = text
  return {
    title,
    stem: document.stem,
    text: finished(text),
    sheets,
    fonts: style.conventions.fonts,
  }
}

/** Boxes to write one thing each into: 所属, 職, 氏名. */
export function filledIn(labels: readonly string[]): TabularPart {
  const width = Math.floor(100 / labels.length)
  const boxes = labels.map(() => [wideSpace, wideSpace].join('\n'))
  return {
    heading: '',
    isOnPaper: true,
    grid: {
      columns: labels.map((label) => ({ label, width })),
      rows: [{ source: '', cells: boxes }],
    },
    empty: '',
  }
}

function tabularText(document: Tabular, style: Style): TabularText {
  const { title, asOf, lead = [], parts, notes = [] } = document
  return {
    title: style.text(title),
    asOf: `${style.day(asOf)}現在`,
    lead: lead.map(style.text),
    parts: parts.map(({ heading, startsPage = false, grid, empty }) => ({
      heading: style.text(heading),
      startsPage,
      tables: grid.rows.length === 0 ? [] : [tableOf(grid, style)],
      empty: grid.rows.length === 0 ? empty : '',
    })),
    notes: notes.map(style.text),
  }
}

/** A table as the text of its template. */
export function tableOf({ columns, rows }: Grid, style: Style): TableText {
  return {
    caption: '',
    columns: columns.map(({ label, width }) => ({ label, width: String(width) })),
    rows: rows.map(({ source, cells }) => ({
      source,
      cells: cells.map((cell, at) => {
        const text = wordsIn(cell, style)
        return { text, center: columns[at]?.center ?? false, missing: text.startsWith('【') }
      }),
    })),
  }
}

function wordsIn(cell: Cell, style: Style): string {
  if (typeof cell === 'string') return style.text(cell)
  if (typeof cell === 'number') return style.number(cell)
  return cell.day === undefined ? '' : style.day(cell.day)
}

/** The width of a page in half-width letters. */
const pageWidth = 170

/** A table as a sheet of a workbook, under the title and the day of its document. */
export function sheetOf(
  { heading, grid }: Pick<TabularPart, 'heading' | 'grid'>,
  text: Pick<TabularText, 'title' | 'asOf'>,
  style: Style,
): Sheet {
  return {
    name: heading === '' ? text.title : style.text(heading),
    landscape: true,
    columns: grid.columns.map(({ width, choices, isDay = false }) => ({
      width: Math.max(6, Math.round((width * pageWidth) / 100)),
      ...(choices ? { choices } : {}),
      ...(isDay ? { isDay } : {}),
    })),
    lead: [
      [{ text: text.title, bold: true }],
      [[heading === '' ? '' : style.text(heading), text.asOf].filter(Boolean).join('　')],
    ],
    head: [grid.columns.map(({ label }) => label)],
    rows: grid.rows.map(({ source, cells }) =>
      cells.map((cell, at) => sheetCell(cell, grid.columns[at], at === 0 ? source : '', style)),
    ),
  }
}

function sheetCell(
  cell: Cell,
  column: Column | undefined,
  source: string,
  style: Style,
): SheetCell {
  const align = column?.center ? { align: 'center' as const } : {}
  const traced = source === '' ? {} : { source }
  if (typeof cell === 'number') return { text: cell, ...align, ...traced }
  const day = typeof cell === 'object' ? cell.day : undefined
  const exact = day === undefined ? undefined : parseDay(day)
  const kept = exact === undefined ? {} : { day: exact }
  return { text: wordsIn(cell, style), ...kept, ...align, ...traced }
}
