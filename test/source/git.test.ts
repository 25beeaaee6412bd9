import {
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskWorkspace } from '../../src/source/disk.ts'
import { openRevision } from '../../src/source/git/revision.ts'
import type { ReadResult } from '../../src/source/decode.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import { Repository } from './repository.ts'

const isWindows = process.platform === 'win32'
const isMac = process.platform === 'darwin'

const files: Record<string, string> = {
  'b.yaml': 'b: 1\n',
  'B.yml': 'B: 1\n',
  'README.md': '# no\n',
  '.hidden.yaml': 'x: 1\n',
  'node_modules/x/x.yaml': 'x: 1\n',
  '.policylintignore': '# drafts\n/draft\n*.bak.yaml\n',
  'draft/x.yaml': 'x: 1\n',
  'city/municipality.yaml': 'kind: municipality\n',
  'city/draft/kept.yaml': 'kind: context\n',
  'city/old.bak.yaml': 'x: 1\n',
  'city/system/a.yaml': 'kind: procedure\n',
  'city/system/ledger.csv': 'id,name\n1,a\n',
  'city/system/local/.policylintignore': '*\n!keep.yaml\n!found.bak.yaml\n',
  'city/system/local/drop.yaml': 'x: 1\n',
  'city/system/local/keep.yaml': 'x: 1\n',
  'city/system/local/found.bak.yaml': 'x: 1\n',
}

let repository: Repository

beforeEach(() => {
  repository = new Repository()
})

afterEach(() => {
  repository.remove()
})

function open(spec: string, folder = ''): Workspace {
  return openRevision({ spec, cwd: join(repository.root, folder), env: repository.env }).workspace
}

function disk(folder = ''): Workspace {
  return diskWorkspace({ cwd: join(repository.root, folder), top: repository.root })
}

/** All that a program can learn of a workspace: what is found, and the text or problem of each file. */
function everything(workspace: Workspace, paths: readonly string[]) {
  const { files: found, problems } = workspace.discover(paths)
  const sorted = problems.toSorted((a, b) => (a.path + a.code < b.path + b.code ? -1 : 1))
  const read: Record<string, ReadResult> = {}
  for (const path of found) read[path] = workspace.read(path)
  return { files: found, problems: sorted, read, above: found.map((path) => workspace.above(path)) }
}

function expectSame(paths: readonly string[], folder = ''): void {
  expect(everything(open('HEAD', folder), paths)).toEqual(everything(disk(folder), paths))
}

