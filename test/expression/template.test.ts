import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Scope } from '../../src/expression/scope.ts'
import {
  checkTemplate,
  compileTemplate,
  type Print,
  type TemplatePart,
} from '../../src/expression/template.ts'
import { Unknown } from '../../src/finding/unknown.ts'
import { layout, nobodyKnows, scope, types, values } from './library.ts'

const print: Print = (value, shape) =>
  value instanceof Unknown
    ? '不明'
    : value === undefined
      ? '記載なし'
      : `<${JSON.stringify(shape)} ${typeof value === 'string' || typeof value === 'number' ? value : 'thing'}>`

function render(text: string, over: Readonly<Record<string, unknown>> = {}): string {
  const { parts } = checkTemplate(text, scope, types)
  const stored = JSON.parse(JSON.stringify(parts)) as readonly TemplatePart[]
  const given = { ...values, ...over }
  return compileTemplate(stored, layout, types)(new Scope(layout.map((name) => given[name])), print)
}

describe('a message prints its values', () => {
  test.each([
    ['そのままの文', 'そのままの文'],
    ['', ''],
    [
      '{{ book.title }}は{{book.pages}}ページ',
      '<{"kind":"text"} 架空町の歴史>は<{"kind":"number"} 620>ページ',
    ],
    ['{{ book.genre }}', '<{"kind":"word","vocabulary":"genres"} history>'],
    ['{{ library.books }}', '<{"kind":"list","of":{"kind":"object","name":"Book"}} thing>'],
    ['{{ book.shelf.code }}', '<{"kind":"optional","of":{"kind":"text"}} Ａ－１>'],
    ['{{ since }}', '記載なし'],
    ['{ 一重 } と }', '{ 一重 } と }'],
  ])('%s', (text, result) => {
    expect(render(text)).toBe(result)
  })

  test('also what nobody knows', () => {
    expect(render('{{ book.title }}です', { book: { title: nobodyKnows } })).toBe('不明です')
  })
})

test.each([
  [
    '{{ bok.title }} {{ book.titel }}',
    [
      'unknown-name "bok" 「bok」という名前はありません（「book」の誤りではありませんか）',
      'unknown-field "titel" 「本」に項目「titel」はありません（「title」の誤りではありませんか）',
    ],
  ],
  [
    '{{ book.pages + 1 }}',
    [
      'syntax "pages + 1" 「book.pages + 1」は項目の場所として読めません。名前を「.」でつないでください',
    ],
  ],
  ['長さは{{ book.pages', ['syntax "{{ book.pages" 「{{」が「}}」で閉じられていません']],
  [
    '{{ book.pages } {{ book.title }}',
    ['syntax "{{ book.pages } " 「{{」が「}}」で閉じられていません'],
  ],
  ['{ book.title }}です', ['syntax "}}" 対応する「{{」のない「}}」があります']],
  ['{{}}', ['syntax "" 項目の場所が空です']],
])('%s is refused', (text, expected) => {
  const { diagnostics } = checkTemplate(text, scope, types)
  expect(
    diagnostics.map(
      ({ code, start, end, message }) => `${code} "${text.slice(start, end)}" ${message}`,
    ),
  ).toEqual(expected)
})

test('what a message looks at', () => {
  expect(checkTemplate('{{ book.title }}{{ shelf.code }}', scope, types).reads).toEqual([
    'procedure',
    'records',
  ])
})

test('no text makes it throw', () => {
  const piece = fc.constantFrom('{{', '}}', '{', '}', 'book', '.', 'title', ' ', '__proto__', '𠮷')
  const pieces = fc.array(piece).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (text) => {
      const { parts, diagnostics } = checkTemplate(text, scope, types)
      for (const { start, end } of diagnostics) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }
      if (diagnostics.length === 0) compileTemplate(parts, layout, types)
    }),
    { numRuns: 2000 },
  )
})
