import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { diskWorkspace } from '../../src/source/disk.ts'
import { check } from '../../src/workflow/check.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { standsAt } from '../audits/pointer.ts'

const root = resolve(import.meta.dirname, '../..')

interface ExpectedList {
  readonly examples: string
  readonly policies: string
  readonly municipality: string
  readonly findings: readonly {
    readonly rule: string
    readonly system: string
    readonly path: string
    readonly pointer: string
  }[]
}

const source = {
  path: 'invented.yaml',
  text: readFileSync(resolve(import.meta.dirname, 'invented.yaml'), 'utf8'),
}
const expected = parseDocuments(source).documents[0]?.value as ExpectedList

test('the invented town gives what its list says and nothing else; its sound systems are silent', async () => {
  const { report } = await check({
    workspace: diskWorkspace({ cwd: root }),
    paths: [expected.examples],
    policies: expected.policies,
  })
  const open = [...report.findings]
  const missing = expected.findings.filter(({ rule, system, path, pointer }) => {
    const file = `${expected.examples}/${expected.municipality}/${path}`
    const at = open.findIndex(
      (finding) =>
        finding.rule === rule &&
        finding.system === system &&
        standsAt(root, file, pointer, finding),
    )
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  expect({ missing, extra: open }).toEqual({ missing: [], extra: [] })
})
