import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differing } from '../../src/japanese/differing.ts'

test.each([
  [
    [
      '「手順」は、「表示」（AST-3）を取り上げていません。',
      '「手順」は、「情報の送信」（AST-6）を取り上げていません。',
    ],
    ['「表示」（AST-3）', '「情報の送信」（AST-6）'],
  ],
  [
    ['「無線LAN」の定めがありません。', '「無線」の定めがありません。'],
    ['無線LAN', '無線'],
  ],
  [
    ['2025年4月の分がありません。', '2025年10月の分がありません。'],
    ['2025年4月の分がありません', '2025年10月の分がありません'],
  ],
])('sentences of one form are told by what is their own: %j', (sentences, own) => {
  expect(differing(sentences)).toEqual(own)
})

test('the same sentence twice has nothing of its own', () => {
  expect(differing(['ありません。', 'ありません。'])).toBeUndefined()
})

test('what differs is told whole, in the brackets it stands in', () => {
  const word = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠A-Z0-9]{1,8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), (words) => {
      const sentences = words.map((one) => `「手順」は、「${one}」を取り上げていません。`)
      expect(differing(sentences)).toEqual(
        words.map((one): unknown => expect.stringContaining(one)),
      )
    }),
  )
})
