import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { municipality } from '../import/read.ts'
import { root } from './program.ts'

const program = join(root, 'dist/bin/policy-lint.js')

/** `script` of util-linux gives a program a terminal of its own; it is not everywhere. */
const version = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout as unknown
const hasTerminal = typeof version === 'string' && version.includes('util-linux')

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-terminal-'))
  mkdirSync(join(cwd, 'procedures/aoba-city'), { recursive: true })
  writeFileSync(join(cwd, 'procedures/aoba-city/municipality.yaml'), municipality)
  writeFileSync(
    join(cwd, '手順.txt'),
    `図書館システム実施手順
（責任者）
第1条\u3000図書館システムに情報システム管理者を置き、中央図書館長をもって充てる。
２\u3000情報システム管理者は、中央図書館の職員のうちからシステム担当者を指名する。
（利用者IDの点検）
第2条\u3000システム担当者は、定期的に利用者IDを点検する。
附則
この手順は、令和6年4月1日から施行する。
`,
  )
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

const draft = (): string =>
  readFileSync(join(cwd, 'procedures/aoba-city/library/procedure.yaml'), 'utf8')

/** What is typed (or done) once this has been shown since the last time. */
type Steps = readonly (readonly [shown: string, type: string | ((child: ChildProcess) => void)])[]

/** The talk of the built program with a person at a terminal of so many columns. */
function talk(steps: Steps, columns: number, env = {}): Promise<{ code: number; raw: string }> {
  const line = `stty cols ${columns} rows 24; exec '${process.execPath}' '${program}' import 手順.txt --system aoba-city/library --answer`
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd,
    // Nothing of where the tests run: a variable such as `CI` takes the colours away.
    env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh', ...env },
  })
  const left = [...steps]
  let [raw, since] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => {
    raw += bytes.toString()
    since += stripVTControlCharacters(bytes.toString()).replaceAll(/[\s│]/gu, '')
    const [shown, type] = left[0] ?? []
    if (shown === undefined || type === undefined || !since.includes(shown)) return
    left.shift()
    since = ''
    if (typeof type === 'string') child.stdin.write(type)
    else type(child)
  })
  return new Promise((done, fail) => {
    const stuck = setTimeout(() => {
      child.kill()
      fail(new Error(`nothing was typed after ${since}`))
    }, 20_000)
    child.on('close', (code) => {
      clearTimeout(stuck)
      done({ code: code ?? -1, raw })
    })
  })
}

const down = '\u001b[B'

/** The role is answered; the office of the role is asked for next. */
const answered: Steps = [
  ['1/4標準の役割', down],
  ['●書かないまま', down],
  ['●「標準の役割」を書く', '\r'],
  ['標準の役割（例', '情報担当'],
  ['情報担当', '\r'],
  ['という名前のものはありません', '\u0015情報システム担当者'],
  ['情報システム担当者', '\r'],
]

describe.skipIf(!hasTerminal)('the questions of a draft on a real terminal', () => {
  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['Esc', '\u001b'],
  ])('%s ends the talk: what was answered is kept, the cursor is back', async (_, key) => {
    const { code, raw } = await talk([...answered, ['●あとで答える', key]], 40)
    expect(code).toBe(0)
    const shown = stripVTControlCharacters(raw).replaceAll(/\s/gu, '')
    expect(shown).toContain('途中でやめました。答えた1件を')
    expect(shown).toContain('（残り3件）')
    expect(raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw.lastIndexOf('\u001b[?25l'))
    expect(draft()).toContain('canonical: system-staff')
    expect(draft()).not.toContain('のどの役割に当たるか')
  })

  test('a window that is closed takes no answer with it', async () => {
    const close = (child: ChildProcess): void => {
      child.kill('SIGKILL')
    }
    await talk([...answered, ['●あとで答える', close]], 80)
    expect(draft()).toContain('canonical: system-staff')
    expect(draft()).toContain('# 確認: 「システム担当者」の所属')
  })

  test('without colours where nobody wants them', async () => {
    const end: Steps = [['1/4標準の役割', '\u0003']]
    // eslint-disable-next-line no-control-regex
    const colour = /\u001b\[[39]\dm/u
    expect((await talk(end, 80, { NO_COLOR: '1' })).raw).not.toMatch(colour)
    expect((await talk(end, 80)).raw).toMatch(colour)
  })
})
