import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatNames } from '../../src/format/names.ts'
import type { Repository } from '../source/repository.ts'
import { action, runAction } from './action.ts'
import { adoptingRepository, mended, procedure, relaxed, root, townRepository } from './town.ts'

describe('action.yml', () => {
  const { inputs, outputs, runs } = action
  const whole = readFileSync(join(root, 'action.yml'), 'utf8')

  test('has what GitHub asks of a composite action', () => {
    expect([action.name, runs.using]).toEqual(['policy-lint', 'composite'])
    const steps = runs.steps.filter(
      (step) => (step.run === undefined) === (step.uses === undefined),
    )
    expect(steps).toEqual([])
    expect(runs.steps.filter(({ run, shell }) => run !== undefined && shell !== 'bash')).toEqual([])
    const words = [...Object.values(inputs), ...Object.values(outputs)]
    expect(words.filter(({ description }) => !description)).toEqual([])
    // A value that is no text (true, 20) would be compared with a text and never be equal.
    const presets = Object.values(inputs).map((input) => input.default)
    expect(presets.filter((preset) => typeof preset !== 'string')).toEqual([])
  })

  test('puts no expression into a script, where an input would run as a command', () => {
    expect(runs.steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  test('uses every input, names no other, and leads outputs to steps that have them', () => {
    const named = [...whole.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual(Object.keys(inputs).sort())
    const written = runs.steps.flatMap(({ id, run }) =>
      [...(run ?? '').matchAll(/echo "([\w-]+)=/g)].map(([, name]) => `${id ?? ''}.${name ?? ''}`),
    )
    const read = [...whole.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)]
    const asked = read.map(([, id, name]) => `${id ?? ''}.${name ?? ''}`)
    expect(asked.filter((name) => !written.includes(name))).toEqual([])
  })

  test('calls the actions of others by the hash of what they hold', () => {
    const called = runs.steps.flatMap(({ uses }) => uses ?? [])
    expect(called.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([])
  })

  test('its preset format is one that there is', () => {
    expect(formatNames).toContain(inputs['format']?.default)
  })
})

// The steps are scripts of bash; the program is the built one.
describe.skipIf(process.platform === 'win32')('the action, run', () => {
  let repository: Repository
  const text = (): string => readFileSync(join(repository.root, procedure), 'utf8')
  beforeEach(() => {
    repository = townRepository()
  })
  afterEach(() => {
    repository.remove()
  })

  test('annotates findings, writes SARIF and a summary, and fails', () => {
    const done = runAction(repository, {})
    expect([done.failed, done.outputs['check.exit-code']]).toEqual([true, '1'])
    expect(done.log).toMatch(
      /^::error file=procedures\/aoba-city\/library\/procedure\.yaml,line=10,/,
    )
    expect(done.summary).toContain('## policy-lint の検査結果')
    expect(done.summary).not.toContain('変更の比較')
    const file = join(repository.root, done.outputs['check.sarif-file'] ?? '')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(done.called.map(({ uses }) => uses.split('@')[0])).toEqual(['actions/setup-node'])
  })

  test('passes where nothing is wrong', () => {
    repository.write({ [procedure]: mended(text()) })
    const { failed, outputs } = runAction(repository, {})
    expect([failed, outputs['check.exit-code']]).toEqual([false, '0'])
  })

  test('passes where nothing is new since a commit', () => {
    expect(runAction(repository, { since: 'HEAD' }).failed).toBe(false)
  })

  test('takes the options it is given', () => {
    expect(runAction(repository, { 'fail-on': 'never', summary: 'false' })).toMatchObject({
      failed: false,
      summary: '',
    })
    const shown = runAction(repository, {
      format: 'text',
      'as-of': '2025-04-01',
      policies: 'policies',
    })
    expect(shown.log).toContain('判定日 2025年4月1日')
    const paths =
      'procedures/aoba-city/municipality.yaml\nprocedures/aoba-city/library/context.yaml\n'
    expect(runAction(repository, { paths }).failed).toBe(false)
  })

  test('tells what a change means', () => {
    repository.write({ [procedure]: relaxed(mended(text())) })
    const done = runAction(repository, { compare: 'HEAD' })
    expect([done.failed, done.outputs['changes.exit-code']]).toEqual([false, '0'])
    expect(done.log).toContain('title=緩和 duty.frequency.relaxed::')
    expect(done.summary).toContain('## policy-lint の変更の比較')
  })

  test('passes where a change brings the first dossiers in', () => {
    const adopting = adoptingRepository()
    const done = runAction(adopting, { since: 'HEAD', compare: 'HEAD' })
    adopting.remove()
    const { 'check.exit-code': checked, 'changes.exit-code': compared } = done.outputs
    expect([done.failed, checked, compared]).toEqual([false, '0', '0'])
    expect(done.log).toContain('title=新設 procedure.added::')
  })

  test('fails where it is used wrongly, and says so', () => {
    const done = runAction(repository, { paths: 'nothing-here' })
    expect(done.failed).toBe(true)
    expect(done.log).toContain('「nothing-here」が見つかりません')
    expect(runAction(repository, { compare: 'no-such-branch' }).failed).toBe(true)
  })

  test('an input is data: it runs nothing and is no option', () => {
    const paths = '$(touch ran)\n`touch ran`\n"; touch ran; "\n--output'
    expect(runAction(repository, { paths, since: '$(touch ran)' }).failed).toBe(true)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  test.each(['a\nexit-code=0', 'a\r\nexit-code=0', 'a\rb'])(
    'an input of several lines says nothing in the name of the action: %j',
    (name) => {
      const done = runAction(repository, { 'sarif-file': name })
      expect([done.failed, done.outputs]).toEqual([true, {}])
      expect(done.log).toContain('sarif-file には、改行のないファイルの名前を指定してください')
    },
  )

  test('sends to code scanning what no exception waives', () => {
    const waived = `${relaxed(text())}exceptions:
  - { id: ex-1, requirement: REC-1, reason: 作成中, approver: 課長, compensating: 日誌に書く, from: 2024-04-01, expires: 2026-03-31 }
`
    repository.write({ [procedure]: waived })
    const { failed, called, outputs } = runAction(repository, { 'upload-sarif': 'true' })
    expect([failed, outputs['check.exit-code']]).toEqual([false, '0'])
    const upload = called.at(-1)
    expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@/)
    const results = (file: string): number => {
      const log = JSON.parse(readFileSync(file, 'utf8')) as { runs: { results: unknown[] }[] }
      return log.runs[0]?.results.length ?? -1
    }
    const all = results(join(repository.root, 'policy-lint.sarif'))
    expect([all, results(upload?.with['sarif_file'] ?? '')]).toEqual([1, 0])
  })
})
