import type { Document, FormatName, WrittenFile } from './document.ts'
import type { Letterhead } from './docx/letterhead/open.ts'

/** What a writer may need besides the document. */
export interface WriteOptions {
  /** The user's own Word file to write into. */
  readonly letterhead?: Letterhead
}

/** Writes a document into files whose names begin with `stem`; the same document gives the same bytes. */
export type Writer = (
  document: Document,
  stem: string,
  options: WriteOptions,
) => Promise<readonly WrittenFile[]>

/** The writer of every format, loaded when a document is written in it. */
export const writers: Readonly<Record<FormatName, Writer>> = {
  html: async (document, stem) => {
    const { writeHtml } = await import('./html/write.ts')
    return [{ name: `${stem}.html`, content: writeHtml(document) }]
  },
  md: async (document, stem) => {
    const { writeMarkdown } = await import('./markdown/write.ts')
    return writeMarkdown(document, stem)
  },
  docx: async (document, stem, { letterhead }) => {
    const { writeDocx } = await import('./docx/write.ts')
    return [{ name: `${stem}.docx`, content: await writeDocx(document, letterhead) }]
  },
  pdf: async (document, stem) => {
    const { writePdf } = await import('./pdf/write.ts')
    return [{ name: `${stem}.pdf`, content: await writePdf(document) }]
  },
  xlsx: async (document, stem) => {
    const { writeXlsx } = await import('./xlsx/write.ts')
    return [{ name: `${stem}.xlsx`, content: await writeXlsx(document) }]
  },
}
