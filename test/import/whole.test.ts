import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/workflow/check.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { municipality, readAs, squeezed } from './read.ts'

const signs = fc.constantFrom(
  ...[
    '第１条　',
    '第2条の2　',
    '（点検）',
    '２　',
    '一　',
    '(1)　',
    '①',
    'ア　',
    '（ア）',
    '6.1 ',
    '1-1　',
    '・',
    '',
  ],
  ...['第１章　', '附　則', '別表第１', '目次', '　'],
)
const sentences = fc.constantFrom(
  '情報システム管理者は、年1回、利用者IDを点検し、結果を情報セキュリティ責任者に報告する。',
  '職員等は、パスワードを他人に教えてはならない。ただし、緊急の場合は、この限りでない。',
  '情報システム管理者は、総務課長をもって充てる。',
  '次に掲げる事項を記録しなければならない。',
  'この手順は、令和5年4月1日から施行する。',
  'アクセスログは、１年間保管する',
  '管理体制',
  '「」という。））（（',
  '第1条……3',
)
const documents = fc
  .array(fc.tuple(signs, fc.oneof(sentences, fc.string({ unit: 'binary' }))), { maxLength: 12 })
  .map((lines) => lines.map(([sign, text]) => sign + text).join('\n'))
  // What cannot be decoded, and what holds no character at all, is refused.
  .filter(
    (text) =>
      /\p{L}/u.test(text) && !/\p{Cc}|[\ufeff\ufffd\ud800-\udfff]/u.test(text.replaceAll('\n', '')),
  )

test('every character of a document stands where it stood, read or listed as not read', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (text) => {
      const { draft } = await readAs('document.txt', text)
      expect(squeezed(draft.trace.map((one) => one.text).join(''))).toBe(squeezed(text))
    }),
    { numRuns: 150 },
  )
})

test('a sentence is in an element, or in the list with the reason', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (text) => {
      const { draft, files } = await readAs('document.txt', text)
      const list = squeezed(String(files.find(({ name }) => name.endsWith('.md'))?.content))
      for (const one of draft.trace) {
        expect(one.is !== 'unread' || one.why !== undefined).toBe(true)
        if (one.is === 'unread') expect(list).toContain(squeezed(one.text.replaceAll('\n', '/')))
      }
    }),
    { numRuns: 60 },
  )
})

test('every draft has the right shape, and the same document gives the same draft', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (text) => {
      const [first, second] = [
        await readAs('document.txt', text),
        await readAs('document.txt', text),
      ]
      expect(second.files).toEqual(first.files)
      const { report } = await check({
        workspace: memoryWorkspace({
          'town/municipality.yaml': municipality,
          'town/one/procedure.yaml': String(first.files[0]?.content),
        }),
        paths: ['town'],
        asOf: '2026-04-01',
      })
      expect(report.summary.systems).toBe(1)
      expect(report.findings.filter((one) => one.class === 'F')).toEqual([])
    }),
    { numRuns: 40 },
  )
})
