import { isMark } from '../../model/carried.ts'
import type { Block, Contents, Paragraph } from '../block.ts'
import { markerOf } from '../marker.ts'
import { NumberCounter } from './numbering.ts'
import type { WordParts } from './package.ts'
import { Styles } from './style.ts'
import { child, childrenOf, elementsOf, valueOf, type Xml } from './xml.ts'

/** Reads a Word file as it stands when all changes are accepted: its paragraphs with their numbers, its tables. */
export function readBody({ document, styles, numbering, footnotes, carried }: WordParts): Contents {
  const body = new Body(new Styles(styles), new NumberCounter(numbering))
  body.blocksOf(child(document, 'w:body'), body.blocks)
  const notes = childrenOf(footnotes, 'w:footnote').filter(
    ({ attributes }) => attributes['w:type'] === undefined,
  )
  return {
    blocks: body.blocks,
    ...(carried && { carried }),
    remarks: [
      ...(body.pictures > 0
        ? [`画像が${body.pictures}個あります。画像の中の文字は読み取っていません`]
        : []),
      ...(notes.length > 0 ? [`脚注が${notes.length}件あります。脚注は読み取っていません`] : []),
      ...(body.changes > 0 ? ['変更履歴は、すべて承諾したものとして読みました'] : []),
    ],
  }
}

/** What is passed over: what was deleted, and what only tells how it looks. */
const passedOver = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'w:rt',
  'mc:Fallback',
])

class Body {
  readonly blocks: Block[] = []
  pictures = 0
  changes = 0
  readonly #styles: Styles
  readonly #counter: NumberCounter
  /** The fields that are open, and whether each makes a table of contents. */
  readonly #fields: { isContents: boolean }[] = []
  /** The bookmarks of ours that belong to the paragraph that is read. */
  #marks: string[] = []
  /** What pictures say of themselves, until a paragraph with a text comes. */
  #pictures: string[] = []
  /** A paragraph whose end was deleted: the next goes on with it. */
  #unended: Paragraph | undefined

  constructor(styles: Styles, counter: NumberCounter) {
    this.#styles = styles
    this.#counter = counter
  }

  /** The blocks in an element, text boxes after the paragraph they hang on. */
  blocksOf(element: Xml | undefined, into: Block[]): void {
    for (const one of element ? elementsOf(element) : []) {
      if (one.name === 'w:p') this.#paragraph(one, into)
      else if (one.name === 'w:tbl') this.#table(one, into)
      else if (one.name === 'w:bookmarkStart') this.#mark(one)
      else if (!passedOver.has(one.name) && one.name !== 'w:sectPr') this.blocksOf(one, into)
    }
  }

  #paragraph(element: Xml, into: Block[]): void {
    const properties = child(element, 'w:pPr')
    const { heading, list, level = 0, isContents } = this.#styles.of(properties)
    const isInField = this.#fields.some((field) => field.isContents)
    const boxes: Block[] = []
    const text = this.#textOf(element, boxes)
    const marks = this.#marks
    this.#marks = []
    const isOfContents =
      isContents === true || isInField || this.#fields.some((field) => field.isContents)
    // A paragraph without text is not numbered where nothing is shown.
    const number =
      list === undefined || list === '0' || text.trim() === ''
        ? undefined
        : this.#counter.next(list, level)
    const own: Paragraph = {
      kind: 'paragraph',
      text,
      ...(number === undefined || number.trim() === '' ? {} : { number }),
      ...(heading === undefined ? {} : { heading }),
      ...(isOfContents ? { isContents: true } : {}),
      ...(marks.length > 0 ? { marks } : {}),
      ...(text.trim() === '' ? {} : this.#picturesHere()),
    }
    const whole = this.#unended ? { ...this.#unended, text: this.#unended.text + text } : own
    this.#unended = undefined
    if (child(child(properties, 'w:rPr'), 'w:del')) {
      this.changes += 1
      this.#unended = whole
    } else for (const line of linesOf(whole)) into.push(line)
    for (const box of boxes) into.push(box)
  }

