import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from '../../src/source/csv.ts'

const texts = (text: string): readonly (readonly string[])[] =>
  parseCsv(text).map((row) => row.map((field) => field.text))

test.each([
  ['', []],
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,\n\n,b\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a,', [['a', '']]],
  ['"a,b","c\nd","e""f",""', [['a,b', 'c\nd', 'e"f', '']]],
  ['""\n', [['']]],
  ['名前,"あ"\n', [['名前', 'あ']]],
])('%j', (text, rows) => {
  expect(texts(text)).toEqual(rows)
})

test('a field knows its place, quotes included', () => {
  const [row = []] = parseCsv('a,"b ""c"""\n')
  expect(row).toEqual([
    { text: 'a', start: 0, end: 1 },
    { text: 'b "c"', start: 2, end: 11 },
  ])
})

test('a quote that is not closed, and text after a closed one, are told', () => {
  const fault = (code: string, start: number, end: number) => ({ fault: { code, start, end } })
  expect(parseCsv('a\n"b')).toEqual([
    [{ text: 'a', start: 0, end: 1 }],
    [{ text: 'b', start: 2, end: 4, ...fault('open-quote', 2, 3) }],
  ])
  expect(parseCsv('"a"b,c')).toEqual([
    [
      { text: 'a', start: 0, end: 4, ...fault('stray-quote', 0, 4) },
      { text: 'c', start: 5, end: 6 },
    ],
  ])
})

test('whatever is written comes back', () => {
  const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(rows, (written) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
      const text = written.map((row) => row.map(quoted).join(',')).join('\r\n')
      expect(texts(text)).toEqual(written)
    }),
  )
})

test('no text whatever hangs it', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseCsv(text)))
})
