import { expect, test } from 'vitest'
import { Matters } from '../../src/japanese/matter.ts'

const matters = new Matters([
  '情報の管理',
  '情報の分類',
  '情報の持出し',
  '再委託の承諾',
  '誓約書の提出',
  '研修の記録',
])

test.each([
  [
    'a rare word tells more than one of every text',
    '情報の誓約書',
    ['誓約書をとる。', '情報を守る。'],
  ],
  ['two rare words tell more than one', '再委託の承諾', ['再委託を承諾する。', '再委託を禁じる。']],
  [
    'what stands alone before kana tells something',
    '控えから戻す',
    ['控えを取り、戻せるか見る。', '研修を行う。'],
  ],
  ['kanji tell more than kana of the same length', '承諾とメモ', ['承諾をする。', 'メモをする。']],
])('%s', (_, said, [more = '', less = '']) => {
  expect(matters.shared(said, more)).toBeGreaterThan(matters.shared(said, less))
})

test.each([
  ['words of every rule', '期限までに実施する手順', '手順に定める期限までに実施する。'],
  ['days and numbers', '3か月の30日', '3か月と30日に見る。'],
  ['nothing that both have', '研修', '誓約書'],
])('%s tell nothing', (_, said, text) => {
  expect(matters.shared(said, text)).toBe(0)
})
