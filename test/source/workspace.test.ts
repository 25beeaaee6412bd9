import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskWorkspace, gitRootAbove } from '../../src/source/disk.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { folderFinder, overlay, treeWorkspace, type Workspace } from '../../src/source/workspace.ts'

const files: Record<string, string> = {
  'b.yaml': 'b: 1\n',
  'B.yml': 'B: 1\n',
  'README.md': '# no\n',
  '.hidden.yaml': 'x: 1\n',
  '.git/x.yaml': 'x: 1\n',
  'node_modules/x/x.yaml': 'x: 1\n',
  '.policylintignore': '# drafts\n/draft\n*.bak.yaml\n',
  'draft/x.yaml': 'x: 1\n',
  'city/municipality.yaml': 'kind: municipality\n',
  'city/draft/kept.yaml': 'kind: context\n',
  'city/old.bak.yaml': 'x: 1\n',
  'city/system/a.yaml': 'kind: procedure\n',
  'city/system/local/.policylintignore': '*\n!keep.yaml\n!found.bak.yaml\n',
  'city/system/local/drop.yaml': 'x: 1\n',
  'city/system/local/keep.yaml': 'x: 1\n',
  'city/system/local/found.bak.yaml': 'x: 1\n',
}

const found = [
  'B.yml',
  'b.yaml',
  'city/draft/kept.yaml',
  'city/municipality.yaml',
  'city/system/a.yaml',
  'city/system/local/found.bak.yaml',
  'city/system/local/keep.yaml',
]

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  for (const [path, text] of Object.entries(files)) write(path, text)
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe.each<[string, () => Workspace]>([
  ['disk', () => diskWorkspace({ cwd: root })],
  ['memory', () => memoryWorkspace(files)],
])('%s', (_name, open) => {
  test('finds YAML files, sorted, less what is passed over', () => {
    expect(open().discover(['.'])).toEqual({ files: found, problems: [] })
  })

  test('finds below what is named, each file once', () => {
    expect(open().discover(['city/system', './city/', 'b.yaml']).files).toEqual(found.slice(1))
  })

  test('an ignore file above what is named counts, a hidden name that is named does not', () => {
    const workspace = open()
    expect(workspace.discover(['draft', 'city/old.bak.yaml'])).toEqual({ files: [], problems: [] })
    expect(workspace.discover(['.hidden.yaml', '.git']).files).toEqual([
      '.git/x.yaml',
      '.hidden.yaml',
    ])
  })

  test('a name that is not there and a name that is not YAML are told', () => {
    const { problems } = open().discover(['nowhere', 'README.md'])
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-found', 'nowhere'],
      ['not-yaml', 'README.md'],
    ])
  })

  test('lists one folder and the folders above', () => {
    const workspace = open()
    expect(workspace.list('city').files).toEqual(['city/municipality.yaml'])
    expect(workspace.above('city/system/a.yaml')).toEqual(['city/system', 'city', '.'])
  })

  test('finds the nearest folder of a kind, looking into each once', () => {
    const workspace = open()
    const looked: string[] = []
    const nearest = folderFinder(workspace, ({ path, text }) => {
      looked.push(path)
      return text.includes('kind: municipality')
    })
    expect(nearest('city/system/a.yaml')).toBe('city')
    expect(nearest('city/system/local/keep.yaml')).toBe('city')
    expect(nearest('b.yaml')).toBeUndefined()
    expect(looked).toEqual([...new Set(looked)])
  })

  test('a file that is gone is a problem', () => {
    const read = open().read('city/gone.yaml')
    expect(read).toMatchObject({
      ok: false,
      problem: { code: 'cannot-open', path: 'city/gone.yaml' },
    })
  })

  test('standard input lies over a file, or adds one', () => {
    const workspace = open()
    const over = overlay(workspace, { path: './b.yaml', text: 'new' })
    expect(over.read('b.yaml')).toEqual({ ok: true, source: { path: 'b.yaml', text: 'new' } })
    expect(over.discover(['.']).files).toEqual(found)
    const added = overlay(workspace, { path: 'city/new.yaml', text: 'new' })
    expect(added.discover(['city/new.yaml'])).toEqual({ files: ['city/new.yaml'], problems: [] })
    expect(added.discover(['city']).files).toContain('city/new.yaml')
    expect(added.discover(['draft']).files).toEqual([])
    expect(added.list('city').files).toEqual(['city/municipality.yaml', 'city/new.yaml'])
  })
})

