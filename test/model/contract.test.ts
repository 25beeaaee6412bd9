import { describe, expect, test } from 'vitest'
import { Period } from '../../src/calendar/period.ts'
import { kindOfContract, planOf, reportGaps, supervisionOf } from '../../src/model/contract.ts'
import { annualHours, hoursPerYear } from '../../src/model/role.ts'
import { context, covers, dossierOf, duty, partOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const sla = { id: 's', item: '更新', category: 'patch', cadence: 'periodic', every: 'P3M' }
const contract = { id: 'k', name: '保守', contractor: 'vendor', from: '2024-04-01', sla: [sla] }

function contractWith(records: Data | undefined, more: Data = {}, asOf = '2025-10-01') {
  const documents = records ? [{ kind: 'records', ...records }] : []
  const dossier = dossierOf([context({ contracts: [{ ...contract, ...more }] }), ...documents], {
    asOf,
  })
  return partOf(dossier.context.parts('contracts'), 'k')
}

const received = (document: string, days: Data, ...entries: readonly Data[]): Data => ({
  received: [{ contract: 'k', document, covers: days, entries }],
})

describe('the kind of a contract', () => {
  const contractKinds = [
    {
      id: 'outsourcing',
      name: '委託',
      nameWords: ['委託'],
      supervised: true,
      items: ['secrecy', 'education'],
    },
    { id: 'lease', name: '賃貸借', nameWords: ['リース'], supervised: false, items: ['secrecy'] },
    { id: 'agreement', name: '取決め', supervised: false, items: [] },
  ]
  const alone: Data = { ...contract, name: '庁舎システム', items: [] }
  const other: Data = { ...contract, id: 'other' }
  const involved = (relation: string): Data => ({
    involved: [{ organisation: 'vendor', relation }],
  })
  test.each<[string, Data, Data, unknown]>([
    ['is what it says', { kind: 'agreement', name: '業務委託' }, {}, 'agreement'],
    ['is what its name says', { name: '端末のﾘｰｽ' }, {}, 'lease'],
    ['is for work where it holds what no other can', { items: ['education'] }, {}, 'outsourcing'],
    ['is for work with who maintains the system', {}, involved('maintains'), 'outsourcing'],
    ['is for work where that is all the system has', {}, { traits: ['outsourced'] }, 'outsourcing'],
    [
      'is not known of several',
      {},
      { traits: ['outsourced'], contracts: [alone, other] },
      ['context: contract:k/kind?'],
    ],
    ['is not known with who only hosts', {}, involved('hosts'), ['context: contract:k/kind?']],
    [
      'is not known where the name says two',
      { name: 'リースと保守の委託' },
      {},
      ['context: contract:k/kind?'],
    ],
  ])('%s', (_, more, facts, expected) => {
    const one = { ...alone, ...more }
    const documents = [context({ contracts: [one], ...facts })]
    const dossier = dossierOf(documents, { pack: { contractKinds } })
    const part = partOf(dossier.context.parts('contracts'), 'k')
    expect(told(() => kindOfContract(part))).toEqual(expected)
  })
})

describe('the gaps in what a contractor reported', () => {
  const quarters = [
    '2024年度第1四半期',
    '2024年度第2四半期',
    '2024年度第3四半期',
    '2024年度第4四半期',
  ]
  // A report may come a month later.
  const later = new Period(1, 0)
  const year = { from: '2024-04-01', to: '2025-04-30' }
  const report = (id: string, on: string, items: readonly string[], more: Data = {}): Data => ({
    id,
    on,
    sla: items,
    ...more,
  })
  test.each<[string, Data, Data, unknown]>([
    ['are all windows where nothing came in', received('monthlyReport', year), {}, quarters],
    [
      'are those after the last report on the item',
      received('monthlyReport', year, report('a', '2024-08-09', ['s'])),
      {},
      quarters.slice(2),
    ],
    [
      'are not filled by a report on something else',
      received('monthlyReport', year, report('a', '2025-02-09', [])),
      {},
      quarters,
    ],
    [
      'go by the period a report names',
      received('monthlyReport', year, report('a', '2024-07-09', ['s'], { period: '2024Q1' })),
      {},
      quarters.slice(1),
    ],
    [
      'begin with the contract',
      received('monthlyReport', year),
      { from: '2024-08-01' },
      quarters.slice(2),
    ],
    [
      'end with what the series covers',
      received('monthlyReport', { from: '2024-04-01', to: '2024-12-30' }),
      {},
      quarters.slice(0, 2),
    ],
    [
      'leave out a window of which the report may still come',
      received('monthlyReport', { from: '2024-04-01', to: '2025-04-20' }),
      {},
      quarters.slice(0, 3),
    ],
    [
      'are those of a month where the item states no cycle',
      received('monthlyReport', { from: '2024-04-01', to: '2024-06-30' }),
      { sla: [{ id: 's', item: '更新', category: 'patch', cadence: 'event' }] },
      ['2024年4月', '2024年5月'],
    ],
  ])('%s', (_, records, more, expected) => {
    const one = contractWith(records, more)
    const item = partOf(one.parts('sla'), 's')
    expect(reportGaps(one, item, later).map(({ label }) => label)).toEqual(expected)
  })

  test('unknown where no series is written', () => {
    const one = contractWith(undefined)
    const item = partOf(one.parts('sla'), 's')
    expect(told(() => reportGaps(one, item, later))).toEqual(['records: received?'])
  })
})

describe('the work plan of a contract', () => {
  const plan = (id: string, on: string): Data => ({ id, on, sla: [] })
  test.each<[string, Data | undefined, unknown]>([
    [
      'is the last that came in',
      received('workPlan', covers, plan('a', '2024-04-01'), plan('b', '2025-04-01')),
      'b',
    ],
    [
      'not one still to come',
      received('workPlan', covers, plan('a', '2024-04-01'), plan('b', '2025-10-02')),
      'a',
    ],
    ['is none where the series is empty', received('workPlan', covers), undefined],
    [
      'is unknown where only other documents came in',
      received('monthlyReport', covers),
      ['records: received/contract:k/workPlan?'],
    ],
    ['is unknown without records', undefined, ['records: received?']],
  ])('%s', (_, records, expected) => {
    expect(told(() => planOf(contractWith(records)))).toEqual(expected)
  })
})

test('supervision is unknown where no series is written, and empty where one or the ledger is', () => {
  const of = (contract: string): Data => ({ contract, covers, entries: [] })
  const supervised = (...supervision: readonly Data[]): unknown =>
    told(() => supervisionOf(contractWith({ supervision }, { id: 'k' })))
  expect(supervised(of('k'))).toEqual([])
  expect(supervised()).toEqual([])
  expect(told(() => supervisionOf(contractWith({})))).toEqual(['records: supervision?'])
})

describe('the hours a year of a role', () => {
  const effort = (per: string, more: Data = {}): Data => ({ effort: { minutes: 30, per, ...more } })
  const facilities = { facilities: { count: 12 } }
  test.each<[string, readonly Data[], Data, unknown]>([
    ['of work done twice a year', [duty(effort('time'))], {}, 1],
    ['for each facility', [duty(effort('facility'))], facilities, 12],
    [
      'for each entry of the logs',
      [duty(effort('log'))],
      { logs: [{ id: 'l', kind: 'access', holder: 'it', volumePerMonth: 100 }] },
      600,
    ],
    [
      'for each entry of the logs that a duty names',
      [duty({ ...effort('log'), logs: ['l'] })],
      {
        logs: [
          { id: 'l', kind: 'access', holder: 'it', volumePerMonth: 1 },
          { id: 'm', kind: 'access', holder: 'it', volumePerMonth: 100 },
        ],
      },
      6,
    ],
    [
      'unknown where nobody counted the entries',
      [duty(effort('log'))],
      { logs: [{ id: 'l', kind: 'access', holder: 'it' }] },
      ['context: contextLog:l/volumePerMonth?'],
    ],
    ['as often as the effort states', [duty(effort('time', { timesPerYear: 10 }))], {}, 5],
    ['of all duties together', [duty(effort('time')), duty({ ...effort('time'), id: 'e' })], {}, 2],
    ['without those done by machine', [duty({ ...effort('time'), means: 'automatic' })], {}, 0],
    ['without those of others', [duty({ ...effort('time'), performers: ['keeper'] })], {}, 0],
    [
      'without those it has no part in',
      [
        duty({
          ...effort('time'),
          performers: ['manager', 'keeper'],
          split: [{ role: 'keeper', does: '行う', part: 'perform' }],
        }),
      ],
      {},
      0,
    ],
    [
      'with those it confirms',
      [
        duty({
          ...effort('time'),
          performers: ['keeper', 'manager'],
          split: [{ role: 'manager', does: '確かめる', part: 'confirm' }],
        }),
      ],
      {},
      1,
    ],
    ['without those that state no effort', [duty({})], {}, 0],
    [
      'unknown where nobody counted the facilities',
      [duty(effort('facility'))],
      {},
      ['context: facilities?'],
    ],
    [
      'unknown for work without a cycle',
      [duty({ ...effort('time'), frequency: 'asNeeded' })],
      {},
      ['procedure: duty:d/effort/timesPerYear?'],
    ],
  ])('%s', (_, duties, more, expected) => {
    const dossier = dossierOf([context(more), { ...procedure, duties }])
    const role = partOf(dossier.procedures[0]?.parts('roles') ?? [], 'manager')
    const hours = told(() => annualHours(role))
    expect(typeof hours === 'number' ? Math.round(hours * 100) / 100 : hours).toEqual(expected)
  })

  test('it is given are those of the context, unknown without', () => {
    const capacity = [{ role: 'manager', hoursPerYear: 40 }]
    const dossier = dossierOf([context({ capacity }), procedure])
    const roles = dossier.procedures[0]?.parts('roles') ?? []
    expect([
      told(() => hoursPerYear(partOf(roles, 'manager'))),
      told(() => hoursPerYear(partOf(roles, 'keeper'))),
    ]).toEqual([40, ['context: capacity/role:keeper?']])
  })
})
