import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exitCode } from '../../src/cli/exit-code.ts'
import type { ChangeReport } from '../../src/finding/change.ts'
import { editionFiles } from '../sample/editions.ts'
import { replaced } from '../sample/town.ts'
import { Repository } from '../source/repository.ts'
import { run, type Run } from './run.ts'

let made: Repository
let repository: Repository

beforeAll(() => {
  made = new Repository().write(editionFiles())
  made.commit('若葉市')
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

function diff(...argv: readonly string[]): Promise<Run> {
  return run(['diff', ...argv], { cwd: repository.root, env: repository.env })
}

async function reportOf(...argv: readonly string[]): Promise<ChangeReport> {
  const { stdout } = await diff(...argv, '--format', 'json')
  return JSON.parse(stdout) as ChangeReport
}

describe('two editions of a pack', () => {
  test('are compared, and fail for what they bring in and take away', async () => {
    const [both, mild] = [
      await diff('wakaba@2024', 'wakaba@2026', '--quiet'),
      await diff('wakaba@2026', 'wakaba@2024', '--quiet'),
    ]
    expect([both.code, mild.code]).toEqual([exitCode.findings, exitCode.clean])
    expect([both, mild]).toMatchSnapshot()
    expect((await diff('wakaba@2024', 'wakaba@2026', '--fail-on', 'never')).code).toBe(
      exitCode.clean,
    )
  })

  test('touch the systems below the paths named, several of them', async () => {
    const files = editionFiles()
    repository.write({
      'a/town/all.yaml': files['town/all.yaml'] ?? '',
      'b/town/all.yaml': files['town/all.yaml'] ?? '',
    })
    const folders = async (...systems: readonly string[]): Promise<readonly string[]> => {
      const { impact } = await reportOf('wakaba@2024', 'wakaba@2026', ...systems)
      return [...new Set(impact.map(({ folder }) => folder))]
    }
    expect(await folders()).toEqual(['a/town', 'b/town', 'town'])
    expect(await folders('--systems', 'a', 'town')).toEqual(['a/town', 'town'])
    expect(await folders('--systems', 'b', '--systems', 'town/all.yaml')).toEqual([
      'b/town',
      'town',
    ])
  })

  test('that no system goes by say so', async () => {
    const { stdout } = await diff('osaka-city@2022-04-01', 'osaka-city@2025-04-09')
    expect(stdout.split('\n').slice(-5)).toMatchSnapshot()
  })

  test('come from the folder of packs that is named', async () => {
    const text = editionFiles()['policies/wakaba/pack.yaml'] ?? ''
    mkdirSync(join(repository.outside, 'packs/wakaba'), { recursive: true })
    writeFileSync(
      join(repository.outside, 'packs/wakaba/pack.yaml'),
      text.replace("id: '2026'", "id: '2027'"),
    )
    const { code, stderr } = await diff('wakaba@2024', 'wakaba@2027', '--policies', '../packs')
    expect({ code, stderr }).toEqual({ code: exitCode.findings, stderr: '' })
  })

  test.each([
    ['an edition misspelt', 'wakaba@2024', 'wakaba@2062'],
    ['an edition that nothing is near to', 'wakaba@first', 'wakaba@2026'],
    ['no edition', 'wakaba@', 'wakaba@2026'],
    ['a pack misspelt', 'wakabe@2024', 'wakaba@2026'],
    ['a pack that nothing is near to', 'someone@feature', 'wakaba@2026'],
    ['editions of two packs', 'wakaba@2024', 'osaka-city@2025-04-09'],
    ['an edition and a folder', 'wakaba@2024', 'town'],
    ['a revision and an edition', 'main', 'wakaba@2024'],
    ['one edition alone', 'wakaba@2024'],
    ['systems that are not there', 'wakaba@2024', 'wakaba@2026', '--systems', 'towm'],
  ])('%s is wrong use', async (_, ...argv) => {
    const { code, stdout, stderr } = await diff(...argv)
    expect({ code, stdout }).toEqual({ code: exitCode.wrongUse, stdout: '' })
    expect(stderr).toMatchSnapshot()
  })
})

describe('a standard edited between two revisions', () => {
  test('means the same however the sides are named', async () => {
    const path = 'policies/wakaba/pack.yaml'
    const text = editionFiles()[path] ?? ''
    repository.write({ [path]: replaced(text, 'max: P1M }', 'max: P14D }') })
    repository.commit('委託先の確認を増やす')
    const whole = await diff('HEAD~1', 'HEAD', '--format', 'json')
    const { impact, standards } = JSON.parse(whole.stdout) as ChangeReport
    expect({ code: whole.code, standards, impact }).toMatchSnapshot()
    for (const sides of [
      ['HEAD~1'],
      ['HEAD~1:policies', 'HEAD:policies'],
      ['HEAD~1:policies', 'policies'],
      ['HEAD~1:policies/wakaba/pack.yaml', 'policies/wakaba/pack.yaml'],
      ['HEAD~1', '--systems', 'town/all.yaml'],
    ]) {
      expect((await reportOf(...sides)).impact, sides.join(' ')).toEqual(impact)
    }
  })
})

describe('what is called like an edition', () => {
  test('is a folder where there is one', async () => {
    repository.write({
      'wakaba@2024/all.yaml': editionFiles()['town/all.yaml'] ?? '',
      'wakaba@2026/all.yaml': editionFiles()['town/all.yaml'] ?? '',
    })
    const { before, after, standards, systems } = await reportOf('wakaba@2024', 'wakaba@2026')
    expect({ before, after, standards, systems: systems.length }).toEqual({
      before: 'wakaba@2024',
      after: 'wakaba@2026',
      standards: [],
      systems: 2,
    })
  })

  test('is a revision of git where there is one', async () => {
    repository.git('tag', 'wakaba@2024')
    repository.git('tag', 'wakaba@2026')
    const { standards, systems } = await reportOf('wakaba@2024', 'wakaba@2026')
    expect({ standards, systems: systems.length }).toEqual({ standards: [], systems: 2 })
  })
})
