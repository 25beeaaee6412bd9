import { describe, expect, test } from 'vitest'
import type { Part, Path, ParsedDocument } from '../../src/yaml/document.ts'
import { headsOf } from '../../src/yaml/head.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

const text = `kind: procedure
duties:
  - id: account-review
    performers: [desk, sections]
    frequency:
      every: P6M
    record:
  - &shared
    id: log-review
copy: *shared
`

function documentOf(given: string): ParsedDocument {
  const [document] = parseDocuments({ path: 'a.yaml', text: given }).documents
  if (!document) throw new Error('no document')
  return document
}

function written(path: Path, part?: Part): string {
  const document = documentOf(text)
  const { start, end } = document.spanOf(path, part)
  return document.source.text.slice(start, end)
}

describe('where a path stands', () => {
  test.each<[Path, Part | undefined, string]>([
    [['kind'], undefined, 'procedure'],
    [['kind'], 'key', 'kind'],
    [['kind'], 'mark', 'procedure'],
    [['duties', 0, 'performers', 1], undefined, 'sections'],
    [['duties', '0', 'performers', '1'], undefined, 'sections'],
    [['duties', 0, 'performers'], undefined, '[desk, sections]'],
    [['duties', 0, 'frequency'], undefined, 'every: P6M'],
    [['duties', 0, 'frequency'], 'mark', 'frequency'],
    [['duties', 0], 'mark', 'id: account-review'],
    [
      ['duties', 0],
      'key',
      `id: account-review
    performers: [desk, sections]
    frequency:
      every: P6M
    record:`,
    ],
    [['duties', 0, 'performers', 1], 'key', 'sections'],
    [['duties', 0, 'record'], undefined, 'record'],
    [['copy'], undefined, '*shared'],
    [['copy', 'id'], undefined, 'log-review'],
    [[], 'mark', 'kind: procedure'],
  ])('%j %s', (path, part, expected) => {
    expect(written(path, part)).toBe(expected)
  })

  test.each<[Path, string]>([
    [['title'], 'kind: procedure'],
    [['duties', 0, 'frequency', 'on'], 'frequency'],
    [['duties', 0, 'split', 0, 'role'], 'id: account-review'],
    [['duties', 7, 'id'], 'duties'],
    [['kind', 'x'], 'kind'],
    [['toString'], 'kind: procedure'],
  ])('%j is not written: the nearest that is', (path, expected) => {
    expect(written(path)).toBe(expected)
    expect(written(path, 'key')).toBe(expected)
  })
})

describe('places inside a scalar', () => {
  test.each([
    ['plain', 'a: size(x) > 1\n', 'plain', true],
    ['a number', 'a: 1.50\n', 'plain', true],
    ['single', "a: 'x > 1'\n", 'single', true],
    ['single with a doubled quote', "a: 'it''s > 1'\n", 'single', false],
    ['double', 'a: "x > 1"\n', 'double', true],
    ['double with an escape', 'a: "x\\t> 1"\n', 'double', false],
    ['literal', 'a: |\n  x\n    y > 1\n\n  z\n', 'literal', true],
    ['literal without last line break', 'a: |-\n    x > 1\n    y', 'literal', true],
    ['literal with stated indentation', 'a: |2\n     x > 1\n   y\n', 'literal', true],
    ['literal after empty lines', 'a: |\n\n\n  x > 1\n', 'literal', true],
    ['literal in windows lines', 'a: |\r\n  x\r\n  y > 1\r\nb: 1\r\n', 'literal', true],
    ['literal in a list', 'a:\n  - |\n    x > 1\n', 'literal', true],
    ['folded', 'a: >\n  x\n  > 1\n', 'folded', false],
    ['plain over two lines', 'a: x\n  > 1\n', 'plain', false],
  ])('%s', (name, given, style, isExact) => {
    const document = documentOf(given)
    const scalar = document.scalarAt(name.endsWith('list') ? ['a', 0] : ['a'])
    expect(scalar).toMatchObject({ style, isExact })
    if (!scalar) return
    for (let offset = 0; offset < scalar.text.length; offset++) {
      const character = scalar.text.charAt(offset)
      const at = scalar.offsetAt(offset)
      if (!isExact) expect(at).toBe(scalar.span.start)
      else if (character === '\n') expect('\r\n').toContain(given.charAt(at) || '\n')
      else expect(given.charAt(at)).toBe(character)
    }
  })

  test.each<[string, Path]>([
    ['a: [1]\n', ['a']],
    ['a:\n', ['a']],
    ['a: 1\n', ['b']],
    ['a: &x 1\nb: *x\n', ['b']],
  ])('none in %j at %j', (given, path) => {
    expect(documentOf(given).scalarAt(path)).toBeUndefined()
  })
})

test('heads are read without parsing', () => {
  const heads = headsOf({
    path: 'a.yaml',
    text: 'kind: context\nsystem: "a/b" # x\nx: [\n---\n# y\nkind: records\r\nsystem: a/c\r\n---\n',
  })
  expect(heads).toEqual([
    { kind: 'context', system: 'a/b' },
    { kind: 'records', system: 'a/c' },
  ])
})
