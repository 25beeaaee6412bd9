import { describe, expect, test } from 'vitest'
import { bool, list, number, object, text } from '../../src/expression/type.ts'
import { checkText, complaints, genre } from './library.ts'

describe('types', () => {
  test.each([
    ['1 + 2 * 3 / 4 - -1', number],
    ['library.name + "館"', text],
    ['library.books', list(object('Book'))],
    ['library.books.filter(b, b.isThick())', list(object('Book'))],
    ['library.books.map(b, b.genre)', list(genre)],
    ['minus(library.books, [])', list(object('Book'))],
    ['book.genre == "novel" ? book.genre : "history"', genre],
    ['default(book.shelf, shelf)', object('Shelf')],
    ['library.ofGenre', { kind: 'any' }],
    ['[book.genre, "novel"]', list(genre)],
    ['[[], [book]]', list(list(object('Book')))],
    ['book == library.books', bool],
  ])('%s', (expression, type) => {
    expect(checkText(expression).type).toEqual(type)
  })
})

describe('good expressions raise nothing', () => {
  test.each([
    'library.books.exists(b, b.genre == "novel" && b.pages > 100)',
    'library.books.all(b, b.genre in ["novel", "history"])',
    '"novel" in book.genres && [] == book.tags',
    'stated(book.shelf) && refers(book.shelf, shelf)',
    'stated(book.shelf) && book.shelf.kind == "open"',
    '!stated(book.shelf) || book.shelf.kind == "open"',
    'stated(book.shelf) && stated(book.shelf.twin) && book.shelf.twin.capacity > 0',
    'stated(book.shelf) ? book.shelf.capacity > 1 : false',
    'known(book.shelf) && stated(book.shelf) && known(library.books)',
    'refers(book.shelf, shelf) && book.shelf.capacity > 1',
    'library.books.filter(b, stated(b.shelf)).map(k, k.shelf.capacity).sum() > 10',
    'library.books.filter(b, stated(b.lentUntil)).filter(b, b.pages > 1).all(b, b.lentUntil < day("2024-04-01"))',
    'stated(since) && since >= day("令和6年4月1日")',
    'default(book.checkedEvery, period("P1Y")) <= limit',
    'library.shelves.exists(s, s.isFull(library))',
    'olderThan(book.lentUntil, limit) || olderThan(book.acquired, limit)',
    'ofGenre(library, "novel").size() == 0 && size(book.tags) == size("𠮷")',
    'book.title.contains("歴史") && book.title.startsWith(library.name)',
    'book.tags.join("・") == book.tags.join()',
    'broken.anything.goes(1).exists(x, x.y == broken)',
  ])('%s', (expression) => {
    expect(complaints(expression, { expected: bool })).toEqual([])
  })
})

