import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../src/calendar/day.ts'
import { monthRange } from '../../src/calendar/fiscal.ts'
import { Period } from '../../src/calendar/period.ts'
import type { CheckedExpr } from '../../src/expression/checked.ts'
import { compile } from '../../src/expression/compile.ts'
import {
  ExpressionBudgetError,
  Lazy,
  Scope,
  StaleExpressionError,
} from '../../src/expression/scope.ts'
import { AtLeast, SomeDay, Unknown } from '../../src/finding/unknown.ts'
import {
  book,
  checkText,
  functions,
  layout,
  library,
  nobodyKnows,
  run,
  shelf,
  types,
  values,
} from './library.ts'

describe('known values', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3 - 8 / 4', 5],
    ['-book.pages', -620],
    ['library.name + "分館"', '架空町立図書館分館'],
    ['[1] + [2, 3]', [1, 2, 3]],
    ['library.books.filter(b, b.isThick()).map(b, b.title)', ['架空町の歴史']],
    ['library.books.exists_one(b, b.genre == "novel")', true],
    ['library.books.exists_one(b, b.pages > 1)', false],
    ['library.shelves.all(s, s.capacity > 0)', false],
    ['[].all(x, x == 1)', true],
    ['[].exists(x, x == 1)', false],
    ['library.books.map(b, b.pages).sum() / 60', 740 / 60],
    ['[].sum()', 0],
    ['[[1, 2], [3]].map(inner, inner.map(n, n * 10).sum())', [30, 30]],
    ['[1, 2].map(a, [10, 20].filter(b, b > a * 10).map(c, a + c))', [[21], []]],
    ['book.tags.join()', '郷土、ﾏﾁ'],
    ['book.tags.join("・")', '郷土・ﾏﾁ'],
    ['minus([1, 2, 2, 3], [2])', [1, 3]],
    ['minus(book.tags, ["マチ"])', ['郷土']],
    ['minus([period("P12M"), period("P1D")], [limit]).size()', 1],
    ['size("𠮷野家")', 3],
  ])('%s', (expression, value) => {
    expect(run(expression)).toEqual(value)
  })

  test('texts are compared without regard to width, words as they are', () => {
    expect(run('shelf.code == "A-1"')).toBe(true)
    expect(run('shelf.code != "A-1"')).toBe(false)
    expect(run('"マチ" in book.tags')).toBe(true)
    expect(run('book.tags == ["郷土", "マチ"]')).toBe(true)
    expect(run('shelf.code.startsWith("A")')).toBe(true)
    expect(run('library.name.contains("町立")')).toBe(true)
    expect(run('book.genre == "history"')).toBe(true)
  })

  test('objects are compared by identity', () => {
    expect(run('shelf in library.shelves')).toBe(true)
    expect(run('book in library.books && library.books.exists(b, b == book)')).toBe(true)
    expect(run('shelf == shelf')).toBe(true)
    expect(run('book in library.books', { book: { ...book } })).toBe(false)
    expect(run('refers(book.shelf, shelf)', { shelf: { ...shelf } })).toBe(false)
  })

  test('days follow the calendar, periods only where the calendar is certain', () => {
    expect(run('book.acquired >= day("令和2年4月1日")')).toBe(true)
    expect(run('book.acquired < day("2020-04-01")')).toBe(false)
    expect(run('period("P180D") < period("P6M")')).toBe(true)
    expect(run('period("P12M") == limit && !(period("P12M") != limit)')).toBe(true)
    expect(run('limit > period("P364D") && limit >= period("P365D")')).toBe(true)
    expect(run('period("P28D") <= period("P1M")')).toBe(true)
    const undecidable = new Unknown([], 'undecidable')
    for (const operator of ['<', '<=', '>', '>=', '==', '!=']) {
      expect(run(`period("P183D") ${operator} period("P6M")`)).toEqual(undecidable)
    }
  })

  test('nothing can be divided by zero', () => {
    expect(run('1 / (book.pages - 620)')).toEqual(new Unknown([], 'undecidable'))
  })
})

