import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { tellFailure } from '../../src/cli/failure.ts'
import type { Io } from '../../src/cli/io.ts'
import type { Severity } from '../../src/finding/finding.ts'
import { Unknown } from '../../src/finding/unknown.ts'
import { UsageError } from '../../src/finding/usage-error.ts'
import { kinds } from '../../src/schema/generated/file.ts'
import { schemaText } from '../../src/schema/schema-text.ts'
import { formats } from '../../src/format/index.ts'
import type { check } from '../../src/workflow/check.ts'
import type { CheckRequest } from '../../src/workflow/judge/run.ts'
import { findingOn, reportOf } from '../format/report.ts'
import { run } from './run.ts'

const checked = vi.hoisted(() => vi.fn<typeof check>())
vi.mock('../../src/workflow/check.ts', () => ({ leanCheck: checked }))

const source = { path: 'procedures/aoba-city/library/procedure.yaml', text: 'title: 実施手順\n' }
const open = {
  rule: 'account.roster',
  requirement: 'ACC-3',
  system: 'aoba-city/library',
  element: 'account:a1',
  reason: 'missing' as const,
  missing: [{ kind: 'records', path: 'accounts' }],
}

/** A check that finds one thing of each severity named, and remembers what it was asked. */
function checkThatFinds(severities: readonly Severity[], unknown = false) {
  const asked: CheckRequest[] = []
  const findings = severities.map((severity) => findingOn(source, '実施手順', { severity }))
  const report = reportOf(findings, { cannotJudge: unknown ? [open] : [] })
  checked.mockImplementation((request) => {
    asked.push(request)
    request.onProgress?.(1, 2)
    request.costs?.set('account.roster', { milliseconds: 2, results: 1 })
    const sources = new Map([[source.path, source]])
    return Promise.resolve({ report, ruleTitles: new Map(), sources })
  })
  return { asked, report }
}

/** What is told of something that ended a run. */
function failure(thrown: unknown, env: Io['env'] = {}) {
  let stderr = ''
  const code = tellFailure(thrown, {
    stdout: { write: () => undefined },
    stderr: { write: (text) => (stderr += text) },
    stdin: Readable.from([]),
    env,
    cwd: tmpdir(),
    isTTY: { stdout: false, stderr: false },
    columns: undefined,
  })
  return { code, stderr }
}

describe('the exit code', () => {
  test.each<[Severity[], string[], number]>([
    [[], [], 0],
    [['error'], [], 1],
    [['warning', 'info'], [], 0],
    [['warning'], ['--fail-on', 'warning'], 1],
    [['info'], ['--fail-on', 'warning'], 0],
    [['info'], ['--fail-on', 'info'], 1],
    [['error'], ['--fail-on', 'never'], 0],
  ])('of %j with %j is %i', async (severities, options, code) => {
    checkThatFinds(severities)
    expect((await run(['check', '.', ...options])).code).toBe(code)
  })

  test('is 1 where something cannot be judged and that was asked for', async () => {
    checkThatFinds([], true)
    expect((await run(['.'])).code).toBe(0)
    expect((await run(['.', '--fail-on-unknown'])).code).toBe(1)
    expect((await run(['.', '--fail-on-unknown', '--fail-on', 'never'])).code).toBe(1)
  })
})

describe('what is checked', () => {
  test('no command means check, no path the current folder', async () => {
    const { asked } = checkThatFinds([])
    await run([])
    await run(['procedures/', '--policies', 'packs'])
    await run(['--as-of', '令和６年３月３１日', 'check', 'a.yaml'])
    expect(asked.map(({ paths, policies, asOf }) => ({ paths, policies, asOf }))).toEqual([
      { paths: ['.'], policies: undefined, asOf: undefined },
      { paths: ['procedures/'], policies: 'packs', asOf: undefined },
      { paths: ['a.yaml'], policies: undefined, asOf: '2024-03-31' },
    ])
  })

  test('standard input stands for the file it names', async () => {
    const { asked } = checkThatFinds([])
    const input = new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('title: 手順')])
    await run(['-', '--stdin-filename', 'a.yaml'], { input })
    expect(asked.map(({ paths, stdin }) => ({ paths, stdin }))).toEqual([
      { paths: ['a.yaml'], stdin: { path: 'a.yaml', text: 'title: 手順' } },
    ])
  })
})

