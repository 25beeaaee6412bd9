import { chmodSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RevisionError } from '../../src/source/git/error.ts'
import { findGit } from '../../src/source/git/process.ts'
import { openRevision, type Revision } from '../../src/source/git/revision.ts'
import { namesPath, openSide } from '../../src/source/git/side.ts'
import { Repository } from './repository.ts'

const isWindows = process.platform === 'win32'

let repository: Repository

beforeEach(() => {
  repository = new Repository()
})

afterEach(() => {
  repository.remove()
})

function open(spec: string, cwd = repository.root): Revision {
  return openRevision({ spec, cwd, env: repository.env })
}

function textOf({ workspace }: Revision, path: string): string | undefined {
  const read = workspace.read(path)
  return read.ok ? read.source.text : read.problem.code
}

/** What a user is told. */
function refusal(action: () => unknown) {
  try {
    action()
  } catch (thrown) {
    if (!(thrown instanceof RevisionError)) throw thrown
    const { code, message, hint, missed } = thrown
    return { code, message, hint, ...(missed ? { missed } : {}) }
  }
  throw new Error('nothing was refused')
}

describe('a revision', () => {
  let made: Repository
  let first = ''
  let second = ''

  beforeAll(() => {
    repository = new Repository()
    first = repository.write({ 'city/a.yaml': 'x: 1\n', 'old.yaml': 'x: 0\n' }).commit()
    repository.git('tag', 'v1')
    repository.git('tag', '--annotate', 'v1.0', '--message', '初版')
    repository.git('mv', 'old.yaml', 'city/new.yaml')
    second = repository.write({ 'city/a.yaml': 'x: 2\n' }).commit()
    repository.write({ 'city/a.yaml': 'x: 3\n', 'city/untracked.yaml': 'x: 4\n' })
    made = repository
  })

  beforeEach(() => {
    repository.remove()
    repository = new Repository(made)
  })

  afterAll(() => {
    made.remove()
  })

  test('is named by branch, tag, commit and their relations', () => {
    for (const spec of ['main', 'HEAD', '@', 'refs/heads/main', second, second.slice(0, 10)]) {
      expect(open(spec).commit, spec).toBe(second)
    }
    for (const spec of ['HEAD~1', 'v1', 'v1.0', 'main^', 'HEAD@{1}', first, 'HEAD^{/変更}~1']) {
      expect(open(spec).commit, spec).toBe(first)
    }
    expect(textOf(open('main'), 'city/a.yaml')).toBe('x: 2\n')
    expect(textOf(open('v1'), 'city/a.yaml')).toBe('x: 1\n')
  })

  test('is shown with the beginning of its commit unless that was written', () => {
    expect(open('v1').name).toBe(`v1 (${first.slice(0, 8)})`)
    expect(open('main:city').name).toBe(`main:city (${second.slice(0, 8)})`)
    expect(open(first).name).toBe(first)
    expect(open(first.slice(0, 9)).name).toBe(first.slice(0, 9))
  })

  test('is of a tree that is no commit, too', () => {
    const tree = repository.git('rev-parse', 'v1^{tree}')
    for (const spec of [tree, 'v1^{tree}']) {
      const { commit, workspace } = open(spec)
      expect({ commit, files: workspace.discover(['.']).files }, spec).toEqual({
        commit: null,
        files: ['city/a.yaml', 'old.yaml'],
      })
    }
  })

  test('holds the files of its time under the names of its time', () => {
    expect(open('v1').workspace.discover(['.'])).toEqual({
      files: ['city/a.yaml', 'old.yaml'],
      problems: [],
    })
    expect(open('HEAD').workspace.discover(['.'])).toEqual({
      files: ['city/a.yaml', 'city/new.yaml'],
      problems: [],
    })
  })

  test('is narrowed by a path from the root, or from the working folder', () => {
    const city = join(repository.root, 'city')
    const pathOf = (spec: string, cwd?: string): string | undefined => open(spec, cwd).path
    expect(pathOf('main')).toBeUndefined()
    expect(pathOf('main:')).toBe('.')
    expect(pathOf('main:city')).toBe('city')
    expect(pathOf('main:/city/')).toBe('city')
    expect(pathOf('main:city/a.yaml')).toBe('city/a.yaml')
    expect(pathOf('main:city', city)).toBe('.')
    expect(pathOf('main:', city)).toBe('..')
    expect(pathOf('v1:old.yaml', city)).toBe('../old.yaml')
    expect(pathOf('main:./a.yaml', city)).toBe('a.yaml')
    expect(pathOf('v1:../old.yaml', city)).toBe('../old.yaml')
    const { workspace, path = '' } = open('v1:old.yaml', city)
    expect(workspace.discover([path])).toEqual({ files: ['../old.yaml'], problems: [] })
    expect(textOf(open('v1', city), path)).toBe('x: 0\n')
  })

  test('is seen from a folder that it does not have', () => {
    const fresh = join(repository.root, 'fresh/folder')
    mkdirSync(fresh, { recursive: true })
    const { workspace, path } = open('v1:city', fresh)
    expect(path).toBe('../../city')
    expect(workspace.discover(['../..']).files).toEqual(['../../city/a.yaml', '../../old.yaml'])
    expect(workspace.discover(['.']).problems).toMatchObject([{ code: 'not-found', path: '.' }])
  })

  test('is read from a bare repository and from a linked work tree', () => {
    const bare = join(repository.outside, 'bare.git')
    const linked = join(repository.outside, 'linked')
    repository.git('clone', '--quiet', '--bare', '.', bare)
    repository.git('worktree', 'add', '--quiet', '--detach', linked, 'v1')
    expect(textOf(open('main', bare), 'city/a.yaml')).toBe('x: 2\n')
    expect(open('v1:city', bare).path).toBe('city')
    expect(open('HEAD', linked).commit).toBe(first)
    expect(open('main', join(linked, 'city')).workspace.discover(['.']).files).toEqual([
      'a.yaml',
      'new.yaml',
    ])
    expect(textOf(open('main', join(repository.root, '.git')), 'city/a.yaml')).toBe('x: 2\n')
  })

  test('is read without touching the work tree, the index or a lock', () => {
    const index = join(repository.root, '.git/index')
    const file = join(repository.root, 'city/a.yaml')
    // A time that git would note in the index if it looked.
    utimesSync(file, 1, 1)
    const before = readFileSync(index)
    writeFileSync(`${index}.lock`, '')
    expect(textOf(open('main'), 'city/a.yaml')).toBe('x: 2\n')
    expect(readFileSync(index)).toEqual(before)
    expect(readFileSync(file, 'utf8')).toBe('x: 3\n')
    expect(statSync(file).mtimeMs).toBe(1000)
  })
})

