import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kinds } from '../../src/schema/generated/file.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { findingsOf, print, validateText } from './reading.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/format.ja.md'), 'utf8')
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

test('the examples of the page are valid, and there is one of every kind', () => {
  expect(examples.flatMap((text) => findingsOf(text).map(print))).toEqual([])
  const found = examples.flatMap((text) => validateText(text))
  const shown = found.map((result) => result.ok && result.file.kind)
  expect(new Set(shown)).toEqual(new Set(kinds))
})

test('the last of every kind make one town with its own standard and rules', async () => {
  const last = new Map(examples.map((text) => [/^kind: (\w+)$/m.exec(text)?.[1], text]))
  const files = [...last].map(([kind, text]): [string, string] => {
    const folder = kind === 'standard' || kind === 'rules' ? 'policies/aoba-city' : 'town'
    return [`${folder}/${kind ?? ''}.yaml`, text]
  })
  const workspace = memoryWorkspace(Object.fromEntries(files))
  const { report } = await check({ workspace, paths: ['town', 'policies'] })
  const formal = report.findings.filter(({ rule }) => rule.startsWith('file.'))
  expect(formal.map(({ message, location: { path } }) => `${path} ${message}`)).toEqual([])
  expect(report.systems.map(({ system }) => system)).toEqual([
    'aoba-city/library',
    'aoba-city/standard',
  ])
})
