import { describe, expect, test } from 'vitest'
import { check } from '../../src/index.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'

const may = {
  number: '第1条',
  force: 'may',
  text: '委託先の倉庫に、バックアップの写しを置くことができる。',
}
const daily = { number: '第2条', force: 'must', text: 'バックアップは、毎日取る。' }
const apart = { number: '第3条', force: 'must', text: '写しは、離れた所に置く。' }
const ban = {
  number: '第4条',
  force: 'must',
  text: 'バックアップを、私物の媒体に取ってはならない。',
}

/** The clause that is quoted of those of a requirement, where the backups have stopped. */
async function quoted(clauses: readonly (typeof may)[]): Promise<string | null | undefined> {
  const files = {
    'policies/town/pack.yaml': JSON.stringify({
      kind: 'standard',
      id: 'town',
      name: '町の対策基準',
      municipality: '町',
      extends: 'base',
      complete: false,
      editions: [{ id: '1', from: '2024-04-01' }],
      clauses: clauses.map((one, nth) => ({
        ...one,
        quoted: '町の対策基準',
        id: `c${nth}`,
        requirement: 'BKP-1',
      })),
    }),
    'procedures/town/municipality.yaml': JSON.stringify({
      kind: 'municipality',
      id: 'town',
      name: '町',
      standards: [{ pack: 'town', edition: '1', from: '2024-04-01' }],
      organisations: [{ id: 'soumu', name: '総務課' }],
    }),
    'procedures/town/books/context.yaml': JSON.stringify({
      kind: 'context',
      system: 'town/books',
      name: '図書システム',
      owner: 'soumu',
      backups: [{ id: 'b', of: '貸出しの記録', every: 'P1D', lastTakenOn: '2024-06-01' }],
    }),
  }
  const { report } = await check({
    workspace: memoryWorkspace(files),
    paths: ['procedures'],
    asOf: '2025-11-01',
  })
  const stopped = report.findings.filter(({ rule }) => rule === 'backup.still-taken')
  expect(report.findings.filter(({ rule }) => !rule.includes('backup'))).toEqual([])
  expect(stopped).toHaveLength(1)
  return stopped[0]?.article?.number
}

describe('of the clauses of a requirement', () => {
  test.each([
    ['the only one is quoted', [daily], '第2条'],
    ['the one that is spoken of is quoted', [apart, daily], '第2条'],
    ['one that allows something asks for nothing', [may, daily, apart], '第2条'],
    ['a ban is no ground for what was left undone', [ban, daily], '第2条'],
    [
      'none is quoted where none is spoken of',
      [apart, { ...apart, number: '第5条', text: '写しは、2部作る。' }],
      undefined,
    ],
  ])('%s', async (_, clauses, number) => {
    expect(await quoted(clauses)).toBe(number)
  })
})