describe('mistakes are named at their place', () => {
  test.each([
    [
      'libary.books',
      [
        'unknown-name "libary" 「libary」という名前はありません（「library」の誤りではありませんか）',
      ],
    ],
    ['nobody', ['unknown-name "nobody" 「nobody」という名前はありません']],
    [
      'book.page > 1',
      ['unknown-field "page" 「本」に項目「page」はありません（「pages」の誤りではありませんか）'],
    ],
    ['book.title.size', ['unknown-field "size" 文字列には項目がないので「.size」は書けません']],
    [
      'library.books.title',
      [
        'unknown-field "title" 一覧から「title」は取り出せません。exists や map で一つずつたどってください',
      ],
    ],
    [
      'library.books.size == 1',
      ['unknown-field "size" 「size」は項目ではなく関数です。size(…) と書いてください'],
    ],
    [
      'book.isThick',
      ['unknown-field "isThick" 「isThick」は項目ではなく関数です。isThick(…) と書いてください'],
    ],
    [
      'book.title()',
      ['unknown-function "title" 「title」は関数ではなく項目です。かっこを外してください'],
    ],
    [
      'book.isThik()',
      [
        'unknown-function "isThik" 「isThik」という関数はありません（「isThick」の誤りではありませんか）',
      ],
    ],
    [
      'library.books.exist(b, b.isThick())',
      [
        'unknown-function "exist" 「exist」という関数はありません（「exists」の誤りではありませんか）',
        'unknown-name "b" 「b」という名前はありません',
        'unknown-name "b" 「b」という名前はありません',
      ],
    ],
    [
      'state(book.shelf)',
      [
        'unknown-function "state" 「state」という関数はありません（「stated」の誤りではありませんか）',
      ],
    ],
    ['isThick(book)', ['unknown-function "isThick" 「isThick」は 対象.isThick(…) の形で書きます']],
    [
      'library.ofGenre("novel")',
      ['unknown-function "ofGenre" 「ofGenre」は ofGenre(…) の形で書きます'],
    ],
    ['book.shelf.stated()', ['wrong-arguments "stated" 「stated」は stated(項目) の形で書きます']],
    ['shelf.isThick()', ['wrong-type "isThick" 「書架」に関数「isThick」は使えません']],
    [
      'shelf.isFull()',
      ['wrong-arguments "shelf.isFull()" 関数「isFull」に渡す値は1個です（0個あります）'],
    ],
    [
      'shelf.isFull(book)',
      ['wrong-type "book" 関数「isFull」の1番目は「図書館」ですが、「本」が渡されています'],
    ],
    [
      'stated(book.shelf, 1)',
      ['wrong-arguments "stated(book.shelf, 1)" 関数「stated」に渡す値は1個です（2個あります）'],
    ],
    ['book.tags.join(1)', ['wrong-type "1" 関数「join」の1番目は文字列ですが、数が渡されています']],
    [
      'book.tags.join("", "")',
      ['wrong-arguments "book.tags.join("", "")" 関数「join」に渡す値は0か1個です（2個あります）'],
    ],
    [
      'minus(library.books, library.shelves)',
      [
        'wrong-type "minus(library.books, library.shelves)" 「本」の一覧と「書架」の一覧は比べられません',
      ],
    ],

    [
      'book.genre == "novell"',
      [
        'unknown-word ""novell"" 語彙「genres」に「novell」という語はありません（「novel」の誤りではありませんか）',
      ],
    ],
    [
      '"romance" != book.genre',
      ['unknown-word ""romance"" 語彙「genres」に「romance」という語はありません'],
    ],
    [
      'book.genre in ["novel", "histroy"]',
      [
        'unknown-word ""histroy"" 語彙「genres」に「histroy」という語はありません（「history」の誤りではありませんか）',
      ],
    ],
    [
      '"open" in book.genres',
      ['unknown-word ""open"" 語彙「genres」に「open」という語はありません'],
    ],
    [
      '["novels"] == book.genres',
      [
        'unknown-word ""novels"" 語彙「genres」に「novels」という語はありません（「novel」の誤りではありませんか）',
      ],
    ],
    [
      '(shelf.capacity > 1 ? "novel" : "childen") == book.genre',
      [
        'unknown-word ""childen"" 語彙「genres」に「childen」という語はありません（「children」の誤りではありませんか）',
      ],
    ],
    [
      'ofGenre(library, "novl").size() == 0',
      [
        'unknown-word ""novl"" 語彙「genres」に「novl」という語はありません（「novel」の誤りではありませんか）',
      ],
    ],
    [
      '["novel", "x", book.genre].size() == 1',
      ['unknown-word ""x"" 語彙「genres」に「x」という語はありません'],
    ],
    [
      '["novel", "x"].exists(g, g == book.genre)',
      ['unknown-word "g" 語彙「genres」に「x」という語はありません'],
    ],
    [
      'book.genre == shelf.kind',
      [
        'wrong-type "book.genre == shelf.kind" 語彙「genres」の語と語彙「shelfKinds」の語は比べられません',
      ],
    ],

    [
      'book.shelf == shelf',
      [
        'not-stated "book.shelf" 「book.shelf」は書かれていないことがある項目です。stated(…) か default(…, 値) を使ってください',
      ],
    ],
    [
      'book.shelf.code == "A"',
      [
        'not-stated "book.shelf" 「book.shelf」は書かれていないことがあるので、その先の項目は読めません。stated(…) && … の形で先に確かめてください',
      ],
    ],
    [
      'stated(book.shelf) || book.shelf.code == "A"',
      [
        'not-stated "book.shelf" 「book.shelf」は書かれていないことがあるので、その先の項目は読めません。stated(…) && … の形で先に確かめてください',
      ],
    ],
    [
      'book.lost || true',
      [
        'not-stated "book.lost" 「book.lost」は書かれていないことがある項目です。stated(…) か default(…, 値) を使ってください',
      ],
    ],
    [
      'size(since)',
      [
        'not-stated "since" 「since」は書かれていないことがある項目です。stated(…) か default(…, 値) を使ってください',
      ],
    ],
    [
      'stated(book.title)',
      ['always-stated "book.title" いつも書かれている「book.title」に stated(…) は要りません'],
    ],
    [
      'default(book.tags, [])',
      [
        'always-stated "book.tags" 一覧はいつもあります。空かどうかは size() == 0 で確かめてください',
      ],
    ],
    [
      'refers(shelf, shelf)',
      ['always-stated "shelf" いつも書かれている項目です。== で比べてください'],
    ],
    [
      'refers(book.shelf, book)',
      ['wrong-type "refers(book.shelf, book)" 「書架」と「本」は比べられません'],
    ],
    [
      'refers(book.lentUntil, day("2024-04-01"))',
      ['wrong-type "book.lentUntil" 関数「refers」の1番目は部分ですが、日付が渡されています'],
    ],
    ['default(book.shelf, 0)', ['wrong-type "0" ここには「書架」が必要ですが、これは数です']],

    ['book == shelf', ['wrong-type "book == shelf" 「本」と「書架」は比べられません']],
    ['book.pages == "1"', ['wrong-type "book.pages == "1"" 数と文字列は比べられません']],
    [
      'book.title < "a"',
      ['wrong-type "book.title < "a"" 文字列に大小はありません。比べられるのは数、日付、期間です'],
    ],
    [
      'book < book',
      ['wrong-type "book < book" 「本」に大小はありません。比べられるのは数、日付、期間です'],
    ],
    ['book.acquired - limit', ['wrong-type "book.acquired - limit" 日付と期間に「-」は使えません']],
    ['book.acquired <= limit', ['wrong-type "book.acquired <= limit" 日付と期間は比べられません']],
    ['book in [shelf]', ['wrong-type "book in [shelf]" 「本」と「書架」は比べられません']],
    ['1 in 2', ['wrong-type "2" in は一覧に使います。これは数です']],
    ['[1, "a"]', ['wrong-type ""a"" 一覧の中身の種類がそろっていません（数と文字列）']],
    ['true ? 1 : "a"', ['wrong-type ""a"" 「?」の後の二つの種類がそろっていません（数と文字列）']],
    [
      '!book.pages',
      ['wrong-type "book.pages" ここには真偽（はい・いいえ）の式が必要ですが、これは数です'],
    ],
    ['-book.title', ['wrong-type "book.title" ここには数が必要ですが、これは文字列です']],
    ['book.exists(b, b == 1)', ['wrong-type "book" exists は一覧に使います。これは「本」です']],
    [
      'library.books.all(b, b.pages)',
      ['wrong-type "b.pages" ここには真偽（はい・いいえ）の式が必要ですが、これは数です'],
    ],
    [
      'library.books.exists(book, book.isThick())',
      ['name-taken "book" 名前「book」はすでに使われています。別の名前にしてください'],
    ],
    ['library.books.exists(b, true)', ['name-unused "b" 名前「b」が式の中で使われていません']],
    [
      '[].exists(b, b.title == "")',
      [
        'wrong-type "[].exists(b, b.title == "")" 空の一覧 [] の中身は種類が決まらないので、たどれません',
      ],
    ],

    [
      'day("2024-02-30") < book.acquired',
      ['bad-literal ""2024-02-30"" 「2024-02-30」は日付として読めません（例: day("2024-04-01")）'],
    ],
    [
      'period("6M") < limit',
      ['bad-literal ""6M"" 「6M」は期間として読めません（例: period("P6M")）'],
    ],
    [
      'period(book.title) < limit',
      [
        'bad-literal "book.title" period(…) には文字列をそのまま書いてください（例: period("P6M")）',
      ],
    ],

    ['constructor', ['unknown-name "constructor" 「constructor」という名前はありません']],
    ['book.constructor', ['unknown-field "constructor" 「本」に項目「constructor」はありません']],
    ['book.__proto__', ['unknown-field "__proto__" 「本」に項目「__proto__」はありません']],
    ['book.toString()', ['unknown-function "toString" 「toString」という関数はありません']],
    ['constructor(book)', ['unknown-function "constructor" 「constructor」という関数はありません']],
    [
      'book.genre == "constructor"',
      ['unknown-word ""constructor"" 語彙「genres」に「constructor」という語はありません'],
    ],
    ['valueOf in [1]', ['unknown-name "valueOf" 「valueOf」という名前はありません']],
  ])('%s', (expression, expected) => {
    expect(complaints(expression)).toEqual(expected)
  })

  test('several at once, in the order of the text', () => {
    expect(complaints('book.page > 1 && shelf.kin == "open" || nobody')).toEqual([
      'unknown-field "page" 「本」に項目「page」はありません（「pages」の誤りではありませんか）',
      'unknown-field "kin" 「書架」に項目「kin」はありません（「kind」の誤りではありませんか）',
      'unknown-name "nobody" 「nobody」という名前はありません',
    ])
  })

  test('a place that wants a condition refuses anything else', () => {
    expect(complaints('book.title', { expected: bool })).toEqual([
      'wrong-type "book.title" ここには真偽（はい・いいえ）の式が必要ですが、これは文字列です',
    ])
    expect(complaints('book.lost', { expected: bool })).toEqual([
      'not-stated "book.lost" 「book.lost」は書かれていないことがある項目です。stated(…) か default(…, 値) を使ってください',
    ])
  })
})

