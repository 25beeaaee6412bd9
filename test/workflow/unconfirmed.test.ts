import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { municipality } from '../import/read.ts'

const procedure = `kind: procedure
system: aoba-city/library
id: library
title: 図書館システム実施手順
standard: { pack: base, edition: '2025-03' }
inForce: { from: 2024-04-01 }
roles: [{ id: kacho, canonical: system-manager, name: 情報システム管理者 }]
duties:
  - id: backup
    activity: backup.take
    requirement: BKP-1
    performers: []
    frequency: { every: P1D }
    UNCONFIRMED
`

function filesWith(text: string): Readonly<Record<string, string>> {
  return {
    'procedures/aoba-city/municipality.yaml': municipality,
    'procedures/aoba-city/library/procedure.yaml': text,
  }
}

/** What is said of who does the duty, and how many readings are counted. */
async function saidOf(unconfirmed: string): Promise<unknown> {
  const files = filesWith(procedure.replace('UNCONFIRMED', unconfirmed))
  const { report } = await check({ workspace: memoryWorkspace(files), paths: ['procedures'] })
  const { findings, summary } = report
  const found = findings.find(({ rule }) => rule === 'duty.performer-named')
  return { stands: found && (found.unconfirmed ?? 'confirmed'), count: summary.unconfirmed ?? 0 }
}

test.each([
  ['', 'confirmed', 0],
  ['unconfirmed: []', 'confirmed', 0],
  ['unconfirmed: [performers]', ['backup.performers'], 1],
  ['unconfirmed: [performers, frequency]', ['backup.performers'], 2],
  ['unconfirmed: [frequency]', 'confirmed', 1],
  // Beside a key that nobody knows, any may be meant that is not written.
  ['recrd: 控え', 'confirmed', 0],
])('%s', async (written, stands, count) => {
  expect(await saidOf(written)).toEqual({ stands, count })
})

test('what nobody wrote is not known: who does it is not found missing', async () => {
  const files = filesWith(procedure.replace('    performers: []\n', '').replace('UNCONFIRMED', ''))
  const { report } = await check({ workspace: memoryWorkspace(files), paths: ['procedures'] })
  const isOfPerformers = ({ rule }: { readonly rule: string }): boolean =>
    rule === 'duty.performer-named'
  expect(report.findings.filter(isOfPerformers)).toEqual([])
  expect(report.cannotJudge.filter(isOfPerformers)).toHaveLength(1)
})