test('blobs are read as stored, whatever attributes say of the work tree', () => {
  repository.git('config', 'filter.run.smudge', 'touch ran; cat')
  repository.git('config', 'diff.run.textconv', 'touch ran; cat')
  repository
    .write({
      '.gitattributes': '*.yaml eol=crlf filter=run diff=run\nsjis.yml working-tree-encoding=SJIS',
      'a.yaml': 'x: 1\r\ny: 2\r\n',
      'sjis.yml': Uint8Array.of(0x61, 0x3a, 0x20, 0x82, 0xa0, 0x0a),
    })
    .commit()
  const revision = open('HEAD')
  expect(textOf(revision, 'a.yaml')).toBe('x: 1\ny: 2\n')
  expect(textOf(revision, 'sjis.yml')).toBe('a: あ\n')
  expect(revision.workspace.discover(['.']).files).toEqual(['a.yaml', 'sjis.yml'])
  expect(repository.git('status', '--porcelain')).toBe('')
})

test.skipIf(isWindows)('nothing that the repository holds is run', () => {
  const program = join(repository.root, 'program')
  const ran = join(repository.outside, 'ran')
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${ran}'\n`)
  chmodSync(program, 0o755)
  repository.write({ 'a.yaml': 'x: 1\n', git: `#!/bin/sh\ntouch '${ran}'\n` })
  chmodSync(join(repository.root, 'git'), 0o755)
  repository.commit()
  for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.editor']) {
    repository.git('config', name, program)
  }
  repository.git('config', 'core.hooksPath', repository.root)
  repository.git('config', 'alias.ls-tree', `!${program}`)
  repository.git('config', 'remote.origin.url', `ext::${program}`)
  repository.git('config', 'remote.origin.promisor', 'true')
  repository.git('config', 'protocol.ext.allow', 'always')
  const env = { ...repository.env, PATH: `.:${repository.env['PATH'] ?? ''}` }
  const revision = openRevision({ spec: 'HEAD', cwd: repository.root, env })
  expect(textOf(revision, 'a.yaml')).toBe('x: 1\n')
  expect(() => readFileSync(ran)).toThrow('ENOENT')
})

