import { expect, test } from 'vitest'
import { isOnePerson } from '../../src/japanese/name.ts'

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
