import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../src/finding/usage-error.ts'
import type { Document } from '../../../src/render/document.ts'
import { writeDocx } from '../../../src/render/docx/write.ts'
import { decode, encode, unzip } from '../../../src/render/zip.ts'
import { faultsOf, hasReferee } from '../referee/validate.ts'
import { sampleDocument } from '../sample/view.ts'
import { edited, letter, type LetterOptions, without } from './letter.ts'
import { all, paragraphsOf, parseXml } from './word.ts'

async function onLetter(options: LetterOptions = {}, document?: Document): Promise<Uint8Array> {
  const bytes = await letter(options)
  return writeDocx(document ?? (await sampleDocument()), { shown: 'ひな形.docx', bytes })
}

describe.skipIf(!hasReferee)('the Open XML SDK finds nothing wrong', () => {
  test.each<[string, LetterOptions]>([
    ['with a letterhead', {}],
    ['with one on its side', { landscape: true }],
    ['with every placeholder', { text: ['{{title}}　{{番号}}', '{{body}}', '{{番号}}{{番号}}'] }],
  ])('%s', async (_, options) => {
    expect(faultsOf(await onLetter(options), 'docx')).toEqual([])
  })

  test('with one that has neither styles nor lists', async () => {
    const bare = await edited(
      await without(await letter(), ['word/styles.xml', 'word/numbering.xml']),
      {
        '[Content_Types].xml': (xml) =>
          xml.replace(/<Override [^>]*\/word\/(?:styles|numbering)\.xml"[^>]*>/g, ''),
        'word/_rels/document.xml.rels': (xml) =>
          xml.replace(/<Relationship [^>]*(?:styles|numbering)\.xml"[^>]*>/g, ''),
        'word/document.xml': (xml) => xml.replace(/<w:pStyle [^>]*>|<w:numPr>.*?<\/w:numPr>/g, ''),
      },
    )
    const written = await writeDocx(await sampleDocument(), { shown: 'ひな形.docx', bytes: bare })
    expect(faultsOf(written, 'docx')).toEqual([])
  })
})

test('the text stands in place of the body, numbers and all', async () => {
  const [own, onIt] = [await writeDocx(await sampleDocument()), await onLetter()]
  const plain = (await paragraphsOf(own)).map(({ number, text }) => number + text)
  const shown = (await paragraphsOf(onIt)).map(({ number, text }) => number + text)
  expect(shown).toEqual(['1)決裁区分', '青葉市役所', ...plain, '担当　情報政策課'])
})

test('values are filled in wherever Word has torn their placeholders', async () => {
  const torn = await edited(await letter({ text: ['文書番号 {{番号}}、{{番号}}', '{{body}}'] }), {
    'word/document.xml': (xml) =>
      xml.replace(
        '文書番号 {{番号}}',
        '文書番号 {</w:t></w:r><w:r><w:t>{番</w:t></w:r><w:r><w:t xml:space="preserve">号}}',
      ),
  })
  const document = await sampleDocument()
  const fields = { ...document.fields, 番号: '青情第１２号\n<w:p/> & {{body}} {{title}}' }
  const written = await writeDocx({ ...document, fields }, { shown: 'ひな形.docx', bytes: torn })
  const files = await unzip(written)
  const value = '青情第１２号<w:p/> & {{body}} {{title}}'
  const headers = Object.entries(files)
    .filter(([name]) => /^word\/header\d\.xml$/.test(name))
    .flatMap(([, part]) => all(parseXml(decode(part)), 'w:t').map(({ text }) => text))
  const [, line] = await paragraphsOf(written)
  expect([line?.text, headers.join('')]).toEqual([`文書番号 ${value}、${value}`, value])
})

test('pages are those of the letterhead, turned where the document turns', async () => {
  const xml = decode((await unzip(await onLetter()))['word/document.xml'])
  const ends = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([end]) => ({
    size: /<w:pgSz [^>]*>/.exec(end)?.[0],
    header: end.includes('headerReference'),
    first: end.includes('titlePg'),
  }))
  expect(ends).toEqual([
    { size: '<w:pgSz w:w="11906" w:h="16838"/>', header: true, first: true },
    { size: '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', header: true, first: false },
  ])
})

test('the styles of the letterhead win, and those it lacks are added', async () => {
  const files = await unzip(await onLetter())
  const styles = decode(files['word/styles.xml'])
  const used = [...decode(files['word/document.xml']).matchAll(/<w:pStyle w:val="([^"]*)"/g)]
  const ids = new Set(used.map(([, id]) => id ?? ''))
  expect([...ids].filter((id) => !styles.includes(`w:styleId="${id}"`))).toEqual([])
  expect([ids.has('1'), ids.has('Heading1'), ids.has('PLko')]).toEqual([true, false, true])
})

test('a draft is marked in its text, for the header is the user’s', async () => {
  const shown = await paragraphsOf(await onLetter({}, await sampleDocument(true)))
  expect(shown.map(({ text }) => text).slice(1, 3)).toEqual(['青葉市役所', '（案）'])
})

test('the same letterhead and document give the same bytes', async () => {
  const bytes = await letter()
  const document = await sampleDocument()
  const first = await writeDocx(document, { shown: 'a.docx', bytes })
  expect(Buffer.compare(await writeDocx(document, { shown: 'a.docx', bytes }), first)).toBe(0)
})

describe('a letterhead that will not do is told', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(31 * 1024 * 1024) })
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'no zip',
      () => encode('ただの文字'),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    [
      'an empty file',
      () => new Uint8Array(),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    [
      'a zip of something else',
      () => zipSync({ 'a.txt': encode('x') }),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    ['a bomb', () => bomb, '「ひな形.docx」の中身が大きすぎます'],
    [
      'a whole book',
      async () =>
        edited(await letter(), {
          'word/document.xml': (xml) =>
            xml.replace('</w:body>', `${'<w:p></w:p>'.repeat(1000)}</w:body>`),
        }),
      '「ひな形.docx」は、ひな形にするには文章や書式が多すぎます（段落は1,000、XML は要素20,000個、2 MB まで）',
    ],
    [
      'a template of Word',
      async () =>
        edited(await letter(), {
          '[Content_Types].xml': (xml) => xml.replace('document.main+xml', 'template.main+xml'),
        }),
      '「ひな形.docx」は、Word のテンプレートかマクロ付きの文書です',
    ],
    [
      'broken XML',
      async () =>
        edited(await letter(), { 'word/document.xml': (xml) => xml.replace('</w:body>', '') }),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    [
      'a document type',
      async () =>
        edited(await letter(), {
          'word/document.xml': (xml) =>
            xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
        }),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    [
      'XML without end',
      async () =>
        edited(await letter(), {
          'word/document.xml': (xml) =>
            xml.replace('<w:body>', `<w:body>${'<w:x>'.repeat(19_000)}${'</w:x>'.repeat(19_000)}`),
        }),
      '「ひな形.docx」は、Word の文書（.docx）として読めません',
    ],
    [
      'no body',
      () => letter({ text: ['本文'] }),
      '「ひな形.docx」に、本文を入れる {{body}} がありません',
    ],
    [
      'two bodies',
      () => letter({ text: ['{{body}}', '{{body}}'] }),
      '「ひな形.docx」の {{body}} は、本文の一つの段落に、それだけを書いてください',
    ],
    [
      'a body beside words',
      () => letter({ text: ['本文は{{body}}です'] }),
      '「ひな形.docx」の {{body}} は、本文の一つの段落に、それだけを書いてください',
    ],
    [
      'a body in the header',
      () => letter({ header: '{{body}}' }),
      '「ひな形.docx」の {{body}} は、本文の一つの段落に、それだけを書いてください',
    ],
    [
      'a body in a table',
      async () =>
        edited(await letter(), {
          'word/document.xml': (xml) =>
            xml.replace(
              /<w:p>(?:(?!<w:p>).)*\{\{body\}\}.*?<\/w:p>/,
              (body) => `<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`,
            ),
        }),
      '「ひな形.docx」の {{body}} は、本文の一つの段落に、それだけを書いてください',
    ],
    [
      'a misspelt name',
      () => letter({ header: '{{titel}}' }),
      '「ひな形.docx」の {{titel}} に入れるものが、この文書にありません',
    ],
  ])('%s', async (_, make, message) => {
    const bytes = await make()
    const written = writeDocx(await sampleDocument(), { shown: 'ひな形.docx', bytes })
    const thrown: unknown = await written.catch((error: unknown) => error)
    if (!(thrown instanceof UsageError)) throw new Error('nothing was told', { cause: thrown })
    expect([thrown.message, typeof thrown.hint]).toEqual([message, 'string'])
  })
})