describe('the result', () => {
  test('comes with what the rules cost where that is asked for', async () => {
    checkThatFinds([])
    const plain = await run(['.'])
    const { stdout, stderr } = await run(['.', '--timing'])
    expect(stdout).toBe(plain.stdout)
    expect(stderr.split('\n').slice(1)).toEqual([
      'account.roster                                 2.0  100.0%         1',
      '合計 2.0ミリ秒',
      '',
    ])
    expect(plain.stderr).toBe('')
  })

  test('is text on stdout', async () => {
    const { report } = checkThatFinds(['error'])
    const sources = new Map([[source.path, source]])
    expect(await run(['.'])).toEqual({
      code: 1,
      stdout: formats.text(report, { sources, color: false, width: 80 }),
      stderr: '',
    })
    expect(await run(['.', '--quiet', '--max-findings', '0'], { columns: 60 })).toEqual({
      code: 1,
      stdout: formats.text(report, {
        sources,
        color: false,
        width: 60,
        quiet: true,
        maxFindings: 0,
      }),
      stderr: '',
    })
  })

  test('is JSON when asked for', async () => {
    const { report } = checkThatFinds(['error'])
    const { stdout } = await run(['.', '--format', 'json'])
    expect(JSON.parse(stdout)).toEqual(report)
  })

  test.each<[Record<string, string>, boolean, boolean]>([
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ CI: 'true' }, false, false],
  ])('with %j on a terminal (%s) has colours: %s', async (env, terminal, coloured) => {
    checkThatFinds(['error'])
    const isTTY = { stdout: terminal, stderr: false }
    const { stdout } = await run(['.'], { env, isTTY })
    expect(stdout.includes('\u001b[')).toBe(coloured)
  })
})

