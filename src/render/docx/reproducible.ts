import { decode, encode, type ZipFiles } from '../zip.ts'
import { escapeHtml } from '../text.ts'

/** What the properties of a file say. */
export interface Properties {
  readonly title: string
  readonly day: string
}

/**
 * The same files with all taken out that depends on when and after what they were written: dates, and
 * the ids of pictures and marks, which the package counts through the whole process.
 */
export function reproducible(files: ZipFiles, properties: Properties): ZipFiles {
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
