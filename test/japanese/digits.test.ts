import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DigitWidth, writeNumber, writeNumbers } from '../../src/japanese/digits.ts'

const widths: readonly DigitWidth[] = ['half', 'full', 'oneDigitFull']

describe('numbers of a sentence', () => {
  test.each([
    [
      '6か月に1回、12文字以上',
      '6か月に1回、12文字以上',
      '６か月に１回、１２文字以上',
      '６か月に１回、12文字以上',
    ],
    ['６か月に１２回', '6か月に12回', '６か月に１２回', '６か月に12回'],
    ['1,000件と1.5倍', '1,000件と1.5倍', '１，０００件と１．５倍', '1,000件と1.5倍'],
    ['様式1（図表－1）', '様式1（図表－1）', '様式１（図表－１）', '様式１（図表－１）'],
    ['令和６年4月1日', '令和6年4月1日', '令和６年４月１日', '令和６年４月１日'],
  ])('%s', (text, half, full, oneDigitFull) => {
    expect(widths.map((width) => writeNumbers(text, width))).toEqual([half, full, oneDigitFull])
  })

  test.each([
    'ISO27001',
    '00-0000-0000',
    '2024-04-01',
    '17:30',
    '(1)',
    'v1.2',
    '1-a',
    'P6M',
    'x@1.jp',
  ])('%s is no number of a sentence', (text) => {
    expect(widths.map((width) => writeNumbers(text, width))).toEqual([text, text, text])
  })

  test('only digits and their points ever change', () => {
    const bare = (text: string): string => text.normalize('NFKC')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...widths), (text, width) => {
        expect(bare(writeNumbers(text, width))).toBe(bare(text))
      }),
    )
  })

  test('writing twice is writing once', () => {
    const sentence = fc.stringMatching(/^[0-9０-９年月日、a-]{0,20}$/)
    fc.assert(
      fc.property(sentence, fc.constantFrom(...widths), (text, width) => {
        const once = writeNumbers(text, width)
        expect(writeNumbers(once, width)).toBe(once)
      }),
    )
  })
})

test('a number alone', () => {
  expect(widths.map((width) => [3, 12].map((value) => writeNumber(value, width)))).toEqual([
    ['3', '12'],
    ['３', '１２'],
    ['３', '12'],
  ])
})
