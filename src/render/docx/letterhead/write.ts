import type { Document } from '../../document.ts'
import { decode, encode, type ZipFiles } from '../../zip.ts'
import { cleanText, escapeHtml } from '../../text.ts'
import type { Docx } from '../inline.ts'
import { mergeLists, withListNumbers } from './lists.ts'
import { type Letterhead, mainPart, openLetterhead } from './open.ts'
import { picturesOf, withPart, withPicture } from './package.ts'
import { bodyMarker, markPlaceholders } from './placeholder.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/**
 * Puts a document into a user's own Word file: its text in place of `{{body}}`, its values in place of
 * the other placeholders, header and footer included. The letterhead's styles win where it has them.
 */
export async function writeOnLetterhead(
  document: Document,
  own: ZipFiles,
  letterhead: Letterhead,
  docx: Docx,
): Promise<ZipFiles> {
  const opened = await openLetterhead(letterhead)
  const { shown } = letterhead
  const known = Object.keys(document.fields)
  const { files, names } = await markPlaceholders(opened, shown, known, docx)
  const values = new Map([...names].map(([marker, name]) => [marker, document.fields[name] ?? '']))
  return insertBody(withValues(files, values), own, document)
}

function insertBody(files: ZipFiles, own: ZipFiles, { sections }: Document): ZipFiles {
  const styled = withStyles(files, decode(own['word/styles.xml']))
  const listed = withLists(styled.files, decode(own['word/numbering.xml']))
  const pictured = withPictures(listed.files, own)
  const body = pictured.rename(
    withListNumbers(withStyleIds(bodyOf(own), styled.ids), listed.offset),
  )
  const xml = decode(pictured.files[mainPart])
  const paragraph = paragraphAt(xml, xml.indexOf(bodyMarker))
  const around = sectionAround(xml, paragraph.end)
  const last = sections.at(-1)?.orient ?? 'portrait'
  const placed = onLetterhead(body, last, around.text)
  const behind =
    around.at < 0
      ? xml.slice(paragraph.end)
      : xml.slice(paragraph.end, around.at) + placed.end + xml.slice(around.at + around.text.length)
  const whole = xml.slice(0, paragraph.start) + placed.body + behind
  return { ...pictured.files, [mainPart]: encode(whole) }
}

/** Our text, less the end of its last section. */
function bodyOf(own: ZipFiles): string {
  const xml = decode(own[mainPart])
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr'))
}

/** The paragraph around a place: written by the package just now, so nothing stands in it but a run. */
function paragraphAt(xml: string, at: number): { readonly start: number; readonly end: number } {
  return { start: xml.lastIndexOf('<w:p>', at), end: xml.indexOf('</w:p>', at) + '</w:p>'.length }
}

function withStyles(files: ZipFiles, ours: string) {
  const theirs = files['word/styles.xml']
  if (!theirs) {
    const part = { kind: 'styles', content: ours, type: `${wordType}styles+xml` }
    return { files: withPart(files, part), ids: new Map<string, string>() }
  }
  const { xml, ids } = mergeStyles(decode(theirs), ours)
  return { files: { ...files, 'word/styles.xml': encode(xml) }, ids }
}

function withLists(files: ZipFiles, ours: string) {
  const theirs = files['word/numbering.xml']
  if (!theirs) {
    const part = { kind: 'numbering', content: ours, type: `${wordType}numbering+xml` }
    return { files: withPart(files, part), offset: 0 }
  }
  const { xml, offset } = mergeLists(decode(theirs), ours)
  return { files: { ...files, 'word/numbering.xml': encode(xml) }, offset }
}

function withPictures(files: ZipFiles, own: ZipFiles) {
  const ids = new Map<string, string>()
  let pictured = files
  for (const [index, { id, bytes }] of picturesOf(own).entries()) {
    const ownId = `plPicture${index + 1}`
    ids.set(id, ownId)
    pictured = withPicture(pictured, { id: ownId, name: `policy-lint-${index + 1}.png`, bytes })
  }
  const rename = (xml: string): string =>
    xml.replace(/(r:embed=")([^"]*)(")/g, (_, before: string, id: string, after: string) => {
      return before + (ids.get(id) ?? id) + after
    })
  return { files: pictured, rename }
}

/** Values in place of their markers; the lines of one stay lines. */
function withValues(files: ZipFiles, values: ReadonlyMap<string, string>): ZipFiles {
  const entries = Object.entries(files).map(([name, bytes]): [string, Uint8Array] => {
    if (!name.startsWith('word/') || !name.endsWith('.xml')) return [name, bytes]
    let xml = decode(bytes)
    for (const [marker, value] of values) {
      const lines = escapeHtml(cleanText(value)).replaceAll(
        '\n',
        '</w:t><w:br/><w:t xml:space="preserve">',
      )
      xml = xml.replaceAll(marker, () => lines)
    }
    return [name, encode(xml)]
  })
  return Object.fromEntries(entries)
}

