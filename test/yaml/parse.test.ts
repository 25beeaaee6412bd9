import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParsedFile, parseDocuments } from '../../src/yaml/parse.ts'

const parse = (text: string): ParsedFile => parseDocuments({ path: 'a.yaml', text })

/** Code and place of every problem, e.g. `tab 2:1`. */
function problemsOf(text: string): string[] {
  return parse(text).problems.map(
    ({ code, location: { start } }) => `${code} ${start.line}:${start.column}`,
  )
}

describe('what a person may have got wrong, with its place', () => {
  test.each<[string, string, string[]]>([
    ['tab', 'a:\n\tb: 1\n', ['tab 2:1']],
    ['deeper than its neighbour', 'a:\n  b: 1\n   c: 2\n', ['indent 3:4']],
    ['between two levels', 'a:\n    b: 1\n  c: 2\n', ['indent 3:3']],
    ['list between two levels', 'a:\n  - 1\n - 2\n', ['indent 3:2']],
    ['list on the line of its key', 'a: - b\n', ['indent 1:4']],
    ['open double quote', 'a: "foo\nb: 1\n', ['open-quote 1:4']],
    ['open quote closed by a later one', 'a: "foo\nb: "bar"\nc: 1\n', ['open-quote 1:4']],
    ['open single quote', "a: 1\nb: 'foo\n", ['open-quote 2:4']],
    ['text behind a quote', "a: 'x' y\n", ['after-quote 1:8']],
    ['text behind a bracket', 'a: [必須] x\n', ['after-bracket 1:9']],
    ['template at the start', 'a: {{ x }} が\n', ['after-bracket 1:12']],
    ['template alone', 'a: {{ x }}\n', ['braces 1:4']],
    ['open bracket', 'a: [1, 2\nb: 1\n', ['open-bracket 1:4']],
    ['two colons', 'a: b: c\n', ['colon-in-value 1:5']],
    ['expression with a colon', 'a: (x) ? b : c\n', ['colon-in-value 1:12']],
    ['no space behind the colon', 'a:b\nc: d\n', ['missing-space 1:2']],
    ['no space behind the dash', '- a\n-b\n', ['missing-space 2:1']],
    ['no colon', 'a: 1\nb\nc: 2\n', ['missing-colon 2:1']],
    ['full-width colon', 'kind: context\nowner：課\nname: x\n', ['full-width-colon 2:6']],
    ['full-width colon alone', 'owner：課\n', ['full-width-colon 1:1']],
    ['full-width colon below a key', 'a:\n  name：x\n', ['full-width-colon 2:3']],
    ['full-width colon in a second line', 'a: x\n  name：y\n', ['full-width-colon 2:3']],
    ['full-width indentation', 'a: 1\n　　b: 1\n', ['full-width-space 2:1']],
    ['full-width space for a space', 'a:　x\nb: 1\n', ['full-width-space 1:3']],
    ['full-width space behind a key', 'a　: x\n', ['full-width-space 1:1']],
    ['no-break indentation', '\u00a0a: 1\n', ['full-width-space 1:1']],
    ['full-width space before a value', 'a: 　x\n', ['full-width-space-value 1:4']],
    ['tags, all of them', 'a: !stated(x)\nb: !x y\n', ['tag 1:4', 'tag 2:4']],
    ['a lone exclamation mark', 'a: ! stated(x)\n', ['tag 1:4']],
    ['a tag of another schema', 'a: 1\nb: !!binary aa\n', ['tag 2:4']],
    ['reserved', 'a: @x\n', ['reserved-character 1:4']],
    ['unknown alias', 'a: **強調**\n', ['unknown-alias 1:4']],
    ['escape', 'a: "C:\\Users"\n', ['escape 1:7']],
    ['text behind a block mark', 'a: | text\n  b\n', ['block-header 1:6']],
    ['percent', '# x\n%x\n', ['directive 2:1']],
    ['telephone number', 'a: 0312345678\n', ['leading-zero 1:4']],
    ['long number', 'a: 12345678901234567890\n', ['lost-digits 1:4']],
    ['a number of another base', 'a: 0x1F\nb: 0o17\n', ['odd-number 1:4', 'odd-number 2:4']],
    ['an exponent', 'a: [1e3, -2.5E-3]\n', ['odd-number 1:5', 'odd-number 1:10']],
    ['no end, and no number', 'a: -.inf\nb: .nan\n', ['odd-number 1:4', 'odd-number 2:4']],
    ['merge', 'a: &x { b: 1 }\nc:\n  <<: *x\n', ['merge-key 3:3']],
    ['__proto__', 'a: 1\n__proto__:\n  b: 1\n', ['forbidden-key 2:1']],
    ['number as a key', '1: a\n', ['key-not-text 1:1']],
    ['truth as a key', 'true: a\n', ['key-not-text 1:1']],
    ['list as a key', '? [a, b]\n: c\n', ['key-not-text 1:3']],
    ['question mark', '? a\n? b\n', ['explicit-key 1:3']],
    ['control character', 'a: x\u0001\n', ['control-character 1:5']],
    ['zero character', 'a: 1\nb: \0\n', ['control-character 2:4']],
    ['half a character', 'a: \ud842\n', ['control-character 1:4']],
    ['text with #', 'title: 公民館 #2 実施手順\n', ['text-cut 1:12']],
    ['text with # in a list', '- 公民館 #2\n- b #c\n', ['text-cut 1:7', 'text-cut 2:5']],
    ['text with # in braces', 'a: { b: c #2\n  , d: e }\n', ['text-cut 1:11']],
    ['text with # on its last line', 'a: b\n  c\t#2\n', ['text-cut 2:5']],
    ['text with # under an anchor', 'a: &x b #2\nc: *x #3\n', ['text-cut 1:9']],
    ['a number with #', 'a: 5 #日\n', ['text-cut 1:6']],
    ['nothing but #', 'a: #3号様式\nb: 1\n', ['text-cut 1:4']],
    ['# before the last line of a text', 'a: b #2 の\n  c\nd: 1\n', ['text-cut 1:6']],
    ['# in a bracket', 'a: [公民館 #2, b]\nc: 1\n', ['text-cut 1:9']],
    ['# in a key', '公民館 #2: x\nb: 1\n', ['text-cut 1:5']],
    ['lone return', 'a: 1\rb: 2\n', ['lone-return 1:5']],
    ['nothing', '', ['empty 1:1']],
    ['comments only', '# x\n\n---\n', ['empty 1:1']],
  ])('%s', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  test('what a # cuts off is asked about where the rest can be read, and said to break it where not', () => {
    const said = ['a: 一\n  二 #三\n', 'a: #b\n', 'a: [b #c]\n'].flatMap(
      (text) => parse(text).problems,
    )
    expect(said.map(({ severity, message, why }) => [severity, message, why])).toEqual([
      [
        'warning',
        '「#三」は注釈として読まれ、文章から外れます',
        '引用符のない文章では、空白の後の「#」から行末までが注釈になり、値は「一 二」だけになります。',
      ],
      [
        'warning',
        '「#b」は注釈として読まれ、文章から外れます',
        '引用符のない文章では、空白の後の「#」から行末までが注釈になり、値は空になります。',
      ],
      [
        'error',
        '「#c]」は注釈として読まれ、文章から外れます',
        '引用符のない文章では、空白の後の「#」から行末までが注釈になり、続きが読めません。',
      ],
    ])
  })

  test('a key written twice names both places and every repeat', () => {
    const { problems, documents } = parse('a: 1\nb: 2\na: 3\nc: { d: 1, d: 2 }\n')
    expect(
      problems.map(({ code, location, related }) => [
        code,
        location.start,
        related?.map((other) => other.location.start),
      ]),
    ).toEqual([
      ['duplicate-key', { line: 3, column: 1 }, [{ line: 1, column: 1 }]],
      ['duplicate-key', { line: 4, column: 12 }, [{ line: 4, column: 6 }]],
    ])
    expect(documents).toHaveLength(1)
  })

  test.each([
    ['quoted', 'a: "0312345678"\nb: " 　x"\n"1": c\nd: "! x"\n'],
    ['inside a block', 'a: |\n  name：x\n  　字下げ\n  0123\nb: x\n'],
    ['as text', 'a: OS：Windows\nb: - 時刻\n'.replace('b: - 時刻\n', 'b: 8時：開始\n')],
    ['in a list', 'a:\n  - OS：Windows\n  - x\n'],
    ['comments', 'a: b # c #d\ne: f ## g\nh: i #　j\nk: l #\n#m: n\n  #o\np: #\n  - q\n'],
    ['comments behind what is whole', "a: 'b' #c\nd: [e] #f\ng: #h\n  i: j\nk: | #l\n  m #n\n"],
    ['# in text', "a: b#c\nd: http://example.jp/#e\nf: 'g #h'\ni: >-\n  j #k\n"],
    ['zero and small numbers', 'a: 0\nb: 0.5\nc: -0.25\nd: +7\ne: .5\n'],
    ['windows line ends', 'a: 1\r\nb: 2\r\n'],
    ['an empty document beside others', 'a: 1\n---\n'],
  ])('nothing to say: %s', (_name, text) => {
    expect(problemsOf(text)).toEqual([])
  })

  test('every problem says what, why and what to do, in Japanese', () => {
    const texts = ['', 'a: [', 'a: 1\na: 2', '\ta: 1', 'a: @', '? x', 'a: &a [*a]', 'a: 012']
    for (const { message, why, fix } of texts.flatMap((text) => parse(text).problems)) {
      for (const said of [message, why, fix]) expect(said).toMatch(/[ぁ-ん]/)
    }
  })
})

describe('hostile files', () => {
  test('what aliases would repeat is counted, not walked', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let n = 1; n < 10; n++) lines.push(`a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}]`)
    const file = parse(lines.join('\n'))
    expect(file.problems.map((problem) => problem.code)).toEqual(['too-many-aliases'])
    expect(file.documents).toEqual([])
  })

  test('an alias into itself', () => {
    const file = parse('a: &a\n  b: [*a]\n')
    expect(file.problems.map((problem) => problem.code)).toEqual(['endless-alias'])
    expect(file.documents).toEqual([])
  })

  test('a few aliases are welcome', () => {
    expect(problemsOf('a: &a [1, 2]\nb: *a\nc: *a\n')).toEqual([])
  })

  test('20,000 brackets', () => {
    expect(problemsOf('['.repeat(20_000))).toEqual(['too-deep 1:100'])
  })

  test('of more values than fit is told where they begin to be too many', () => {
    const file = parse('- 1\n'.repeat(2_000_001))
    expect(file.documents).toEqual([])
    expect(file.problems.map(({ code, message }) => [code, message])).toEqual([
      ['too-many-nodes', 'ファイルの値が多すぎます（2,000,000か所まで）'],
    ])
    expect(file.problems[0]?.location.start.line).toBe(1_999_999)
  })

  test('__proto__ stays a key of its own', () => {
    const value = parse('__proto__: { polluted: 1 }\n').documents[0]?.value
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('documents before a break are kept', () => {
    const file = parse('a: 1\n---\nb: [\n')
    expect(file.documents.map((document) => document.value)).toEqual([{ a: 1 }])
    expect(file.problems).toHaveLength(1)
  })

  test('a byte order mark counts for nothing', () => {
    const file = parse('\ufeffa: x\n')
    expect(file.source.text).toBe('a: x\n')
    expect(file.documents[0]?.spanOf(['a'])).toEqual({ start: 3, end: 4 })
  })
})

describe('any text whatever', () => {
  const piece = fc.constantFrom(
    ...['a', 'b: ', ': ', '- ', '? ', '\n', '\n  ', '\n', '  ', '\t', '[', ']', '{', '}', ', '],
    ...['"', "'", '|', '>', '&x ', '*x', '! ', '!!str ', '#', ' # c', '---\n', '...\n', '%', '\r'],
    ...['<<', '__proto__', '0123', '~', '：', '　', '\0', '\ud842', '@', '\\', '!x', '課'],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  test('is parsed or explained, and every place lies in the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { source, documents, problems } = parse(given)
        const lines = source.text.split('\n')
        for (const { location } of problems) {
          for (const { line, column } of [location.start, location.end]) {
            expect(line).toBeLessThanOrEqual(lines.length)
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2)
          }
        }
        expect(documents.length + problems.length).toBeGreaterThan(0)
        for (const document of documents) {
          for (const path of pathsOf(document.value)) {
            for (const part of ['key', 'value', 'mark'] as const) {
              const { start, end } = document.spanOf(path, part)
              expect(start).toBeGreaterThanOrEqual(0)
              expect(end).toBeGreaterThanOrEqual(start)
              expect(end).toBeLessThanOrEqual(source.text.length)
            }
            document.scalarAt(path)?.offsetAt(1)
          }
        }
      }),
      { numRuns: 3000 },
    )
  })
})

function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  const own = [[...path], [...path, 'not written'], [...path, 99]]
  if (typeof value !== 'object' || value === null) return own
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
  ]
}
