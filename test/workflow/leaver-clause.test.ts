import { describe, expect, test } from 'vitest'
import { checkUnder, type Clause } from '../sample/clauses.ts'

/** What is found of an account of a library whose user left on 2025-07-01, by rule, with what is wanted. */
async function foundOf(
  account: Readonly<Record<string, unknown>>,
  clauses: readonly Clause[],
): Promise<readonly (readonly [string, string | null])[]> {
  const report = await checkUnder(clauses, {
    context: {
      kind: 'context',
      name: '図書システム',
      owner: 'library',
    },
    records: {
      kind: 'records',
      accounts: [
        {
          organisation: 'library',
          covers: { from: '2024-04-01', to: '2025-10-31' },
          entries: [
            {
              id: 'lib-1',
              holder: 'staff-a',
              kind: 'personal',
              registeredOn: '2024-04-01',
              ...account,
            },
          ],
        },
      ],
      rosterChanges: [
        {
          organisation: 'library',
          covers: { from: '2024-04-01', to: '2025-10-31' },
          entries: [{ person: 'staff-a', kind: 'retire', on: '2025-07-01' }],
        },
      ],
    },
  })
  return report.findings.map(({ rule, expected }) => [rule, expected])
}

const removal = {
  requirement: 'ACC-1',
  text: '館長は、職員が退職したときは、その日から5開庁日以内に、利用者の登録を削除し、又は停止する。',
}
const inTime = '所属を離れてから5開庁日以内の抹消'
const promptly = '所属を離れてから30日以内の抹消'

describe('the ID of somebody who left', () => {
  test.each([
    ['left open, is wanted in the term of the clause', {}, [removal], 'acc.leaver-removed', inTime],
    [
      'stopped after that term is late',
      { disabledOn: '2025-07-20' },
      [removal],
      'acc.removed-in-time',
      inTime,
    ],
    [
      'goes by the parameter where a proviso may give another term',
      {},
      [{ ...removal, text: `${removal.text}ただし、館長が認めたときは、この限りでない。` }],
      'acc.leaver-removed',
      promptly,
    ],
    [
      'names the term of the clause for asking that rights be taken away',
      {},
      [
        {
          ...removal,
          text: '館長は、職員が異動し、又は退職したときは、その日から3開庁日以内に、要らなくなった権限を外す申請をする。',
        },
      ],
      'acc.leaver-removed',
      `所属を離れてから3開庁日以内の申請と、${promptly.replace('所属を離れてから', '')}`,
    ],
    [
      'goes by the term for taking the rights away, whoever is told of it',
      {},
      [
        {
          ...removal,
          text: '退職した職員の権限は、退職の日から5開庁日以内に取り消し、館長に届け出る。',
        },
      ],
      'acc.leaver-removed',
      '所属を離れてから5開庁日以内の抹消',
    ],
    [
      'goes by the parameter where two clauses differ',
      {},
      [removal, { ...removal, text: removal.text.replace('5開庁日', '10日') }],
      'acc.leaver-removed',
      promptly,
    ],
    [
      'goes by the parameter where the clause is of something else',
      {},
      [{ ...removal, text: '退職した者は、5開庁日以内に鍵を返す。' }],
      'acc.leaver-removed',
      promptly,
    ],
  ])('%s', async (_, account, clauses, rule, expected) => {
    expect(await foundOf(account, clauses)).toEqual([[rule, expected]])
  })

  test('stopped within the term is in time', async () => {
    expect(await foundOf({ disabledOn: '2025-07-04' }, [removal])).toEqual([])
  })
})

describe('the ID of one person that others use', () => {
  const used = { disabledOn: '2025-07-04', usedByOthers: true }
  const shared = 'IDは、共用してはならない。ただし、閲覧専用の端末のものは、この限りでない。'
  const owners = 'IDは、共用してはならない。ただし、当直は、班長のIDを共用することができる。'

  test('is told of where a proviso lets IDs of terminals be shared', async () => {
    expect(await foundOf(used, [{ requirement: 'PWD-1', text: shared }])).toEqual([
      ['account.own-use', '本人だけの利用'],
    ])
  })

  test('cannot be judged where the proviso speaks of the ID of somebody', async () => {
    expect(await foundOf(used, [{ requirement: 'PWD-1', text: owners }])).toEqual([])
  })
})