describe('what is not stated', () => {
  const bare = { ...book, shelf: undefined, checkedEvery: undefined }
  test.each<[string, unknown]>([
    ['stated(book.shelf)', false],
    ['known(book.shelf)', true],
    ['default(book.checkedEvery, limit) == limit', true],
    ['default(book.shelf, shelf) == shelf', true],
    ['refers(book.shelf, shelf)', false],
    ['stated(book.shelf) && book.shelf.capacity > 1', false],
    ['!stated(book.shelf) || book.shelf.capacity > 1', true],
    ['[book].filter(b, stated(b.shelf)).map(b, b.shelf.capacity)', []],
    ['olderThan(since, limit)', false],
    ['stated(since)', false],
  ])('%s', (expression, value) => {
    expect(run(expression, { book: bare })).toEqual(value)
  })

  test('a field that its type promises and the model leaves out decides nothing', () => {
    const unreadable = new Unknown([{ kind: 'procedure', path: 'Book.title' }], 'unreadable')
    expect(run('book.title == ""', { book: { pages: 1 } })).toEqual(unreadable)
  })
})

describe('what nobody wrote down', () => {
  const loans = new Unknown([{ kind: 'records', path: 'loans' }])
  const chart = new Unknown([{ kind: 'context', path: 'shelves' }])
  const both = new Unknown([...loans.missing, ...chart.missing])
  const dark = { ...book, pages: loans, shelf: chart, title: chart, tags: loans }
  const half = { ...library, books: [book, loans] }
  const atLeast = (least: number): AtLeast => new AtLeast(least, loans)
  test.each<[string, unknown]>([
    ['book.pages > 1', loans],
    ['book.pages == 1', loans],
    ['book.pages != 1', loans],
    ['-book.pages', loans],
    ['book.pages + size(book.title)', both],
    ['!(book.pages > 1)', loans],
    ['book.pages > 1 && false', false],
    ['false && book.pages > 1', false],
    ['book.pages > 1 || true', true],
    ['book.pages > 1 && book.title == ""', both],
    ['book.pages > 1 ? 1 : 1', loans],
    ['true ? 1 : book.pages', 1],
    ['known(book.shelf)', false],
    ['known(book.shelf) && stated(book.shelf)', false],
    ['stated(book.shelf)', chart],
    ['default(book.shelf, shelf)', chart],
    ['refers(book.shelf, shelf)', chart],
    ['stated(book.shelf) && book.shelf.capacity > 1', chart],
    ['book.isThick()', false],
    ['[library.shelves.exists(s, s.isFull(library)), false].size()', 2],
    ['library.shelves.filter(s, s.capacity == 0).all(s, s.isFull(library))', loans],
    ['book.tags.size()', loans],
    ['book.tags.exists(t, t == "")', loans],
    ['"a" in book.tags', loans],
    ['book.title in ["a"]', chart],
    ['[book.title] == ["a"]', chart],
    ['[book.title, "a"] == ["b", "b"]', chart],
    ['[book.title, "a"] == []', false],
    ['[] == [book.title, "a"]', false],

    ['half.books.exists(b, b.pages > 1)', true],
    ['half.books.exists(b, b.pages > 1000)', loans],
    ['half.books.all(b, b.pages > 1)', loans],
    ['half.books.all(b, b.pages > 1000)', false],
    ['half.books.exists_one(b, b.pages > 1)', loans],
    ['(half.books + half.books).exists_one(b, b.pages > 1)', false],
    ['half.books.filter(b, b.pages > 1)', [book, loans]],
    ['half.books.filter(b, b.pages > 1000)', [loans]],
    ['half.books.map(b, b.pages)', [book.pages, loans]],
    ['half.books.map(b, b.pages).sum()', loans],
    ['half.books.filter(b, b.pages > 1).map(b, b.title).join()', loans],
    ['[book, book].filter(b, b.pages > 1)', [loans]],
    ['half.books == []', false],
    ['written(half.books)', [book]],
    ['half.books.written()', [book]],
    ['written(half.books).all(b, b.pages > 1)', true],
    ['minus(half.books, [])', [book, loans]],
    ['minus(half.books, half.books)', [loans]],
    ['minus([book], half.books)', []],
    ['minus(half.books.map(b, b.title), ["a"])', [book.title, loans]],
    ['minus(["a", "b"], half.books.map(b, b.title))', [loans]],
    ['half.books.size()', atLeast(1)],
    ['half.books.filter(b, b.pages > 1000).size()', atLeast(0)],
    ['half.books.size() + 1', loans],
    ['-half.books.size()', loans],
    ['half.books.size() == 0', false],
    ['half.books.size() == 1', atLeast(1)],
    ['half.books.size() != 0', true],
    ['half.books.size() != 1', atLeast(1)],
    ['half.books.size() > 0', true],
    ['half.books.size() > 1', atLeast(1)],
    ['half.books.size() >= 1', true],
    ['half.books.size() >= 2', atLeast(1)],
    ['half.books.size() < 1', false],
    ['half.books.size() < 2', atLeast(1)],
    ['half.books.size() <= 0', false],
    ['half.books.size() <= 1', atLeast(1)],
    ['0 < half.books.size()', true],
    ['1 < half.books.size()', atLeast(1)],
    ['1 <= half.books.size()', true],
    ['0 == half.books.size()', false],
    ['half.books.size() == half.books.size()', loans],
    ['half.books.size() < book.pages', atLeast(1)],
  ])('%s', (expression, value) => {
    const text = expression.replaceAll('half', 'library')
    const over = text === expression ? { book: dark } : { library: half }
    expect(run(text, over)).toEqual(value)
  })

  test('an element found is found, whatever else is not known', () => {
    expect(run('book in library.books', { library: half })).toBe(true)
    expect(run('book in library.books', { library: { ...library, books: [loans] } })).toEqual(loans)
    expect(run('book == book', { book: loans })).toEqual(loans)
  })

  test('only Unknown is a value: a broken model is not hidden', () => {
    const broken = {
      get books(): never {
        throw new TypeError('broken model')
      },
    }
    expect(() => run('library.books.size()', { library: broken })).toThrow(TypeError)
  })
})