test('names that no system could check out are passed over', () => {
  repository.write({ 'good.yaml': 'x: 1\n' }).commit()
  const blob = repository.git('rev-parse', 'HEAD:good.yaml')
  const raw = (name: string): Buffer =>
    Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, 'hex')])
  const tree = repository.object('tree', Buffer.concat(['..', 'a/../../b.yaml', 'x.yaml'].map(raw)))
  expect(open(tree).workspace.discover(['.'])).toEqual({ files: ['x.yaml'], problems: [] })
})

test('git is asked three times, however many files there are', () => {
  const paths = Array.from({ length: 200 }, (_, index) => `city/s${index % 9}/${index}.yaml`)
  repository.write(Object.fromEntries(paths.map((path) => [path, `path: ${path}\n`]))).commit()
  const trace = join(repository.outside, 'trace')
  const env = { ...repository.env, GIT_TRACE: trace }
  const { workspace } = openRevision({ spec: 'main', cwd: repository.root, env })
  const { files } = workspace.discover(['.'])
  expect(files).toEqual([...paths].sort())
  for (const path of files) {
    expect(workspace.read(path)).toEqual({ ok: true, source: { path, text: `path: ${path}\n` } })
  }
  const asked = [...readFileSync(trace, 'utf8').matchAll(/trace: built-in: git (\S+)/g)]
  expect(asked.map(([, command]) => command)).toEqual(['rev-parse', 'ls-tree', 'cat-file'])
})

test('where names fold, a name is found in other letters under the name that was written', () => {
  repository.write({ 'City/System/a.yaml': 'x: 1\n', 'City/b.yaml': 'x: 2\n' }).commit()
  const place = { spec: 'main', cwd: repository.root, env: repository.env }
  const exact = openRevision({ ...place, foldsCase: false }).workspace
  expect(exact.discover(['city']).problems).toMatchObject([{ code: 'not-found' }])
  const { workspace } = openRevision({ ...place, foldsCase: true })
  expect(workspace.discover(['city'])).toEqual({
    files: ['city/System/a.yaml', 'city/b.yaml'],
    problems: [],
  })
  expect(workspace.read('CITY/system/A.yaml')).toEqual({
    ok: true,
    source: { path: 'CITY/system/A.yaml', text: 'x: 1\n' },
  })
  expect(workspace.discover(['city/b.yaml', 'City/B.yaml']).files).toHaveLength(1)
})

