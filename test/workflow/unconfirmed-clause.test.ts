import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatNames } from '../../src/format/names.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { run } from '../cli/run.ts'
import { municipality } from '../import/read.ts'

const procedure = `kind: procedure
system: aoba-city/library
id: library
title: 図書館システム実施手順
standard: { pack: aoba, edition: '2025' }
inForce: { from: 2025-04-01 }
roles: [{ id: kacho, canonical: system-manager, name: 情報システム管理者 }]
duties:
  - id: review
    activity: account.review
    requirement: ACC-2
    performers: [kacho]
    frequency: { every: P2Y }
`

const pack = `kind: standard
id: aoba
name: 青葉市情報セキュリティ対策基準
extends: base
editions: [{ id: '2025', from: 2025-04-01 }]
roles: [{ canonical: system-manager, name: 情報システム管理者 }]
clauses:
  - id: id-review
    requirement: ACC-2
    number: 第3条
    text: 情報システム管理者は、毎年、利用者IDを点検しなければならない。
    subject: system-manager
    force: must
    cadence: { accept: [periodic], max: P1Y }
    quoted: 対策基準
    UNCONFIRMED
`

function filesWith(unconfirmed: string): Readonly<Record<string, string>> {
  return {
    'policies/aoba/pack.yaml': pack.replace('UNCONFIRMED', unconfirmed),
    'procedures/aoba-city/municipality.yaml': municipality.replace(
      "pack: base, edition: '2025-03'",
      "pack: aoba, edition: '2025'",
    ),
    'procedures/aoba-city/library/procedure.yaml': procedure,
  }
}

/** What is said of how often IDs are reviewed, of its clause, and how many readings are counted. */
async function saidOf(unconfirmed: string): Promise<unknown> {
  const workspace = memoryWorkspace(filesWith(unconfirmed))
  const { report } = await check({ workspace, paths: ['procedures'] })
  const found = report.findings.find(({ rule }) => rule === 'acc.review-cycle')
  return {
    stands: found && (found.unconfirmed ?? 'confirmed'),
    article: found?.article?.unconfirmed ?? false,
    count: report.summary.unconfirmed ?? 0,
  }
}

test.each([
  ['', 'confirmed', false, 0],
  ['unconfirmed: []', 'confirmed', false, 0],
  ['unconfirmed: [requirement]', ['id-review.requirement'], true, 1],
  ['unconfirmed: [force, subject]', ['id-review.force'], true, 2],
  // Whom it binds and how often is not what this finding goes by.
  ['unconfirmed: [subject]', 'confirmed', false, 1],
])('a clause with %j', async (written, stands, article, count) => {
  expect(await saidOf(written)).toEqual({ stands, article, count })
})

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  for (const [name, text] of Object.entries(filesWith('unconfirmed: [requirement]'))) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

const mark = /確かめていない|unconfirmed/u

test.each([
  ...formatNames.map((format) => ['check', 'procedures', '--format', format]),
  ...['text', 'json', 'markdown', 'html'].map((format) => [
    'coverage',
    'procedures',
    '--format',
    format,
  ]),
  ['check', 'procedures', '--quiet'],
  ['explain', 'ACC-2'],
  ['explain', 'acc.review-cycle'],
  ['render', 'findings', 'procedures', '--to', 'md'],
  ['render', 'standard', 'policies', '--to', 'md'],
])('a clause that nobody confirmed is marked by %s %s %s %s', async (...argv) => {
  const { stdout, stderr } = await run(argv, { cwd })
  expect(stdout, stderr).toMatch(mark)
})
