import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReadAsAnother, sentencesAtWork } from '../../src/japanese/ended.ts'
import { isOnePerson, naming } from '../../src/japanese/name.ts'
import { normalise } from '../../src/japanese/width.ts'

test.each<[string, string, boolean]>([
  ['福祉課長', '福祉課長', true],
  ['staff-a', 'staff-a', true],
  ['若葉データサービス', '若葉データサービス', true],
  ['ｓｔａｆｆ-a', 'staff-a', true],
  ['福祉課長', '税務課長', false],
  ['福祉課', '福祉課', false],
  ['情報センター', '情報センター', false],
  ['主査', '主査', false],
  ['担当者', '担当者', false],
  ['', '', false],
])('「%s」 and 「%s」 tell of one person: %s', (one, other, expected) => {
  expect(isOnePerson(one, other)).toBe(expected)
})

test('a name with a mark in it is read as it is written', () => {
  expect(naming('DX-推進課', [])('DX-推進課は、台帳を点検する。')).toBe(true)
  expect(naming('DX-推進課', [])('DX推進課は、台帳を点検する。')).toBe(false)
  expect(sentencesAtWork('DX-推進課は、廃止する。', 'DX-推進課')).toEqual([])
  expect(isReadAsAnother('A+B課', ['「A+B課」とあるのは、「総務課」と読み替える。'])).toBe(true)
})

test('whatever an office is called, it is found where a text names it', () => {
  const names = fc
    .string()
    .map(normalise)
    .filter((name) => name.length > 1)
  fc.assert(
    fc.property(names, (name) => {
      expect(naming(name, [])(`、${name}は`)).toBe(true)
      expect(isReadAsAnother(name, [`「${name}」とあるのは`])).toBe(true)
    }),
  )
})
