import { expect, test } from 'vitest'
import { municipality } from './town.ts'
import { run } from './run.ts'

/*
 * A body with clauses of its own, facts and records, of which nobody handed in a procedure: what a fact and a clause
 * tell is told.
 */

const clause = (id: string, requirement: string, text: string): string =>
  `  - { id: ${id}, requirement: ${requirement}, text: "${text}", quoted: 星町の要領, force: must }`

const files = (clauses: readonly string[]): Readonly<Record<string, string>> => ({
  'policies/hoshi/pack.yaml': `kind: standard
id: hoshi
name: 星町の要領
extends: base
complete: false
editions: [{ id: '1', from: 2020-04-01 }]
clauses:${clauses.length === 0 ? ' []' : `\n${clauses.join('\n')}`}
`,
  'procedures/hoshi/municipality.yaml': municipality,
  'procedures/hoshi/organisation/context.yaml': `kind: context
system: hoshi/organisation
name: 町の全体
foundOn: 2026-03-31
owner: joho
services: [{ id: minutes, name: 文字起こし, permit: none }]
`,
  'procedures/hoshi/organisation/records.yaml': `kind: records
system: hoshi/organisation
erasures:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries: [{ id: e, device: 記憶装置, returnedOn: 2025-10-01, method: 物理的な破壊, certificate: none, witness: 職員2人 }]
transfers:
  - organisation: joho
    covers: { from: 2025-04-01, to: 2026-03-31 }
    entries: [{ id: t, on: 2026-02-02, what: 名簿, by: medium, permittedBy: none }]
`,
})

const rules = ['service.permitted', 'erasure.certified', 'transfer.permitted-by-clause']

async function judged(...clauses: readonly string[]): Promise<readonly string[]> {
  const { findings } = await run(files(clauses))
  return findings.map(({ rule }) => rule).filter((rule) => rules.includes(rule))
}

const service = '外部のサービスを使うときは、課長の許可を受ける。'
const certificate = '記憶装置を廃棄するときは、消去の証明書を受け取る。'
const proviso = 'ただし、職員二人が立ち会って物理的に壊したときは、この限りでない。'
const carry = '記録媒体を持ち出すときは、課長の許可を受ける。'

test('what a clause asks is held against the facts', async () => {
  expect(await judged(clause('a', 'CLD-1', service))).toEqual(['service.permitted'])
  expect(await judged(clause('b', 'PHY-3', certificate))).toEqual(['erasure.certified'])
  expect(await judged(clause('c', 'AST-2', carry))).toEqual(['transfer.permitted-by-clause'])
})

test('where no clause asks, a procedure may, and nobody can tell', async () => {
  expect(await judged()).toEqual([])
  expect(await judged(clause('a', 'CLD-1', '外部のサービスは、台帳に載せる。'))).toEqual([])
})

test('a proviso lets off what was done as it says', async () => {
  expect(await judged(clause('b', 'PHY-3', certificate + proviso))).toEqual([])
})

test('a clause that only recommends asks for no leave', async () => {
  const [mild] = [clause('c', 'AST-2', carry).replace('force: must', 'force: endeavour')]
  expect(await judged(mild)).toEqual([])
})
