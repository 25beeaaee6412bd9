import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { MutationReport } from '../../src/finding/mutation.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { mutate } from '../../src/workflow/survey/mutate.ts'
import { run } from '../cli/run.ts'
import { replaced, sampleFiles } from '../sample/town.ts'

const root = resolve(import.meta.dirname, '../..')

/** A rule about one field of a role, and the examples it is known by. */
const ruleOf = (field: string, assertion: string): string => `  - id: sample.${field}
    title: 情報システム管理者の根拠を書く
    requirement: ORG-1
    severity: warning
    rationale: 根拠のない役割は引き継がれない。
    each: { procedure: doc.procedures, role: procedure.roles }
    where: role.canonical == "system-manager"
    assert: ${assertion}
    at: role
    message: 「{{ role }}」の根拠が書かれていません。
    keptBy: role.${field}
    examples:
      - good: 根拠がある
      - bad: 根拠がない
        unset: [/procedure/roles/gyomu/${field}]
`

/** One that looks, and one that looks at nothing. */
const rules = `kind: rules
pack: sample
rules:
${ruleOf('source', 'stated(role.source)')}${ruleOf('notes', 'stated(role.notes) || !stated(role.notes)')}`

/** The sound town with a source and notes for a role, judged by two rules more. */
function town() {
  const files = sampleFiles((dossier) =>
    replaced(
      dossier,
      /(id: gyomu\n(?: {4}.*\n)*? {4}post: .*\n)(?! {4}source)/g,
      '$1    source: 規程集\n    notes: 兼務\n',
    ),
  )
  return memoryWorkspace({
    ...files,
    'policies/sample/rules/role.yaml': rules,
  })
}

const deletionTest = (max?: number) =>
  mutate({ workspace: town(), paths: ['town'], ...(max === undefined ? {} : { max }) })

/** The deletion test of the sound town, done once for all that is asked of it. */
const ofSoundTown = deletionTest()

const missedBy = (id: string, { survivors }: MutationReport) =>
  survivors.filter(({ claims }) => claims.some(({ rule }) => rule === id))

describe('a rule', () => {
  test('that looks notices', async () => {
    expect(missedBy('sample.source', await ofSoundTown)).toEqual([])
  })

  test('that looks at nothing is found out', async () => {
    expect(missedBy('sample.notes', await ofSoundTown)).toMatchObject([
      {
        kind: 'delete',
        label: expect.stringContaining('「備考」') as string,
        pointers: [expect.stringMatching(/\/roles\/gyomu\/notes$/)],
        claims: [{ rule: 'sample.notes', requirement: 'ORG-1' }],
      },
    ])
  })
})

test('the sound town loses hardly anything unnoticed', async () => {
  const { systems, survivors } = await ofSoundTown
  const killed = systems.reduce((sum, system) => sum + system.killed, 0)
  expect(killed).toBeGreaterThan(100)
  expect(survivors.length / killed).toBeLessThan(0.1)
})

test('a ledger that is taken away makes what it kept undecided, which counts as noticed', async () => {
  const { survivors } = await ofSoundTown
  expect(
    survivors.filter(
      ({ kind, pointers }) => kind === 'uncover' && (pointers[0] ?? '').includes('performed'),
    ),
  ).toEqual([])
})

test('the same comes out twice, and no more is tried than allowed', async () => {
  const first = await ofSoundTown
  const few = await deletionTest(10)
  expect(await deletionTest(10)).toEqual(few)
  const { systems, untested } = few
  const [system] = systems
  const tried = (system?.killed ?? 0) + (system?.survived ?? 0) + (system?.redundant ?? 0)
  expect(tried).toBe(10)
  expect(system?.untried).toBeGreaterThan(100)
  expect(untested.length + systems.length).toBe(first.systems.length)
})

test('what could not be read is not said to be tried', async () => {
  const workspace = memoryWorkspace(
    sampleFiles((dossier) =>
      replaced(dossier, 'kind: procedure\n', 'kind: procedure\nunheardOf: 1\n'),
    ),
  )
  const { unread } = await mutate({ workspace, paths: ['town'], max: 1 })
  expect(unread).toMatchObject([
    {
      message: '実施手順「intake-procedure」に「unheardOf」というキーはありません',
      location: { path: 'town/all.yaml' },
    },
  ])
})

describe('the command', () => {
  const program = (...argv: readonly string[]) => run(['mutate', ...argv], { cwd: root })
  const path = 'procedures/osaka-city/pollution-compensation'

  test('writes what it promises', async () => {
    const schema = JSON.parse(
      readFileSync(resolve(root, 'src/schema/mutation.v1.schema.json'), 'utf8'),
    ) as object
    const accepts = new Ajv2020({ keywords: ['enumDescriptions'], allowUnionTypes: true }).compile(
      schema,
    )
    const { stdout } = await program(path, '--format', 'json')
    expect([accepts(JSON.parse(stdout)), accepts.errors]).toEqual([true, null])
  })

  test('tells survivors with their place, and that not all was tried', async () => {
    const { code, stdout } = await program(path, '--max', '20')
    expect(stdout).toContain('件の変更は試していません')
    expect([0, 1]).toContain(code)
  })

  test('refuses a number that is none', async () => {
    expect((await program(path, '--max', 'many')).code).toBe(2)
  })
})
