import { wideSpace } from '../../japanese/width.ts'
import type {
  Block,
  Cell,
  Document,
  Figure,
  Heading,
  Inline,
  List,
  Paragraph,
  Row,
  Section,
  Table,
} from '../document.ts'
import {
  bodySize,
  captionLook,
  cellLook,
  colours,
  headingLooks,
  lineHeight,
  type Look,
  margins,
  paragraphLooks,
  subjectLook,
  textArea,
} from '../style.ts'
import { isShortTable, leadsTo, longRows, placesOf } from '../table-grid.ts'
import type { Picture } from '../view.ts'
import { breakable, literal } from './literal.ts'

/** A document as Typst source, and the pictures it shows by the path they must stand under. */
export interface TypstSource {
  readonly source: string
  readonly pictures: ReadonlyMap<string, string>
}

/** Writes a document as Typst source. All text of the document is in string literals. */
export function typstOf(document: Document): TypstSource {
  const writing = new Writing(document.pictures)
  const sections = document.sections.map((section) => writing.section(section))
  return { source: `${preamble(document)}\n${sections.join('\n')}\n`, pictures: writing.files }
}

const newPage = '#pagebreak(weak: true)'

class Writing {
  readonly files = new Map<string, string>()
  readonly #pictures: Readonly<Record<string, Picture>>

  constructor(pictures: Readonly<Record<string, Picture>>) {
    this.#pictures = pictures
  }

  section({ orient, blocks }: Section): string {
    const content = blocks
      .map((block, index) => {
        const written =
          block.type === 'paragraph'
            ? this.#paragraph(block, blocks[index - 1], blocks[index + 1])
            : this.#block(block, orient)
        // A section begins a page already.
        return index > 0 && 'pageBreak' in block && block.pageBreak
          ? `${newPage}\n${written}`
          : written
      })
      .join('\n')
    return `#page(flipped: ${orient === 'landscape'})[\n${content}\n]`
  }

  #block(block: Block, orient: Section['orient']): string {
    switch (block.type) {
      case 'heading':
        return this.#heading(block)
      case 'paragraph':
        return this.#paragraph(block)
      case 'list':
        return `#block(above: ${leading(bodySize)}pt, { ${listOf(block, 0, bodySize)} })`
      case 'table':
        return `${captionOf(block.caption, true)}\n${this.#table(block)}`
      case 'figure':
        return this.#figure(block, orient)
    }
  }

  #heading({ level, subject, missing, content }: Heading): string {
    const look = subject ? subjectLook : headingLooks[level]
    const supplement = subject ? '[subject]' : 'none'
    const line = lineOf(content, { missing })
    return lookBlock(look, `heading(level: ${level}, supplement: ${supplement}, ${line})`)
  }

  /** Lines of one kind stand together: two lines of an address, a list of dates. */
  #paragraph(paragraph: Paragraph, above?: Block, below?: Block): string {
    const { style, missing, content } = paragraph
    const look = paragraphLooks[style]
    const isAlike = (other?: Block): boolean => other?.type === 'paragraph' && other.style === style
    const before = isAlike(above) ? 0 : look.before
    const after = isAlike(below) ? 0 : look.after
    // An empty paragraph is an empty line.
    const line = content.length === 0 ? literal('\u200b') : lineOf(content, { missing })
    const keepWithNext = look.keepWithNext || leadsTo(paragraph, below)
    return lookBlock({ ...look, before, after, keepWithNext }, line)
  }

  #table(table: Table): string {
    const { widths, head, body } = table
    const columns = placesOf(head.length > 0 ? head : body)[0]?.length ?? 1
    const shares = widths.length === columns ? widths : new Array<number>(columns).fill(1)
    const rows = (part: readonly Row[]): readonly string[] => {
      const isLong = longRows(part, widths)
      return part.flatMap((row, at) => row.cells.map((cell) => cellOf(cell, !isLong[at])))
    }
    const header = head.length === 0 ? [] : [`table.header(repeat: true, ${rows(head).join(', ')})`]
    const cells = [...header, ...rows(body)]
    const settings = `set text(size: ${cellLook.size}pt); set par(justify: false, leading: ${leading(cellLook.size)}pt, spacing: ${leading(cellLook.size)}pt)`
    const stroke = `0.5pt + rgb("#${colours.rule}")`
    return `#block(width: 100%, breakable: ${!isShortTable(table)}, { ${settings}; table(columns: (${shares.map((share) => `${Number(share.toFixed(2))}fr`).join(', ')},), stroke: ${stroke}, inset: (x: 4pt, y: 4.5pt), ${cells.join(',\n')}) })`
  }

  #figure({ picture: name, alt, caption }: Figure, orient: Section['orient']): string {
    const picture = this.#pictures[name]
    const words = captionOf(caption, false)
    if (!picture) return words
    const path = `/picture-${[...Object.keys(this.#pictures)].indexOf(name)}.svg`
    this.files.set(path, picture.svg)
    const { width, height } = fitted(picture, orient)
    const spoken = literal(alt === '' ? picture.alt : alt)
    const image = `image("${path}", width: ${width}pt, height: ${height}pt, alt: ${spoken})`
    return `#block(width: 100%, sticky: ${caption.length > 0}, align(center, ${image}))\n${words}`
  }
}

