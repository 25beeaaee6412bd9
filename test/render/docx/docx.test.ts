import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Block, Document } from '../../../src/render/document.ts'
import { decode, unzip } from '../../../src/render/zip.ts'
import { writeDocx } from '../../../src/render/docx/write.ts'
import { faultsOf, hasReferee } from '../referee/validate.ts'
import { documentOf, sampleDocument, sampleView } from '../sample/view.ts'
import { all, parseXml } from './word.ts'

const hostile = '</w:t><w:p>\u0000\u0008\ud800\ufffe ]]> & {{body}} %1'

async function hostileDocument(): Promise<Document> {
  const { text, pictures = {} } = sampleView
  const view = {
    ...sampleView,
    title: hostile,
    text: { ...text, title: hostile, 番号: hostile },
    pictures,
  }
  return documentOf(view, 'rules')
}

describe.skipIf(!hasReferee)('the Open XML SDK finds nothing wrong', () => {
  test.each([
    ['with the sample', () => sampleDocument()],
    ['with a draft', () => sampleDocument(true)],
    ['with hostile text', hostileDocument],
  ])('%s', async (_, make) => {
    expect(faultsOf(await writeDocx(await make()), 'docx')).toEqual([])
  })
})

test('the same document gives the same bytes, whatever was written before', async () => {
  const first = await writeDocx(await sampleDocument())
  await writeDocx(await hostileDocument())
  const second = await writeDocx(await sampleDocument())
  expect(hash(second)).toBe(hash(first))
})

test('headings, repeated heads, merged cells, pages and properties are Word’s own', async () => {
  const files = await unzip(await writeDocx(await sampleDocument(true)))
  const body = parseXml(decode(files['word/document.xml']))
  const xml = decode(files['word/document.xml'])
  const styles = decode(files['word/styles.xml'])
  expect({
    outline: [...styles.matchAll(/w:styleId="(Heading[123])".*?<w:outlineLvl w:val="(\d)"/g)].map(
      ([, id, level]) => [id, level],
    ),
    heads: xml.match(/<w:tblHeader\/>/g)?.length,
    merged: [...xml.matchAll(/<w:vMerge w:val="(\w+)"/g)].map(([, kind]) => kind),
    pages: all(body, 'w:pgSz').map(({ attributes }) => attributes),
    alt: /<wp:docPr [^>]*descr="([^"]*)"/.exec(xml)?.[1],
    marked: decode(files['word/header1.xml']).includes('案'),
    core: decode(files['docProps/core.xml']).replace(/ xmlns:\w+="[^"]*"/g, ''),
  }).toEqual({
    outline: [
      ['Heading1', '0'],
      ['Heading2', '1'],
      ['Heading3', '2'],
    ],
    heads: 2,
    merged: ['restart', 'continue', 'restart', 'continue'],
    pages: [
      { 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' },
      { 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' },
    ],
    alt: '連絡体制図',
    marked: true,
    core: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties><dc:title>青葉市情報セキュリティ実施手順</dc:title><dc:language>ja-JP</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2026-04-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-04-01T00:00:00Z</dcterms:modified></cp:coreProperties>',
  })
})

test('every style that is used is there', async () => {
  const files = await unzip(await writeDocx(await sampleDocument()))
  const used = [...decode(files['word/document.xml']).matchAll(/<w:pStyle w:val="([^"]*)"/g)]
  const styles = decode(files['word/styles.xml'])
  const missing = used
    .map(([, id]) => id ?? '')
    .filter((id) => !styles.includes(`w:styleId="${id}"`))
  expect(missing).toEqual([])
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

test('a short table stays on one page, and with its heading', async () => {
  const { sections, ...rest } = await sampleDocument()
  const heading = { type: 'heading', level: 2, subject: false, pageBreak: false, missing: false }
  const tables = sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.type === 'table')
    .slice(0, 1)
    .map((table) => ({ ...table, caption: [] }))
  const title = { ...heading, content: [{ type: 'text', text: '一覧' }] } as unknown as Block
  const document = {
    ...rest,
    sections: [{ orient: 'portrait' as const, blocks: [title, ...tables] }],
  }
  const xml = decode((await unzip(await writeDocx(document)))['word/document.xml'])
  const [above = '', table = ''] = xml.split(/<w:tbl>|<\/w:tbl>/)
  const rows = table.split('</w:tr>').slice(0, -1)
  const isKept = (row: string): boolean => row.includes('<w:keepNext/>')
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.map(isKept)).toEqual(rows.map((_, at) => at < rows.length - 1))
  // The heading has it by its style, the gap below it must have it too.
  expect(above.split('<w:p>').at(-1)).toContain('<w:keepNext/>')
})
