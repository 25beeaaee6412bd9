import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import { Repository } from '../source/repository.ts'
import { run, type Run } from './run.ts'

const osaka = resolve(import.meta.dirname, '../../procedures/osaka-city')
const system = 'procedures/online-application'
const old = `${system}/procedure-2020.yaml`

let made: Repository
let repository: Repository

/** Before: the edition of 2020 alone. After: the revision of 2024-03-01 beside it. */
beforeAll(() => {
  repository = new Repository()
  const folder = join(repository.root, system)
  mkdirSync(folder, { recursive: true })
  cpSync(join(osaka, 'municipality.yaml'), join(repository.root, 'procedures/municipality.yaml'))
  for (const file of ['context.yaml', 'procedure-2020.yaml']) {
    cpSync(join(osaka, 'online-application', file), join(folder, file))
  }
  const text = textOf(old)
  repository.write({ [old]: text.replace(', until: 2024-02-29', '') })
  repository.commit('改正前')
  repository.write({ [old]: text })
  cpSync(join(osaka, 'online-application/procedure.yaml'), join(folder, 'procedure.yaml'))
  repository.commit('改正後')
  made = repository
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

function diff(...argv: readonly string[]): Promise<Run> {
  return diffIn(repository.root, ...argv)
}

function diffIn(cwd: string, ...argv: readonly string[]): Promise<Run> {
  return run(['diff', ...argv], { cwd, env: repository.env })
}

function reportOf({ stdout }: Run): ChangeReport {
  return JSON.parse(stdout) as ChangeReport
}

/** The ids of commits follow from every byte of the files; they are not what is tested. */
function masked({ code, stdout, stderr }: Run): Run {
  const mask = (text: string): string => text.replaceAll(/ \([0-9a-f]{8}\)/g, ' (…)')
  return { code, stdout: mask(stdout), stderr: mask(stderr) }
}

/** A line for each change: what, how graded, whom to tell. */
function told({ changes }: ChangeReport): readonly string[] {
  return changes
    .filter(({ grade }) => grade !== 'editorial')
    .map(({ subject, kind, grade, needsNotice, affected }) => {
      const whom = needsNotice ? ` → ${affected.organisations.join(' ')}` : ''
      return `${grade}: ${subject} ${kind}${whom}`
    })
}

describe('the revision of 2024-03-01', () => {
  test('moves duties to the using sections, and nobody is left to receive the results', async () => {
    const result = await diff('HEAD~1', 'HEAD', '--format', 'json')
    const report = reportOf(result)
    expect({
      code: result.code,
      changes: told(report),
      introduced: report.findings.introduced.map(
        ({ rule, location }) => `${rule} ${location.path}:${location.start.line}`,
      ),
      resolved: report.findings.resolved,
    }).toMatchSnapshot()
  })

  test('is the same against the work tree, between folders of revisions and from a folder below', async () => {
    const first = reportOf(await diff('HEAD~1', 'HEAD', '--format', 'json'))
    const below = join(repository.root, 'procedures')
    const others = await Promise.all([
      diff('HEAD~1', '--format', 'json'),
      diff('HEAD~1:procedures', 'HEAD:procedures', '--format', 'json'),
      diff('HEAD~1', 'procedures', '--format', 'json'),
      diffIn(below, 'HEAD~1', '--format', 'json'),
    ])
    const prints = (report: ChangeReport): readonly string[] =>
      report.changes.map(({ fingerprint }) => fingerprint)
    expect(others.map(reportOf).map(prints)).toEqual(others.map(() => prints(first)))
  })

  test('touches neither the work tree nor the index', async () => {
    const before = repository.git('status', '--porcelain')
    await diff('HEAD~1', 'HEAD')
    expect([before, repository.git('status', '--porcelain')]).toEqual(['', ''])
  })

  test('is judged on its first day where nothing says otherwise', async () => {
    const context = `${system}/context.yaml`
    repository.write({ [context]: textOf(context).replace('foundOn: 2025-03-26\n', '') })
    const later = textOf(`${system}/procedure.yaml`)
    repository.write({
      [`${system}/procedure.yaml`]: later.replaceAll('2024-03-01', '2099-03-01'),
      [old]: textOf(old).replace('2024-02-29', '2099-02-28'),
    })
    const report = reportOf(await diff('HEAD~1', '--format', 'json'))
    expect(report.systems.map(({ asOf }) => asOf)).toEqual(['2099-03-01'])
    expect(report.findings.introduced.length).toBeGreaterThan(0)
  })
})

test('a file that was moved or renamed is the same file', async () => {
  repository.git('mv', system, 'procedures/moved')
  repository.git('mv', 'procedures/moved/procedure.yaml', 'procedures/moved/jisshi-tejun.yaml')
  const result = await diff('HEAD', '--format', 'json')
  expect([result.code, reportOf(result).changes]).toEqual([0, []])
})

test('nothing changed', async () => {
  expect(masked(await diff('HEAD'))).toMatchSnapshot()
})

test('a reference that now leads nowhere is a problem like others, and all the rest is compared', async () => {
  repository.write({ [old]: textOf(old).replace('performers: [gyomu]', 'performers: [gyoomu]') })
  const { code, stdout, stderr } = await diff('HEAD', '--quiet')
  expect({ code, stderr, lines: stdout.split('\n') }).toEqual({
    code: 1,
    stderr: '',
    lines: [
      'procedures/online-application/procedure-2020.yaml:12:1: 変更: 実施手順「大阪市行政オンラインシステム情報セキュリティ実施手順」の施行期間 [procedure.inForce.changed]',
      'procedures/online-application/procedure-2020.yaml:51:18: 形式（新規）: 「担当者」の「gyoomu」に当たる役割がありません。 [file.dangling-reference]',
      '変更 1件（変更 1）。問題 新しく生じたもの 1件（形式 1）、解消したもの 0件',
      '',
    ],
  })
})

describe('what cannot be compared is said, and nothing is half compared', () => {
  const wrong: Readonly<Record<string, () => Promise<Run>>> = {
    'an unknown revision': () => diff('mian'),
    'a folder without the other': () => diff('procedures'),
    'a path that is not there': () => diff('HEAD:procedure', 'procedures'),
    'a broken file on the later side': () => {
      repository.write({ [old]: 'kind: procedure\n  title: [\n' })
      return diff('HEAD')
    },
    'a broken file on the earlier side': () => {
      const text = textOf(old)
      repository.write({ [old]: text.replace('inForce:', 'inForse:') })
      repository.commit()
      repository.write({ [old]: text })
      return diff('HEAD')
    },
    'no municipality': () => {
      rmSync(join(repository.root, 'procedures/municipality.yaml'))
      return diff('HEAD')
    },
    'a shallow clone': () => {
      const clone = join(repository.outside, 'clone')
      const from = `file://${repository.root.replaceAll('\\', '/')}`
      repository.gitIn(repository.outside, 'clone', '--quiet', '--depth', '1', from, clone)
      return diffIn(clone, 'HEAD~1')
    },
    'no repository': () => {
      const folder = join(repository.outside, 'apart')
      mkdirSync(folder)
      writeFileSync(join(folder, 'a.yaml'), 'kind: context\n')
      return diffIn(folder, 'main')
    },
    'nothing to look at': () => {
      const folder = join(repository.root, 'empty')
      mkdirSync(folder)
      return diff('procedures', 'empty')
    },
  }

  test.each(Object.keys(wrong))('%s', async (name) => {
    const result = await (wrong[name]?.() ?? diff())
    expect(masked(result)).toMatchSnapshot()
    expect([result.code, result.stdout]).toEqual([2, ''])
  })
})
