import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/finding/report.ts'
import { Repository } from '../source/repository.ts'
import { run, type Run } from './run.ts'

const town = resolve(import.meta.dirname, '../cases/town')
const city = 'procedures/aoba-city'
const library = `${city}/library`
const procedure = `${library}/procedure.yaml`
const context = `${library}/context.yaml`
const record = '    record: 点検簿\n'

/** One more duty, its record not named. */
const another = `  - id: second-review
    activity: account.review
    requirement: REC-1
    title: 利用者IDの二度目の点検
    performers: [manager]
    frequency: { every: P1M }
`

/** A rule about the standard itself. */
const numbered = `kind: rules
pack: aoba
rules:
  - id: clause.numbered
    title: 条には番号がある
    scope: standard
    requirement: REC-1
    severity: error
    rationale: 番号がなければ引用できない。
    each: { clause: standard.clauses }
    assert: stated(clause.number)
    at: clause
    message: 条に番号がありません。
    fix: 番号を書いてください。
    examples:
      - good: 番号がある
      - bad: 番号がない
        unset: [/standard/clauses/record/number]
`

let made: Repository
let repository: Repository

beforeAll(() => {
  made = new Repository()
  cpSync(town, made.root, { recursive: true })
  made.commit()
})

beforeEach(() => {
  repository = new Repository(made)
})

afterAll(() => {
  made.remove()
})

afterEach(() => {
  repository.remove()
})

function textOf(path: string): string {
  return readFileSync(join(repository.root, path), 'utf8')
}

/** Changes a file of the work tree. */
function edit(path: string, change: (text: string) => string): void {
  repository.write({ [path]: change(textOf(path)) })
}

function check(...more: readonly string[]): Promise<Run> {
  return run(['check', ...more], { cwd: repository.root, env: repository.env })
}

/** The exit code, and each finding as its state, its rule and what it speaks of. */
async function states(...more: readonly string[]) {
  const { code, stdout, stderr } = await check(...more, '--format', 'json')
  expect(stderr).toBe('')
  const { findings } = JSON.parse(stdout) as Report
  return { code, findings: findings.map((one) => `${one.state ?? '-'} ${one.rule} ${one.message}`) }
}

const known = 'existing record.named 利用者IDの点検に、何に記録するのか書かれていません。'
const fresh = 'new record.named 利用者IDの二度目の点検に、何に記録するのか書かれていません。'

test('what was there before fails no run, what the change brings in does', async () => {
  expect(await states('procedures', '--since', 'HEAD')).toEqual({ code: 0, findings: [known] })
  edit(procedure, (text) => text + another)
  expect(await states('procedures', '--since', 'HEAD')).toEqual({
    code: 1,
    findings: [known, fresh],
  })
  repository.commit()
  expect(await states('procedures', '--since', 'HEAD')).toMatchObject({ code: 0 })
  expect(await states('procedures', '--since', 'main~1')).toMatchObject({ code: 1 })
  const never = await states('procedures', '--since', 'main~1', '--fail-on', 'never')
  expect(never).toEqual({ code: 0, findings: [known, fresh] })
})

test('the text says of each finding whether it is new, and how many are', async () => {
  edit(procedure, (text) => text + another)
  const { code, stdout, stderr } = await check('procedures', '--since', 'HEAD', '--quiet')
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout.replaceAll(/^.*yaml:/gm, '')).toBe(
    [
      '10:5: 指摘（既知）: 利用者IDの点検に、何に記録するのか書かれていません。 [record.named]',
      '16:5: 指摘（新規）: 利用者IDの二度目の点検に、何に記録するのか書かれていません。 [record.named]',
      '検出 2件（指摘 2）うち新規 1、既知 1。条項 守られている 0、守られていない 1、判定できない 0\n',
    ].join('\n'),
  )
  const cut = await check('procedures', '--since', 'HEAD', '--max-findings', '1')
  expect(cut.code).toBe(1)
  expect(cut.stdout).toContain('うち新規 1、既知 1')
})

test('lines that move and files of other names bring nothing in', async () => {
  edit(procedure, (text) => `# 改訂\n\n${text}`)
  repository.git('mv', procedure, `${library}/実施手順.yaml`)
  repository.git('mv', library, `${city}/図書館`)
  const same = { code: 0, findings: [known] }
  expect(await states('procedures', '--since', 'HEAD')).toEqual(same)
  expect(await states(`${city}/図書館`, '--since', 'HEAD')).toEqual(same)
  expect(await states(`${city}/図書館/実施手順.yaml`, '--since', 'HEAD')).toEqual(same)
})

test('a path that the revision does not have is new as a whole', async () => {
  for (const file of ['municipality', 'library/procedure', 'library/context']) {
    const text = textOf(`${city}/${file}.yaml`).replaceAll('aoba-city', 'midori-city')
    repository.write({ [`elsewhere/midori-city/${file}.yaml`]: text })
  }
  expect(await states('elsewhere', '--since', 'HEAD')).toEqual({
    code: 1,
    findings: [known.replace('existing', 'new')],
  })
  expect(await states('.', '--since', 'HEAD')).toMatchObject({
    code: 1,
    findings: [known.replace('existing', 'new'), known],
  })
})