function captionOf(caption: readonly Inline[], isAbove: boolean): string {
  if (caption.length === 0) return ''
  return lookBlock({ ...captionLook, keepWithNext: isAbove }, lineOf(caption, {}))
}

function cellOf(cell: Cell, isShort: boolean): string {
  const { heading, align, rows, columns, missing, blocks } = cell
  const vertical = heading || rows > 1 ? 'horizon' : 'top'
  const settings = [
    ...(rows > 1 ? [`rowspan: ${rows}`] : []),
    ...(columns > 1 ? [`colspan: ${columns}`] : []),
    ...(heading ? [`fill: rgb("#${colours.headCell}")`] : []),
    `align: ${align} + ${vertical}`,
    `breakable: ${!isShort}`,
  ]
  const lines = blocks.map((block) => {
    if (block.type === 'list') return listOf(block, 0, cellLook.size)
    if (block.type !== 'paragraph' && block.type !== 'heading') return '""'
    const line = lineOf(block.content, { missing: missing || block.missing, inCell: true })
    return block.type === 'heading' ? `par(${line})` : inCell(paragraphLooks[block.style], line)
  })
  return `table.cell(${settings.join(', ')}, { ${lines.join('; ')} })`
}

/** A paragraph of a cell keeps the indents of its style, and the letters of the cell. */
function inCell({ align, left, first, right }: Look, line: string): string {
  const { size } = cellLook
  const start = (first < 0 ? left + first : left) * size
  const indents =
    first < 0
      ? `hanging-indent: ${-first * size}pt`
      : `first-line-indent: (amount: ${first * size}pt, all: true)`
  const paragraph = `par(${indents}, ${line})`
  const placed =
    align === 'center' || align === 'right' ? `align(${align}, ${paragraph})` : paragraph
  return `block(width: 100%, inset: (left: ${start}pt, right: ${right * size}pt), ${placed})`
}

function listOf({ items }: List, level: number, size: number): string {
  return items
    .flatMap(({ blocks }) =>
      blocks.map((block, index) => {
        if (block.type === 'list') return listOf(block, level + 1, size)
        if (block.type !== 'paragraph') return '""'
        const mark = index === 0 ? `"・"; ` : ''
        const indent = `(left: ${(level + (index === 0 ? 0 : 1)) * size}pt)`
        const hanging = index === 0 ? size : 0
        const line = lineOf(block.content, { missing: block.missing, inCell: true })
        return `block(inset: ${indent}, par(justify: false, hanging-indent: ${hanging}pt, { ${mark}${line} }))`
      }),
    )
    .join('; ')
}

interface LineOptions {
  readonly missing?: boolean
  /** Long words may be torn. */
  readonly inCell?: boolean
}

/** A line as a block of code whose pieces Typst joins. */
function lineOf(content: readonly Inline[], options: LineOptions): string {
  const line = `{ ${content.map((node, at) => pieceOf(node, options, content[at - 1])).join('; ')} }`
  return options.missing ? missing(line) : line
}

