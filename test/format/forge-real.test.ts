import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Issue } from '../../src/format/gitlab.ts'
import type { SarifRun } from '../../src/format/sarif/log.ts'
import { run } from '../cli/run.ts'
import { sarifErrors } from './sarif-schema.ts'
import { readXml } from './xml.ts'

const root = resolve(import.meta.dirname, '../..')

/** What the program writes; whatever it finds, it must run through. */
async function written(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(argv, { cwd: root })
  expect([0, 1], stderr).toContain(code)
  return stdout
}

test.each([
  ['the dossiers as the auditors found them', ['check', 'procedures']],
  ['their remedied twins', ['check', 'examples/remedied']],
  [
    'broken files',
    ['check', 'test/cases/cli/unknown-keys/files', 'test/cases/cli/broken-yaml/files'],
  ],
  ['what the remedy changed', ['diff', 'procedures/osaka-city', 'examples/remedied/osaka-city']],
])('%s are in every format as its readers have it', async (_name, argv) => {
  const log = JSON.parse(await written(...argv, '--format', 'sarif')) as { runs: [SarifRun] }
  expect(sarifErrors(log)).toEqual([])
  const [{ results, tool }] = log.runs
  const { rules } = tool.driver
  expect(results.filter(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id !== ruleId)).toEqual([])
  const issues = JSON.parse(await written(...argv, '--format', 'gitlab')) as readonly Issue[]
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  expect(readXml(await written(...argv, '--format', 'junit')).name).toBe('testsuites')
  const commands = (await written(...argv, '--format', 'github')).match(/^::\w+/gm) ?? []
  for (const level of ['::error', '::warning', '::notice']) {
    expect(commands.filter((command) => command === level).length).toBeLessThanOrEqual(10)
  }
  expect((await written(...argv, '--format', 'markdown')).length).toBeLessThanOrEqual(65_536)
})

test('rules of the packs are called by their titles', async () => {
  const log = JSON.parse(await written('check', 'procedures', '--format', 'sarif')) as {
    runs: [SarifRun]
  }
  const nameless = log.runs[0].tool.driver.rules.filter(({ id, name }) => id === name)
  expect(nameless).toEqual([])
})
