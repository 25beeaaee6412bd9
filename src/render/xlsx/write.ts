import { largest } from '../../finding/order.ts'
import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx'
import { type CarriedForm, carriedRows, formSheet } from '../../model/ledger-form.ts'
import type { Document } from '../document.ts'
import { colours, officeFonts } from '../style.ts'
import { escapeHtml } from '../text.ts'
import { optional } from '../unavailable.ts'
import type { Sheet, SheetColumn, SheetForm } from '../view.ts'
import { decode, encode, unzip, zip } from '../zip.ts'
import { layOut, type Layout, type PlacedCell } from './layout.ts'

const choicesName = '選択肢'

/** Writes the sheets of a document as an Excel workbook; the same bytes every time. */
export async function writeXlsx(document: Document): Promise<Uint8Array> {
  const { writeXlsx: write } = await optional('xlsx', 'hucre', () => import('hucre/xlsx'))
  const made = new Date(`${document.day}T00:00:00Z`)
  const names = sheetNames(
    document.sheets.map(({ name }) => name),
    [choicesName, formSheet],
  )
  const choices = new Choices()
  const { draft, fonts = officeFonts } = document
  const sheets = document.sheets.map((sheet, index) =>
    sheetOf(draft ? marked(sheet) : sheet, names[index] ?? '', choices, draft, fonts.gothic),
  )
  const bytes = await write({
    sheets: [...sheets, ...choices.sheets(), ...formSheets(document.sheets, names)],
    properties: { title: document.title, created: made, modified: made },
    defaultFont: { name: fonts.gothic, size: 10 },
  })
  const files = await unzip(bytes)
  const book = 'xl/workbook.xml'
  return zip({ ...files, [book]: encode(withQuotedNames(decode(files[book]), names)) })
}

/** hucre writes the name of a sheet before a range without quotes, which Excel takes for damage. */
function withQuotedNames(book: string, names: readonly string[]): string {
  return book.replace(
    /(<definedName [^>]*localSheetId="(\d+)"[^>]*>)[^<]*(![$A-Z\d]+:[$A-Z\d]+<)/g,
    (_, start: string, index: string, range: string) => {
      const quoted = `'${(names[Number(index)] ?? '').replaceAll("'", "''")}'`
      return `${start}${escapeHtml(quoted)}${range}`
    },
  )
}

/** The hidden sheet that says what forms hold, so that they can be read back; a workbook without forms has none. */
function formSheets(sheets: readonly Sheet[], names: readonly string[]): readonly WriteSheet[] {
  const forms = sheets.flatMap((sheet, index) => {
    const { form } = sheet
    return form ? [formOf(sheet, form, names[index] ?? '')] : []
  })
  if (forms.length === 0) return []
  const called = sheets.flatMap(({ form }) => form?.names ?? [])
  const once = new Map(called.map((one) => [JSON.stringify(one), one])).values()
  const rows = carriedRows(forms, [...once])
  const width = largest(rows.map(({ length }) => length))
  const whole = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null))
  return [{ name: formSheet, veryHidden: true, rows: whole }]
}

function formOf(sheet: Sheet, { columns }: SheetForm, name: string): CarriedForm {
  const { cells, rowsFrom } = layOut(sheet)
  const head = cells.filter(({ row }) => row === rowsFrom - 1)
  const values = cells.flatMap(({ part, column, text, carried }) => {
    const of = columns[column]
    if (part !== 'rows' || !of || carried === undefined) return []
    return [{ ...of, text: String(text).trim(), value: carried }]
  })
  return {
    sheet: name,
    columns: columns.map((one, at) => {
      const heading = head.find(({ column }) => column === at)
      return { ...one, heading: String(heading?.text ?? '') }
    }),
    values: [...new Map(values.map((one) => [JSON.stringify(one), one])).values()],
  }
}

function marked(sheet: Sheet): Sheet {
  return { ...sheet, lead: [[{ text: '（案）', bold: true }], ...sheet.lead] }
}

function sheetOf(
  sheet: Sheet,
  name: string,
  choices: Choices,
  draft: boolean,
  font: string,
): WriteSheet {
  const layout = layOut(sheet)
  const { cells, rows, headFrom, rowsFrom, columns, heights } = layout
  const merges = cells
    .filter((cell) => cell.rows > 1 || cell.columns > 1)
    .map((cell) => ({
      startRow: cell.row,
      startCol: cell.column,
      endRow: cell.row + cell.rows - 1,
      endCol: cell.column + cell.columns - 1,
    }))
  return {
    name,
    columns: Array.from({ length: columns }, (_, index) => ({
      width: sheet.columns[index]?.width ?? 10,
    })),
    rows: Array.from({ length: rows }, () => new Array<null>(columns).fill(null)),
    cells: new Map(
      cells.flatMap((cell) => entriesOf(cell, formatOf(cell, sheet.columns[cell.column]), font)),
    ),
    merges,
    dataValidations: validationsOf(sheet, layout, choices),
    ...(isFilterable(sheet, layout)
      ? { autoFilter: { range: `A${rowsFrom}:${columnName(columns - 1)}${rows}` } }
      : {}),
    ...(rowsFrom > 0 ? { freezePane: { rows: rowsFrom } } : {}),
    rowDefs: new Map(heights.map((height, index) => [index, { height }])),
    pageSetup: {
      paperSize: widthOf(sheet) > widestOnA4 ? 'a3' : 'a4',
      printArea: `$A$1:$${columnName(columns - 1)}$${rows}`,
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      ...(rowsFrom > headFrom ? { printTitlesRow: `$${headFrom + 1}:$${rowsFrom}` } : {}),
    },
    headerFooter: { oddFooter: '&C&P / &N', ...(draft ? { oddHeader: '&R案' } : {}) },
  }
}