function pieceOf(node: Inline, options: LineOptions, before?: Inline): string {
  if (node.type === 'break') return 'linebreak()'
  // In a justified line the space behind a number would be stretched.
  const isNumbered = before?.type === 'marked' && before.mark === 'num'
  if (isNumbered && node.type === 'text' && node.text.startsWith(wideSpace)) {
    const rest = node.text.slice(wideSpace.length)
    return `box(${literal(wideSpace)}); ${pieceOf({ ...node, text: rest }, options)}`
  }
  if (node.type === 'text') return literal(options.inCell ? breakable(node.text) : node.text)
  const inner = lineOf(node.content, { ...options, missing: false })
  switch (node.mark) {
    case 'u':
    case 'ins':
      return `underline(offset: 0.15em, ${inner})`
    case 'del':
      return `strike(${inner})`
    case 'strong':
      return `text(weight: "bold", ${inner})`
    case 'missing':
      return missing(inner)
    case 'num':
    case 'span':
      return inner
  }
}

function missing(content: string): string {
  return `text(fill: rgb("#${colours.missing}"), font: ${literal(fontNames.gothic)}, weight: "bold", ${content})`
}

/** The size of a picture in points: its own, less where the page is smaller. */
function fitted(
  { width, height }: Picture,
  orient: Section['orient'],
): { readonly width: number; readonly height: number } {
  const area = textArea(orient)
  const points = (millimetres: number): number => (millimetres * 72) / 25.4
  const own = { width: (width * 72) / 96, height: (height * 72) / 96 }
  const scale = Math.min(
    1,
    points(area.width) / own.width,
    (points(area.height) * 0.92) / own.height,
  )
  const rounded = (value: number): number => Number((value * scale).toFixed(2))
  return { width: rounded(own.width), height: rounded(own.height) }
}

/** The fonts by the names inside their files. */
const fontNames = { mincho: 'BIZ UDMincho', gothic: 'BIZ UDGothic' } as const

/** What stands before the text: page, fonts, and the looks of headings. */
function preamble({ title, day, draft }: Document): string {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  const { top, right, bottom, left } = margins
  const header = draft
    ? `align(right, text(font: ${literal(fontNames.gothic)}, size: 14pt, weight: "bold", "案"))`
    : 'none'
  const headings = ([1, 2, 3] as const).map((level) => `"${level}": ${textOf(headingLooks[level])}`)
  return `#set document(title: ${literal(title)}, date: datetime(year: ${year}, month: ${month}, day: ${date}))
#set page(paper: "a4", margin: (top: ${top}mm, right: ${right}mm, bottom: ${bottom}mm, left: ${left}mm), header: ${header}, footer: context align(center, text(size: 9pt, counter(page).display("1"))))
#set text(font: ${literal(fontNames.mincho)}, size: ${bodySize}pt, lang: "ja", region: "jp", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: ${leading(bodySize)}pt, spacing: ${leading(bodySize)}pt)
#set block(spacing: ${leading(bodySize)}pt)
#set heading(numbering: none, outlined: true)
#let looks = (${headings.join(', ')}, subject: ${textOf(subjectLook)})
#show heading: it => text(..(if it.supplement == [subject] { looks.subject } else { looks.at(str(it.level)) }), it.body)
`
}

/** The letters of a look as arguments of Typst's \`text\`. */
function textOf({ face, size, bold }: Look): string {
  const weight = bold ? 'bold' : 'regular'
  return `(font: ${literal(fontNames[face])}, size: ${size}pt, weight: "${weight}")`
}

/** The gap between lines of a size. */
function leading(size: number): number {
  const height = size <= bodySize ? (lineHeight * size) / bodySize : size * 1.5
  return Number((height - size).toFixed(2))
}

/** A block that looks so, with the content given. */
function lookBlock(look: Look, content: string): string {
  const { align, left, first, right, before, after, size, keepWithNext } = look
  const start = first < 0 ? left + first : left
  const space = (lines: number): number =>
    Number((leading(bodySize) + lines * lineHeight).toFixed(2))
  const isJustified = align === 'justify'
  const indents =
    first < 0
      ? `hanging-indent: ${-first * bodySize}pt`
      : `first-line-indent: (amount: ${first * bodySize}pt, all: true)`
  const inset = `(left: ${start * bodySize}pt, right: ${right * bodySize}pt)`
  const body = `par(justify: ${isJustified}, leading: ${leading(size)}pt, ${indents}, text(..${textOf(look)}, ${content}))`
  return `#block(width: 100%, inset: ${inset}, above: ${space(before)}pt, below: ${space(after)}pt, sticky: ${keepWithNext}, align(${isJustified ? 'left' : align}, ${body}))`
}
