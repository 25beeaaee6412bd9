import { describe, expect, test } from 'vitest'
import { compile } from '../../src/expression/compile.ts'
import { checkPath } from '../../src/expression/path.ts'
import { Scope } from '../../src/expression/scope.ts'
import { list, object, optional, type Type } from '../../src/expression/type.ts'
import { book, functions, layout, library, scope, shelf, types, values } from './library.ts'

function read(text: string, over: Readonly<Record<string, unknown>> = {}): unknown {
  const given = { ...values, ...over }
  const program = compile(checkPath(text, scope, types).expr, layout, types, functions)
  return program(new Scope(layout.map((name) => given[name])))
}

describe('a path leads to a typed value', () => {
  test.each<[string, Type, unknown]>([
    ['library', object('Library'), library],
    ['library.books', list(object('Book')), library.books],
    [' book.shelf ', optional(object('Shelf')), shelf],
    ['book.shelf.twin', optional(object('Shelf')), undefined],
    ['book.shelf.capacity', optional({ kind: 'number' }), 5],
    ['since', optional({ kind: 'day' }), undefined],
  ])('%s', (text, type, value) => {
    expect(checkPath(text, scope, types)).toMatchObject({ type, diagnostics: [] })
    expect(read(text)).toBe(value)
  })

  test('it ends where something is not stated', () => {
    expect(read('book.shelf.twin.code', { book: { ...book, shelf: undefined } })).toBeUndefined()
  })
})

test('what a path looks at', () => {
  expect(checkPath('library.favourite.shelf.code', scope, types).reads).toEqual([
    'context',
    'procedure',
    'records',
  ])
})

test.each([
  ['', 'syntax "" 項目の場所が空です'],
  [
    'book..title',
    'syntax "" 「book..title」は項目の場所として読めません。名前を「.」でつないでください',
  ],
  [
    'book.title()',
    'syntax "title()" 「book.title()」は項目の場所として読めません。名前を「.」でつないでください',
  ],
  [
    'book . title',
    'syntax "book " 「book . title」は項目の場所として読めません。名前を「.」でつないでください',
  ],
  [
    ' bok.title',
    'unknown-name "bok" 「bok」という名前はありません（「book」の誤りではありませんか）',
  ],
  [
    'book.titel',
    'unknown-field "titel" 「本」に項目「titel」はありません（「title」の誤りではありませんか）',
  ],
  [
    'book.shelf.cod',
    'unknown-field "cod" 「書架」に項目「cod」はありません（「code」の誤りではありませんか）',
  ],
  ['library.books.title', 'unknown-field "title" 「books」は一覧なので、その先の項目は書けません'],
  ['book.title.length', 'unknown-field "length" 文字列には項目がないので「.length」は書けません'],
  ['book.constructor', 'unknown-field "constructor" 「本」に項目「constructor」はありません'],
  ['__proto__.title', 'unknown-name "__proto__" 「__proto__」という名前はありません'],
])('%j is refused at its place, also inside a longer text', (text, complaint) => {
  const { diagnostics } = checkPath(text, scope, types, 100)
  const told = diagnostics.map(
    ({ code, start, end, message }) => `${code} "${text.slice(start - 100, end - 100)}" ${message}`,
  )
  expect(told).toEqual([complaint])
})

test('what follows a name that failed raises nothing more', () => {
  expect(checkPath('broken.anything', scope, types).diagnostics).toEqual([])
})
