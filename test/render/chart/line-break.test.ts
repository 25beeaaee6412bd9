import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emWidth } from '../../../src/render/chart/lettering.ts'
import { breakLines, drawable } from '../../../src/render/chart/line-break.ts'

describe('a text', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['that fits stays on one line', '市民活動推進課', 7, ['市民活動推進課']],
    ['breaks between words', '予約システム運用事業者', 8, ['予約システム', '運用事業者']],
    ['breaks before a bracket', '会館（指定管理者施設）', 9, ['会館', '（指定管理者施設）']],
    [
      'breaks into lines alike',
      '副最高情報セキュリティ責任者',
      13,
      ['副最高情報', 'セキュリティ責任者'],
    ],
    ['leaves no mark alone', '外部の事業者、', 6, ['外部の', '事業者、']],
    ['breaks a word that no line holds', 'ABCDEFGHIJ', 2, ['ABCD', 'EFG', 'HIJ']],
    ['drops the blank it breaks at', '架空警察署 生活安全課', 6, ['架空警察署', '生活安全課']],
  ])('%s', (_, text, most, lines) => {
    expect(breakLines(text, most)).toEqual(lines)
  })

  test('loses nothing but blanks, and no line is too long', () => {
    const letters = '市区役所シス（）「」、。ー 課AB1ｱ☎𠮷'
    const text = fc.string({
      unit: fc.constantFrom(...Array.from(letters)),
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (written, most) => {
        const lines = breakLines(written, most)
        expect(lines.join('').replaceAll(' ', '')).toBe(drawable(written).replaceAll(' ', ''))
        expect(lines.filter((line) => emWidth(line) > most)).toEqual([])
      }),
    )
  })

  test('of any signs can be broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(breakLines(written, 8).join('')).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u)
      }),
    )
  })
})

test.each([
  ['line breaks and full-width blanks', 'あ\r\n\tい　う', 'あ い う'],
  ['decomposed kana', 'か\u3099ス\u3099', 'がズ'],
  ['signs that turn the writing round', 'a\u202eb\u200bc', 'abc'],
  ['variation selectors', '葛\u{e0100}飾', '葛飾'],
  ['half a character', '\ud842a', '\ufffda'],
  ['control characters', 'a\u0000b\u001bc\ufffe', 'abc'],
])('%s become drawable', (_, written, drawn) => {
  expect(drawable(written)).toBe(drawn)
})
