import { expect, test } from 'vitest'
import { cycles } from '../../src/japanese/cycle.ts'

test.each([
  ['毎年度1回、利用者IDを点検する。', ['P1Y']],
  ['年度に2回、利用者IDを点検する。', ['P6M']],
  ['隔年度に1回、利用者IDを点検する。', ['P2Y']],
  ['西暦で偶数の年度に1回、利用者IDを点検する。', ['P2Y']],
  ['奇数の年度に、利用者IDを点検する。', ['P2Y']],
  ['各年度の偶数月に、記録を突き合わせる。', ['P2M']],
  ['うるう年に1回、利用者IDを点検する。', []],
  ['必要の都度、利用者IDを点検する。', []],
])('%s', (sentence, lengths) => {
  expect(cycles(sentence, []).map((one) => String(one.period))).toEqual(lengths)
})