describe('the same files in a revision and on the disk', () => {
  test('are found alike, with what is passed over and ignored', () => {
    repository.write(files).commit()
    expectSame(['.'])
    expectSame(['city/system', './city/', 'b.yaml'])
    expectSame(['draft', 'city/old.bak.yaml', '.hidden.yaml', 'nowhere', 'README.md'])
    expect(open('HEAD').discover(['.']).files).toContain('city/system/local/keep.yaml')
  })

  test('are shown relative to a folder below the root', () => {
    repository.write(files).commit()
    expectSame(['.', '..', '../../b.yaml'], 'city/system')
    expectSame(['../system'], 'city/system')
    const workspace = open('HEAD', 'city/system')
    expect(workspace.above('a.yaml')).toEqual(['.', '..', '../..'])
    expect(workspace.list('..').files).toEqual(['../municipality.yaml'])
    expect(workspace.holds('..', 'ledger.csv')).toBe(true)
    expect(workspace.holds('local', 'ledger.csv')).toBe(false)
    expect(workspace.read('ledger.csv')).toEqual({
      ok: true,
      source: { path: 'ledger.csv', text: 'id,name\n1,a\n' },
    })
  })

  test('are decoded alike: other encodings, marks and sizes', () => {
    repository
      .write({
        'sjis.yaml': Uint8Array.of(0x8e, 0xe8, 0x8f, 0x87, 0x8f, 0x91),
        'utf16.yaml': Buffer.from('\ufeffkind: context\n', 'utf16le'),
        'bom.yaml': '\ufeffkind: context\r\n',
        'empty.yaml': '',
        'large.yaml': Buffer.alloc(20 * 1024 * 1024 + 1, 'a'),
        'largest.yaml': Buffer.alloc(20 * 1024 * 1024, 'a'),
      })
      .commit()
    expectSame(['.'])
    expect(open('HEAD').read('sjis.yaml')).toMatchObject({ problem: { code: 'not-utf8' } })
    expect(open('HEAD').read('large.yaml')).toMatchObject({ problem: { code: 'too-large' } })
  })

  test('a folder and a name that is not there read alike', () => {
    repository.write(files).commit()
    for (const path of ['city', 'gone.yaml', 'b.yaml/x.yaml', '../outside.yaml']) {
      const read = open('HEAD').read(path)
      expect(read).toMatchObject({ ok: false, problem: { code: 'cannot-open', path } })
    }
    expect(open('HEAD').read('city')).toEqual(disk().read('city'))
  })

  test.skipIf(isWindows)('links lead to the same, in circles, nowhere and outside', () => {
    repository.write(files)
    const link = (target: string, path: string): void => {
      symlinkSync(target, join(repository.root, path))
    }
    mkdirSync(join(repository.outside, 'secrets'))
    writeFileSync(join(repository.outside, 'secrets/secret.yaml'), 'x: 1\n')
    link('..', 'city/system/up')
    link('../../secrets', 'city/out')
    link('../../secrets/secret.yaml', 'city/out.yaml')
    link('nowhere', 'city/broken.yaml')
    link('round.yaml', 'city/round.yaml')
    link('system', 'city/again')
    link('city/system', 'first')
    link('first/local/../a.yaml', 'through.yaml')
    link('municipality.yaml', 'city/same.yaml')
    link('../b.yaml', 'city/another.yaml')
    link('../leave.yaml', 'city/leave')
    link('../..', 'leave.yaml')
    repository.commit()
    for (const paths of [['.'], ['city'], ['first'], ['city/same.yaml'], ['through.yaml']]) {
      expectSame(paths)
    }
    expect(open('HEAD').read('through.yaml')).toEqual(disk().read('through.yaml'))
    expect(open('HEAD').discover(['.']).problems).toHaveLength(6)
  })

  test.skipIf(isWindows)('names in NFD and names of odd signs are read', () => {
    const nfd = isMac ? {} : { 'か\u3099/は\u309a.yaml': 'x: 1\n' }
    repository.write({
      'ほげ"quote\'.yaml': 'x: 1\n',
      'line\nend.yaml': 'x: 2\n',
      'tab\t.yaml': 'x: 3\n',
      'back\\slash.yaml': 'x: 4\n',
      ' space .yaml': 'x: 5\n',
      ':colon.yaml': 'x: 6\n',
      '-dash.yaml': 'x: 7\n',
      '__proto__/x.yaml': 'x: 8\n',
      ...nfd,
    })
    repository.commit()
    expectSame(['.'])
    expectSame(['か\u3099', ' space .yaml', '-dash.yaml'])
    expect(open('HEAD').discover(['.']).files).toHaveLength(isMac ? 8 : 9)
  })

  test.skipIf(isWindows)('in random small trees', () => {
    const name = fc.constantFrom(
      'a',
      'b.yaml',
      'c.yml',
      'd.csv',
      '.e',
      'node_modules',
      'が',
      'a',
      'f',
    )
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
    const text = fc.constantFrom('', 'kind: context\n', '\ufeffx: 1\r\n', '\u0000', 'あ')
    const patterns = fc.constantFrom('*.yml\n', 'a\n', '/a/b.yaml\n', '!c.yml\n', '*\n!f/\n')
    const file = fc.record({ path, text, patterns, isIgnoreFile: fc.boolean() })
    const target = fc.constantFrom('.', '..', '../..', 'a', '../b.yaml', 'f/../a', 'gone', 'b.yaml')
    const link = fc.record({ path, target })
    writeFileSync(join(repository.outside, 'b.yaml'), 'x: 1\n')
    fc.assert(
      fc.property(
        fc.array(file, { maxLength: 20 }),
        fc.array(link, { maxLength: 8 }),
        fc.array(fc.oneof(path, fc.constant('.')), { minLength: 1, maxLength: 2 }),
        (wanted, links, named) => {
          repository.git('rm', '-rfq', '--ignore-unmatch', '.')
          rmSync(join(repository.root, 'a'), { recursive: true, force: true })
          for (const { path: at, text: content, patterns: ignored, isIgnoreFile } of wanted) {
            tryTo(() => repository.write({ [at]: content }))
            if (isIgnoreFile) {
              tryTo(() => repository.write({ [`${at}/.policylintignore`]: ignored }))
            }
          }
          // All folders first, so that no link is followed out of the repository.
          for (const { path: at } of links) {
            tryTo(() => mkdirSync(join(repository.root, at, '..'), { recursive: true }))
          }
          for (const { path: at, target: to } of links) {
            tryTo(() => {
              symlinkSync(to, join(repository.root, at))
            })
          }
          removeUncertain(links)
          // Git keeps no empty folders.
          repository.commit()
          repository.git('clean', '-dfq')
          expectSame(named.filter((path) => !leadsOutside(path)))
        },
      ),
      { numRuns: 25 },
    )
  })
})

/** On the disk what is named may be anywhere; a revision ends at its root. */
function leadsOutside(path: string): boolean {
  const native = join(repository.root, path)
  return existsSync(native) && !realpathSync.native(native).startsWith(repository.root)
}

/** Of a link out of a revision nobody knows there whether it leads to something; on the disk it does in this test. */
function removeUncertain(links: readonly { path: string; target: string }[]): void {
  const left = links.filter(({ target }) => target.includes('..'))
  for (;;) {
    const gone = left.map(({ path }) => join(repository.root, path)).filter(isDangling)
    if (gone.length === 0) return
    for (const path of gone) rmSync(path, { force: true })
  }
}

function isDangling(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && !existsSync(path)
  } catch {
    return false
  }
}

/** A random tree may ask for a file where a folder is; then it does without. */
function tryTo(write: () => unknown): void {
  try {
    write()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    expect(['EEXIST', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENOENT']).toContain(code)
  }
}
