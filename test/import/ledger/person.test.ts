import { expect, test } from 'vitest'
import { shapeOf } from '../../../src/model/shape.ts'
import {
  holdsMobile,
  holdsNames,
  holdsPersonalNumber,
  isPhoneColumn,
  Pseudonyms,
} from '../../../src/workflow/import/ledger/person.ts'

const offices = new Set(['みどり課', '中央図書館'])

test.each([
  ['123456789018', true],
  ['1234 5678 9018', true],
  ['１２３４５６７８９０１８', true],
  ['番号は123456789018です', true],
  ['123456789010', false],
  ['1234567890180', false],
  ['2025-04-01', false],
])('%s is a personal number: %s', (text, is) => {
  expect(holdsPersonalNumber(text)).toBe(is)
})

test.each([
  ['090-1234-5678', true],
  ['０８０（１２３４）５６７８', true],
  ['市民課 07012345678', true],
  ['03-1234-5678', false],
  ['2025-04-01', false],
  ['R-090-1234-5678', false],
])('%s holds the number of a telephone that somebody carries: %s', (text, is) => {
  expect(holdsMobile(text)).toBe(is)
  expect(new Pseudonyms(undefined, offices).hidden(text).includes('5678')).toBe(
    !is && text.includes('5678'),
  )
})

test.each([
  ['電話番号', ['03-1234-5678'], true],
  ['連絡先', ['090-1234-5678', '080-1111-2222'], true],
  ['連絡先', ['市民課 090-1234-5678'], false],
  ['管理番号', [], false],
])('%s with %j is a column of telephone numbers: %s', (heading, cells, is) => {
  expect(isPhoneColumn(heading, cells)).toBe(is)
})

test.each([
  ['氏名', '青空太郎', undefined, true],
  ['利用者', 'yamada', ['Account', 'holder'], true],
  ['利用者', 'staff-a', ['Account', 'holder'], false],
  ['貸与先', '青空　太郎', ['Medium', 'lentTo'], true],
  ['貸与先', 'みどり課', ['Medium', 'lentTo'], false],
  ['貸与先', '総務課', ['Medium', 'lentTo'], false],
  ['借受者', '青空係長', ['Medium', 'lentTo'], true],
  ['許可者', 'みどり課長', ['Device', 'permittedBy'], false],
  ['許可者', '課長', ['Device', 'permittedBy'], false],
  ['確認者', '青空', ['PerformedEntry', 'confirmedBy'], true],
  ['気付いた者', '外部の者', ['Incident', 'noticedBy'], false],
  ['担当', '青空', undefined, true],
  ['登録者', 'R7.4.1', ['Account', 'registeredOn'], false],
  ['品名', '青空太郎', ['Medium', 'kind'], false],
] as const)('「%s」 with 「%s」 (%s) holds names: %s', (heading, cell, place, is) => {
  const field = place && shapeOf(place[0]).fields[place[1]]
  expect(holdsNames(heading, [cell], field, offices)).toBe(is)
})

test('a person keeps a pseudonym, in whichever way the name is spaced, and in the midst of a text', () => {
  const first = new Pseudonyms(undefined, offices)
  expect(
    ['青空 太郎', '若葉花子', '青空太郎', 'みどり課', 's-002'].map((one) => first.of(one)),
  ).toEqual([...['s-001', 's-002', 's-001', 'みどり課', 's-002']])
  const second = new Pseudonyms(first.text, offices)
  expect(second.of('若葉　花子')).toBe('s-002')
  expect(second.of('海野一')).toBe('s-003')
  expect(second.hidden('青空　太郎から若葉花子へ')).toBe('s-001からs-002へ')
  expect(second.counts).toEqual({ all: 3, added: 1 })
  expect(() => new Pseudonyms('{}', offices)).toThrow(SyntaxError)
})
