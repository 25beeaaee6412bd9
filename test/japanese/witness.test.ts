import { expect, test } from 'vitest'
import { isErasedBeforeWitnesses } from '../../src/japanese/witness.ts'

const two = 'ただし、職員2人が立ち会って物理的に壊し、写真を残したときは、この限りでない'
const any = 'ただし、職員が立会いのうえ消去したときは、この限りでない'

test.each<[string, string, unknown, unknown, boolean | undefined]>([
  ['as many stood by', two, '破壊', '職員二人', true],
  ['more stood by', two, 'ドリルで穴を開けた', '係長ほか3名', true],
  ['too few stood by', two, '破壊', '係長1人', false],
  ['nobody says how many', two, '破壊', '情報課', undefined],
  ['nobody stood by', two, '破壊', 'none', false],
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
