import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { reportOf } from '../format/report.ts'
import { run } from './run.ts'

const cwd = mkdtempSync(join(tmpdir(), 'policy-lint-'))
afterAll(() => {
  rmSync(cwd, { recursive: true })
})

vi.mock('../../src/workflow/check.ts', () => ({
  leanCheck: () =>
    Promise.resolve({ report: reportOf([]), sources: new Map(), ruleTitles: new Map() }),
}))

/** What a result begins with tells its format. */
const beginnings: Readonly<Record<string, RegExp>> = {
  text: /^まとめ/,
  json: /^\{\n {2}"format": "policy-lint\/report\.v1"/,
  sarif: /^\{\n {2}"\$schema"/,
  junit: /^<\?xml/,
  nothing: /^$/,
}

function formatOf(text: string): string {
  return Object.keys(beginnings).find((name) => beginnings[name]?.test(text)) ?? text.slice(0, 80)
}

async function check(...argv: string[]) {
  for (const name of readdirSync(cwd)) rmSync(join(cwd, name))
  const { code, stdout, stderr } = await run(['check', ...argv], { cwd })
  const files = readdirSync(cwd).sort()
  const written = files.map((name) => [name, formatOf(readFileSync(join(cwd, name), 'utf8'))])
  return { code, shown: formatOf(stdout), files: Object.fromEntries(written) as unknown, stderr }
}

test.each<[string[], string, Record<string, string>]>([
  [[], 'text', {}],
  [['--format', 'json'], 'json', {}],
  [['--output', 'a'], 'nothing', { a: 'text' }],
  [['--format', 'json', '--output', 'a'], 'nothing', { a: 'json' }],
  [['--output', 'a', '--format', 'json'], 'nothing', { a: 'json' }],
  [['--format', 'text', '--format', 'sarif', '--output', 'a'], 'text', { a: 'sarif' }],
  [['--format', 'sarif', '--output', 'a', '--format', 'text'], 'text', { a: 'sarif' }],
  [
    ['--format', 'sarif', '--output', 'a', '--format', 'junit', '--output', 'b'],
    'nothing',
    { a: 'sarif', b: 'junit' },
  ],
])('%j shows and writes', async (argv, shown, files) => {
  expect(await check(...argv)).toEqual({ code: 0, shown, files, stderr: '' })
})

test('two results cannot both be shown', async () => {
  const { code, files, stderr } = await check('--format', 'text', '--format', 'json')
  expect([code, files]).toEqual([2, {}])
  expect(stderr).toContain('画面に出せる結果は一つだけですが、text、json の2つが指定されています')
})

test('two results do not go into one file', async () => {
  const { code, stderr } = await check(
    ...['--format', 'sarif', '--output', 'a', '--format', 'json', '--output', 'a'],
  )
  expect([code, existsSync(join(cwd, 'a'))]).toEqual([2, false])
  expect(stderr).toContain('--output の「a」が二度指定されています')
})

test('a format there is not is refused wherever it stands', async () => {
  const { code, stderr } = await check('--format', 'text', '--format', 'yaml', '--output', 'a')
  expect(code).toBe(2)
  expect(stderr).toContain('オプション「--format」に「yaml」は指定できません')
})
