import type { IParagraphOptions, Paragraph as WordParagraph, Table as WordTable } from 'docx'
import type {
  Block,
  Document,
  Figure,
  Heading,
  Inline,
  List,
  Paragraph,
  Section,
} from '../document.ts'
import { lineHeight, paragraphLooks, subjectLook, textArea } from '../style.ts'
import type { Picture } from '../view.ts'
import { leadsTo } from '../table-grid.ts'
import { type Docx, missingMark, runs } from './inline.ts'
import type { Bookmarks } from './mark.ts'
import { indentOf, pointTwips, styleId } from './style.ts'
import type { NumberPlan } from './numbering.ts'
import { wordTable } from './table.ts'

/** What Word has below each other on a page. */
export type WordBlock = WordParagraph | WordTable

/** The name of the list of bullets. */
export const bullets = 'bullets'

/** What all sections of a file have in common. */
export interface WholeFile {
  readonly docx: Docx
  readonly plan: NumberPlan
  readonly bookmarks: Bookmarks
}

/** Writes the blocks of one section. */
export class BlockWriter {
  readonly docx: Docx
  readonly bookmarks: Bookmarks
  readonly #plan: NumberPlan
  readonly #pictures: Readonly<Record<string, Picture>>
  readonly #orient: Section['orient']

  constructor({ docx, plan, bookmarks }: WholeFile, { pictures }: Document, { orient }: Section) {
    this.docx = docx
    this.bookmarks = bookmarks
    this.#plan = plan
    this.#pictures = pictures
    this.#orient = orient
  }

  async blocks(blocks: readonly Block[]): Promise<readonly WordBlock[]> {
    const written: WordBlock[] = []
    let last: Block['type'] | undefined
    for (const [at, block] of blocks.entries()) {
      // Word leaves no room around a table, and joins tables that touch each other.
      const isBare = block.type === 'table' && block.caption.length === 0
      if (last === 'table' || (isBare && last !== undefined)) {
        written.push(this.#gap(last !== 'table' && last !== 'figure'))
      }
      for (const one of await this.#block(block, blocks[at + 1])) written.push(one)
      last = block.type
    }
    return written
  }

  async #block(block: Block, below: Block | undefined): Promise<readonly WordBlock[]> {
    switch (block.type) {
      case 'heading':
        return [this.#heading(block)]
      case 'paragraph':
        return [this.#paragraph(block, leadsTo(block, below))]
      case 'list':
        return this.list(block, 0)
      case 'table':
        return [
          ...this.#caption(block.caption, true),
          wordTable(block, this, textArea(this.#orient).width, isNote(below)),
        ]
      case 'figure':
        return this.#figure(block)
    }
  }

  #heading(heading: Heading): WordParagraph {
    const { level, subject, pageBreak, missing } = heading
    return new this.docx.Paragraph({
      // Taking a heading out of a list takes the indents of its style with it: they are said again.
      ...(subject
        ? { style: styleId('subject'), indent: indentOf(subjectLook) }
        : { style: `Heading${level}` }),
      ...this.#numbered(heading, missing),
      pageBreakBefore: pageBreak,
    })
  }

  #paragraph(paragraph: Paragraph, keepNext: boolean): WordParagraph {
    const { style, pageBreak, missing, content } = paragraph
    // A line that ends before the margin would be stretched to it.
    const isTorn = paragraphLooks[style].align === 'justify' && hasBreak(content)
    return new this.docx.Paragraph({
      style: styleId(style),
      ...(isTorn ? { alignment: 'left' } : {}),
      ...this.#numbered(paragraph, missing),
      pageBreakBefore: pageBreak,
      ...(keepNext ? { keepNext } : {}),
    })
  }

  #numbered(block: Heading | Paragraph, missing: boolean): IParagraphOptions {
    const place = this.#plan.places.get(block)
    const content = runs(place?.content ?? block.content, this.docx, missing ? missingMark : {})
    const children = this.bookmarks.around(block, content)
    // A heading of a letterhead may count by itself: not here, where the number is in the text.
    if (!place) return block.type === 'heading' ? { children, numbering: false } : { children }
    const { reference, instance } = place
    return { numbering: { reference, instance, level: 0 }, children }
  }

  /** A list; what stands in an item below its first line is indented like it. */
  list({ items }: List, level: number, style = styleId('plain')): readonly WordParagraph[] {
    return items.flatMap(({ blocks }) =>
      blocks.flatMap((block, index): readonly WordParagraph[] => {
        if (block.type === 'list') return this.list(block, level + 1, style)
        if (block.type !== 'paragraph') return []
        const children = runs(block.content, this.docx, block.missing ? missingMark : {})
        const numbering = { reference: bullets, level: Math.min(level, deepestBullet) }
        const isFirst = index === 0
        return [new this.docx.Paragraph({ style, children, ...(isFirst ? { numbering } : {}) })]
      }),
    )
  }

  #caption(caption: Figure['caption'], isAbove: boolean): readonly WordParagraph[] {
    if (caption.length === 0) return []
    return [
      new this.docx.Paragraph({
        style: styleId('caption'),
        keepNext: isAbove,
        children: runs(caption, this.docx),
      }),
    ]
  }

  async #figure({ picture: name, alt, caption }: Figure): Promise<readonly WordBlock[]> {
    const picture = this.#pictures[name]
    if (!picture) return this.#caption(caption, false)
    const words = alt === '' ? picture.alt : alt
    const image = new this.docx.ImageRun({
      type: 'png',
      data: await picture.png(),
      transformation: fitted(picture, this.#orient),
      altText: { name, title: words, description: words },
    })
    const paragraph = new this.docx.Paragraph({
      style: styleId('center'),
      keepNext: caption.length > 0,
      spacing: { before: pointTwips(lineHeight / 2), after: pointTwips(lineHeight / 4) },
      contextualSpacing: false,
      children: [image],
    })
    return [paragraph, ...this.#caption(caption, false)]
  }

  /** A little room; below a heading it must not part the heading from its table. */
  #gap(keepNext: boolean): WordParagraph {
    return new this.docx.Paragraph({
      style: styleId('note'),
      keepNext,
      spacing: { line: pointTwips(6), lineRule: 'exact' },
    })
  }
}

/** Whether a note stands below: what it says of a table is read with the table. */
function isNote(below: Block | undefined): boolean {
  return below?.type === 'paragraph' && below.style === 'note'
}

/** How deep bullets may stand in bullets; deeper ones look like these. */
export const deepestBullet = 3

/** The size of a picture in pixels: its own, less where the page is smaller. Room is left for its name. */
function fitted(
  { width, height }: Picture,
  orient: Section['orient'],
): { readonly width: number; readonly height: number } {
  const area = textArea(orient)
  const pixels = (millimetres: number): number => (millimetres * 96) / 25.4
  const scale = Math.min(1, pixels(area.width) / width, (pixels(area.height) * 0.92) / height)
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
}

function hasBreak(content: readonly Inline[]): boolean {
  return content.some((node) => {
    return node.type === 'break' || (node.type === 'marked' && hasBreak(node.content))
  })
}
