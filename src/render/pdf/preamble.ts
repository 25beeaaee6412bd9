import type { Document } from '../document.ts'
import { bodySize, headingLooks, lineHeight, type Look, margins, subjectLook } from '../style.ts'
import { literal } from './literal.ts'

/** The fonts by the names inside their files. */
export const fontNames = { mincho: 'BIZ UDMincho', gothic: 'BIZ UDGothic' } as const

/** What stands before the text: page, fonts, and the looks of headings. */
export function preamble({ title, day, draft }: Document): string {
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
export function leading(size: number): number {
  const height = size <= bodySize ? (lineHeight * size) / bodySize : size * 1.5
  return Number((height - size).toFixed(2))
}

/** A block that looks so, with the content given. */
export function lookBlock(look: Look, content: string): string {
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
