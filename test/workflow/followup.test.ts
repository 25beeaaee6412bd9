/** The measures of a city, as printed on each day, are judged as the expected data says. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { check } from '../../src/workflow/check.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'

interface Expected {
  readonly files: string
  readonly days: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const root = resolve(import.meta.dirname, '../..')
const path = 'test/workflow/followup.yaml'
const source = { path, text: readFileSync(join(root, path), 'utf8') }
const { files, days } = parseDocuments(source).documents[0]?.value as Expected
const actionsPath = `${files}/organisation/actions.yaml`
const lines = readFileSync(join(root, actionsPath), 'utf8').split('\n')

test.each(Object.entries(days))('the measures as of %s', async (asOf, expected) => {
  const workspace = diskWorkspace({ cwd: root })
  const { report } = await check({ workspace, paths: [files], asOf })
  const judged = Object.fromEntries(Object.keys(expected).map((id) => [id, [] as string[]]))
  for (const finding of report.findings) {
    if (finding.location.path === actionsPath) judged[actionAt(finding)]?.push(finding.rule)
  }
  for (const rules of Object.values(judged)) rules.sort()
  expect(judged).toEqual(expected)
})

test('every measure of the file is expected on every day', () => {
  const written = lines.flatMap((line) => /^ {2}- id: (.+)$/.exec(line)?.[1] ?? [])
  for (const expected of Object.values(days)) expect(Object.keys(expected)).toEqual(written)
})

/** The id of the action that a finding stands in. */
function actionAt({ location }: Finding): string {
  const above = lines.slice(0, location.start.line).reverse()
  return above.map((line) => /^ {2}- id: (.+)$/.exec(line)?.[1]).find((id) => id) ?? ''
}
