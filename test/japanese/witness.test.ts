import { expect, test } from 'vitest'
import { asksForDocument, isErasedBeforeWitnesses } from '../../src/japanese/witness.ts'

const two = 'ただし、職員2人が立ち会って物理的に壊し、写真を残したときは、この限りでない'
const any = 'ただし、職員が立会いのうえ消去したときは、この限りでない'

test.each<[string, string, unknown, unknown, boolean | undefined]>([
  ['as many stood by', two, '破壊', '職員二人', true],
  ['more stood by', two, 'ドリルで穴を開けた', '係長ほか3名', true],
  ['too few stood by', two, '破壊', '係長1人', false],
  ['nobody says how many', two, '破壊', '情報課', undefined],
  ['nobody stood by', two, '破壊', 'none', false],
  ['nothing was erased', two, 'none', undefined, false],
  ['nobody says who', two, '破壊', undefined, undefined],
  ['it was done otherwise', two, '上書き消去', '職員2人', undefined],
  ['nobody says how', two, undefined, '職員2人', undefined],
  ['any means and number will do', any, undefined, '情報課長', true],
  [
    'it speaks of something else',
    'ただし、動かないものは、この限りでない',
    '破壊',
    '2人',
    undefined,
  ],
])('%s', (_, proviso, how, witness, expected) => {
  expect(isErasedBeforeWitnesses(proviso, { how, witness })).toBe(expected)
})

test.each<[string, boolean]>([
  ['廃棄した事業者から消去証明書を受け取り、5年保存する。', true],
  ['製造番号を記した消去証明書を取る。', true],
  ['手順には、証明書の保管の期間を定める。', false],
  ['証明書は、5年度保存する。', false],
  ['職員が立ち会うときは、証明書を要しない。', false],
  ['証明書は、5年度保存する。返却の後は、証明書を提出させる。', true],
])('%s', (text, expected) => {
  expect(asksForDocument(text, ['証明書'])).toBe(expected)
})
