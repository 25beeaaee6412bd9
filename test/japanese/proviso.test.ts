import { expect, test } from 'vitest'
import { concernsCycle, mayHaveProviso, provisosOf } from '../../src/japanese/proviso.ts'

test.each([
  [
    '証明書を取る。職員2人が立ち会うときは、証明書を要しない。',
    '職員2人が立ち会うときは、証明書を要しない',
  ],
  ['扉を施錠する。職員がいる間は、施錠を必要としない。', '職員がいる間は、施錠を必要としない'],
  [
    '2人で行う。夜間に係る場合は、立会いを省略することができる。',
    '夜間に係る場合は、立会いを省略することができる',
  ],
  ['押印する。電子で行うものは、署名をもって代える。', '電子で行うものは、署名をもって代える'],
  ['貸与のときは、この条は適用しない。', '貸与のときは、この条は適用しない'],
  ['書庫に納める。仕掛かりのものは除く。', '仕掛かりのものは除く'],
  ['施錠する。ただし、開館の間は、この限りでない。', 'ただし、開館の間は、この限りでない'],
])('%s', (text, letsOff) => {
  expect(provisosOf(text).map((one) => one.letsOff)).toEqual([letsOff])
  expect(mayHaveProviso(text)).toBe(true)
})

test.each([
  '担当の者は、パスワードを共用しない。',
  '離れるときは、端末を返す。',
  '届出を要しない。',
  '代わりのものをもって行う。',
])('%s lets nothing off', (text) => {
  expect(provisosOf(text)).toEqual([])
  expect(mayHaveProviso(text)).toBe(false)
})

test('what need not be done may be how often it is', () => {
  expect(concernsCycle('変更のないときは、点検を必要としない')).toBe(true)
})
