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
import {
  bodySize,
  captionLook,
  cellLook,
  colours,
  type Face,
  headingLooks,
  lineHeight,
  type Look,
  margins,
  paper,
  paragraphLooks,
  subjectLook,
} from '../style.ts'

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

const faces: Readonly<Record<Face, string>> = {
  mincho:
    '"BIZ UD明朝 Medium", "BIZ UDMincho", "Hiragino Mincho ProN", "Noto Serif CJK JP", "MS Mincho", serif',
  gothic:
    '"BIZ UDゴシック", "BIZ UDGothic", "Hiragino Sans", "Noto Sans CJK JP", "MS Gothic", sans-serif',
}

/** The style sheet of a document: A4 on paper, one sheet below another on a screen. */
function styleSheet({ draft }: { readonly draft: boolean }): string {
  const { top, right, bottom, left } = margins
  const rules = [
    `@page { size: ${paper.width}mm ${paper.height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; @bottom-center { content: counter(page); font: 9pt ${faces.mincho}; }${draft ? ` @top-right { content: "案"; font: 14pt ${faces.gothic}; }` : ''} }`,
    ...(draft ? ['@page :first { @top-right { content: none; } }'] : []),
    `@page landscape { size: ${paper.height}mm ${paper.width}mm; }`,
    `html { font: ${bodySize}pt/${lineHeight}pt ${faces.mincho}; line-break: strict; overflow-wrap: anywhere; color: #000; background: #fff; }`,
    'body, p, h1, h2, h3, ul, figure { margin: 0; padding: 0; font-weight: normal; }',
    'article + article { break-before: page; }',
    'article.landscape { page: landscape; }',
    'p:empty::before { content: "\\200b"; }',
    ...Object.entries(paragraphLooks).map(
      ([style, look]) => `p.${style} { ${declarations(look)} }`,
    ),
    // Lines of one kind stand together: two lines of an address, a list of dates.
    ...Object.entries(paragraphLooks)
      .filter(([, { before, after }]) => before + after > 0)
      .map(([style]) => `p.${style} + p.${style} { margin-top: 0; }`),
    ...Object.entries(headingLooks).map(([level, look]) => `h${level} { ${declarations(look)} }`),
    `h1.subject { ${declarations(subjectLook)} }`,
    'h1, h2, h3 { break-after: avoid; }',
    '.pagebreak { break-before: page; }',
    'ul { padding-left: 1em; list-style-type: "・"; }',
    'table { border-collapse: collapse; width: 100%; margin: 0.25em 0; }',
    'thead { display: table-header-group; }',
    'tr { break-inside: avoid; }',
    `th, td { border: 0.5pt solid #${colours.rule}; padding: 2pt 4pt; vertical-align: top; }`,
    `th, td, th p, td p, td li { ${declarations(cellLook)} }`,
    ...Object.entries(paragraphLooks).map(
      ([style, look]) => `:is(th, td) p.${style} { ${declarations(inCell(look))} }`,
    ),
    `th { background: #${colours.headCell}; vertical-align: middle; print-color-adjust: exact; -webkit-print-color-adjust: exact; }`,
    'th, th p.plain, td.c, td.c p.plain { text-align: center; }',
    'td.r, td.r p.plain { text-align: right; }',
    'td[rowspan] { vertical-align: middle; }',
    `caption, figcaption { ${declarations(captionLook)} }`,
    `figure { text-align: center; break-inside: avoid; margin: ${lineHeight / 2}pt 0; }`,
    'img { max-width: 100%; max-height: 240mm; }',
    'article.landscape img { max-height: 150mm; }',
    `.missing { color: #${colours.missing}; font-weight: bold; }`,
    'u, ins { text-decoration: underline; text-underline-offset: 0.15em; }',
    'del { text-decoration: line-through; }',
    `@media screen { html { background: #ddd; } article { box-sizing: border-box; width: ${paper.width}mm; min-height: ${paper.height}mm; margin: 8mm auto; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; background: #fff; } article.landscape { width: ${paper.height}mm; min-height: ${paper.width}mm; } .pagebreak { margin-top: 3em; padding-top: 2em; border-top: 1pt dashed #${colours.rule}; } article > .pagebreak:first-child { margin-top: 0; padding-top: 0; border-top: 0; } }`,
    // On a phone the paper gives way, and a table keeps its columns readable.
    `@media screen and (max-width: ${paper.width}mm) { :is(article, article.landscape) { width: auto; min-height: 0; margin: 0 0 2mm; padding: 5mm 4mm; } img { height: auto; } .wide { overflow-x: auto; } .wide table { min-width: 34em; } article.landscape .wide table { min-width: 60em; } }`,
  ]
  return rules.join('\n')
}

/** A paragraph of a cell keeps the indents of its style, and the letters of the cell. */
function inCell({ align, left, first, right }: Look): Look {
  return { ...cellLook, align: align === 'justify' ? 'left' : align, left, first, right }
}

function declarations(look: Look): string {
  const { face, size, bold, align, left, first, right, before, after } = look
  const height = Math.max(lineHeight, size * 1.5)
  return [
    `font: ${bold ? 'bold ' : ''}${size}pt/${height}pt ${faces[face]};`,
    `text-align: ${align};`,
    `margin: ${before * lineHeight}pt ${right}em ${after * lineHeight}pt ${left}em;`,
    `text-indent: ${first}em;`,
  ].join(' ')
}