test('what may not be opened is told, the rest is found', () => {
  const refuse = (): never => {
    throw Object.assign(new Error('no'), { code: 'EACCES' })
  }
  const workspace = treeWorkspace({
    top: '.',
    show: (path) => path,
    full: (path) => path,
    kindOf: (path) => (path === '.' ? 'folder' : undefined),
    entries: (path) =>
      path === '.'
        ? [
            { name: 'closed', kind: 'folder' },
            { name: 'a.yaml', kind: 'file' },
          ]
        : refuse(),
    identity: (path) => path,
    size: refuse,
    bytes: refuse,
  })
  const { files: read, problems } = workspace.discover(['.'])
  expect(read).toEqual(['a.yaml'])
  expect(problems).toMatchObject([
    { code: 'cannot-open', path: 'closed', why: '読み取りが許可されていません。' },
  ])
  expect(workspace.read('a.yaml')).toMatchObject({ ok: false, problem: { code: 'cannot-open' } })
})

describe('only on a disk', () => {
  const isRoot = process.getuid?.() === 0
  const isWindows = process.platform === 'win32'

  test.skipIf(isWindows)('links: circles end, the outside is told, a folder is read once', () => {
    const outside = mkdtempSync(join(tmpdir(), 'policy-lint-outside-'))
    writeFileSync(join(outside, 'secret.yaml'), 'x: 1\n')
    symlinkSync('..', join(root, 'city/system/up'))
    symlinkSync(outside, join(root, 'city/out'))
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'city/out.yaml'))
    symlinkSync('nowhere', join(root, 'city/broken.yaml'))
    symlinkSync('gone', join(root, 'city/lost'))
    symlinkSync('system', join(root, 'city/again'))
    symlinkSync('municipality.yaml', join(root, 'city/same.yaml'))
    try {
      const { files: read, problems } = diskWorkspace({ cwd: root }).discover(['city'])
      expect(read).toEqual(found.slice(2))
      expect(problems.map(({ code, path }) => [code, path]).sort()).toEqual([
        ['broken-link', 'city/broken.yaml'],
        ['broken-link', 'city/lost'],
        ['link-outside', 'city/out'],
        ['link-outside', 'city/out.yaml'],
      ])
    } finally {
      rmSync(outside, { recursive: true })
    }
  })

  test.skipIf(isWindows || isRoot)('what may not be opened is told, the rest is read', () => {
    chmodSync(join(root, 'city/system'), 0)
    chmodSync(join(root, 'b.yaml'), 0)
    const workspace = diskWorkspace({ cwd: root })
    const { problems } = workspace.discover(['.'])
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['cannot-open', 'city/system']])
    expect(workspace.read('b.yaml')).toMatchObject({ ok: false, problem: { code: 'cannot-open' } })
    chmodSync(join(root, 'city/system'), 0o755)
  })

  test.skipIf(isWindows)('names in NFD are shown in NFC and still read', () => {
    write('か\u3099/は\u309a.yaml', 'x: 1\n')
    const workspace = diskWorkspace({ cwd: root })
    expect(workspace.discover(['か\u3099']).files).toEqual(['が/ぱ.yaml'])
    expect(workspace.read('が/ぱ.yaml')).toMatchObject({ ok: true, source: { path: 'が/ぱ.yaml' } })
    expect(diskWorkspace({ cwd: root }).discover(['.']).files).toContain('が/ぱ.yaml')
  })

  test('a folder above the working folder only when it is the top', () => {
    const cwd = join(root, 'city/system')
    expect(diskWorkspace({ cwd }).above('a.yaml')).toEqual(['.'])
    const workspace = diskWorkspace({ cwd, top: root })
    expect(workspace.above('a.yaml')).toEqual(['.', '..', '../..'])
    expect(workspace.list('..').files).toEqual(['../municipality.yaml'])
  })

  test('from above the working folder its files keep their names, and are ignored by them', () => {
    write('.policylintignore', '/city/system/a.yaml\n*.bak.yaml\n')
    write('city/system/b.yaml', 'x: 1\n')
    write('city/system/old.bak.yaml', 'x: 1\n')
    const workspace = diskWorkspace({ cwd: join(root, 'city/system'), top: root })
    expect(workspace.discover(['.']).files).toEqual([
      'b.yaml',
      'local/found.bak.yaml',
      'local/keep.yaml',
    ])
    expect(workspace.discover(['..']).files).toEqual([
      '../draft/kept.yaml',
      '../municipality.yaml',
      'b.yaml',
      'local/found.bak.yaml',
      'local/keep.yaml',
    ])
  })

  test('the root of a git work tree above a folder', () => {
    write('.git/HEAD', 'ref: refs/heads/main\n')
    expect(gitRootAbove(join(root, 'city/system'))).toBe(root)
    expect(gitRootAbove(root)).toBe(root)
    write('city/.git', 'gitdir: ../.git/worktrees/city\n')
    expect(gitRootAbove(join(root, 'city/system'))).toBe(join(root, 'city'))
  })
})
