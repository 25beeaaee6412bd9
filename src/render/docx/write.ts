import type { ISectionOptions, Paragraph as WordParagraph } from 'docx'
import type { Document, Section } from '../document.ts'
import { headingLooks, margins, paper, paragraphLooks } from '../style.ts'
import { optional } from '../unavailable.ts'
import { BlockWriter, bullets, deepestBullet, type WholeFile } from './block.ts'
import type { Docx } from './inline.ts'
import { characterTwips, indentOf, styleId, twips, wordStyles } from './style.ts'
import type { Letterhead } from './letterhead/open.ts'
import { writeOnLetterhead } from './letterhead/write.ts'
import { Bookmarks, type Marks, marksIn } from './mark.ts'
import { type NumberPlan, planNumbers, type WordList } from './numbering.ts'
import { decode, encode, unzip, zip, type ZipFiles } from '../zip.ts'
import {
  carriedFormat,
  carriedNamespace,
  type CarriedProcedure,
  identityProperty,
} from '../../model/carried.ts'
import { cleanText, escapeHtml } from '../text.ts'
import type { Carried } from '../view.ts'
import { withRelation } from './letterhead/package.ts'

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

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = '[Content_Types].xml'
const properties = 'docProps/custom.xml'
const formats = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** Adds to a Word file what it carries: whose procedure it is, and what the elements at its marks say. */
function withCarried(files: ZipFiles, carried: Carried | undefined, { digests }: Marks): ZipFiles {
  if (!carried) return files
  const { system, head, places } = carried
  const elements = places.flatMap(({ mark, list, value }) => {
    const digest = digests.get(mark)
    return digest === undefined ? [] : [{ mark, list, digest, value }]
  })
  const whole: CarriedProcedure = { format: carriedFormat, system, head, elements }
  return withProperty(withItem(files, JSON.stringify(whole)), `${system}#${String(head['id'])}`)
}

/** A part of custom XML, which Word keeps as it is. */
function withItem(files: ZipFiles, json: string): ZipFiles {
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find(
    (one) => files[`customXml/item${one}.xml`] === undefined,
  )
  const [item, itemProperties] = [`item${number ?? 10}`, `itemProps${number ?? 10}`]
  const id = '{6F1C2B54-7A0D-4E0B-9A53-70D0C1C4B001}'
  const override = `<Override PartName="/customXml/${itemProperties}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
  const relation = `<Relationship Id="rId1" Type="${formats}/relationships/customXmlProps" Target="${itemProperties}.xml"/>`
  return {
    ...withRelation(files, {
      id: 'plCarried',
      kind: 'customXml',
      target: `../customXml/${item}.xml`,
    }),
    [types]: encode(decode(files[types]).replace('</Types>', `${override}</Types>`)),
    [`customXml/${item}.xml`]: encode(
      `${header}<procedure xmlns="${carriedNamespace}">${escapeHtml(cleanText(json))}</procedure>`,
    ),
    [`customXml/${itemProperties}.xml`]: encode(
      `${header}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${formats}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${carriedNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    [`customXml/_rels/${item}.xml.rels`]: encode(
      `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    ),
  }
}

/** A property that a person sees: 「ファイル」→「情報」→「詳細プロパティ」. */
function withProperty(files: ZipFiles, value: string): ZipFiles {
  const empty = `${header}<Properties xmlns="${formats}/custom-properties" xmlns:vt="${formats}/docPropsVTypes"></Properties>`
  const known = files[properties] && decode(files[properties])
  const open = (known ?? empty).replace(/<Properties\b([^>]*)\/>/, '<Properties$1></Properties>')
  const taken = [...open.matchAll(/\bpid="(\d+)"/g)].map(([, id]) => Number(id))
  const next = taken.reduce((most, id) => Math.max(most, id), 1) + 1
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${next}" name="${identityProperty}"><vt:lpwstr xmlns:vt="${formats}/docPropsVTypes">${escapeHtml(value)}</vt:lpwstr></property>`
  const written = {
    [properties]: encode(open.replace('</Properties>', `${property}</Properties>`)),
  }
  if (known !== undefined) return { ...files, ...written }
  const relations = '_rels/.rels'
  const override = `<Override PartName="/${properties}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`
  const relation = `<Relationship Id="plProperties" Type="${formats}/relationships/custom-properties" Target="${properties}"/>`
  return {
    ...files,
    ...written,
    [types]: encode(decode(files[types]).replace('</Types>', `${override}</Types>`)),
    [relations]: encode(
      decode(files[relations]).replace('</Relationships>', `${relation}</Relationships>`),
    ),
  }
}

/** What the properties of a file say. */
interface Properties {
  readonly title: string
  readonly day: string
}

/**
 * The same files with all taken out that depends on when and after what they were written: dates, and
 * the ids of pictures and marks, which the package counts through the whole process.
 */
function reproducible(files: ZipFiles, properties: Properties): ZipFiles {
  const entries = Object.entries(files).map(([name, bytes]): [string, Uint8Array] => {
    if (name === 'docProps/core.xml') return [name, encode(coreProperties(properties))]
    const isPart = name.startsWith('word/') && name.endsWith('.xml')
    return [name, isPart ? encode(recounted(decode(bytes))) : bytes]
  })
  return Object.fromEntries(entries)
}

function coreProperties({ title, day }: Properties): string {
  const time = `${day}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(title)}</dc:title><dc:language>ja-JP</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

function recounted(xml: string): string {
  let drawing = 0
  return xml.replace(
    /(<(?:wp:docPr|pic:cNvPr) id=")\d+(")/g,
    (_, before: string, after: string) => {
      drawing += 1
      return `${before}${drawing}${after}`
    },
  )
}
