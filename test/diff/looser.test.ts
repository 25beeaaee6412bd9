import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareAccepted,
  compareFrequency,
  type FrequencyKind,
} from '../../src/diff/grade/frequency.ts'
import { looserFrequency } from '../../src/diff/looser.ts'
import { writtenStandard } from '../../src/model/standard.ts'
import { documentsOf, today } from '../model/by-rule/town.ts'

/** Clauses with the cadences given; one without says nothing of how often. */
function clauses(...cadences: readonly string[]) {
  const [pack] = documentsOf(`
kind: standard
id: hoshi
name: 星町の基準
editions: [{ id: '1', from: 2020-04-01 }]
clauses:
${cadences
  .map(
    (cadence, index) =>
      `  - { id: c${index}, requirement: ACC-2, text: 点検する。, quoted: 架空, subject: manager, force: must${cadence === '' ? '' : `, cadence: { ${cadence} }`} }`,
  )
  .join('\n')}
`)
  if (!pack) throw new Error('no pack')
  return writtenStandard({ packs: [{ id: 'hoshi', ...pack }], asOf: today }).clauses
}

const periodic = (max: string): string => `accept: [periodic], max: ${max}`

describe('what later clauses let a duty be done less often by', () => {
  test('a longer interval, where the duty certainly keeps a shorter one', () => {
    const ask = (every: string) =>
      looserFrequency(
        { every, counted: 'since' },
        clauses(periodic('P1Y')),
        clauses(periodic('P2Y')),
      )
    const looser = {
      frequency: { every: 'P2Y', counted: 'since' },
      allows: '2年に1回でもよいとします',
      certain: true,
    }
    expect(['P6M', 'P1Y', 'P24M', 'P3Y'].map(ask)).toEqual([looser, looser, undefined, undefined])
  })

  test('months and days that cannot be compared are told as such', () => {
    expect(
      looserFrequency({ every: 'P1M' }, clauses(periodic('P14D')), clauses(periodic('P30D'))),
    ).toEqual({ frequency: { every: 'P30D' }, allows: '30日に1回とします', certain: false })
  })

  test('the shortest of several limits counts, on both sides', () => {
    const before = clauses(periodic('P1Y'), periodic('P3M'))
    expect(looserFrequency({ every: 'P1M' }, before, clauses(periodic('P3M')))).toBeUndefined()
    expect(looserFrequency({ every: 'P1M' }, before, clauses(periodic('P1Y')))).toEqual({
      frequency: { every: 'P1Y' },
      allows: '1年に1回でもよいとします',
      certain: true,
    })
  })

  test('no limit at all', () => {
    expect(
      looserFrequency({ every: 'P1M' }, clauses(periodic('P3M')), clauses('accept: [periodic]')),
    ).toEqual({ frequency: { every: 'P10Y' }, allows: '間隔の上限を定めません', certain: true })
  })

  test('another kind that asks less, where it was not accepted before', () => {
    const [strict, loose] = [clauses('accept: [periodic]'), clauses('accept: [periodic, asNeeded]')]
    expect([
      looserFrequency({ every: 'P1M' }, strict, loose),
      looserFrequency({ on: 'failure' }, strict, loose),
      looserFrequency('asNeeded', strict, loose),
      looserFrequency({ every: 'P1M' }, loose, strict),
      looserFrequency({ every: 'P1M' }, loose, clauses('')),
      looserFrequency('always', clauses('accept: [always]'), clauses(periodic('P1M'))),
    ]).toEqual([
      { frequency: 'asNeeded', allows: '随時でもよいとします', certain: true },
      { frequency: 'asNeeded', allows: '随時でもよいとします', certain: true },
      undefined,
      undefined,
      undefined,
      { frequency: { every: 'P1M' }, allows: '定期でもよいとします', certain: true },
    ])
  })

  test('nothing where the clauses are the same', () => {
    const cadence = fc.constantFrom('', 'accept: [asNeeded]', 'accept: [always]', periodic('P1M'))
    const frequency = fc.constantFrom('always', 'asNeeded', { every: 'P7D' }, { on: 'failure' })
    fc.assert(
      fc.property(fc.array(cadence, { minLength: 1, maxLength: 3 }), frequency, (cadences, own) => {
        const all = clauses(...cadences)
        expect(looserFrequency(own, all, all)).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })
})

test.each([
  ['unstated', 'periodic', 'tightened', '行う頻度または機会が定められる。'],
  ['asNeeded', 'unstated', 'relaxed', '行う頻度または機会の定めがなくなる。'],
  ['periodic', { every: 'P1Y' }, 'tightened', '定期に行う間隔が定められる。'],
  [{ every: 'P1Y' }, 'periodic', 'relaxed', '定期に行う間隔の定めがなくなる。'],
  ['periodic', 'asNeeded', 'relaxed', '随時でよいことになり、行わなくても違反と言えなくなる。'],
])(
  'a change of a frequency that a text leaves open: %j → %j is %s',
  (from, to, direction, reason) => {
    const { verdict, ...rest } = compareFrequency(from, to)
    expect({ ...rest, reason: verdict.reason }).toEqual({ direction, reason })
  },
)

describe('a change of the frequencies that a clause accepts', () => {
  test.each<[FrequencyKind[], FrequencyKind[], string, string]>([
    [['asNeeded'], ['periodic'], 'tightened', '随時では足りなくなる。'],
    [['periodic', 'asNeeded'], ['periodic'], 'tightened', '随時では足りなくなる。'],
    [['periodic'], ['periodic', 'asNeeded'], 'relaxed', '随時でよいことになる。'],
    [
      ['periodic'],
      ['always'],
      'tightened',
      '決まった頻度又は機会では足りず、常時行わなければならなくなる。',
    ],
    [['always'], ['event'], 'relaxed', '常時ではなく、決まった頻度又は機会だけでよいことになる。'],
    [['periodic'], ['event'], 'undecidable', '認める頻度が変わる。'],
    [['periodic'], ['periodic', 'event'], 'relaxed', '認める頻度が増える。'],
    [['periodic', 'asNeeded'], ['asNeeded'], 'tightened', '認める頻度が減る。'],
  ])('%j → %j is %s', (before, after, direction, reason) => {
    const { verdict, ...rest } = compareAccepted(before, after)
    expect({ ...rest, reason: verdict.reason }).toEqual({ direction, reason })
  })

  test('is mirrored the other way round', () => {
    const kinds = fc.uniqueArray(
      fc.constantFrom<FrequencyKind>('always', 'asNeeded', 'periodic', 'event'),
      { minLength: 1 },
    )
    const mirror = { tightened: 'relaxed', relaxed: 'tightened', undecidable: 'undecidable' }
    fc.assert(
      fc.property(kinds, kinds, (before, after) => {
        fc.pre(before.length !== after.length || !before.every((kind) => after.includes(kind)))
        expect(compareAccepted(after, before).direction).toBe(
          mirror[compareAccepted(before, after).direction],
        )
      }),
    )
  })
})

test('terms in days of work are shorter or longer where that holds on every day', () => {
  const after = (within: string) =>
    compareFrequency({ on: 'failure', within: '5開庁日' }, { on: 'failure', within }).direction
  expect(['3開庁日', 'P3D', 'P7D', '10開庁日', 'P1M'].map(after)).toEqual([
    'tightened',
    'tightened',
    'undecidable',
    'relaxed',
    'relaxed',
  ])
})
