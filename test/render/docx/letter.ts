import * as docx from 'docx'
import { decode, encode, unzip, zip, type ZipFiles } from '../../../src/render/zip.ts'
import { sampleView } from '../sample/view.ts'

/** How a letterhead of the invented town is to be. */
export interface LetterOptions {
  /** The paragraphs of its text. */
  readonly text?: readonly string[]
  readonly header?: string
  readonly landscape?: boolean
}

/**
 * A letterhead as an office would make it: a header with a crest, a list of its own, styles whose ids
 * are those of a Japanese Word.
 */
export async function letter({
  text = ['青葉市役所', '{{body}}', '担当　情報政策課'],
  header = '{{番号}}',
  landscape = false,
}: LetterOptions = {}): Promise<Uint8Array> {
  const crest = new docx.ImageRun({
    type: 'png',
    data: (await sampleView.pictures?.['chain']?.png()) ?? new Uint8Array(),
    transformation: { width: 40, height: 20 },
  })
  const listed = new docx.Paragraph({ text: '決裁区分', numbering: { reference: 'own', level: 0 } })
  const orientation = landscape ? 'landscape' : 'portrait'
  const file = new docx.Document({
    numbering: {
      config: [{ reference: 'own', levels: [{ level: 0, format: 'decimal', text: '%1)' }] }],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838, orientation } },
        },
        headers: {
          first: new docx.Header({ children: [new docx.Paragraph({ children: [crest] })] }),
          default: new docx.Header({ children: [new docx.Paragraph(header)] }),
        },
        footers: { default: new docx.Footer({ children: [new docx.Paragraph('青葉市（架空）')] }) },
        children: [listed, ...text.map((line) => new docx.Paragraph(line))],
      },
    ],
  })
  return edited(await docx.Packer.toBuffer(file), {
    'word/styles.xml': (xml) =>
      xml
        .replaceAll('w:styleId="Heading1"', 'w:styleId="1"')
        .replaceAll('w:styleId="Heading2"', 'w:styleId="2"')
        .replaceAll('w:styleId="Heading3"', 'w:styleId="3"')
        .replaceAll(/w:lvlJc w:val="start"/g, 'w:lvlJc w:val="left"'),
    'word/numbering.xml': (xml) => xml.replaceAll('w:lvlJc w:val="start"', 'w:lvlJc w:val="left"'),
  })
}

/** A Word file with some of its parts changed. */
export async function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (xml: string) => string>>,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = { ...(await unzip(bytes)) }
  for (const [name, edit] of Object.entries(edits)) files[name] = encode(edit(decode(files[name])))
  return zip(files)
}

/** The same without some of its parts. */
export async function without(bytes: Uint8Array, names: readonly string[]): Promise<Uint8Array> {
  const entries = Object.entries(await unzip(bytes)).filter(([name]) => !names.includes(name))
  return zip(Object.fromEntries(entries) satisfies ZipFiles)
}
