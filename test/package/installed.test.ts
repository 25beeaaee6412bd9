import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { version } from '../../src/workflow/open/version.ts'
import { run as runWhole } from '../cli/run.ts'
import { installWithoutOptional, packagesIn, sizeOf } from './install.ts'
import { root, type Run, runProgram } from './program.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}
const folder = mkdtempSync(join(tmpdir(), 'policy-lint-light-'))
const work = join(folder, 'work')
const later = join(folder, 'later')
const system = 'procedures/osaka-city/online-application'
let program = ''

beforeAll(() => {
  program = installWithoutOptional(folder)
  for (const place of [work, later]) {
    for (const name of ['policies', 'procedures']) {
      cpSync(join(root, name), join(place, name), { recursive: true })
    }
  }
  cpSync(join(root, 'examples/remedied/osaka-city'), join(later, 'procedures/osaka-city'), {
    recursive: true,
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (args: string): Promise<Run> => runProgram(program, args.split(' '), work)

/** The same run of the whole program, which is not built here: it has its version from the bundler. */
async function runFull(args: string): Promise<Run> {
  const env = { ...process.env, PATH: '' }
  const full = await runWhole(args.split(' '), { cwd: work, env })
  return { ...full, stdout: full.stdout.replaceAll(version, manifest.version) }
}

test('the package without its optional parts takes less than 25 MB', () => {
  // What these bring with them: the reader of YAML, that of HTML, that of XML and the questions on a terminal.
  const others = [
    '@clack/core',
    'argparse',
    'entities',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
    'policy-lint',
    'sisteransi',
    'xmlchars',
  ]
  expect(packagesIn(folder)).toEqual([...Object.keys(manifest.dependencies), ...others].sort())
  expect(sizeOf(join(folder, 'node_modules'))).toBeLessThan(25_000_000)
})

test.each([
  ['check procedures/osaka-city', 1],
  [`diff ../later/${system} ${system}`, 1],
  [`notice ${system} ../later/${system} --on 2026-04-01`, 0],
  [`coverage ${system}`, 0],
  ['explain acc.leaver-removed', 0],
  ['templates check', 0],
  [`render checklist ${system} --draft --to html`, 0],
  [`render checklist ${system} --draft --to md`, 0],
])('%s says what it says with them', async (args, code) => {
  const [light, full] = await Promise.all([run(args), runFull(args)])
  expect(light.code).toBe(code)
  expect(light).toEqual(full)
})

const reinstall =
  '  policy-lint を、--omit=optional を付けずに入れ直してください（npm install policy-lint）。\n'
const lacking = {
  docx: `エラー: docx を作るための部品「docx」が入っていません。\n${reinstall}`,
  pdf:
    'エラー: pdf を作るための部品「@myriaddreamin/typst-ts-node-compiler」が入っていません。' +
    `代わりに使う Edge や Chrome も見つかりません。\n${reinstall}` +
    '  HTML の文書（--to html）をブラウザーで開いて「印刷」から「PDF に保存」を選ぶこともできます。\n',
  xlsx: `エラー: xlsx を作るための部品「hucre」が入っていません。\n${reinstall}`,
}

test.each(Object.entries(lacking))(
  '%s alone: what it needs, and nothing made',
  async (to, said) => {
    const light = await run(`render checklist ${system} --draft --to ${to} --out only-${to}`)
    expect(light).toEqual({ code: 2, stdout: '', stderr: said })
    expect(readdirSync(work)).not.toContain(`only-${to}`)
  },
)

test('formats that need nothing are made beside those that cannot be', async () => {
  const light = await run(`render checklist ${system} --draft --to html,docx,md,pdf,xlsx --out all`)
  const made = ['html', 'md'].map((format) => `osaka-city-online-application-checklist.${format}`)
  expect(light).toEqual({
    code: 2,
    stdout: made.map((name) => `all/${name}\n`).join(''),
    stderr: [lacking.docx, lacking.pdf, lacking.xlsx].join(''),
  })
  expect(readdirSync(join(work, 'all')).sort()).toEqual(made)
})

test('where a chart cannot be drawn, words stand in its place and the run says so', async () => {
  const ready = '../later/procedures/osaka-city/online-application'
  const names = ['md', 'chain-incident.svg'].map(
    (end) => `osaka-city-online-application-contacts.${end}`,
  )
  expect(await run(`render contacts ${ready} --to md --out chart`)).toEqual({
    code: 2,
    stdout: names.map((name) => `chart/${name}\n`).join(''),
    stderr:
      '注意: 「大阪市行政オンラインシステム情報セキュリティ実施手順　連絡体制図」（osaka-city-online-application-contacts）に、未登録が8か所あります\n' +
      'エラー: 連絡体制図を描くための部品 elkjs が入っていません。\n' +
      '  npm install elkjs で入れてください。\n',
  })
  const svg = readFileSync(join(work, 'chart', names[1] ?? ''), 'utf8')
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(words).toEqual(['図を描く部品がないため、連絡体制図を載せていません。'])
})
