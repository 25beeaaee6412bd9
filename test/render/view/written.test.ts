import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../../src/render/document.ts'
import { documentKinds } from '../../../src/render/documents.ts'
import { writeDocx } from '../../../src/render/docx/write.ts'
import { makeDocument } from '../../../src/render/make.ts'
import { decode, unzip } from '../../../src/render/zip.ts'
import { shippedTemplates } from '../../../src/render/templates.ts'
import { openTemplates } from '../../../src/render/template/library.ts'
import type { ProcedureText } from '../../../src/render/view/procedure/text.ts'
import { procedureViews } from '../../../src/render/view/procedure.ts'
import { writeXlsx } from '../../../src/render/xlsx/write.ts'
import { paragraphsOf } from '../docx/word.ts'
import { faultsOf, hasReferee } from '../referee/validate.ts'
import { dossierFor, townDossier, withConventions } from './town.ts'

const fonts = { mincho: 'ＭＳ 明朝', gothic: 'ＭＳ ゴシック' }
const documents = new Map<string, Document>()

beforeAll(async () => {
  const dossier = await townDossier(withConventions(`{ fonts: ${JSON.stringify(fonts)} }`))
  const library = await openTemplates(shippedTemplates(), undefined)
  for (const kind of documentKinds) {
    if (kind.of !== 'system') continue
    const subject = kind.name === 'reminders' ? await dossierFor(kind.name) : dossier
    const [view] = await (await kind.views())(subject, { asOf: subject.asOf })
    const parsed = library.document(kind.name)
    if (!view || !parsed) throw new Error(kind.name)
    const options = { day: dossier.asOf, draft: false }
    const made = await makeDocument(view, parsed.template, library.partials, options)
    if (!made.ok) throw new Error(kind.name)
    documents.set(kind.name, made.document)
  }
})

const documentOf = (name: string): Document => documents.get(name) ?? fail(name)
const fail = (name: string): never => {
  throw new Error(`no document ${name}`)
}
const wordOf = async (name: string) => writeDocx(documentOf(name))

test('Word counts articles, paragraphs and 号 as the procedure numbers them', async () => {
  const dossier = await townDossier()
  const [view] = await procedureViews(dossier, { asOf: dossier.asOf })
  const { chapters, supplements } = view?.text as unknown as ProcedureText
  const articles = chapters.flatMap(({ sections }) => sections.flatMap((one) => one.articles))
  const expected = articles.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((one, at) => [
      [at === 0 ? number : one.number, one.text],
      ...one.items.flatMap((item) => [
        [item.number, item.text],
        ...item.items.map((below) => [below.number, below.text]),
      ]),
    ]),
  )
  const passing = supplements.flatMap(({ paragraphs }) =>
    paragraphs.filter(({ number }) => number !== '').map(({ number, text }) => [number, text]),
  )
  const shown = (await paragraphsOf(await wordOf('procedure')))
    .filter(({ style }) => /^PL(?:ko1|ko|go|iroha)$/.test(style))
    .map(({ number, text }) => [number, text.trim()])
  const words = (pairs: readonly (readonly (string | undefined)[])[]): readonly string[] =>
    pairs.map((pair) => pair.join('').replace(/\s/g, ''))
  expect(words(shown)).toEqual(words([...expected, ...passing]))
})

test('Word and Excel write in the fonts of the municipality', async () => {
  const word = decode((await unzip(await wordOf('procedure')))['word/styles.xml'])
  const excel = decode((await unzip(await writeXlsx(documentOf('plan'))))['xl/styles.xml'])
  const named = (xml: string, pattern: RegExp): ReadonlySet<string | undefined> =>
    new Set([...xml.matchAll(pattern)].map(([, name]) => name))
  expect(named(word, /w:eastAsia="([^"]+)"/g)).toEqual(
    new Set([fonts.mincho, fonts.gothic, 'ja-JP']),
  )
  expect(named(excel, /<name val="([^"]+)"/g)).toEqual(new Set([fonts.gothic]))
})

describe.skipIf(!hasReferee)('the Open XML SDK finds nothing wrong', () => {
  test.each(
    documentKinds.flatMap(({ name, of, formats }) =>
      of === 'system' && formats.includes('docx') ? [name] : [],
    ),
  )('with the Word file of %s', async (name) => {
    expect(faultsOf(await wordOf(name), 'docx')).toEqual([])
  })

  test.each(['checklist', 'plan', 'ledgers', 'roles'])('with the workbook of %s', async (name) => {
    expect(faultsOf(await writeXlsx(documentOf(name)), 'xlsx')).toEqual([])
  })
})
