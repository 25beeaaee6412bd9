import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'

const names = ['a', 'b', 'hall', 'old']
const path = fc
  .tuple(fc.array(fc.constantFrom(...names), { maxLength: 3 }), fc.constantFrom(...names))
  .map(([folders, name]) => [...folders, `${name}.yaml`].join('/'))
const pattern = fc.oneof(
  fc.constantFrom('', '# 後で調べる', '*.yaml', '**/old.yaml'),
  fc
    .tuple(
      fc.constantFrom('', '!', '/'),
      fc.constantFrom(...names),
      fc.constantFrom('', '/', '.yaml'),
    )
    .map((parts) => parts.join('')),
)
const lines = fc.array(pattern, { maxLength: 5 })
/** Files, with ignore files at the top and in a folder. */
const tree = fc.record({
  paths: fc.uniqueArray(path, { minLength: 1, maxLength: 8 }),
  top: lines,
  below: lines,
})

function filesOf({ paths, top, below }: { paths: string[]; top: string[]; below: string[] }) {
  const yaml = Object.fromEntries(paths.map((one) => [one, 'kind: context\n']))
  return { ...yaml, '.policylintignore': top.join('\n'), 'a/.policylintignore': below.join('\n') }
}

test('a file is either found, or a line of an ignore file says that it is passed over', () => {
  fc.assert(
    fc.property(tree, (one) => {
      const workspace = memoryWorkspace(filesOf(one))
      const { files } = workspace.discover(['.'])
      expect(one.paths.filter((file) => workspace.passedOverAt(file) === undefined).sort()).toEqual(
        files,
      )
    }),
    { numRuns: 500 },
  )
})

test('the line is one that passes files over', () => {
  fc.assert(
    fc.property(tree, (one) => {
      const files = filesOf(one)
      const workspace = memoryWorkspace(files)
      for (const file of one.paths) {
        const line = workspace.passedOverAt(file)
        if (!line) continue
        const text = files[line.path as '.policylintignore'].split('\n')[line.start.line - 1] ?? ''
        expect(text).toMatch(/^[^#!]/)
        expect(line.end).toEqual({ line: line.start.line, column: text.length + 1 })
        // Without the line something else passes it over, or nothing does: never the same line.
        const others = text === '' ? [] : [text]
        const alone = memoryWorkspace({ [file]: '', [line.path]: others.join('\n') })
        expect(alone.passedOverAt(file)).toMatchObject({ path: line.path, start: { line: 1 } })
      }
    }),
    { numRuns: 500 },
  )
})

test('what is not there is not passed over', () => {
  const workspace = memoryWorkspace({ '.policylintignore': '*.yaml\n', 'b/a.yaml': '' })
  expect({
    there: workspace.passedOverAt('b/a.yaml'),
    gone: workspace.passedOverAt('b/c.yaml'),
  }).toEqual({
    there: {
      path: '.policylintignore',
      start: { line: 1, column: 1 },
      end: { line: 1, column: 7 },
    },
    gone: undefined,
  })
})
