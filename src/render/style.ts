import type { ParagraphStyle } from './document.ts'

/** The size of body text in points; one character is as wide. */
export const bodySize = 10.5

/** The height of a line of body text in points. */
export const lineHeight = 17

/** The margins of a page in millimetres; documents are bound on the left. */
export const margins = { top: 25, right: 20, bottom: 25, left: 25 } as const

/** The sides of A4 in millimetres, portrait. */
export const paper = { width: 210, height: 297 } as const

/** How wide and high the text of a page is, in millimetres. */
export function textArea(orient: 'portrait' | 'landscape'): {
  readonly width: number
  readonly height: number
} {
  const isPortrait = orient === 'portrait'
  return {
    width: (isPortrait ? paper.width : paper.height) - margins.left - margins.right,
    height: (isPortrait ? paper.height : paper.width) - margins.top - margins.bottom,
  }
}

/** Mincho for text, gothic for headings; every format has its own names for the fonts. */
export type Face = 'mincho' | 'gothic'

/** The fonts of Word and Excel by name; Windows has them, and another is taken where they are missing. */
export const officeFonts: Readonly<Record<Face, string>> = {
  mincho: 'BIZ UD明朝 Medium',
  gothic: 'BIZ UDゴシック',
}

/** How a paragraph or heading looks, the same in every format. Lengths are characters, spaces are lines. */
export interface Look {
  readonly face: Face
  /** In points. */
  readonly size: number
  readonly bold: boolean
  readonly align: 'justify' | 'left' | 'center' | 'right'
  /** From the left margin, of all lines but the first. */
  readonly left: number
  /** Of the first line, from the others; negative hangs. */
  readonly first: number
  readonly right: number
  readonly before: number
  readonly after: number
  readonly keepWithNext: boolean
}

const text: Look = {
  face: 'mincho',
  size: bodySize,
  bold: false,
  align: 'justify',
  left: 0,
  first: 0,
  right: 0,
  before: 0,
  after: 0,
  keepWithNext: false,
}

/** Text behind a number that stands so many characters from the margin; longer numbers push the first line. */
function numbered(start: number): Look {
  return { ...text, left: start + 1, first: -1 }
}

/** How paragraphs look by their style. */
export const paragraphLooks: Readonly<Record<ParagraphStyle, Look>> = {
  plain: text,
  midashi: { ...text, align: 'left', left: 1, before: 0.5, keepWithNext: true },
  ko1: numbered(0),
  ko: numbered(0),
  go: numbered(1),
  iroha: numbered(2),
  iroha2: numbered(3),
  num1: numbered(0),
  num1b: { ...text, left: 1, first: 1 },
  num2: numbered(1),
  num2b: { ...text, left: 2, first: 1 },
  num3: numbered(2),
  num4: numbered(3),
  'doc-number': { ...text, align: 'right', right: 1 },
  'doc-date': { ...text, align: 'right', right: 1 },
  addressee: { ...text, align: 'left', left: 1, before: 1 },
  sender: { ...text, align: 'right', right: 2, before: 1 },
  body: { ...text, first: 1 },
  ki: { ...text, align: 'center', before: 1, after: 1, keepWithNext: true },
  ijo: { ...text, align: 'right', right: 1, before: 0.5 },
  right: { ...text, align: 'right', right: 1 },
  center: { ...text, align: 'center' },
  hang1: { ...text, left: 1, first: -1 },
  hang2: { ...text, left: 2, first: -2 },
  note: { ...text, size: 9, left: 1, first: -1 },
  large: { ...text, face: 'gothic', size: 16, bold: true, align: 'left' },
  draft: { ...text, face: 'gothic', size: 14, bold: true, align: 'right' },
}

/** How headings look by their level. */
export const headingLooks: Readonly<Record<1 | 2 | 3, Look>> = {
  1: {
    ...text,
    face: 'gothic',
    size: 14,
    align: 'center',
    before: 0.5,
    after: 1,
    keepWithNext: true,
  },
  2: {
    ...text,
    face: 'gothic',
    size: 11.5,
    align: 'left',
    before: 1,
    after: 0.25,
    keepWithNext: true,
  },
  3: { ...text, face: 'gothic', align: 'left', before: 0.5, keepWithNext: true },
}

/** How the subject line of a letter looks. */
export const subjectLook: Look = {
  ...text,
  size: 12,
  align: 'left',
  left: 3,
  right: 3,
  before: 1,
  after: 1,
  keepWithNext: true,
}

/** The text of table cells. */
export const cellLook: Look = { ...text, size: 9.5, align: 'left' }

/** The words above a table and below a picture. */
export const captionLook: Look = {
  ...text,
  face: 'gothic',
  size: 9.5,
  align: 'center',
  before: 0.5,
  after: 0.25,
  keepWithNext: true,
}

/** Colours as RGB in hexadecimal digits. */
export const colours = { missing: 'C00000', headCell: 'EDEDED', rule: '404040' } as const
