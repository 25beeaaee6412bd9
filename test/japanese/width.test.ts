import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, padEnd } from '../../src/japanese/width.ts'
import { wrap } from '../../src/japanese/wrap.ts'

describe('columns of a text in a terminal', () => {
  test.each([
    ['', 0],
    ['duties', 6],
    ['情報', 4],
    ['ｱｶｳﾝﾄ', 5],
    ['ｶﾞ', 2],
    ['アカウント（管理）', 18],
    ['か\u3099', 2],
    ['が', 2],
    ['ñ', 1],
    ['𠮟る', 4],
    ['葛\u{e0100}城', 4],
    ['→※①', 6],
    ['\u001b[31m赤\u001b[39m', 2],
    ['👨‍👩‍👧', 2],
    ['👍🏽', 2],
    ['🇯🇵', 2],
    ['\u2764\ufe0f', 2],
    ['\u200b', 0],
    ['\t', 0],
    ['한글', 4],
    ['Ａ１', 4],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('ambiguous characters take one where the terminal says so', () => {
    expect(displayWidth('→※①', 1)).toBe(3)
    expect(displayWidth('○か×', 1)).toBe(4)
  })

  test('no text whatever has a width below zero or above two for each unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const width = displayWidth(text)
        expect(width >= 0 && width <= 2 * text.length).toBe(true)
      }),
    )
  })
})

test('a text is filled up to a width', () => {
  expect(padEnd('所属', 6)).toBe('所属  ')
  expect(padEnd('所属名', 4)).toBe('所属名')
})

describe('a text is broken into lines', () => {
  test('a closing mark does not begin a line', () => {
    expect(wrap('管理台帳を確認する。報告', 18)).toEqual(['管理台帳を確認す', 'る。報告'])
  })

  test('an opening mark does not end a line', () => {
    expect(wrap('手順は「点検」による', 8)).toEqual(['手順は', '「点検」', 'による'])
  })

  test('words and numbers stay whole where they fit', () => {
    expect(wrap('期間は P6M とし account-review を行う', 16)).toEqual([
      '期間は P6M とし',
      'account-review',
      'を行う',
    ])
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  })

  test('line breaks are kept', () => {
    expect(wrap('一行目\n\n三行目', 40)).toEqual(['一行目', '', '三行目'])
  })

  test('no line is too long and no character is lost', () => {
    const unit = fc.constantFrom(
      '点',
      '検',
      '、',
      '。',
      '「',
      '」',
      'a',
      '1',
      ' ',
      '\u{e0100}',
      '👍',
    )
    fc.assert(
      fc.property(fc.string({ unit }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrap(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
      { numRuns: 1000 },
    )
  })
})