  /** The text of a paragraph; what stands in text boxes goes apart. */
  #textOf(element: Xml, boxes: Block[]): string {
    let text = ''
    for (const one of elementsOf(element)) {
      if (one.name === 'w:ins' || one.name === 'w:del' || one.name === 'w:moveTo') this.changes += 1
      if (one.name === 'w:fldChar') this.#field(one)
      else if (one.name === 'w:instrText') this.#instruct(one)
      else if (one.name === 'w:bookmarkStart') this.#mark(one)
      if (one.name === 'w:t')
        text += one.children.filter((part) => typeof part === 'string').join('')
      else if (one.name === 'w:tab' || one.name === 'w:ptab') text += '\t'
      else if (one.name === 'w:br' || one.name === 'w:cr')
        text += one.attributes['w:type'] === 'page' ? '' : '\n'
      else if (one.name === 'w:noBreakHyphen') text += '-'
      else if (one.name === 'w:txbxContent') this.blocksOf(one, boxes)
      else if (one.name === 'pic:pic' || one.name === 'v:imagedata') this.pictures += 1
      else if (!passedOver.has(one.name)) {
        if (one.name === 'wp:docPr') this.#pictures.push(one.attributes['descr'] ?? '')
        text += this.#textOf(one, boxes)
      }
    }
    return text
  }

  #picturesHere(): Pick<Paragraph, 'pictures'> {
    const pictures = this.#pictures
    this.#pictures = []
    return pictures.length > 0 ? { pictures } : {}
  }

  #mark({ attributes }: Xml): void {
    const name = attributes['w:name'] ?? ''
    if (isMark(name)) this.#marks.push(name)
  }

  #field(mark: Xml): void {
    const type = mark.attributes['w:fldCharType']
    if (type === 'begin') this.#fields.push({ isContents: false })
    if (type === 'end') this.#fields.pop()
  }

  #instruct(instruction: Xml): void {
    const field = this.#fields.at(-1)
    if (
      field &&
      /^\s*TOC\b/u.test(instruction.children.filter((one) => typeof one === 'string').join(''))
    )
      field.isContents = true
  }

  /** A table by its cells; one of a single column only frames what stands in it. */
  #table(element: Xml, into: Block[]): void {
    const rows = rowsOf(element)
    const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
    if (widest <= 1) {
      for (const cells of rows) for (const cell of cells) this.blocksOf(cell, into)
      return
    }
    const texts: string[][] = []
    const marks: string[][] = []
    for (const cells of rows) {
      const above = texts.at(-1) ?? []
      const own: string[] = []
      texts.push(cells.flatMap((cell) => this.#cell(cell, above, own)))
      marks.push(own)
    }
    const isMarked = marks.some((own) => own.length > 0)
    into.push({ kind: 'table', rows: texts, ...(isMarked ? { marks } : {}) })
  }

  /** A cell that goes on from the one above says the same; one over several columns says it once. */
  #cell(cell: Xml, above: readonly string[], marks: string[]): readonly string[] {
    const properties = child(cell, 'w:tcPr')
    const merged = child(properties, 'w:vMerge')
    const inside: Block[] = []
    this.blocksOf(cell, inside)
    for (const block of inside) {
      if (block.kind === 'paragraph') for (const mark of block.marks ?? []) marks.push(mark)
    }
    const text = inside
      .map(flatText)
      .filter((line) => line !== '')
      .join('\n')
    const at = cellIndex(cell)
    const own = merged && valueOf(merged) !== 'restart' && text === '' ? (above[at] ?? '') : text
    const span = Number(valueOf(child(properties, 'w:gridSpan')) ?? 1)
    return [own, ...Array.from({ length: Math.min(span, 63) - 1 }, () => '')]
  }
}

const indexes = new WeakMap<Xml, number>()

function cellIndex(cell: Xml): number {
  return indexes.get(cell) ?? 0
}

/** The rows of a table that were not deleted, with their cells, each cell knowing its column. */
function rowsOf(table: Xml): readonly (readonly Xml[])[] {
  const all = elementsOf(table).flatMap((one) =>
    one.name === 'w:tr' ? [one] : within(one, 'w:tr'),
  )
  return all
    .filter((row) => !child(child(row, 'w:trPr'), 'w:del'))
    .map((row) => {
      const cells = elementsOf(row).flatMap((one) =>
        one.name === 'w:tc' ? [one] : within(one, 'w:tc'),
      )
      let column = 0
      for (const cell of cells) {
        indexes.set(cell, column)
        column += Number(valueOf(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1)
      }
      return cells
    })
}

/** Rows and cells in what marks them as inserted or bound. */
function within(element: Xml, name: string): readonly Xml[] {
  if (!['w:ins', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:moveTo'].includes(element.name))
    return []
  return elementsOf(element).flatMap((one) => (one.name === name ? [one] : within(one, name)))
}

function flatText(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => row.join(' ')).join('\n')
  return [block.number, block.text].filter((part) => part !== undefined && part !== '').join(' ')
}

/** A paragraph with line breaks is several where each line has a number of its own. */
function linesOf(paragraph: Paragraph): readonly Paragraph[] {
  const [first = '', ...rest] = paragraph.text.split('\n')
  const lines: Paragraph[] = [{ ...paragraph, text: first }]
  for (const line of rest) {
    const last = lines.at(-1)
    if (markerOf(line.trim()) || !last) lines.push({ kind: 'paragraph', text: line })
    else lines[lines.length - 1] = { ...last, text: last.text + line }
  }
  return lines.filter(({ text }) => text.trim() !== '')
}
