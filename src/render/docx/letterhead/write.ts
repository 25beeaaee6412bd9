import type { Document } from '../../document.ts'
import { decode, encode, type ZipFiles } from '../../zip.ts'
import { cleanText, escapeHtml } from '../../text.ts'
import type { Docx } from '../inline.ts'
import { mergeLists, withListNumbers } from './lists.ts'
import { type Letterhead, mainPart, openLetterhead } from './open.ts'
import { picturesOf, withPart, withPicture } from './package.ts'
import { bodyMarker, markPlaceholders } from './placeholder.ts'
import { onLetterhead, sectionAround } from './sections.ts'
import { mergeStyles, withStyleIds } from './styles.ts'

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
