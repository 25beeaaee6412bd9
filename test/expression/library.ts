import { parsePeriod, Period } from '../../src/calendar/period.ts'
import { check, type CheckOptions, type Checked } from '../../src/expression/check.ts'
import { compile } from '../../src/expression/compile.ts'
import { functionTable } from '../../src/expression/functions.ts'
import { parse } from '../../src/expression/parse.ts'
import { Scope } from '../../src/expression/scope.ts'
import {
  bool,
  day,
  type Field,
  type FunctionDeclaration,
  type Input,
  list,
  number,
  object,
  type ObjectType,
  optional,
  period,
  text,
  type Type,
  type TypeTable,
  word,
} from '../../src/expression/type.ts'
import { Unknown } from '../../src/finding/unknown.ts'

/** A small invented world, a public library, that has every kind of type. */
export const genre = word('genres', ['novel', 'history', 'children'])
export const shelfKind = word('shelfKinds', ['open', 'closed'])

/** Where a book's keeper would be written; thrown by the model of this world. */
export const nobodyKnows = new Unknown([{ kind: 'records', path: 'loans' }])

export interface Book {
  readonly title: string
  readonly genre: string
  readonly pages: number
  readonly acquired: string
  readonly checkedEvery?: Period
  readonly shelf?: Shelf
  readonly tags: readonly string[]
}

export interface Shelf {
  readonly code: string
  readonly kind: string
  readonly capacity: number
  readonly twin?: Shelf
}

export interface Library {
  readonly name: string
  readonly books: readonly (Book | Unknown)[]
  readonly shelves: readonly Shelf[]
}

/** Fields read as properties; `Unknown` found there is thrown, as the real model does. */
function fields(input: Input, table: Readonly<Record<string, Type>>): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(table).map(([name, type]) => {
      const read = (owner: object): unknown => {
        const value: unknown = Object.hasOwn(owner, name) ? Reflect.get(owner, name) : undefined
        if (value instanceof Unknown) throw value
        return value
      }
      return [name, { type, inputs: [input], read }]
    }),
  )
}

const objectTypes: readonly ObjectType[] = [
  {
    name: 'Library',
    label: '図書館',
    fields: fields('context', {
      name: text,
      books: list(object('Book')),
      shelves: list(object('Shelf')),
      favourite: optional(object('Book')),
    }),
  },
  {
    name: 'Book',
    label: '本',
    fields: fields('procedure', {
      title: text,
      genre,
      pages: number,
      acquired: day,
      lost: optional(bool),
      checkedEvery: optional(period),
      lentUntil: optional(day),
      shelf: optional(object('Shelf')),
      tags: list(text),
      genres: list(genre),
      loans: { kind: 'number' },
    }),
  },
  {
    name: 'Shelf',
    label: '書架',
    fields: fields('records', {
      code: text,
      kind: shelfKind,
      capacity: number,
      twin: optional(object('Shelf')),
    }),
  },
]

export const types: TypeTable = new Map(objectTypes.map((type) => [type.name, type]))

const domain: readonly FunctionDeclaration[] = [
  {
    name: 'isThick',
    method: true,
    parameters: [object('Book')],
    result: bool,
    inputs: ['standard'],
    apply: (book: Book) => book.pages > 500,
  },
  {
    name: 'isFull',
    method: true,
    parameters: [object('Shelf'), object('Library')],
    result: bool,
    inputs: ['notice'],
    apply: (shelf: Shelf) => {
      if (shelf.capacity === 0) throw nobodyKnows
      return shelf.capacity < 10
    },
  },
  {
    name: 'olderThan',
    method: false,
    parameters: [optional(day), period],
    result: bool,
    inputs: [],
    apply: (since: string | undefined, than: Period) =>
      since !== undefined && since < '2000-01-01' && than.months > 0,
  },
  {
    name: 'ofGenre',
    method: false,
    parameters: [object('Library'), genre],
    result: list(object('Book')),
    inputs: ['procedure'],
    apply: (library: { books: readonly Book[] }, wanted: string) =>
      library.books.filter((book) => book.genre === wanted),
  },
]

export const functions = functionTable(domain)

export const scope: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['library', object('Library')],
  ['book', object('Book')],
  ['shelf', object('Shelf')],
  ['limit', period],
  ['broken', { kind: 'any' }],
  ['since', optional(day)],
])
export const layout = [...scope.keys()]

export const shelf: Shelf = { code: 'Ａ－１', kind: 'open', capacity: 5 }
export const book: Book = {
  title: '架空町の歴史',
  genre: 'history',
  pages: 620,
  acquired: '2020-04-01',
  checkedEvery: new Period(6, 0),
  shelf,
  tags: ['郷土', 'ﾏﾁ'],
}
const novel: Book = {
  title: '存在しない物語',
  genre: 'novel',
  pages: 120,
  acquired: '1999-03-31',
  tags: [],
}
export const library: Library & { readonly favourite?: Book } = {
  name: '架空町立図書館',
  books: [book, novel],
  shelves: [shelf, { code: 'B-1', kind: 'closed', capacity: 0, twin: shelf }],
}

export const values: Readonly<Record<string, unknown>> = {
  library,
  book,
  shelf,
  limit: parsePeriod('P1Y'),
  since: undefined,
}

/** Parses and checks; what either found. */
export function checkText(text: string, options: CheckOptions = {}): Checked {
  const parsed = parse(text)
  const checked = check(parsed.expr, scope, types, functions, options)
  return { ...checked, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] }
}

/** What is wrong in an expression, as `code "the words it points at" message`. */
export function complaints(text: string, options?: CheckOptions): string[] {
  return checkText(text, options).diagnostics.map(
    ({ code, message, start, end }) => `${code} "${text.slice(start, end)}" ${message}`,
  )
}

/** Checks, stores as JSON, compiles and runs an expression over the library. */
export function run(text: string, over: Readonly<Record<string, unknown>> = {}): unknown {
  const checked = checkText(text)
  if (checked.diagnostics.length > 0) throw new Error(complaints(text).join('\n'))
  const stored = JSON.parse(JSON.stringify(checked.expr)) as typeof checked.expr
  const program = compile(stored, layout, types, functions)
  const given = { ...values, ...over }
  return program(new Scope(layout.map((name) => given[name])))
}
