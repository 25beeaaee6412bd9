import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'

/** A school board of an invented town, whose schools are each responsible for their own media. */
const board = `kind: municipality
id: sunahama
name: すなはま町（架空）
standards: [{ pack: base, edition: '2025-03', from: 2020-04-01 }]
organisations:
  - { id: kyoiku, name: 教育委員会, functions: [education] }
  - { id: first, name: 浜の小学校, kind: facility }
  - { id: second, name: 丘の小学校, kind: facility }
groups:
  - { id: schools, name: 各学校, known: all, members: [{ organisation: first }, { organisation: second }] }
---
kind: context
system: sunahama/komu
name: 校務支援システム
foundOn: 2026-10-31
owner: kyoiku
connection: closed
procedure: exists
traits: [data.personal, media.removable]
involved: [{ organisation: schools, relation: uses }]
`

const covers = 'covers: { from: 2026-04-01, to: 2026-10-31 }'

/** The rules that find something in the records of the board, each with its line. */
async function foundIn(records: string, context = ''): Promise<readonly string[]> {
  const head = 'kind: records\nsystem: sunahama/komu\n'
  const workspace = memoryWorkspace({
    'procedures/sunahama/board.yaml': `${board}${context}`,
    'procedures/sunahama/records.yaml': `${head}${records}`,
  })
  const { report } = await check({ workspace, paths: ['procedures'] })
  return report.findings.map(
    ({ rule, location: { path, start } }) =>
      `${rule} ${path.replace('procedures/sunahama/', '')}:${start.line}`,
  )
}

test('a school from which marks were carried home on a private medium', async () => {
  const found = await foundIn(
    `media: [{ organisation: first, ${covers}, entries: [{ label: 校-1, registeredOn: 2026-04-01 }] }]
exchanges:
  - organisation: first
    ${covers}
    entries:
      - { id: home, medium: 教員の私物USB, on: 2026-07-20, with: 自宅, direction: out, permittedBy: none }
permits:
  - { organisation: first, ${covers}, entries: [{ what: 成績の持出し, permittedBy: none, from: 2026-07-20 }] }
`,
    'mediaHeld: [{ organisation: first, kind: USBメモリ, count: 12 }]\n',
  )
  expect(found).toMatchInlineSnapshot(`
    [
      "media.held-on-ledger board.yaml:21",
      "media.export-listed records.yaml:8",
      "permit.given records.yaml:10",
    ]
  `)
})

test('its twin, that permits, lists and takes back what is carried, is silent', async () => {
  const found = await foundIn(
    `media: [{ organisation: first, ${covers}, entries: [{ label: 校-1, kind: USBメモリ, registeredOn: 2026-04-01 }] }]
exchanges:
  - organisation: first
    ${covers}
    entries:
      - { id: home, medium: 校-1, on: 2026-07-20, with: 自宅, direction: out, permittedBy: 校長, returnBy: 2026-07-21, returnedOn: 2026-07-21, scan: { on: 2026-07-20, result: clean } }
permits:
  - organisation: first
    ${covers}
    entries:
      - { what: 成績の持出し, permittedBy: 校長, permittedOn: 2026-07-19, from: 2026-07-20, until: 2026-07-21, endedOn: 2026-07-21 }
`,
    'mediaHeld: [{ organisation: first, kind: USBメモリ, count: 1 }]\n',
  )
  expect(found).toEqual([])
})
