import { ownValue } from '../../finding/own-value.ts'
import { Buffer } from 'node:buffer'
import type {
  Block,
  Cell,
  Document,
  Heading,
  Inline,
  Paragraph,
  Row,
  Section,
  Table,
  Traced,
} from '../document.ts'
import { escapeHtml } from '../text.ts'
import type { Picture } from '../view.ts'
import { styleSheet } from './css.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** Writes a document as one HTML file that fetches nothing and runs nothing. */
export function writeHtml(document: Document): string {
  const { title, day, draft, sections, pictures } = document
  const mark = draft ? '<p class="draft">（案）</p>\n' : ''
  const body = sections.map((section, index) => {
    return sectionHtml(section, pictures, index === 0 ? mark : '')
  })
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="date" content="${escapeHtml(day)}">
<title>${escapeHtml(title)}</title>
<style>
${styleSheet({ draft })}
</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`
}

type Pictures = Readonly<Record<string, Picture>>

function sectionHtml(section: Section, pictures: Pictures, mark: string): string {
  const blocks = section.blocks.map((block) => blockHtml(block, pictures)).join('\n')
  const name = section.orient === 'landscape' ? 'landscape' : ''
  return `<article${classes(name)}${source(section)}>\n${mark}${blocks}\n</article>`
}

function blockHtml(block: Block, pictures: Pictures): string {
  switch (block.type) {
    case 'heading':
      return headingHtml(block)
    case 'paragraph':
      return paragraphHtml(block)
    case 'table':
      return tableHtml(block, pictures)
    case 'list': {
      const items = block.items.map((item) => {
        return `<li${source(item)}>${innerBlocks(item.blocks, pictures)}</li>`
      })
      return `<ul${source(block)}>${items.join('')}</ul>`
    }
    case 'figure': {
      const picture = ownValue(pictures, block.picture)
      const caption =
        block.caption.length === 0 ? '' : `<figcaption>${lineHtml(block.caption)}</figcaption>`
      return `<figure${source(block)}>${picture ? imageHtml(picture, block.alt) : ''}${caption}</figure>`
    }
  }
}

function imageHtml({ svg, alt, width, height }: Picture, ownAlt: string): string {
  const data = Buffer.from(svg, 'utf8').toString('base64')
  const size = `width="${Math.round(width)}" height="${Math.round(height)}"`
  const words = escapeHtml(ownAlt === '' ? alt : ownAlt)
  return `<img src="data:image/svg+xml;base64,${data}" alt="${words}" ${size}>`
}

function headingHtml(heading: Heading): string {
  const { level, subject, pageBreak, missing, content } = heading
  const names = classes(
    subject ? 'subject' : '',
    pageBreak ? 'pagebreak' : '',
    missing ? 'missing' : '',
  )
  return `<h${level}${names}${source(heading)}>${lineHtml(content)}</h${level}>`
}

function paragraphHtml(paragraph: Paragraph): string {
  const { style, pageBreak, missing, content } = paragraph
  const names = classes(style, pageBreak ? 'pagebreak' : '', missing ? 'missing' : '')
  return `<p${names}${source(paragraph)}>${lineHtml(content)}</p>`
}

function tableHtml(table: Table, pictures: Pictures): string {
  const { caption, widths, head, body } = table
  const rows = (part: readonly Row[], scope: Scope): string =>
    part
      .map((row) => {
        const cells = row.cells.map((one) => cellHtml(one, scope, pictures))
        return `<tr${source(row)}>${cells.join('')}</tr>`
      })
      .join('\n')
  const lines = [
    `<table class="grid"${source(table)}>`,
    ...(caption.length === 0 ? [] : [`<caption>${lineHtml(caption)}</caption>`]),
    ...(widths.length === 0 ? [] : [`<colgroup>${widths.map(columnHtml).join('')}</colgroup>`]),
    ...(head.length === 0 ? [] : [`<thead>\n${rows(head, 'col')}\n</thead>`]),
    `<tbody>\n${rows(body, 'row')}\n</tbody>`,
    '</table>',
  ].join('\n')
  return isWide(table) ? `${scrolling}\n${lines}\n</div>` : lines
}

/** What the heading of a cell is for. */
type Scope = 'col' | 'row'

/** A table of many columns is moved sideways on a phone, with the keyboard too. */
const scrolling = '<div class="wide" tabindex="0" role="group" aria-label="表（横に動かせます）">'

function isWide({ head, body }: Table): boolean {
  const [first] = [...head, ...body]
  return (first?.cells ?? []).reduce((sum, { columns }) => sum + columns, 0) > 3
}

function columnHtml(width: number): string {
  return `<col style="width: ${Number(width.toFixed(2))}%">`
}

function cellHtml(cell: Cell, scope: Scope, pictures: Pictures): string {
  const { heading, align, rows, columns, missing, blocks } = cell
  const name = heading ? 'th' : 'td'
  const side = heading || align === 'left' ? '' : align === 'center' ? 'c' : 'r'
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
  const start = `<${name}${classes(side, missing ? 'missing' : '')}${scopeOf(cell, scope)}${spans}${source(cell)}>`
  return `${start}${innerBlocks(blocks, pictures)}</${name}>`
}

/** Of a heading: the row, the column, or the columns it covers. */
function scopeOf({ heading, columns, rows }: Cell, scope: Scope): string {
  if (!heading) return ''
  const isGroup = (scope === 'col' ? columns : rows) > 1
  return ` scope="${scope}${isGroup ? 'group' : ''}"`
}

/** A single plain paragraph in a cell or an item needs no element of its own. */
function innerBlocks(blocks: readonly Block[], pictures: Pictures): string {
  const [only] = blocks
  const isLine =
    blocks.length === 1 &&
    only?.type === 'paragraph' &&
    only.style === 'plain' &&
    only.source === undefined &&
    !only.missing
  if (isLine) return lineHtml(only.content)
  return blocks.map((block) => blockHtml(block, pictures)).join('')
}

function lineHtml(content: readonly Inline[]): string {
  return content.map(inlineHtml).join('')
}

function inlineHtml(node: Inline): string {
  if (node.type === 'text') return escapeHtml(node.text)
  if (node.type === 'break') return '<br>'
  const { mark } = node
  const isSpan = mark === 'num' || mark === 'missing' || mark === 'span'
  const name = isSpan ? 'span' : mark
  const names = classes(mark === 'span' || !isSpan ? '' : mark)
  return `<${name}${names}${source(node)}>${lineHtml(node.content)}</${name}>`
}

function classes(...names: readonly string[]): string {
  const given = names.filter((name) => name !== '')
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`
}

function source({ source: place }: Traced): string {
  return place === undefined ? '' : ` data-source="${escapeHtml(place)}"`
}