/** Three values and how `&&`, `||` and `!` must treat them, told without the evaluator. */
type Truth = 'true' | 'false' | 'unknown'
interface Formula {
  readonly text: string
  readonly truth: Truth
}

const atoms: readonly Formula[] = [
  { text: 'true', truth: 'true' },
  { text: 'false', truth: 'false' },
  { text: '(shelf.capacity > 0)', truth: 'unknown' },
]
const rank: Readonly<Record<Truth, number>> = { false: 0, unknown: 1, true: 2 }
const least = (truths: readonly Truth[]): Truth =>
  truths.reduce((a, b) => (rank[a] <= rank[b] ? a : b), 'true')
const most = (truths: readonly Truth[]): Truth =>
  truths.reduce((a, b) => (rank[a] >= rank[b] ? a : b), 'false')
const opposite: Readonly<Record<Truth, Truth>> = {
  true: 'false',
  false: 'true',
  unknown: 'unknown',
}

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...atoms),
    tie('formula').map(({ text, truth }) => ({ text: `!${text}`, truth: opposite[truth] })),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => ({
      text: `(${a.text} && ${b.text})`,
      truth: least([a.truth, b.truth]),
    })),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => ({
      text: `(${a.text} || ${b.text})`,
      truth: most([a.truth, b.truth]),
    })),
    fc.array(tie('formula'), { maxLength: 3 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(', ')}].exists(x, x == true)`,
      truth: most(items.map(({ truth }) => truth)),
    })),
    fc.array(tie('formula'), { maxLength: 3 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(', ')}].all(x, x == true)`,
      truth: least(items.map(({ truth }) => truth)),
    })),
    fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([a, b, c]) => ({
      text: `(${a.text} ? ${b.text} : ${c.text})`,
      truth: a.truth === 'unknown' ? 'unknown' : a.truth === 'true' ? b.truth : c.truth,
    })),
  ),
}))

test('logic over three values is the logic of the least and the greatest', () => {
  const dark = { ...shelf, capacity: nobodyKnows }
  fc.assert(
    fc.property(formula, ({ text, truth }) => {
      const value = run(text, { shelf: dark })
      expect(value instanceof Unknown ? 'unknown' : String(value)).toBe(truth)
    }),
    { numRuns: 500 },
  )
})

