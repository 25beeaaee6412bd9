import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exitCode } from '../../src/cli/exit-code.ts'
import { YamlEdit } from '../../src/yaml/edit.ts'
import { municipality } from '../import/read.ts'
import { run } from './run.ts'

const text = `図書館システム情報セキュリティ実施手順
（責任者）
第1条\u3000図書館システムに情報システム管理者を置き、中央図書館長をもって充てる。
２\u3000情報システム管理者は、中央図書館の職員のうちからシステム担当者を指名する。
（利用者IDの点検）
第2条\u3000システム担当者は、定期的に利用者IDを点検し、結果を情報システム管理者に報告しなければならない。
附則
この手順は、令和6年4月1日から施行する。
`

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-answer-'))
  mkdirSync(join(cwd, 'procedures/aoba-city'), { recursive: true })
  writeFileSync(join(cwd, 'procedures/aoba-city/municipality.yaml'), municipality)
  writeFileSync(join(cwd, '手順.txt'), text)
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

const argv = ['import', '手順.txt', '--system', 'aoba-city/library']

const down = '\u001b[B'

/** What is typed where each question begins: by a word of the question. */
type Keys = readonly (readonly [question: string, ...keys: readonly string[]])[]

/** Answers each question by its words; what is asked besides is put off. */
async function answered(keys: Keys, ...more: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  let isTyping = false
  const type = async (own: readonly string[]): Promise<void> => {
    isTyping = true
    for (const [at, key] of own.entries()) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      if (at === own.length - 1) {
        isTyping = false
        shown = ''
      }
      input.write(key)
    }
  }
  output.on('data', (chunk: Buffer) => {
    shown += stripVTControlCharacters(chunk.toString())
    if (isTyping || !shown.includes('●')) return
    const own = keys.find(([question]) => shown.includes(question))
    void type(own ? own.slice(1) : ['\r'])
  })
  return run([...argv, '--answer', ...more], { cwd, terminal: { input, output } })
}

const draft = (): string =>
  readFileSync(join(cwd, 'procedures/aoba-city/library/procedure.yaml'), 'utf8')

test('it asks nowhere but on a terminal, and nothing is written', async () => {
  expect(await run([...argv, '--answer'], { cwd })).toEqual({
    code: exitCode.wrongUse,
    stdout: '',
    stderr:
      'エラー: --answer は、人が答えられる端末でだけ使えます\n  確かめることは、下書きの「# 確認:」と .import.md の一覧にあります\n',
  })
  expect(() => draft()).toThrow()
})

test('what is put off stays as it was', async () => {
  await run(argv, { cwd })
  const plain = draft()
  const { code, stderr } = await answered([], '--force')
  expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({
    code: exitCode.clean,
    last: '何も変えていません（残り 4件）',
  })
  expect(draft()).toBe(plain)
})

/** The lines that one text has and the other has not. */
function changed(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ]
}

test('an answer takes the question away and is written, all else stays', async () => {
  await run(argv, { cwd })
  const plain = draft()
  const { code, stderr } = await answered(
    [
      // A name that nobody has is refused, and another is asked for.
      [
        '対策基準のどの役割に当たるか',
        down,
        down,
        '\r',
        '情報担当',
        '\r',
        '\u0015',
        '情報システム担当者',
        '\r',
      ],
      ['間隔', down, '\r'],
      ['いつ行うのか', down, down, '\r', '{ every: P1Y }', '\r'],
    ],
    '--force',
  )
  expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({
    code: exitCode.clean,
    last: '答えた3件を「procedures/aoba-city/library/procedure.yaml」に書きました（残り 1件）',
  })
  expect(changed(plain, draft())).toEqual([
    '-  # 確認: 「システム担当者」が、対策基準のどの役割に当たるか',
    '-    # 確認: いつ行うのか、文にありません',
    '-    frequency: unstated',
    '-    unconfirmed: [ activity, requirement, performers, frequency ]',
    '-    # 確認: 「定期的に」の間隔が、文にありません',
    '-    unconfirmed: [ activity, requirement, performers, frequency, reportTo ]',
    '+    canonical: system-staff',
    '+    frequency: { every: P1Y }',
    '+    unconfirmed: [ activity, requirement, performers ]',
    '+    unconfirmed: [ activity, requirement, performers, reportTo ]',
  ])
})

test('who stops half-way keeps what was answered', async () => {
  await run(argv, { cwd })
  const plain = draft()
  const { code, stderr } = await answered(
    [
      ['対策基準のどの役割に当たるか', down, down, '\r', 'system-staff', '\r'],
      ['所属', '\u0003'],
    ],
    '--force',
  )
  expect({ code, last: stderr.trim().split('\n').at(-1) }).toEqual({
    code: exitCode.clean,
    last: '途中でやめました。答えた1件を「procedures/aoba-city/library/procedure.yaml」に書きました（残り 3件）',
  })
  expect(changed(plain, draft())).toEqual([
    '-  # 確認: 「システム担当者」が、対策基準のどの役割に当たるか',
    '+    canonical: system-staff',
  ])
})

test('a remark above the first element and keys are taken away, and nothing else', () => {
  const remark = '確認: 「毎月」か'
  const file = `duties:\n  # ${remark}\n  - id: a\n    frequency: { every: P1M }\n    unconfirmed: [ frequency ]\n    basis: inferred\n    source: 第1条\n`
  const edit = new YamlEdit(file)
  const path = ['duties', 0, 'frequency']
  expect(edit.hasRemark(path, remark)).toBe(true)
  edit.unremark(path, remark)
  edit.remove(['duties', 0, 'unconfirmed'])
  edit.remove(['duties', 0, 'basis'])
  expect(edit.text).toBe('duties:\n  - id: a\n    frequency: { every: P1M }\n    source: 第1条\n')
})