describe('a result written to a file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('is whole, without colours, and leaves stdout empty', async () => {
    const { report } = checkThatFinds(['error'])
    const argv = ['.', '--output', 'result.txt']
    const io = { cwd: folder, env: { FORCE_COLOR: '1' } }
    expect(await run(argv, io)).toEqual({ code: 1, stdout: '', stderr: '' })
    await run(argv, io)
    expect(readFileSync(join(folder, 'result.txt'), 'utf8')).toBe(
      formats.text(report, { sources: new Map([[source.path, source]]), color: false, width: 80 }),
    )
    expect(readdirSync(folder)).toEqual(['result.txt'])
  })

  test('that cannot be written leaves nothing behind', async () => {
    checkThatFinds([])
    const { code, stderr } = await run(['.', '--output', 'no/result.txt'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'エラー: 「no/result.txt」に書き込めません（ENOENT）\n' +
        '  フォルダーがあるか、書き込みの許可があるか、ほかのソフトが使っていないかを確かめてください\n',
    )
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('wrong use', () => {
  checkThatFinds([])
  test.each([
    ['unknown-option', ['.', '--fomat', 'json']],
    ['unknown-option-far', ['.', '--zzzzzzzz']],
    ['bad-choice', ['.', '--format', 'yaml']],
    ['missing-value', ['.', '--output']],
    ['missing-argument', ['schema']],
    ['too-many', ['schema', 'procedure', 'context']],
    ['misspelt-command', ['chek', 'procedures']],
    ['help-as-command', ['help']],
    ['bad-day', ['.', '--as-of', '2024-02-30']],
    ['bad-count', ['.', '--max-findings', '-3']],
    ['stdin-without-name', ['-']],
    ['name-without-stdin', ['--stdin-filename', 'a.yaml']],
  ])('%s is told in Japanese', async (name, argv) => {
    const { code, stdout, stderr } = await run(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toMatch(/error|Did you|unknown option|missing/i)
    await expect(stderr).toMatchFileSnapshot(`fixtures/wrong-use/${name}.txt`)
  })

  test('standard input in another encoding is told', async () => {
    const input = new Uint8Array([0x8e, 0xc0, 0x8e, 0x7b, 0x8e, 0xe8, 0x8f, 0x87])
    const { code, stderr } = await run(['-', '--stdin-filename', 'a.yaml'], { input })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^エラー: 標準入力を読めません: 文字コードが/)
  })

  test('an error of the set-up shows its place and what to do', async () => {
    const location = {
      path: 'policies/a/pack.yaml',
      start: { line: 3, column: 5 },
      end: { line: 3, column: 9 },
    }
    const thrown = new UsageError('パラメーター「cycle」はありません', {
      hint: 'もしかして: maxCycle\n名前を直してください',
      location,
    })
    checked.mockRejectedValue(thrown)
    expect(await run(['.'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'エラー: policies/a/pack.yaml:3:5: パラメーター「cycle」はありません\n' +
        '  もしかして: maxCycle\n  名前を直してください\n',
    })
  })
})

describe('a fault of the program', () => {
  test('is told with how to report it, without a stack', async () => {
    checked.mockRejectedValue(new TypeError('x is undefined'))
    const { code, stdout, stderr } = await run(['.'])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr.replace(/Node\.js \S+、\S+/, 'Node.js …')).toBe(
      'policy-lint の不具合です: x is undefined\n' +
        '  入力した内容に誤りがあっても、このようには終わらないはずです。\n' +
        '  お手数ですが、上の文と次の内容を添えて、policy-lint の開発元に知らせてください。\n' +
        '    policy-lint 0.0.0-development、Node.js …\n' +
        '    詳しい記録は、環境変数 POLICY_LINT_DEBUG=1 を付けて実行すると出ます。\n',
    )
  })

  const nested = new Error('外', { cause: new Error('中', { cause: { code: 'EIO' } }) })
  const circle = new Error('輪')
  circle.cause = circle
  const hostile = {
    [inspect.custom]: () => {
      throw new Error('見るな')
    },
  }
  const unknown = new Unknown([
    { kind: 'records', path: 'performed' },
    { kind: 'procedure', path: 'duties' },
  ])

  test.each<[string, unknown, string]>([
    ['an error', new TypeError('x is undefined'), 'x is undefined'],
    ['an error without words', new RangeError(), 'RangeError'],
    ['an error with causes', nested, "外（原因: 中（原因: エラーではない値「{ code: 'EIO' }」））"],
    ['an error that causes itself', circle, `${'輪（原因: '.repeat(5)}輪${'）'.repeat(5)}`],
    [
      'an unknown',
      unknown,
      '書かれていないため分からない値（records の performed、procedure の duties）',
    ],
    ['an object', { a: { b: [1, 2] } }, 'エラーではない値「{ a: { b: [ 1, 2 ] } }」'],
    ['a text', '何か', '何か'],
    ['an empty text', '', "エラーではない値「''」"],
    ['nothing', null, 'エラーではない値「null」'],
    ['not even nothing', undefined, 'エラーではない値「undefined」'],
    ['a symbol', Symbol('x'), 'エラーではない値「Symbol(x)」'],
    ['what does not let itself be looked at', hostile, '中を見られない値'],
  ])('is told in words, whatever was thrown: %s', (_name, thrown, words) => {
    const { code, stderr } = failure(thrown)
    expect([code, stderr.split('\n')[0]]).toEqual([3, `policy-lint の不具合です: ${words}`])
  })

  test('is told whole when asked for: stack, causes and fields', () => {
    const told = (thrown: unknown): string => failure(thrown, { POLICY_LINT_DEBUG: '1' }).stderr
    expect(told(nested)).toMatch(/main\.test\.ts[^]*\[cause\]: Error: 中[^]*\{ code: 'EIO' \}/)
    expect(told(unknown)).toContain("{ kind: 'procedure', path: 'duties' }")
    expect(told(hostile)).toContain('中を見られない値')
  })
})

describe('help and version', () => {
  test('load no other part', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '0.0.0-development\n', stderr: '' })
    expect(await run(['-V', '--quiet'])).toEqual({
      code: 0,
      stdout: '0.0.0-development\n',
      stderr: '',
    })
  })

  test.each([
    ['program', ['--help']],
    ['check', ['check', '--help']],
    ['schema', ['schema', '-h']],
  ])('the help of %s is Japanese', async (name, argv) => {
    const { code, stdout, stderr } = await run(argv)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    await expect(stdout).toMatchFileSnapshot(`fixtures/help/${name}.txt`)
  })
})

test('the help of schema names every kind of file', async () => {
  const { stdout } = await run(['schema', '--help'])
  const named = stdout.replace(/\s/g, '')
  expect(named).toContain(kinds.join('、'))
})

test('schema writes what the schema room says', async () => {
  const stdout = schemaText('procedure', {})
  expect(await run(['schema', 'procedure'])).toEqual({ code: 0, stdout, stderr: '' })
})
