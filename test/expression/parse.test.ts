import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/expression/parse.ts'
import { checkText } from './library.ts'

/** What is wrong, as `code "the words it points at" message`. */
function complaints(text: string): string[] {
  return parse(text).diagnostics.map(
    ({ code, message, start, end }) => `${code} "${text.slice(start, end)}" ${message}`,
  )
}

test('a tree is plain data with places', () => {
  const text = '(a).f( 1 ) && xs.all(x, x.y == "z")'
  expect(parse(text)).toEqual({
    diagnostics: [],
    expr: {
      op: 'and',
      start: 1,
      end: 35,
      left: {
        op: 'call',
        name: 'f',
        at: { start: 4, end: 5 },
        receiver: { op: 'name', name: 'a', start: 1, end: 2 },
        args: [{ op: 'literal', value: 1, start: 7, end: 8 }],
        start: 1,
        end: 10,
      },
      right: {
        op: 'each',
        macro: 'all',
        list: { op: 'name', name: 'xs', start: 14, end: 16 },
        variable: 'x',
        at: { start: 21, end: 22 },
        body: {
          op: '==',
          left: {
            op: 'field',
            object: { op: 'name', name: 'x', start: 24, end: 25 },
            field: 'y',
            at: { start: 26, end: 27 },
            start: 24,
            end: 27,
          },
          right: { op: 'literal', value: 'z', start: 31, end: 34 },
          start: 24,
          end: 34,
        },
        start: 14,
        end: 35,
      },
    },
  })
})

test("a method's name is found behind brackets, blanks and comments", () => {
  const text = '(a.b // note.\n ) . c( d )'
  const { expr } = parse(text)
  expect(expr.op === 'call' && text.slice(expr.at.start, expr.at.end)).toBe('c')
})

describe('what cannot be read is explained', () => {
  test.each([
    ['', 'syntax "" 式が空です'],
    ['  ', 'syntax "  " 式が空です'],
    ['a &&', 'syntax "" 式が途中で終わっています'],
    ['(a', 'syntax "" 閉じかっこ「)」がありません'],
    ['[a', 'syntax "" 閉じかっこ「]」がありません'],
    ['a.', 'syntax "" 「.」の後の名前がありません'],
    ['a ? b', 'syntax "" 「?」に対応する「:」がありません'],
    ['a b', 'syntax "b" ここに「b」は書けません'],
    ['a = b', 'syntax "=" 「=」ではなく「==」と書いてください'],
    ['a & b', 'syntax "&" 「&」ではなく「&&」と書いてください'],
    ['a and b', 'syntax "and" 「and」ではなく「&&」と書いてください'],
    ['a＝b', 'syntax "＝" 「＝」ではなく「==」と書いてください'],
    ['size（a)', 'syntax "（" 全角の「（」は使えません。半角の「(」で書いてください'],
    ['本.題名', 'syntax "本" 「本」は式に使えない文字です'],
    ['"abc', 'syntax ""abc" 文字列が閉じられていません。同じ引用符で閉じてください'],
    ['"a\nb"', 'syntax "\n" 文字列の途中で改行はできません'],
    ['"\\q"', 'syntax "\\q" 文字列の中の「\\」の書き方が正しくありません'],
    ['1e+ 2', 'syntax " " 「1e+」は数として読めません'],
    ['“a”', 'syntax "“" 「“」ではなく「"」と書いてください'],
    ['__proto__', 'syntax "__proto__" 「__proto__」は予約された語なので名前に使えません'],
    [
      'a.exists(1, b)',
      'outside-profile "1" exists の最初には、一つずつを呼ぶ名前を書きます（例: exists(d, …)）',
    ],
  ])('%j', (text, complaint) => {
    expect(complaints(text)).toEqual([complaint])
  })
})

describe('what is outside the profile is refused', () => {
  test.each([
    [
      'has(a.b)',
      'outside-profile "has(a.b)" has(…) は使えません。書かれているかどうかは stated(…) で確かめてください',
    ],
    [
      'a[0]',
      'outside-profile "a[0]" [番号] での取り出しは使えません。exists や filter で選んでください',
    ],
    [
      'a[?0]',
      'outside-profile "a[?0]" [番号] での取り出しは使えません。exists や filter で選んでください',
    ],
    [
      'a.?b',
      'outside-profile "a.?b" 「.?」は使えません。stated(…) か default(…, 値) を使ってください',
    ],
    ['{"a": 1}', 'outside-profile "{"a": 1}" { … } は使えません'],
    [
      'a.matches("x")',
      'outside-profile "a.matches("x")" matches（正規表現）は使えません。contains(…) か startsWith(…) を使ってください',
    ],
    [
      'matches(a, "x")',
      'outside-profile "matches(a, "x")" matches（正規表現）は使えません。contains(…) か startsWith(…) を使ってください',
    ],
    [
      'a == null',
      'outside-profile "null" null は使えません。書かれているかどうかは stated(…) で確かめてください',
    ],
    ['b"a"', 'outside-profile "b"a"" 「b"a"」という書き方の値は使えません'],
    ['1u', 'outside-profile "1u" 「1u」という書き方の値は使えません'],
    ['a % 2', 'outside-profile "a % 2" 演算子「%」は使えません'],
    [
      '99999999999999999999',
      'bad-literal "99999999999999999999" 「99999999999999999999」は数として読めません',
    ],
    ['a.exists(x)', 'outside-profile "exists(x)" exists は exists(名前, 式) の形で書きます'],
    ['a.map(x, y, z)', 'outside-profile "map(x, y, z)" map は map(名前, 式) の形で書きます'],
    [
      'a.all(b, b.all(c, c.all(d, d.all(e, e))))',
      'too-complex "d.all(e, e)" 一覧の中の一覧をたどれるのは3段までです。let に分けてください',
    ],
  ])('%s', (text, complaint) => {
    expect(complaints(text)).toEqual([complaint])
  })

  test('several at once', () => {
    expect(complaints('has(a.b) && c[0] == null')).toHaveLength(3)
  })

  test('chains of macros are not nesting', () => {
    const chain = 'a.filter(b, b).filter(b, b).filter(b, b).filter(b, b)'
    expect(complaints(chain)).toEqual([])
  })
})

test.each([
  ['too long', `"${'a'.repeat(4000)}"`],
  ['too many signs', '!'.repeat(3900) + 'a'],
  ['too many brackets', '('.repeat(1900) + 'a' + ')'.repeat(1900)],
  ['too many operands', Array(1000).fill('a').join('+')],
  ['too many nodes', `[${Array(600).fill('1').join(',')}]`],
])('an expression is refused once when it has %s', (_, text) => {
  expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(['too-complex'])
})

test('no string makes parser or checker throw, and every place lies inside the text', () => {
  const pieces = [
    'library',
    '.books',
    '.exists(b, ',
    'stated(',
    ')',
    '"novel"',
    ' == ',
    '&&',
    '!',
    '[',
    ']',
    '?',
    ':',
    ',',
    ' in ',
    '1',
    '-',
    'b',
    '{',
    '}',
    'constructor',
    '__proto__',
    '\\',
    '𠮷',
    '\n',
  ]
  const fragments = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fragments), (text) => {
      for (const { start, end } of checkText(text).diagnostics) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 3000 },
  )
})