test('what an expression looks at is the union of its fields and functions', () => {
  expect(checkText('book.isThick() && shelf.code == "A"').reads).toEqual(['records', 'standard'])
  expect(checkText('library.books.exists(b, b.pages > 1)').reads).toEqual(['context', 'procedure'])
})

test('what a condition proves to be stated can be handed on to what it guards', () => {
  const { stated } = checkText('stated(book.shelf) && book.pages > 1')
  expect(stated).toEqual(new Set(['book.shelf']))
  expect(complaints('book.shelf.capacity > 1', { stated })).toEqual([])
})

test('a checked expression is plain JSON', () => {
  const { expr } = checkText('library.books.exists(b, stated(b.shelf) && b.shelf.isFull(library))')
  expect(JSON.parse(JSON.stringify(expr))).toEqual(expr)
  expect(expr).toEqual({
    op: 'each',
    macro: 'exists',
    list: { op: 'field', object: { op: 'name', name: 'library' }, type: 'Library', field: 'books' },
    variable: 'b',
    body: {
      op: 'and',
      left: {
        op: 'stated',
        operand: {
          op: 'field',
          object: { op: 'name', name: 'b' },
          type: 'Book',
          field: 'shelf',
          optional: true,
        },
      },
      right: {
        op: 'call',
        name: 'isFull',
        overload: 'Shelf.isFull(Library)',
        args: [
          {
            op: 'field',
            object: { op: 'name', name: 'b' },
            type: 'Book',
            field: 'shelf',
            optional: true,
          },
          { op: 'name', name: 'library' },
        ],
      },
    },
  })
})