test('a system that is new is new in an old municipality', async () => {
  for (const file of ['procedure', 'context']) {
    const text = textOf(`${library}/${file}.yaml`).replaceAll('city/library', 'city/archive')
    repository.write({ [`${city}/archive/${file}.yaml`]: text })
  }
  expect(await states(`${city}/archive`, '--since', 'HEAD')).toMatchObject({
    code: 1,
    findings: [known.replace('existing', 'new')],
  })
})

test('from a folder below the root, and of one file', async () => {
  edit(procedure, (text) => text + another)
  const cwd = join(repository.root, library)
  const more = { cwd, env: repository.env }
  const policies = ['--policies', '../../../policies']
  const argv = ['check', 'procedure.yaml', '--since', 'HEAD', '--format', 'json', ...policies]
  const { code, stdout } = await run(argv, more)
  const { findings } = JSON.parse(stdout) as Report
  expect(code).toBe(1)
  expect(findings.map(({ state, location }) => [state, location.path])).toEqual([
    ['existing', 'procedure.yaml'],
    ['new', 'procedure.yaml'],
  ])
})

test('line ends of the work tree are no change', async () => {
  edit(procedure, (text) => text.replaceAll('\n', '\r\n'))
  edit(`${city}/municipality.yaml`, (text) => text.replaceAll('\n', '\r\n'))
  expect(await states('procedures', '--since', 'HEAD')).toEqual({ code: 0, findings: [known] })
})

test('standard input stands over the file of now alone', async () => {
  const input = textOf(procedure) + another
  const argv = ['check', '-', '--stdin-filename', procedure, '--since', 'HEAD', '--format', 'json']
  const { root: cwd, env } = repository
  const { code, stdout } = await run(argv, { cwd, env, input })
  const { findings } = JSON.parse(stdout) as Report
  expect({ code, states: findings.map(({ state }) => state) }).toEqual({
    code: 1,
    states: ['existing', 'new'],
  })
})

describe('both sides are judged', () => {
  test('by the packs of now', async () => {
    edit(procedure, (text) => text + record)
    repository.commit()
    edit('policies/aoba/rules/record.yaml', (text) =>
      text.replace('assert: stated(duty.record)', "assert: default(duty.record, '') == '台帳'"),
    )
    expect(await states('procedures', '--since', 'HEAD')).toEqual({ code: 0, findings: [known] })
  })

  test('on the days of now', async () => {
    edit(procedure, (text) => text.replace('from: 2024-04-01', 'from: 2025-04-01'))
    repository.commit()
    expect(await states('procedures')).toEqual({ code: 0, findings: [] })
    edit(context, (text) => text.replace('foundOn: 2025-03-31', 'foundOn: 2025-06-30'))
    expect(await states('procedures', '--since', 'HEAD')).toEqual({ code: 0, findings: [known] })
    const before = ['--as-of', '2025-03-31']
    expect(await states('procedures', '--since', 'HEAD', ...before)).toMatchObject({ findings: [] })
  })

  test('unless the earlier side names a pack that is gone', async () => {
    edit(`${city}/municipality.yaml`, (text) => text.replace('pack: aoba', 'pack: green'))
    edit('policies/aoba/pack.yaml', (text) => text.replace('id: aoba\n', 'id: green\n'))
    edit('policies/aoba/rules/record.yaml', (text) => text.replace('pack: aoba', 'pack: green'))
    edit(procedure, (text) => text.replace('pack: aoba', 'pack: green'))
    const { code, stdout, stderr } = await check('procedures', '--since', 'HEAD')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('比べる相手の時点の内容を、今の対策基準で判定できません')
    expect(stderr).toContain('--baseline')
  })
})

describe('a revision whose files are broken', () => {
  test('hides what it could not have found, and knows its own faults', async () => {
    const whole = textOf(procedure)
    const broken = whole.replace('inForce:', 'inForc:')
    repository.write({ [procedure]: broken, [`${library}/bad.yaml`]: 'kind: [\n' }).commit()
    const now = await states('procedures', '--since', 'HEAD')
    expect(now.code).toBe(0)
    expect(now.findings.every((one) => one.startsWith('existing '))).toBe(true)
    expect(now.findings.length).toBeGreaterThan(1)

    repository.write({ [procedure]: whole })
    const mended = await states('procedures', '--since', 'HEAD')
    expect(mended.code).toBe(1)
    expect(mended.findings).toContain(known.replace('existing', 'new'))
    expect(mended.findings.filter((one) => one.startsWith('existing file.'))).not.toEqual([])
  })

  test('is of no consequence where it has nothing but them', async () => {
    repository.git('rm', '-rq', 'procedures')
    repository.write({
      [procedure]: Uint8Array.of(0x8e, 0xe8, 0x8f, 0x87),
      [`${city}/municipality.yaml`]: 'kind: municipality\nkind: twice\n',
      [`${city}/other.yaml`]: '- nothing\n',
    })
    const before = repository.commit()
    repository.git('checkout', '--quiet', 'HEAD~1')
    expect(await states('procedures', '--since', before)).toEqual({
      code: 1,
      findings: [known.replace('existing', 'new')],
    })
  })
})

