import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { blobsOf } from '../../src/source/git/blobs.ts'
import { RevisionError } from '../../src/source/git/error.ts'
import type { Git } from '../../src/source/git/process.ts'
import type { TreeFile, TreeFolder, TreeLink } from '../../src/source/git/tree.ts'

const contents: Readonly<Record<string, string>> = {
  '.policylintignore': 'draft\n',
  'a.yaml': 'a: 1\n',
  'b.yml': 'b: あ\n',
  'c.csv': '1,2\n\n',
  'd.txt': 'not read before it is asked for\n',
  'e.yaml': '',
}

function file(path: string, size = Buffer.byteLength(contents[path] ?? '')): TreeFile {
  return { kind: 'file', id: `id-${path}`, path, size }
}

function folder(...files: readonly (TreeFile | TreeLink)[]): TreeFolder {
  return { kind: 'folder', children: new Map(files.map((one) => [one.path, one])) }
}

/** A git that has the contents above, and notes what it is asked for. */
function storeOf(lost: readonly string[] = []) {
  const asked: string[][] = []
  const git: Git = (_args, input = '') => {
    const ids = input.trimEnd().split('\n')
    asked.push(ids.map((id) => id.replace('id-', '')))
    const answers = ids.map((id) => {
      const path = id.replace('id-', '')
      const bytes = Buffer.from(contents[path] ?? '')
      if (lost.includes(path)) return Buffer.from(`${id} missing\n`)
      return Buffer.concat([Buffer.from(`${id} blob ${bytes.length}\n`), bytes, Buffer.from('\n')])
    })
    return { status: 0, stdout: Buffer.concat(answers), stderr: '' }
  }
  return { git, asked }
}

const where = { revision: 'main', cwd: '/' }
const files = Object.keys(contents).map((path) => file(path))
const [ignored, a, b, c, d, e] = files as [
  TreeFile,
  TreeFile,
  TreeFile,
  TreeFile,
  TreeFile,
  TreeFile,
]
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

describe('blobs', () => {
  test('come with the first that is asked for', () => {
    const { git, asked } = storeOf()
    const blobs = blobsOf(git, folder(...files), where)
    for (const one of [b, a, c, e, ignored]) {
      expect(textOf(blobs.read(one)), one.path).toBe(contents[one.path])
    }
    expect(asked).toEqual([['b.yml', '.policylintignore', 'c.csv', 'e.yaml', 'a.yaml']])
    expect(textOf(blobs.read(d))).toBe(contents['d.txt'])
  })

  test('come a window at a time, what steers is kept', () => {
    const { git, asked } = storeOf()
    const blobs = blobsOf(git, folder(...files), { ...where, window: 16 })
    for (const one of [a, ignored, c, e, ignored, b, a]) {
      expect(textOf(blobs.read(one)), one.path).toBe(contents[one.path])
    }
    expect(asked).toEqual([
      ['a.yaml', '.policylintignore'],
      ['c.csv', 'e.yaml', 'a.yaml'],
      ['b.yml', 'c.csv', 'e.yaml'],
      ['a.yaml', 'b.yml'],
    ])
  })

  test('larger than what is read, or known to be missing, do not come along', () => {
    const { git, asked } = storeOf()
    const large = file('b.yml', 20 * 1024 * 1024 + 1)
    const blobs = blobsOf(git, folder(a, large, { ...c, size: undefined }), where)
    blobs.read(a)
    expect(asked).toEqual([['a.yaml']])
    expect(() => blobs.read(large)).toThrow(expect.objectContaining({ code: 'EFBIG' }))
  })

  test('that the store lacks end the run', () => {
    const { git } = storeOf(['c.csv'])
    const blobs = blobsOf(git, folder(...files), where)
    expect(textOf(blobs.read(a))).toBe(contents['a.yaml'])
    expect(() => blobs.read(c)).toThrow(RevisionError)
  })
})
