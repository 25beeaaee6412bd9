import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { municipality } from '../import/read.ts'
import { run } from './run.ts'

const documents = join(import.meta.dirname, 'import-town')

const context = `kind: context
system: aoba-city/library
name: 図書館システム
owner: library
`

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  mkdirSync(join(cwd, 'procedures/aoba-city/library'), { recursive: true })
  writeFileSync(join(cwd, 'procedures/aoba-city/municipality.yaml'), municipality)
  writeFileSync(join(cwd, 'procedures/aoba-city/library/context.yaml'), context)
  cpSync(documents, join(cwd, 'docs'), { recursive: true })
  // What its name and its first bytes say it is, no more.
  writeFileSync(join(cwd, 'docs/scanned.pdf'), '%PDF-1.4')
  writeFileSync(join(cwd, 'docs/old.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  writeFileSync(join(cwd, 'docs/photo.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  writeFileSync(join(cwd, 'docs/~$park.docx'), 'lock')
  // A name of the office's own, from which no ID can be made.
  cpSync(join(documents, 'park.txt'), join(cwd, 'docs/more/図書館システム実施手順.txt'))
  cpSync(join(documents, 'park.txt'), join(cwd, 'docs/more/公園.txt'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

function importTown(...argv: readonly string[]) {
  return run(['import', ...argv, '--town', 'aoba-city'], { cwd })
}

function systems(): readonly string[] {
  return readdirSync(join(cwd, 'procedures/aoba-city')).sort()
}

test('every document of a folder is a system of its own; those that cannot be read are told one by one', async () => {
  const { code, stdout, stderr } = await importTown('docs', '--organisation', 'docs/rules.txt')
  expect({ code, stdout, systems: systems() }).toEqual({
    code: 1,
    stdout: '',
    systems: ['library', 'municipality.yaml', 'organisation', 'park', 'system-d4791fb1'],
  })
  await expect(stderr).toMatchFileSnapshot('fixtures/import-town.txt')
})

test('the same folder again merges into what is there', async () => {
  await importTown('docs')
  const { stderr } = await importTown('docs')
  expect(stderr.match(/の下書きを文書に合わせました/gu)).toHaveLength(4)
  expect(stderr).not.toContain('に下書きを作りました')
})

test.skipIf(process.platform === 'win32')(
  'what of a folder is no plain file is told by its name, and not opened',
  async () => {
    execFileSync('mkfifo', [join(cwd, 'docs/more/pipe.txt'), join(cwd, 'docs/queue')])
    symlinkSync('/dev/zero', join(cwd, 'docs/zero.txt'))
    const { code, stderr } = await importTown('docs/')
    const lines = stderr.split('\n')
    expect([code, lines.slice(0, 6)]).toEqual([
      1,
      [
        'docs/more/pipe.txt: 読み込めません。「docs/more/pipe.txt」は読みませんでした。ふつうのファイルではありません（装置やパイプなどです）。',
        '  中身をふつうのファイルに保存するか、ここから除いてください。',
        'docs/queue: 読み込めません。「docs/queue」は読みませんでした。ふつうのファイルではありません（装置やパイプなどです）。',
        '  中身をふつうのファイルに保存するか、ここから除いてください。',
        'docs/zero.txt: 読み込めません。「docs/zero.txt」は読みませんでした。リンクです。フォルダーの中のリンクは、たどりません。',
        '  リンクの行き先を直接指定してください。',
      ],
    ])
    expect(stderr).toContain('読み込んだ文書 4件、読み込めなかった文書 6件')
  },
)

test('two documents of one system are not laid over one another', async () => {
  cpSync(join(documents, 'park.txt'), join(cwd, 'docs/library.txt'))
  const { code, stderr } = await importTown(
    'docs/park.txt',
    join('docs/more', '図書館システム実施手順.txt'),
    'docs/library.txt',
  )
  expect({ code, stderr: stderr.split('\n')[2] }).toEqual({
    code: 1,
    stderr:
      'docs/library.txt: 読み込めません。「docs/more/図書館システム実施手順.txt」と同じシステム「library」の文書になります',
  })
})

test('a context that names a folder elsewhere leads nowhere', async () => {
  const hostile = context
    .replace('aoba-city/library', 'aoba-city/..')
    .replace('図書館システム', '公園')
  writeFileSync(join(cwd, 'procedures/aoba-city/library/context.yaml'), hostile)
  await importTown('docs/more/公園.txt')
  expect(systems()).toEqual(['library', 'municipality.yaml', 'system-d4791fb1'])
  expect(readdirSync(join(cwd, 'procedures'))).toEqual(['aoba-city'])
})

test.each([
  [
    'nothing can be read',
    ['docs/scanned.pdf', 'docs/old.doc'],
    /読み込んだ文書 0件、読み込めなかった文書 2件/,
  ],
  ['nothing is there', ['nowhere'], /nowhere: 読み込めません。「nowhere」が見つかりません/],
  ['a folder has none', ['procedures'], /「procedures」に、読み込める文書がありません/],
  ['it is a standard', ['docs', '--as', 'standard'], /「--town」は、実施手順/],
  ['a system is named too', ['docs', '--system', 'a/b'], /「--system」と「--town」は同時に/],
])('where %s the exit code is 2', async (_, argv, said) => {
  const { code, stderr } = await importTown(...argv)
  expect({ code, says: said.test(stderr) }, stderr).toEqual({ code: 2, says: true })
})

test('several documents want a town, not a system', async () => {
  const argv = ['import', 'docs/park.txt', 'docs/rules.txt', '--system', 'aoba-city/one']
  const { code, stderr } = await run(argv, { cwd })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'エラー: 文書が二つ以上あります\n  幾つもの実施手順を読み込むには、--system の代わりに --town を使ってください。例 policy-lint import 手順書 --town aoba-city\n',
  })
})

test('on a terminal a line says how far it is', async () => {
  for (let at = 0; at < 40; at += 1)
    cpSync(join(documents, 'park.txt'), join(cwd, `docs/copy-${at}.txt`))
  const { stderr } = await run(['import', 'docs', '--town', 'aoba-city'], {
    cwd,
    isTTY: { stdout: false, stderr: true },
  })
  const plain = stripVTControlCharacters(stderr).replaceAll(/\r(?:読み込んでいます \d+\/\d+)?/g, '')
  expect(plain).toContain('読み込んだ文書 44件、読み込めなかった文書 3件')
})
