import { describe, expect, test } from 'vitest'
import { diskWorkspace } from '../../src/source/disk.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { placesOf } from './places.ts'

/** Shapes people write and shapes that are easy to place wrongly. */
const shapes: Record<string, string> = {
  'block and flow':
    'kind: context\nusers: { staff: 12, public: false }\ntraits: [個人情報, "要配慮"]\n',
  'lists of mappings':
    'duties:\n  - id: a\n    performers: [x]\n  -\n    id: b\n  - { id: c }\n  - [d, [e]]\n',
  'list at the level of its key': 'a:\n- 1\n- b: 2\n  c: 3\nd: e\n',
  'comments everywhere':
    '# top\na: # behind a key\n  # above the value\n  b: 1 # behind a value\n  # after\nc: 2\n# end\n',
  quotes: `a: 'it''s'\nb: "x\\ty"\n"c d": 1\n'e': ''\nf: ""\n`,
  'block scalars': 'a: |\n  一\n   二\n\n  三\nb: >-\n  x\n  y\n\nc: |2\n    z\nd: |+\n  e\n\n',
  'multi-line plain': 'a: one\n  two\n\n  three\nb:\n  four\n  five\n',
  'multi-line quoted': 'a: "one\n  two\\\n  three"\nb: \'four\n\n  five\'\n',
  'anchors and aliases': 'a: &x\n  b: 1\nc: *x\nd: [*x, *x]\ne: &y [1]\nf: &z text\ng: *z\nh: *y\n',
  'anchor on a key line': 'list:\n  - &i id: a\n    n: 1\n  - *i\n',
  'tags of the core schema': 'a: !!str 12\nb: !!int "12"\nc: !!map { d: 1 }\ne: !!seq\n  - f\n',
  'several documents': '---\na: 1\n---\nb: 2\n...\n---\n- c\n',
  'document marks with text': '--- a\n--- [b]\n--- |\n  c\n',
  directive: '%YAML 1.2\n---\na: 1\n',
  'empty values': 'a:\nb: ~\nc: null\nd: [~, null]\ne:\n  - 1\nf:\n',
  'flow over lines': 'a: [\n  1,\n  { b: 2,\n    c: 3 },\n]\nd: {\n  "e": [f],\n}\n',
  json: '{"a": [1, 2.5, true, null, "x"], "b": {"c": {}}, "d": []}\n',
  'windows lines': 'a: 1\r\nb:\r\n  - x\r\n  - |\r\n    一\r\n    二\r\nc: "d"\r\n',
  'dates and words stay text': 'a: 2024-04-01\nb: yes\nc: on\nd: 12:30:45\ne: 1_000\non: x\n',
  numbers: 'a: 12\nb: -3.5\nc: +7\nd: .5\ne: 1.50\nf: 0\n',
  'tabs where they may be': 'a:\t1\nb: 2\t# c\nd: [\t3 ]\n',
  'plain with marks inside': 'a: x#y\nb: x:y\nc: -1\nd: ?x\ne: a - b\nf: http://example.jp/#a\n',
  'no line break at the end': 'a: 1\nb:\n  - c',
  'long key': `${'あ'.repeat(300)}: 1\n`,
  'characters beyond the base plane': 'a: 𠮷野\nb: [🗻, x]\nc: "𠮷": d\n'.replace(
    '"𠮷": d',
    '"𠮷"',
  ),
  'scalars at the top': '一行\n',
  'list at the top': '- a\n- - b\n  - c\n-\n  - d\n- {}\n',
  'spaces behind': 'a: 1   \nb: "x"  \nc: [1]  \nd:   \n  - y  \n',
  'pairs in a list': 'a: [x: 1, y, "z": { w: 2 }]\n',
  'keys with spaces': 'a b : 1\n"c" : 2\n{ d : 3 }: x\n'.replace('{ d : 3 }: x\n', ''),
}

describe('js-yaml gives the data and places that yaml gives', () => {
  test.each(Object.entries(shapes))('%s', (_name, text) => {
    agree(text)
  })

  test('the whole corpus', () => {
    const workspace = diskWorkspace({ cwd: process.cwd() })
    const { files } = workspace.discover(['procedures', 'policies', 'examples'])
    for (const file of files) {
      const read = workspace.read(file)
      if (read.ok) agree(read.source.text, file)
    }
  })
})

function agree(text: string, name?: string): void {
  const file = parseDocuments({ path: 'a.yaml', text })
  const { data, places } = placesOf(text)
  expect(file.problems, name).toEqual([])
  const written = data.filter((_value, index) => file.documents.some((d) => d.index === index))
  expect(
    file.documents.map((document) => document.value),
    name,
  ).toEqual(written)
  for (const document of file.documents) {
    for (const place of places[document.index] ?? []) {
      const at = JSON.stringify([name, place.path])
      expect(valueAt(document.value, place.path), at).toEqual(place.value)
      const span = document.spanOf(place.path)
      expect(span.start, at).toBe(place.start)
      if (place.end !== undefined) expect(span.end, at).toBe(place.end)
      if (place.keyStart !== undefined) {
        expect(document.spanOf(place.path, 'key').start, at).toBe(place.keyStart)
      }
    }
  }
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown>)[step],
    value,
  )
}
