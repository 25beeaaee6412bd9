import type { Block, Cell, Row, Table } from '../document.ts'
import { classesOf, type Notes, sourceOf } from './builder.ts'
import type { Element, HtmlNode } from './element.ts'
import { inlineContent, isBlank } from './inline.ts'

/** Makes the blocks of a cell. */
export type BlocksOf = (nodes: readonly HtmlNode[], where: string) => readonly Block[]

/** Makes a table whose cells fill a grid without holes. */
export function tableOf(table: Element, notes: Notes, blocksOf: BlocksOf): Table {
  const parts = elementsIn(table, notes, '<table> の中').filter((part) => {
    const isPart = ['caption', 'colgroup', 'thead', 'tbody'].includes(part.name)
    if (!isPart) notes.misplaced(part, '<table> のすぐ下')
    return isPart && notes.isKnown(part)
  })
  const rowsIn = (name: string): readonly Row[] =>
    parts.filter((part) => part.name === name).flatMap((part) => rowsOf(part, notes, blocksOf))
  const caption = parts.find(({ name }) => name === 'caption')
  const head = rowsIn('thead')
  const body = rowsIn('tbody')
  const columns = [...head, ...body][0]?.cells.reduce((sum, cell) => sum + cell.columns, 0) ?? 0
  if (columns === 0)
    notes.tell(
      table.at,
      'empty-table',
      '表に行がありません。',
      '<tbody> に <tr> を書いてください。',
    )
  const groups = parts.filter(({ name }) => name === 'colgroup')
  const widths = groups.flatMap((group) => widthsOf(group, notes))
  if (widths.length > 0 && columns > 0 && widths.length !== columns) {
    const message = `<col> が${widths.length}個ありますが、表は${columns}列です。`
    notes.tell(groups[0]?.at ?? table.at, 'columns', message, '数を合わせてください。')
  }
  for (const part of parts) checkGrid(part, columns, notes)
  return {
    type: 'table',
    caption: caption ? inlineContent(caption.children, notes) : [],
    widths: shares(widths),
    head,
    body,
    ...sourceOf(table),
  }
}

function rowsOf(section: Element, notes: Notes, blocksOf: BlocksOf): readonly Row[] {
  return rowElements(section, notes).map((row) => ({
    cells: elementsIn(row, notes, '<tr> の中').flatMap((cell): readonly Cell[] => {
      if (!notes.isKnown(cell)) return []
      if (cell.name !== 'td' && cell.name !== 'th') {
        notes.misplaced(cell, '<tr> のすぐ下')
        return []
      }
      return [cellOf(cell, notes, blocksOf)]
    }),
    ...sourceOf(row),
  }))
}

function rowElements(section: Element, notes: Notes): readonly Element[] {
  return elementsIn(section, notes, `<${section.name}> の中`).filter((row) => {
    if (!notes.isKnown(row)) return false
    if (row.name !== 'tr') notes.misplaced(row, `<${section.name}> のすぐ下`)
    return row.name === 'tr'
  })
}

function cellOf(cell: Element, notes: Notes, blocksOf: BlocksOf): Cell {
  const heading = cell.name === 'th'
  const classes = classesOf(cell)
  const aligned = classes.includes('r') ? 'right' : 'left'
  return {
    heading,
    align: heading || classes.includes('c') ? 'center' : aligned,
    rows: spanOf(cell, 'rowspan', notes),
    columns: spanOf(cell, 'colspan', notes),
    missing: classes.includes('missing'),
    blocks: blocksOf(cell.children, '表の中'),
    ...sourceOf(cell),
  }
}

/** The most rows or columns a cell may cover. */
const widestSpan = 1000

function spanOf(cell: Element, name: 'rowspan' | 'colspan', notes?: Notes): number {
  const attribute = cell.attributes.get(name)
  if (!attribute || attribute.value === '') return 1
  const span = /^[1-9]\d{0,3}$/.test(attribute.value) ? Number(attribute.value) : 0
  if (span >= 1 && span <= widestSpan) return span
  const message = `${name} の「${attribute.value}」は、1から${widestSpan}までの数ではありません。`
  notes?.tell(attribute.at, 'span', message, '1以上の半角の数字を書くか、消してください。')
  return 1
}

function widthsOf(group: Element, notes: Notes): readonly number[] {
  return elementsIn(group, notes, '<colgroup> の中').flatMap((column) => {
    if (!notes.isKnown(column)) return []
    if (column.name !== 'col') {
      notes.misplaced(column, '<colgroup> のすぐ下')
      return []
    }
    const width = column.attributes.get('width')
    const share = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(width?.value ?? '')
    if (share && Number(share[1]) > 0) return [Number(share[1])]
    const fix = '<col width="20%"> のように、割合を書いてください。'
    notes.tell(width?.at ?? column.at, 'width', '<col> の幅が読めません。', fix)
    return [1]
  })
}

/** Widths as shares of 100. */
function shares(widths: readonly number[]): readonly number[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  return widths.map((width) => (width * 100) / sum)
}

/** Each row of a section must fill all columns, with what reaches down from the rows above. */
function checkGrid(section: Element, columns: number, notes: Notes): void {
  if (section.name !== 'thead' && section.name !== 'tbody') return
  const rows = section.children.filter((row) => row.type === 'element' && row.name === 'tr')
  /** How many rows of each column are still covered from above. */
  const covered = new Array<number>(columns).fill(0)
  for (const [index, row] of rows.entries()) {
    if (row.type !== 'element') continue
    let filled = covered.filter((left) => left > 0).length
    let column = 0
    const reach = [...covered]
    for (const cell of row.children) {
      if (cell.type !== 'element') continue
      const wide = spanOf(cell, 'colspan')
      const tall = spanOf(cell, 'rowspan')
      filled += wide
      while (column < columns && (covered[column] ?? 0) > 0) column += 1
      for (let step = 0; step < wide && column < columns; step += 1, column += 1)
        reach[column] = tall
      if (index + tall > rows.length) {
        const message = `rowspan="${tall}" が表の終わりを越えています。`
        notes.tell(cell.at, 'span', message, '下の行の数に合わせてください。')
      }
    }
    if (filled !== columns) {
      const message = `この行は${filled}列分ですが、表は${columns}列です。`
      notes.tell(row.at, 'columns', message, '<td> の数と rowspan、colspan を確かめてください。')
    }
    for (const [at, left] of reach.entries()) covered[at] = Math.max(left - 1, 0)
  }
}

/** The elements in an element that holds no text of its own. */
function elementsIn(element: Element, notes: Notes, where: string): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.type === 'element') return [child]
    if (!isBlank(child)) {
      const fix = '<td>、<p> などの中に書いてください。'
      notes.tell(child.at, 'stray-text', `${where}に、要素に入っていない文字があります。`, fix)
    }
    return []
  })
}
