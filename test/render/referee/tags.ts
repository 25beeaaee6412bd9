import type { Block, Document } from '../../../src/render/document.ts'

/** What a screen reader has of a PDF, and what of its document. */
export interface Tags {
  readonly language: string
  readonly isTagged: boolean
  readonly showsTitle: boolean
  readonly isAccessible: boolean
  readonly title: string
  /** How many headings of each level, heads of columns and pictures there are, and pictures without words. */
  readonly counts: Readonly<Record<'H1' | 'H2' | 'H3' | 'TH' | 'Figure', number>>
  readonly withoutWords: number
}

/** Reads the tags of a PDF of ours: its objects are not compressed, only their streams are. */
export function tagsIn(bytes: Uint8Array): Tags {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = [...text.matchAll(/\d+ 0 obj\s*(<<.*?>>)\s*(?:stream|endobj)/gs)].map(
    ([, body = '']) => body,
  )
  const elements = objects.filter((one) => one.includes('/Type /StructElem'))
  const of = (name: string): readonly string[] =>
    elements.filter((one) => new RegExp(`/S /${name}\\b`).test(one))
  const catalog = objects.find((one) => one.includes('/Type /Catalog')) ?? ''
  const information = objects.findLast((one) => one.includes('/Creator')) ?? ''
  return {
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? '',
    isTagged: catalog.includes('/StructTreeRoot') && catalog.includes('/Marked true'),
    showsTitle: catalog.includes('/DisplayDocTitle true'),
    isAccessible: text.includes('<pdfuaid:part>1</pdfuaid:part>'),
    title: words(/\/Title <([0-9A-F]*)>/.exec(information)?.[1] ?? ''),
    counts: {
      H1: of('H1').length,
      H2: of('H2').length,
      H3: of('H3').length,
      TH: of('TH').length,
      Figure: of('Figure').length,
    },
    withoutWords: of('Figure').filter((one) => !/\/Alt [<(]/.test(one)).length,
  }
}

/** UTF-16 in hexadecimal. */
function words(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').subarray(2).swap16().toString('utf16le')
}

/** The tags that a document ought to have. */
export function tagsFor({ title, sections, pictures }: Document): Tags {
  const blocks = sections.flatMap((section) => section.blocks)
  const headings = (level: number): number =>
    blocks.filter((one) => one.type === 'heading' && one.level === level).length
  return {
    language: 'ja-JP',
    isTagged: true,
    showsTitle: true,
    isAccessible: true,
    title,
    counts: {
      H1: headings(1),
      H2: headings(2),
      H3: headings(3),
      TH: blocks.reduce((sum, one) => sum + headsOf(one), 0),
      Figure: blocks.filter((one) => one.type === 'figure' && one.picture in pictures).length,
    },
    withoutWords: 0,
  }
}

function headsOf(block: Block): number {
  if (block.type !== 'table') return 0
  return block.head.reduce((sum, { cells }) => sum + cells.length, 0)
}
