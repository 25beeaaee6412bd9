import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { documentKinds } from '../../src/render/documents.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { publish } from '../../src/workflow/publish.ts'

const workspace = diskWorkspace({ cwd: resolve(import.meta.dirname, '../..') })

/** A system whose procedure, holders, records and notices auditors found wanting. */
const audited = { workspace, paths: ['procedures/osaka-city/online-application'] }

test('errors keep back the documents that they make untrue, and no others', async () => {
  const outcomes: Record<string, readonly string[]> = {}
  for (const { name, of } of documentKinds) {
    if (of === 'comparison') continue
    const request = { document: name, input: audited, draft: false, trace: false }
    const publication = await publish({ ...request, formats: ['md'] })
    const classes = publication.findings.map((finding) => finding.class)
    outcomes[name] = [publication.kind, ...new Set(classes)]
  }
  expect(outcomes).toEqual({
    procedure: ['refused', 'P'],
    roles: ['refused', 'P'],
    contacts: ['refused', 'P'],
    checklist: ['made'],
    plan: ['made'],
    ledgers: ['made'],
    notice: ['refused', 'N'],
    findings: ['made'],
  })
})
