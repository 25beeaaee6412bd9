import type { Paragraph as WordParagraph, Table as WordTable, TableRow as WordRow } from 'docx'
import type { Cell, List, Row, Table } from '../document.ts'
import { cellLook, colours, paragraphLooks } from '../style.ts'
import { isShortTable, keptRows, longRows, placesOf } from '../table-grid.ts'
import { type Docx, missingMark, runs } from './inline.ts'
import type { Bookmarks } from './mark.ts'
import { distribute, indentOf, styleId, twips } from './style.ts'

/** What writes the lists in the cells of a table. */
export interface CellWriter {
  readonly docx: Docx
  readonly bookmarks: Bookmarks
  list(list: List, level: number, style: string): readonly WordParagraph[]
}

/** Writes a table as wide as the text, of columns whose widths are whole twips; one with a note stays with it. */
export function wordTable(
  table: Table,
  writer: CellWriter,
  width: number,
  isNoted: boolean,
): WordTable {
  const { docx } = writer
  const { head, body, widths } = table
  const columns = placesOf(head.length > 0 ? head : body)[0]?.length ?? 1
  const isWhole = isShortTable(table)
  const total = twips(width)
  const shares = widths.length === columns ? widths : new Array<number>(columns).fill(1)
  const columnWidths = distribute(total, shares)
  const border = { style: docx.BorderStyle.SINGLE, size: 4, color: colours.rule }
  return new docx.Table({
    width: { size: total, type: docx.WidthType.DXA },
    columnWidths,
    layout: docx.TableLayoutType.FIXED,
    // Word puts the room between lines above the letters: below them it is made up for.
    margins: { top: 0, bottom: 80, left: 80, right: 80, marginUnitType: docx.WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      ...rowsOf(head, { isHead: true, isWhole, isNoted, widths }, columnWidths, writer),
      ...rowsOf(body, { isHead: false, isWhole, isNoted, widths }, columnWidths, writer),
    ],
  })
}

/** How rows are set: as headings, all on one page, in columns of so many percent. */
interface RowLook {
  readonly isHead: boolean
  readonly isWhole: boolean
  readonly isNoted: boolean
  readonly widths: readonly number[]
}

function rowsOf(
  rows: readonly Row[],
  { isHead, isWhole, isNoted, widths: shares }: RowLook,
  widths: readonly number[],
  writer: CellWriter,
): readonly WordRow[] {
  const places = placesOf(rows)
  const isLong = longRows(rows, shares)
  const isKept = keptRows(rows).map((kept, at) =>
    at === rows.length - 1 ? isNoted : kept || isWhole,
  )
  return rows.map((row, index) => {
    const columnOf = (cell: Cell): number =>
      places[index]?.findIndex((place) => place.cell === cell) ?? 0
    return new writer.docx.TableRow({
      // Only said where it is so: `false` is a value that Word's schema does not know.
      ...(isHead ? { tableHeader: true } : {}),
      ...(isLong[index] ? {} : { cantSplit: true }),
      children: row.cells.map((cell, at) => {
        const from = columnOf(cell)
        const width = widths.slice(from, from + cell.columns).reduce((sum, one) => sum + one, 0)
        return new writer.docx.TableCell({
          width: { size: width, type: writer.docx.WidthType.DXA },
          rowSpan: cell.rows,
          columnSpan: cell.columns,
          verticalAlign: cell.heading || cell.rows > 1 ? 'center' : 'top',
          ...(cell.heading
            ? { shading: { type: 'clear', fill: colours.headCell, color: 'auto' } }
            : {}),
          children: cellParagraphs(
            cell,
            writer,
            isHead || (isKept[index] ?? false),
            at === 0 ? row : undefined,
          ),
        })
      }),
    })
  })
}

/** The lines of a cell; Word wants one at least. The first of a row bears the mark of the row. */
function cellParagraphs(
  cell: Cell,
  writer: CellWriter,
  keepNext: boolean,
  opens: Row | undefined,
): readonly WordParagraph[] {
  const { docx, bookmarks } = writer
  const marks = cell.missing ? missingMark : {}
  const paragraphs = cell.blocks.flatMap((block, at): readonly WordParagraph[] => {
    if (block.type === 'list') return writer.list(block, 0, styleId('cell'))
    if (block.type !== 'paragraph' && block.type !== 'heading') return []
    const own = block.missing ? missingMark : marks
    const content = runs(block.content, docx, own)
    const children = at === 0 && opens ? bookmarks.around(opens, content) : content
    // A paragraph keeps the indents of its style, and the letters of the cell.
    const look = block.type === 'paragraph' ? paragraphLooks[block.style] : cellLook
    const alignment = look.align === 'center' || look.align === 'right' ? look.align : cell.align
    const indent = indentOf(look, cellLook.size)
    return [new docx.Paragraph({ style: styleId('cell'), alignment, indent, keepNext, children })]
  })
  return paragraphs.length > 0
    ? paragraphs
    : [new docx.Paragraph({ style: styleId('cell'), keepNext })]
}