test('a submodule is not looked into', () => {
  const commit = repository.write({ 'a.yaml': 'x: 1\n' }).commit()
  repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`)
  repository.git('commit', '--quiet', '--message', '変更')
  const { workspace } = open('HEAD')
  expect(workspace.discover(['.'])).toEqual({ files: ['a.yaml'], problems: [] })
  expect(workspace.discover(['module'])).toEqual({ files: [], problems: [] })
})

test.skipIf(isWindows)('names that are not UTF-8 are found and read', () => {
  repository.write({ 'a.yaml': 'x: 1\n' }).commit()
  const blob = Buffer.from(repository.git('rev-parse', 'HEAD:a.yaml'), 'hex')
  const name = Uint8Array.of(0x8e, 0xe8)
  const entry = [Buffer.from('100644 '), name, Buffer.from('.yaml\0'), blob]
  const tree = repository.object('tree', Buffer.concat(entry))
  const { workspace } = open(tree)
  const { files } = workspace.discover(['.'])
  expect(files).toEqual(['\ufffd\ufffd.yaml'])
  expect(workspace.read(files[0] ?? '')).toMatchObject({ ok: true, source: { text: 'x: 1\n' } })
})

describe('what cannot be opened is told', () => {
  const naming =
    'ブランチ（main）、タグ（v1.2）、コミット（HEAD~1、1a2b3c4）の名前を書きます。フォルダーも決めるときは main:procedures のように書きます。'

  test('git is not installed', () => {
    const env = { ...repository.env, PATH: repository.outside, Path: undefined }
    expect(findGit(env)).toBeUndefined()
    expect(findGit({})).toBeUndefined()
    expect(refusal(() => openRevision({ spec: 'main', cwd: repository.root, env }))).toEqual({
      code: 'no-git',
      message: 'git が見つかりません',
      hint: 'ブランチやコミットと比べるには git が要ります。入れてから、もう一度実行してください（https://git-scm.com/）。',
    })
  })

  test('the folder stands in no repository', () => {
    expect(refusal(() => open('main', repository.outside))).toEqual({
      code: 'no-repository',
      message: '今のフォルダーは git のリポジトリの中にありません',
      hint: 'ブランチやコミットと比べるときは、git で管理しているフォルダーの中で実行してください。',
    })
  })

  test('nothing was ever committed', () => {
    expect(refusal(() => open('HEAD')).code).toBe('no-commit')
    expect(refusal(() => open('main'))).toEqual({
      code: 'no-commit',
      message: 'このリポジトリには、まだ一つもコミットがありません',
      hint: 'git commit で今の内容を記録してから比べてください。',
    })
  })

  test('no branch, tag or commit has the name', () => {
    repository.write({ 'a.yaml': '' }).commit()
    repository.git('branch', '手順書の改訂')
    repository.git('tag', 'v1')
    const told = {
      code: 'unknown-revision',
      message: '「mian」という名前のブランチ・タグ・コミットがありません',
      hint: 'git branch --all、git tag、git log で、名前を確かめてください。',
    }
    const among = ['main', '手順書の改訂', 'v1']
    expect(refusal(() => open('mian'))).toEqual({ ...told, missed: { word: 'mian', among } })
    for (const spec of [
      'HEAD~9',
      'v1:a.yaml~1:x',
      'f'.repeat(40),
      'main@{u}',
      'a b',
      '$(touch x)',
    ]) {
      expect(refusal(() => open(spec)).code, spec).toMatch(/^unknown-(revision|path)$/)
    }
  })

  test('only the branch of a remote has the name', () => {
    const there = join(repository.outside, 'there')
    repository.write({ 'a.yaml': '' }).commit()
    repository.git('branch', 'draft')
    repository.git('clone', '--quiet', '.', there)
    expect(refusal(() => open('draft', there))).toEqual({
      code: 'unknown-revision',
      message: '「draft」という名前のブランチ・タグ・コミットがありません',
      hint: '「origin/draft」ならあります。そう書いてください。',
    })
  })

  test('a name that two share, and a number that several begin with', () => {
    repository.write({ 'a.yaml': '' }).commit()
    repository.git('branch', 'v1')
    repository.git('tag', 'v1')
    expect(refusal(() => open('v1'))).toEqual({
      code: 'ambiguous-revision',
      message: '「v1」が何を指すのか、一つに決まりません',
      hint: '同じ名前のものがいくつもあります。ブランチなら refs/heads/v1、タグなら refs/tags/v1 と書いてください。',
    })
    expect(open('refs/tags/v1').commit).toBe(repository.git('rev-parse', 'main'))
    const short = sharedBeginning()
    expect(refusal(() => open(short))).toEqual({
      code: 'ambiguous-revision',
      message: `「${short}」が何を指すのか、一つに決まりません`,
      hint: 'その文字で始まるコミットがいくつもあります。もっと長く書いてください。',
    })
  })

  /** Makes trees until two of their ids begin with the same four digits. */
  function sharedBeginning(): string {
    const blob = Buffer.from(repository.git('rev-parse', 'main:a.yaml'), 'hex')
    const seen = new Set<string>()
    for (let count = 0; ; count += 1) {
      const tree = Buffer.concat([Buffer.from(`100644 ${count}.yaml\0`), blob])
      const short = repository.object('tree', tree).slice(0, 4)
      if (seen.has(short)) return short
      seen.add(short)
    }
  }

  test('a path that the revision does not have', () => {
    repository.write({ 'procedures/city/a.yaml': '', 'b.yaml': '' }).commit()
    expect(refusal(() => open('main:procedures/ctiy'))).toEqual({
      code: 'unknown-path',
      message: '「main」には「procedures/ctiy」がありません',
      hint: 'コロンの後には、リポジトリの一番上のフォルダーからのパスを書きます（今のフォルダーからなら ./ で始めます）。',
      missed: { word: 'ctiy', among: ['city'] },
    })
    for (const path of ['../outside', 'b.yaml/x', './x', '..']) {
      expect(refusal(() => open(`main:${path}`)).code, path).toBe('unknown-path')
    }
  })

  test('names of the repository that would steer a terminal are shown without', () => {
    repository.write({ 'a.yaml': '' }).commit()
    const blob = Buffer.from(repository.git('rev-parse', 'HEAD:a.yaml'), 'hex')
    const entry = [Buffer.from('100644 a\u001b[31m.yaml\0'), blob]
    const tree = repository.object('tree', Buffer.concat(entry))
    expect(refusal(() => open(`${tree}:a\u001b[31m`))).toMatchObject({
      message: `「${tree}」には「a\ufffd[31m」がありません`,
      missed: { among: [] },
    })
  })

  test('what names no single revision', () => {
    repository.write({ 'a.yaml': '' }).commit()
    const told = {
      code: 'wrong-spec',
      message: '「main..HEAD」は、比べる相手の指定として使えません',
    }
    expect(refusal(() => open('main..HEAD'))).toEqual({
      ...told,
      hint: `範囲ではなく、一つを指定してください。${naming}`,
    })
    expect(refusal(() => open('--all'))).toMatchObject({
      code: 'wrong-spec',
      hint: `- で始まる名前は使えません。${naming}`,
    })
    expect(refusal(() => open(':a.yaml'))).toMatchObject({
      code: 'wrong-spec',
      hint: `コロンの前に名前が要ります。${naming}`,
    })
    for (const spec of [
      '',
      '^main',
      'main^!',
      'main^@',
      'main^-',
      'a\0b',
      'a\nb',
      'x'.repeat(5000),
    ]) {
      expect(refusal(() => open(spec)).code, JSON.stringify(spec)).toBe('wrong-spec')
    }
  })

  test('a shallow clone that lacks the revision', () => {
    const first = repository.write({ 'a.yaml': 'x: 1\n' }).commit()
    repository.write({ 'a.yaml': 'x: 2\n' }).commit()
    const there = join(repository.outside, 'shallow')
    repository.git('clone', '--quiet', '--depth=1', pathToFileURL(repository.root).href, there)
    expect(textOf(open('HEAD', there), 'a.yaml')).toBe('x: 2\n')
    const hint =
      'このリポジトリは履歴の一部だけを取得したものです（shallow clone）。git fetch --unshallow を実行してください（GitHub Actions では actions/checkout に fetch-depth: 0 と書きます）。'
    for (const spec of ['HEAD~1', first]) {
      expect(
        refusal(() => open(spec, there)),
        spec,
      ).toEqual({
        code: 'unknown-revision',
        message: `「${spec}」という名前のブランチ・タグ・コミットがありません`,
        hint,
      })
    }
  })

  test('a partial clone that lacks the contents, which are not fetched', () => {
    repository.write({ 'a.yaml': 'x: 1\n' }).commit()
    repository.write({ 'a.yaml': 'x: 2\n' }).commit()
    repository.git('config', 'uploadpack.allowFilter', 'true')
    const there = join(repository.outside, 'partial')
    const from = pathToFileURL(repository.root).href
    repository.git('clone', '--quiet', '--filter=blob:none', from, there)
    expect(textOf(open('HEAD', there), 'a.yaml')).toBe('x: 2\n')
    const told = refusal(() => open('HEAD~1', there).workspace.read('a.yaml'))
    expect({ ...told, message: '' }).toEqual({
      code: 'missing-objects',
      message: '',
      hint: '内容の一部だけを取得したリポジトリ（partial clone）のときは、次を実行して残りも取得してください。\ngit fetch --refetch --no-filter',
    })
    repository.gitIn(there, 'fetch', '--quiet', '--refetch', '--no-filter')
    expect(textOf(open('HEAD~1', there), 'a.yaml')).toBe('x: 1\n')
  })

  test('a repository of another owner', () => {
    repository.write({ 'a.yaml': '' }).commit()
    // What git's own tests use to be refused.
    const env = { ...repository.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    expect(refusal(() => openRevision({ spec: 'main', cwd: repository.root, env }))).toEqual({
      code: 'not-trusted',
      message: `リポジトリ「${repository.root}」は持ち主がほかの人なので、git が読むのを断りました`,
      hint: `信頼してよいものなら、次を実行してください。\ngit config --global --add safe.directory ${repository.root}`,
    })
  })

  test('a damaged repository', () => {
    repository.write({ 'a.yaml': 'x: 1\n' }).commit()
    const blob = repository.git('rev-parse', 'HEAD:a.yaml')
    const file = join(repository.root, '.git/objects', blob.slice(0, 2), blob.slice(2))
    chmodSync(file, 0o644)
    writeFileSync(file, 'broken')
    const told = refusal(() => open('HEAD').workspace.read('a.yaml'))
    expect(['git-failed', 'missing-objects']).toContain(told.code)
  })
})

describe('an argument', () => {
  test('is a path where one is there or only a path is written so', () => {
    repository.write({ 'main/a.yaml': '' })
    for (const path of ['main', './x', '../x', '.', '..', '-', join(repository.root, 'gone')]) {
      expect(namesPath(path, repository.root), path).toBe(true)
    }
    for (const name of ['HEAD', 'v1', 'main:a.yaml', '', '.x', 'a\0b']) {
      expect(namesPath(name, repository.root), name).toBe(name === '')
    }
  })

  test('that is both is the path', () => {
    const commit = repository.write({ 'main/a.yaml': 'x: 1\n' }).commit()
    const place = { cwd: repository.root, env: repository.env }
    expect(openSide({ ...place, argument: 'main' })).toEqual({ kind: 'path', path: 'main' })
    expect(openSide({ ...place, argument: 'main:main' })).toMatchObject({
      kind: 'revision',
      revision: { commit, path: 'main' },
    })
    expect(openSide({ ...place, argument: 'HEAD' })).toMatchObject({ revision: { commit } })
  })

  test('that is neither is told as both', () => {
    repository.write({ 'a.yaml': '' }).commit()
    const place = { cwd: repository.root, env: repository.env }
    expect(refusal(() => openSide({ ...place, argument: 'mian' }))).toEqual({
      code: 'unknown-revision',
      message: '「mian」というファイルもフォルダーも、ブランチ・タグ・コミットもありません',
      hint: 'git branch --all、git tag、git log で、名前を確かめてください。',
      missed: { word: 'mian', among: ['main'] },
    })
    expect(
      refusal(() => openSide({ ...place, cwd: repository.outside, argument: 'procedures' })),
    ).toEqual({
      code: 'no-repository',
      message: '「procedures」というファイルもフォルダーも、ブランチ・タグ・コミットもありません',
      hint: '名前の打ち間違いがないか、今いるフォルダーが正しいかを確かめてください。\n今のフォルダーは git のリポジトリの中にありません。',
    })
    expect(refusal(() => openSide({ ...place, argument: 'main:x' })).code).toBe('unknown-path')
  })
})
