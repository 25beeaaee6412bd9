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

const faces: Readonly<Record<Face, string>> = {
  mincho:
    '"BIZ UD明朝 Medium", "BIZ UDMincho", "Hiragino Mincho ProN", "Noto Serif CJK JP", "MS Mincho", serif',
  gothic:
    '"BIZ UDゴシック", "BIZ UDGothic", "Hiragino Sans", "Noto Sans CJK JP", "MS Gothic", sans-serif',
}

/** The style sheet of a document: A4 on paper, one sheet below another on a screen. */
export function styleSheet({ draft }: { readonly draft: boolean }): string {
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
