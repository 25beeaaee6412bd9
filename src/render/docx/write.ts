import type { ISectionOptions, Paragraph as WordParagraph } from 'docx'
import type { Document, Section } from '../document.ts'
import { headingLooks, margins, paper, paragraphLooks } from '../style.ts'
import { optional } from '../unavailable.ts'
import { BlockWriter, bullets, deepestBullet, type WholeFile } from './block.ts'
import { withCarried } from './carried.ts'
import type { Docx } from './inline.ts'
import { characterTwips, indentOf, styleId, twips, wordStyles } from './style.ts'
import type { Letterhead } from './letterhead/open.ts'
import { writeOnLetterhead } from './letterhead/write.ts'
import { Bookmarks, marksIn } from './mark.ts'
import { type NumberPlan, planNumbers, type WordList } from './numbering.ts'
import { reproducible } from './reproducible.ts'
import { unzip, zip } from '../zip.ts'

/** Loads the package that writes Word files. */
function openDocx(): Promise<Docx> {
  return optional('docx', 'docx', () => import('docx'))
}

/**
 * Writes a document as a Word file: real headings, lists, tables; the same bytes every time. With a
 * letterhead its pages, header and footer are the user's.
 */
export async function writeDocx(document: Document, letterhead?: Letterhead): Promise<Uint8Array> {
  const docx = await openDocx()
  const plan = planNumbers(document.sections.flatMap(({ blocks }) => blocks))
  const marks = marksIn(document, plan)
  const whole = { docx, plan, bookmarks: new Bookmarks(docx, marks) }
  const own = await unzip(await packed(document, whole, letterhead !== undefined))
  const files = letterhead ? await writeOnLetterhead(document, own, letterhead, docx) : own
  return zip(reproducible(withCarried(files, document.carried, marks), document))
}

async function packed(
  document: Document,
  file: WholeFile,
  isOnLetterhead: boolean,
): Promise<Uint8Array> {
  const { docx, plan } = file
  const sections: ISectionOptions[] = []
  for (const section of document.sections) {
    const writer = new BlockWriter(file, document, section)
    sections.push({
      properties: pageOf(section, docx),
      ...framesOf(document, docx),
      children: [
        // The header of a letterhead is the user's: a draft is marked in its text.
        ...(isOnLetterhead && document.draft && sections.length === 0 ? [draftMark(docx)] : []),
        ...(await writer.blocks(section.blocks)),
      ],
    })
  }
  const word = new docx.Document({
    title: document.title,
    styles: wordStyles(document.fonts),
    numbering: { config: listsOf(plan, docx) },
    sections,
  })
  return docx.Packer.toBuffer(word)
}

function draftMark(docx: Docx): WordParagraph {
  return new docx.Paragraph({ style: styleId('draft'), text: '（案）' })
}

/** The definitions of a document's lists. */
function listsOf(plan: NumberPlan, docx: Docx) {
  const bulletLevels = Array.from({ length: deepestBullet + 1 }, (_, level) => ({
    level,
    format: docx.LevelFormat.BULLET,
    text: '・',
    suffix: docx.LevelSuffix.NOTHING,
    alignment: docx.AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: characterTwips(level + 1), hanging: characterTwips(1) } },
    },
  }))
  const lists = plan.lists.map((list) => ({
    reference: list.reference,
    levels: [
      {
        level: 0,
        format: list.format,
        text: `${list.prefix}%1${list.suffix}`,
        start: list.start,
        suffix: docx.LevelSuffix.NOTHING,
        alignment: docx.AlignmentType.LEFT,
        style: { paragraph: { indent: indentOf(lookOf(list)) } },
      },
    ],
  }))
  return [{ reference: bullets, levels: bulletLevels }, ...lists]
}

function lookOf({ style }: WordList) {
  switch (style) {
    case 'h1':
      return headingLooks[1]
    case 'h2':
      return headingLooks[2]
    case 'h3':
      return headingLooks[3]
    default:
      return paragraphLooks[style]
  }
}

/** A4, and how it is turned. The package takes the sides of a page as if it stood upright. */
function pageOf({ orient }: Section, docx: Docx): NonNullable<ISectionOptions['properties']> {
  const { LANDSCAPE, PORTRAIT } = docx.PageOrientation
  return {
    page: {
      size: {
        width: twips(paper.width),
        height: twips(paper.height),
        orientation: orient === 'landscape' ? LANDSCAPE : PORTRAIT,
      },
      margin: {
        top: twips(margins.top),
        right: twips(margins.right),
        bottom: twips(margins.bottom),
        left: twips(margins.left),
        header: twips(12),
        footer: twips(12),
      },
    },
  }
}

/** The number of each page, and 案 on top of a draft. */
function framesOf({ draft }: Document, docx: Docx): Pick<ISectionOptions, 'headers' | 'footers'> {
  const number = new docx.Paragraph({
    style: styleId('center'),
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT] })],
  })
  const mark = new docx.Paragraph({ style: styleId('draft'), text: '案' })
  return {
    footers: { default: new docx.Footer({ children: [number] }) },
    ...(draft ? { headers: { default: new docx.Header({ children: [mark] }) } } : {}),
  }
}