describe('packs among the paths are held against their own earlier text', () => {
  const pack = 'policies/aoba/pack.yaml'
  const told = (findings: readonly string[]): readonly string[] =>
    findings.map((one) => one.split(' ').slice(0, 2).join(' '))

  test('by what is wrong with them', async () => {
    edit(pack, (text) => `${text}misspelt: 1\n`)
    repository.commit()
    const { code, findings } = await states('policies', '--since', 'HEAD')
    expect({ code, findings: told(findings) }).toEqual({
      code: 0,
      findings: ['existing shape.unknown-key', 'existing file.pack-unknown-id'],
    })
    edit(pack, (text) => `${text}another: 1\n`)
    const more = await states('policies', '--since', 'HEAD')
    expect({ code: more.code, findings: told(more.findings) }).toEqual({
      code: 1,
      findings: [
        'existing shape.unknown-key',
        'new shape.unknown-key',
        'existing file.pack-unknown-id',
      ],
    })
  })

  test('by what their standard lacks', async () => {
    repository.write({ 'policies/aoba/rules/clause.yaml': numbered })
    edit(pack, (text) => text.replace('id: aoba\n', 'id: aoba\nmunicipality: 青葉市\n'))
    repository.commit()
    expect(await states('.', '--since', 'HEAD')).toEqual({ code: 0, findings: [known] })
    edit(pack, (text) => text.replace('    number: 第7条\n', ''))
    const lacking = await states('.', '--since', 'HEAD')
    expect({ code: lacking.code, findings: told(lacking.findings) }).toEqual({
      code: 1,
      findings: ['new clause.numbered', 'existing record.named'],
    })
    // Judged by the packs of now, the dossiers have lacked it all along.
    const dossiers = await states('procedures', '--since', 'HEAD')
    expect({ code: dossiers.code, findings: told(dossiers.findings) }).toEqual({
      code: 0,
      findings: ['existing clause.numbered', 'existing record.named'],
    })
  })
})

describe('wrong use is told', () => {
  const wrong = async (...more: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await check('procedures', ...more)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    return stderr
  }

  test('with a baseline, or with a path in the revision', async () => {
    const both =
      'エラー: --since と --baseline は、一緒に使えません\n' +
      '  どちらも前からある問題を見分けるものです。片方だけを付けてください。\n'
    expect(await wrong('--since', 'HEAD', '--baseline', 'known.json')).toBe(both)
    expect(await wrong('--since', 'HEAD', '--update-baseline')).toBe(both)
    expect(await wrong('--since', 'HEAD:procedures')).toBe(
      'エラー: --since の「HEAD:procedures」には、コロンより後を書けません\n' +
        '  比べるのは、調べるのと同じパスです。例: policy-lint check procedures/ --since HEAD\n',
    )
  })

  test('with a name that is near another', async () => {
    expect(await wrong('--since', 'mian')).toBe(
      'エラー: 「mian」という名前のブランチ・タグ・コミットがありません\n' +
        '  「main」の誤りではありませんか。\n',
    )
    expect(await wrong('--since', 'nothing-like-it')).toBe(
      'エラー: 「nothing-like-it」という名前のブランチ・タグ・コミットがありません\n' +
        '  git branch --all、git tag、git log で、名前を確かめてください。\n',
    )
  })

  test('without git, and outside of a repository', async () => {
    const argv = ['check', 'procedures', '--since', 'main']
    const { root: cwd, env } = repository
    const without = await run(argv, { cwd, env: { ...env, PATH: '', Path: undefined } })
    expect(without).toMatchObject({ code: 2, stdout: '' })
    expect(without.stderr).toContain('git が見つかりません')
    mkdirSync(join(repository.outside, 'procedures'))
    writeFileSync(join(repository.outside, 'procedures/a.yaml'), '')
    const outside = await run(argv, { cwd: repository.outside, env })
    expect(outside).toMatchObject({ code: 2, stdout: '' })
    expect(outside.stderr).toContain('今のフォルダーは git のリポジトリの中にありません')
  })

  test('when a file that is needed was left on the server', async () => {
    const lost = repository.git('rev-parse', `HEAD:${procedure}`)
    rmSync(join(repository.root, '.git/objects', lost.slice(0, 2), lost.slice(2)), { force: true })
    expect(await wrong('--since', 'HEAD')).toContain('git fetch --refetch --no-filter')
  })
})