/** Whether the rows below the head can be picked out one by one: none of their cells covers several. */
function isFilterable(sheet: Sheet, { cells, rows, rowsFrom }: Layout): boolean {
  return (
    sheet.head.length === 1 &&
    rows > rowsFrom &&
    cells.every(({ part, rows: tall }) => part !== 'rows' || tall === 1)
  )
}

function widthOf({ columns }: Sheet): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}

/** Half-width letters across a page beyond which ten points would be printed as less than eight. */
const widestOnA4 = 180

/** A cell, and, for their borders, the places it covers. */
function entriesOf(
  cell: PlacedCell,
  format: string | undefined,
  font: string,
): readonly (readonly [string, { value: string | number | Date | null; style: CellStyle }])[] {
  const style = styleOf(cell, format, font)
  const isDay = cell.day !== undefined && cell.day >= firstDay
  const day = isDay ? new Date(`${cell.day}T00:00:00Z`) : undefined
  const value = day ?? (cell.text === '' ? null : cell.text)
  return Array.from({ length: cell.rows * cell.columns }, (_, index) => {
    const row = cell.row + Math.floor(index / cell.columns)
    const column = cell.column + (index % cell.columns)
    return [`${row},${column}`, { value: index === 0 ? value : null, style }] as const
  })
}

/** Excel counts no days before, and takes 1900 for a leap year. */
const firstDay = '1900-03-01'

/** How Excel shows a number that is no plain one, and what a person writes in a blank cell for a day. */
function formatOf(
  { part, text, day, isShare }: PlacedCell,
  column: SheetColumn | undefined,
): string | undefined {
  if (isShare) return '0.0%'
  const isBlankDay = part === 'rows' && text === '' && column?.isDay === true
  return day !== undefined || isBlankDay ? dayFormat(text) : undefined
}

/** 令和8年4月1日, 2026年4月1日 where the text of the day is of the common era, 4月 where it names a month. */
function dayFormat(text: string | number): string {
  if (/^[\d０-９]{1,2}月$/.test(String(text))) return 'm"月"'
  const isCommon = /^\s*[\d０-９]{4}年/.test(String(text))
  return isCommon ? 'yyyy"年"m"月"d"日"' : '[$-411]ggge"年"m"月"d"日"'
}

function styleOf(
  { part, align, bold, rows }: PlacedCell,
  format: string | undefined,
  font: string,
): CellStyle {
  const line = { style: 'thin', color: { rgb: colours.rule } } as const
  const isTable = part !== 'lead'
  return {
    font: { name: font, size: 10, bold },
    ...(format === undefined ? {} : { numFmt: format }),
    alignment: {
      horizontal: align,
      vertical: part === 'rows' && rows === 1 ? 'top' : 'center',
      wrapText: isTable,
    },
    ...(isTable ? { border: { top: line, bottom: line, left: line, right: line } } : {}),
    ...(part === 'head'
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours.headCell } } }
      : {}),
  }
}

function validationsOf(sheet: Sheet, layout: Layout, choices: Choices): DataValidation[] {
  if (layout.rows === layout.rowsFrom) return []
  return sheet.columns.flatMap((column, index): readonly DataValidation[] => {
    if (!column.choices || column.choices.length === 0) return []
    const letters = columnName(index)
    return [
      {
        type: 'list',
        ...choices.listOf(column.choices),
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: '選択肢にありません',
        errorMessage: '一覧から選んでください。',
        range: `${letters}${layout.rowsFrom + 1}:${letters}${layout.rows}`,
      },
    ]
  })
}

/** Excel keeps a list of choices in 255 signs, parted by commas; others stand on a hidden sheet. */
class Choices {
  readonly #columns: (readonly string[])[] = []

  listOf(choices: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    const isPlain = choices.join(',').length <= 250 && choices.every((one) => !/[",]/.test(one))
    if (isPlain) return { values: [...choices] }
    const letters = columnName(this.#columns.length)
    this.#columns.push(choices)
    return { formula1: `'${choicesName}'!$${letters}$1:$${letters}$${choices.length}` }
  }

  sheets(): readonly WriteSheet[] {
    if (this.#columns.length === 0) return []
    const rows = largest(this.#columns.map(({ length }) => length))
    return [
      {
        name: choicesName,
        hidden: true,
        rows: Array.from({ length: rows }, (_, row) =>
          this.#columns.map((choices) => choices[row] ?? null),
        ),
      },
    ]
  }
}

/** Signs that the name of a sheet may not hold. */
const unwanted = /[[\]:*?/\\\p{Cc}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu
const longest = 31
/** Names that Excel keeps for sheets of its own. */
const reserved = ['History']

/** Names Excel accepts for sheets: short, without its signs, no two alike where capitals do not count. */
export function sheetNames(
  names: readonly string[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set([...reserved, ...taken].map((name) => name.toLowerCase()))
  return names.map((name) => {
    const plain = name.replace(unwanted, '-')
    let free = bare(plain, longest)
    for (let number = 2; used.has(free.toLowerCase()); number += 1) {
      const ending = ` (${number})`
      free = bare(plain, longest - ending.length) + ending
    }
    used.add(free.toLowerCase())
    return free
  })
}

/** The first so many UTF-16 units, no character halved, without the quotes that may not stand at an end. */
function bare(text: string, length: number): string {
  const short = text.replace(/^['\s]+/, '').slice(0, length)
  return short.replace(/[\uD800-\uDBFF]$/, '').replace(/['\s]+$/, '') || 'シート'
}

/** A column as letters: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