describe('scopes', () => {
  const program = (text: string, names: readonly string[] = layout) =>
    compile(checkText(text).expr, names, types, functions)

  test('a let is computed once, when it is read', () => {
    let computed = 0
    const limit = new Lazy(() => {
      computed += 1
      return new Period(12, 0)
    })
    const scope = new Scope(layout.map((name) => (name === 'limit' ? limit : values[name])))
    expect(program('false && limit > period("P1D")')(scope)).toBe(false)
    expect(computed).toBe(0)
    expect(program('limit > period("P1D") && limit < period("P2Y")')(scope)).toBe(true)
    expect(computed).toBe(1)
  })

  test('a let with a macro of its own leaves the macro around it alone', () => {
    const let_ = program('[1, 2].map(n, n * 10).sum() > 0 ? period("P1Y") : period("P1D")')
    const slots = new Scope(layout.map((name) => values[name]))
    slots.slots[layout.indexOf('limit')] = new Lazy(let_)
    const text = '[1, 2].map(a, limit > period("P1D") ? a : 0)'
    expect(program(text)(slots)).toEqual([1, 2])
  })

  test('a rule that would never end is stopped', () => {
    const many = Array.from({ length: 200 }, () => '1').join(', ')
    const text = `[${many}].all(a, [${many}].all(b, [${many}].all(c, a + b + c > 0)))`
    const scope = new Scope(layout.map((name) => values[name]))
    expect(() => program(text)(scope)).toThrow(ExpressionBudgetError)
  })

  test('long lists cost their length also inside functions', () => {
    const long = { ...library, books: Array.from({ length: 3_000_000 }, () => book) }
    expect(() =>
      run('[1, 2].all(n, book in library.books || n > library.books.size())', {
        library: long,
        book: {},
      }),
    ).toThrow(ExpressionBudgetError)
  })

  test.each<[string, CheckedExpr]>([
    ['a name', { op: 'name', name: 'constructor' }],
    [
      'a field',
      { op: 'field', object: { op: 'name', name: 'book' }, type: 'Book', field: 'toString' },
    ],
    [
      'a type',
      { op: 'field', object: { op: 'name', name: 'book' }, type: '__proto__', field: 'title' },
    ],
    ['an overload', { op: 'call', name: 'size', overload: 'size(bool)', args: [] }],
    ['a function', { op: 'call', name: 'valueOf', overload: 'valueOf()', args: [] }],
    ['sense', { op: 'invalid' }],
  ])('a stored expression that lacks %s is refused', (_, expr) => {
    expect(() => compile(expr, layout, types, functions)).toThrow(StaleExpressionError)
  })
})

describe('a day of which only the month is known', () => {
  const month = monthRange(1999, 12, 1) ?? { from: '', to: '' }
  const december = new SomeDay([{ kind: 'records', path: 'acquired' }], month)
  const unknown = new Unknown(december.missing, 'rough')
  const days = Array.from({ length: 31 }, (_, nth) => addDays(december.from as Day, nth))
  const on = (text: string, acquired: unknown): unknown =>
    run(text, { book: { ...book, acquired } })
  const others = ['1999-11-30', '1999-12-01', '1999-12-15', '1999-12-31', '2000-01-01']
  const compared = ['<', '<=', '>', '>=', '==', '!='].flatMap((sign) =>
    others.flatMap((day) => [
      `book.acquired ${sign} day("${day}")`,
      `day("${day}") ${sign} book.acquired`,
    ]),
  )

  test('what is the same for every day of it is known, and nothing else is', () => {
    for (const text of [...compared, 'olderThan(book.acquired, limit)']) {
      const each = new Set(days.map((acquired) => on(text, acquired)))
      const verdict = each.size === 1 ? [...each][0] : unknown
      expect({ text, verdict: on(text, december) }).toEqual({ text, verdict })
    }
    expect(on('book.acquired == book.acquired', december)).toEqual(unknown)
  })

  test('it is stated, and what is chosen by it does not lie where it lies', () => {
    expect(run('stated(since)', { since: december })).toBe(true)
    const chosen = 'book.acquired < day("1999-12-15") ? book.acquired : book.acquired'
    expect(on(chosen, december)).toEqual(unknown)
    expect(on('default(since, book.acquired) < day("2000-01-01")', december)).toBe(true)
  })
})
