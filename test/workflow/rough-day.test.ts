import { expect, test } from 'vitest'
import { shapes } from '../../src/schema/generated/shape.ts'
import type { Workspace } from '../../src/source/workspace.ts'
import { check } from '../../src/workflow/check.ts'
import { publish } from '../../src/workflow/publish.ts'
import { due } from '../../src/workflow/survey/due.ts'
import { sampleTown } from '../sample/town.ts'

const rough = Object.values(shapes).flatMap(({ fields }) =>
  Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'day' && type.rough ? [name] : [],
  ),
)
// Some elements have a key of these names that takes a day alone.
const names = [...new Set(rough)].filter((name) => !['from', 'since', 'on'].includes(name))
const dated = new RegExp(`\\b(${names.join('|')}): (\\d{4}-\\d\\d)-\\d\\d`, 'g')
const paths = ['town']

async function found(workspace: Workspace): Promise<readonly string[]> {
  const { report } = await check({ workspace, paths })
  return report.findings.map(({ rule, message }) => `${rule} ${message}`)
}

test('of days told by the month nothing more is found, and all is made', async () => {
  const workspace = sampleTown((text) => text.replaceAll(dated, '$1: $2'))
  expect(await found(workspace)).toEqual(await found(sampleTown()))
  await due({ workspace, paths })
  const input = { workspace, paths }
  await publish({ document: 'ledgers', formats: ['html'], draft: true, trace: false, input })
})
