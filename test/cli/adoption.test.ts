import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import { Repository } from '../source/repository.ts'
import { run, type Run } from './run.ts'

/** A repository that has no dossiers yet; those of the invented town come in with the next change. */
let repository: Repository

beforeEach(() => {
  repository = new Repository()
})

afterEach(() => {
  repository.remove()
})

const town = resolve(import.meta.dirname, '../cases/town')
const procedure = 'aoba-city/library/procedure.yaml'

/** Brings the town in, its one fault mended. */
function bringIn(folder = 'procedures'): void {
  cpSync(join(town, 'policies'), join(repository.root, 'policies'), { recursive: true })
  cpSync(join(town, 'procedures'), join(repository.root, folder), { recursive: true })
  const path = `${folder}/${procedure}`
  const text = readFileSync(join(repository.root, path), 'utf8')
  repository.write({ [path]: text.replace('every: P6M }', 'every: P6M }\n    record: 点検表') })
}

function policyLint(...argv: readonly string[]): Promise<Run> {
  return run(argv, { cwd: repository.root, env: repository.env })
}

/** The exit code, the state of each system, and the kinds of change. */
async function diff(...argv: readonly string[]) {
  const { code, stdout, stderr } = await policyLint('diff', ...argv, '--format', 'json')
  expect(stderr).toBe('')
  const { systems, changes } = JSON.parse(stdout) as ChangeReport
  return {
    code,
    systems: systems.map(({ system, state }) => `${state} ${system}`),
    changes: changes.map(({ kind }) => kind).sort(),
  }
}

const allNew = {
  code: 0,
  systems: ['added aoba-city/library'],
  changes: ['context.added', 'municipality.added', 'procedure.added'],
}

describe.each([
  ['before the first commit', () => undefined],
  ['after commits without dossiers', () => repository.write({ 'README.md': '# 例\n' }).commit()],
])('the folder comes in %s', (_, prepare) => {
  beforeEach(() => {
    prepare()
    bringIn()
  })

  test('and all of it is new', async () => {
    expect(await diff('HEAD:procedures', 'procedures')).toEqual(allNew)
    expect(await diff('HEAD:./procedures/', './procedures/')).toEqual(allNew)
    expect(await diff('HEAD', 'procedures')).toEqual(allNew)
    expect(await diff('HEAD')).toEqual({
      ...allNew,
      changes: [...allNew.changes, 'rules.added', 'standard.added'],
    })
  })

  // Its owner alone has duties, who needs none.
  test('and no notice fails for it', async () => {
    const { code, stderr } = await policyLint('notice', 'HEAD:procedures', 'procedures')
    expect({ code, stderr: stderr.split('\n') }).toEqual({
      code: 0,
      stderr: [
        '作った通知はありません（通知の要る変更 1件）',
        '通知を作らなかったところ 1件',
        '  中央図書館（変更 1件） 通知を出す組織であるため',
        '',
      ],
    })
  })

  test('and nothing was known before', async () => {
    expect(await policyLint('check', 'procedures', '--since', 'HEAD', '--quiet')).toEqual({
      code: 0,
      stdout: '検出 0件。条項 守られている 1、守られていない 0、判定できない 0\n',
      stderr: '',
    })
  })
})

describe('a folder that only one side has', () => {
  beforeEach(() => {
    bringIn()
    repository.commit()
  })

  test('went away, where it is the earlier one', async () => {
    rmSync(join(repository.root, 'procedures'), { recursive: true })
    const gone = {
      systems: ['removed aoba-city/library'],
      changes: ['context.removed', 'municipality.removed', 'procedure.removed'],
    }
    expect(await diff('HEAD:procedures', 'procedures')).toMatchObject(gone)
    repository.commit()
    expect(await diff('HEAD~1:procedures', 'HEAD:procedures')).toMatchObject(gone)
  })

  test('is what it was, where it has another name now', async () => {
    renameSync(join(repository.root, 'procedures'), join(repository.root, '手順書'))
    const same = { code: 0, systems: ['both aoba-city/library'], changes: [] }
    expect(await diff('HEAD:手順書', '手順書')).toEqual(same)
    expect(await diff('HEAD:procedures', 'procedures')).toEqual(same)
    const path = `手順書/${procedure}`
    const text = readFileSync(join(repository.root, path), 'utf8')
    repository.write({ [path]: text.replace('every: P6M', 'every: P1Y') })
    const relaxed = { ...same, changes: ['duty.frequency.relaxed'] }
    expect(await diff('HEAD:手順書', '手順書')).toEqual(relaxed)
    repository.write({ [path]: text.replace('    record: 点検表', '') }).commit()
    const since = await policyLint('check', '手順書', '--since', 'HEAD', '--quiet')
    expect([since.code, since.stdout]).toEqual([0, expect.stringContaining('既知 1')])
  })

  test('is new, where it is a copy of what is still there', async () => {
    bringIn('写し')
    expect(await diff('HEAD:写し', '写し')).toEqual(allNew)
  })

  test('is a file of a system that both have', async () => {
    const records = 'kind: records\nsystem: aoba-city/library\nperformed: []\n'
    const path = 'procedures/aoba-city/library/records.yaml'
    repository.write({ [path]: records })
    expect(await diff(`HEAD:${path}`, path)).toMatchObject({
      systems: ['both aoba-city/library'],
      changes: ['records.added'],
    })
  })

  test('is none of theirs, where its name is misspelt', async () => {
    const wrong = async (...argv: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await policyLint('diff', ...argv)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      return stderr.split('\n')[0] ?? ''
    }
    expect([
      await wrong('HEAD:procedurs', 'procedures'),
      await wrong('HEAD:procedures', 'procedurs'),
      await wrong('HEAD:procedurs', 'procedurs'),
      await wrong('HEAD:procedurs', 'HEAD'),
      await wrong('HEAD:procedurs'),
      await wrong('HEAD', 'procedurs'),
      await wrong('HEAD:../procedures', '../procedures'),
    ]).toEqual([
      'エラー: 「HEAD」には「procedurs」がありません',
      'エラー: 「procedurs」というファイルもフォルダーも、ブランチ・タグ・コミットもありません',
      'エラー: 「HEAD」には「procedurs」がありません',
      'エラー: 「HEAD」には「procedurs」がありません',
      'エラー: 「HEAD」には「procedurs」がありません',
      'エラー: 「procedurs」というファイルもフォルダーも、ブランチ・タグ・コミットもありません',
      'エラー: 「HEAD」には「../procedures」がありません',
    ])
  })
})

test('two sides with nothing to read are wrong use', async () => {
  repository.write({ 'README.md': '# 例\n' }).commit()
  const nothing = {
    code: 2,
    stdout: '',
    stderr:
      'エラー: 調べるYAMLファイルが一つもありません: .\n' +
      '  .yaml か .yml のファイルがあるフォルダーを指定してください。.policylintignore に書いたものは調べません。\n' +
      '  初めて使うときは、policy-lint init を実行すると、自治体と最初のシステムのファイルができます。\n',
  }
  expect(await policyLint('diff', 'HEAD')).toEqual(nothing)
})