const section = /<w:sectPr\b[^>]*?(?:\/>|>[^]*?<\/w:sectPr>)/g

/**
 * The ends of sections of a text on a letterhead: each has the pages of the letterhead, turned as the
 * text wants. `model` is the end of the section that the text stands in.
 */
function onLetterhead(
  body: string,
  last: 'portrait' | 'landscape',
  model: string,
): { readonly body: string; readonly end: string } {
  const first = body.search(section)
  const turnedBody = body.replace(section, (own, at: number) => {
    const orient = own.includes('w:orient="landscape"') ? 'landscape' : 'portrait'
    const turned = turn(model, orient)
    return at === first ? turned : withoutFirstPage(turned)
  })
  const end = turn(model, last)
  return { body: turnedBody, end: first < 0 ? end : withoutFirstPage(end) }
}

/** The end of the section around a place in the text of a file. */
function sectionAround(xml: string, at: number): { readonly text: string; readonly at: number } {
  section.lastIndex = at
  const match = section.exec(xml)
  section.lastIndex = 0
  return { text: match?.[0] ?? '', at: match?.index ?? -1 }
}

/** Pages of the same size, upright or on their side. */
function turn(model: string, orient: 'portrait' | 'landscape'): string {
  return model.replace(/<w:pgSz\b[^>]*\/>/, (size) => {
    const sides = [...size.matchAll(/w:[wh]="(\d+)"/g)].map(([, side]) => Number(side))
    const [short = 11906, long = 16838] = sides.sort((a, b) => a - b)
    return orient === 'landscape'
      ? `<w:pgSz w:w="${long}" w:h="${short}" w:orient="landscape"/>`
      : `<w:pgSz w:w="${short}" w:h="${long}"/>`
  })
}

/** What is different on the first page is so once, not at each turn of the paper. */
function withoutFirstPage(model: string): string {
  return model.replace(/<w:titlePg\b[^>]*\/>/, '')
}

/** A file's styles with those that it lacked, and what its styles are called that are like ours. */
interface MergedStyles {
  readonly xml: string
  /** Our id to the id in the file. */
  readonly ids: ReadonlyMap<string, string>
}

const styleBlock = /<w:style\b[^>]*>[^]*?<\/w:style>/g

/**
 * Adds our styles to those of a letterhead. One that it has by the same name wins: Word's own names are
 * the same in every language, ids are not.
 */
function mergeStyles(theirs: string, ours: string): MergedStyles {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  for (const block of theirs.match(styleBlock) ?? []) {
    known.set(nameOf(block), idOf(block))
    taken.add(idOf(block))
  }
  const ids = new Map<string, string>()
  const lacking: string[] = []
  for (const block of ours.match(styleBlock) ?? []) {
    const same = known.get(nameOf(block))
    if (same === undefined) lacking.push(block)
    ids.set(idOf(block), same ?? free(idOf(block), taken))
  }
  const added = lacking.map((block) => renamed(block, ids)).join('')
  return { xml: theirs.replace('</w:styles>', () => `${added}</w:styles>`), ids }
}

/** The same piece of XML with the styles it names called as the letterhead calls them. */
function withStyleIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(
    /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")/g,
    (_, before: string, id: string, after: string) => {
      return before + (ids.get(id) ?? id) + after
    },
  )
}

function renamed(block: string, ids: ReadonlyMap<string, string>): string {
  return block
    .replace(/(w:styleId=")([^"]*)(")/, (_, before: string, id: string, after: string) => {
      return before + (ids.get(id) ?? id) + after
    })
    .replace(/<w:(basedOn|next|link) w:val="([^"]*)"\/>/g, (_, kind: string, id: string) => {
      const known = ids.get(id)
      return known === undefined ? '' : `<w:${kind} w:val="${known}"/>`
    })
    .replace(/ w:default="[^"]*"/, '')
}

function free(id: string, taken: Set<string>): string {
  let name = id
  while (taken.has(name)) name += 'x'
  taken.add(name)
  return name
}

function idOf(block: string): string {
  return /w:styleId="([^"]*)"/.exec(block)?.[1] ?? ''
}

function nameOf(block: string): string {
  return (/<w:name w:val="([^"]*)"/.exec(block)?.[1] ?? '').toLowerCase()
}
