import { displayWidth } from '../japanese/width.ts'
import { type Block, type Contents, paragraph, type Paragraph } from './block.ts'
import { markerOf } from './marker.ts'

/**
 * Reads plain text: a line is a paragraph, lines that were broken at a width are one, and rows parted by
 * tabs are a table.
 */
export function readText(text: string): Contents {
  const blocks: Block[] = []
  const lines = text.split(/\r\n|[\r\n]/u)
  for (let at = 0; at < lines.length;) {
    const rows = tableFrom(lines, at)
    if (rows > 1) {
      const cells = lines.slice(at, at + rows).map((line) => line.split('\t').map(trim))
      blocks.push({ kind: 'table', rows: cells })
      at += rows
      continue
    }
    const line = lines[at] ?? ''
    if (line.trim() !== '') addLine(blocks, line, lines[at - 1])
    at += 1
  }
  return { blocks, remarks: [] }
}

/** How many lines from one on are rows of a table: at least two cells, and as many in each. */
function tableFrom(lines: readonly string[], from: number): number {
  const cells = lines[from]?.split('\t').length ?? 0
  if (cells < 2 || markerOf(lines[from]?.trim() ?? '')) return 0
  const end = lines.findIndex((line, at) => at > from && line.split('\t').length !== cells)
  return (end < 0 ? lines.length : end) - from
}

/** A line that was broken at a width is so wide at least. */
const broken = 56

/** A line goes on what stands before it where that was broken at a width; else it is a paragraph. */
function addLine(blocks: Block[], line: string, before: string | undefined): void {
  const last = blocks.at(-1)
  const isBroken =
    last?.kind === 'paragraph' &&
    before !== undefined &&
    displayWidth(before.trim()) >= broken &&
    !/[。）」』：:]\s*$/u.test(before) &&
    !markerOf(line.trim())
  if (isBroken) blocks[blocks.length - 1] = paragraph(last.text + line.trim())
  else blocks.push(paragraph(line.trim()))
}

/** Reads Markdown: what plain text is, with headings, lists, tables and marks of emphasis. */
export function readMarkdown(text: string): Contents {
  const blocks: Block[] = []
  const paragraphs: string[] = []
  const flush = (): void => {
    if (paragraphs.length > 0) blocks.push(paragraph(paragraphs.join('')))
    paragraphs.length = 0
  }
  for (const line of text.split(/\r\n|[\r\n]/u)) {
    const inner = line.trim()
    const row = rowOf(inner)
    if (row) {
      flush()
      addRow(blocks, row)
    } else if (inner === '' || /^(?:[-*_]\s*){3,}$/u.test(inner)) flush()
    else if (startsBlock(inner)) {
      flush()
      const block = lineBlock(inner)
      if (isListItem(inner)) paragraphs.push(block.text)
      else blocks.push(block)
    } else if (paragraphs.length > 0 && markerOf(plainly(inner)) === undefined) {
      paragraphs.push(plainly(inner))
    } else {
      flush()
      paragraphs.push(plainly(inner))
    }
  }
  flush()
  return { blocks, remarks: [] }
}

function startsBlock(line: string): boolean {
  return /^#{1,6}\s/u.test(line) || isListItem(line)
}

function isListItem(line: string): boolean {
  return /^(?:[-*+]|\d{1,3}[.)])\s/u.test(line)
}

function lineBlock(line: string): Paragraph {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(line)
  if (heading)
    return { kind: 'paragraph', text: plainly(heading[2] ?? ''), heading: heading[1]?.length ?? 1 }
  const bullet = /^[-*+]\s+(.*)$/u.exec(line)
  if (!bullet) return paragraph(plainly(line))
  const text = plainly(bullet[1] ?? '')
  // A list is also how numbers of the document's own are kept on lines of their own.
  return paragraph(markerOf(text) ? text : `・${text}`)
}

/** The cells of a row; none where it only parts the heading from the rest; undefined where a line is no row. */
function rowOf(line: string): readonly string[] | undefined {
  if (!/^\|.*\|$/u.test(line)) return undefined
  const cells = line
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => plainly(cell.replaceAll('\\|', '|')))
  return cells.every((cell) => /^:?-+:?$/u.test(cell)) ? [] : cells
}

function addRow(blocks: Block[], row: readonly string[]): void {
  const last = blocks.at(-1)
  if (last?.kind === 'table') {
    if (row.length > 0) blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] }
  } else blocks.push({ kind: 'table', rows: [row] })
}

/** Without the marks of emphasis, links and escapes. */
function plainly(text: string): string {
  return trim(
    text
      .replace(/\*\*(.+?)\*\*|__(.+?)__/gu, '$1$2')
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/<br\s*\/?>/giu, '\n')
      .replace(/\\([\\`*_{}[\]()#+\-.!|])/gu, '$1'),
  )
}

function trim(text: string): string {
  return text.trim()
}
