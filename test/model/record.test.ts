import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { unconfirmedEntries } from '../../src/model/deadline.ts'
import { runsSince } from '../../src/model/performance.ts'
import { dueWindows, missedWindows } from '../../src/model/turn.ts'
import {
  context,
  covers,
  dossierOf,
  duty,
  dutyOf,
  organisation,
  procedure,
  told,
} from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

interface Case {
  readonly duty?: Data
  readonly covers?: Data
  readonly entries?: readonly Data[]
  readonly asOf?: string
}

function dossierFor({ duty: one = {}, covers: days = covers, entries = [], asOf }: Case) {
  const series = { duty: 'd', organisation: 'it', covers: days, entries }
  return dossierOf(
    [context(), { ...procedure, duties: [duty(one)] }, { kind: 'records', performed: [series] }],
    asOf === undefined ? {} : { asOf },
  )
}

const labels = (windows: readonly { label: string }[]): readonly string[] =>
  windows.map(({ label }) => label)

const yearly = { frequency: { every: 'P1Y' } }
const monthly = { frequency: { every: 'P1M' } }
const since = (day: string, more: Data = {}): Data => ({ since: day, ...more })

describe('the windows a duty was due in', () => {
  test.each<[string, Case, readonly string[]]>([
    ['are those that are over, by fiscal year', { duty: yearly }, ['2023年度', '2024年度']],
    [
      'by calendar year',
      { duty: { frequency: { every: 'P1Y', counted: 'calendarYear' } } },
      ['2024年'],
    ],
    [
      'from the day the duty took effect',
      { duty: since('2024-07-10', { frequency: { every: 'P6M', counted: 'since' } }) },
      ['2024年7月10日から2025年1月9日まで', '2025年1月10日から2025年7月9日まで'],
    ],
    [
      'begin with the first whole one after the duty took effect',
      { duty: since('2024-07-10') },
      ['2024年度下半期', '2025年度上半期'],
    ],
    [
      'include the one that begins on that very day',
      { duty: since('2024-04-01', yearly) },
      ['2024年度'],
    ],
    [
      'lie inside what the series covers',
      { duty: yearly, covers: { from: '2023-06-01', to: '2025-10-01' } },
      ['2024年度'],
    ],
    [
      'are over: on the last day of one it is not',
      { duty: { ...since('2025-04-01'), frequency: { every: 'P6M' } }, asOf: '2025-09-30' },
      [],
    ],
    [
      'on the day after it is',
      { duty: { ...since('2025-04-01'), frequency: { every: 'P6M' } }, asOf: '2025-10-01' },
      ['2025年度上半期'],
    ],
    [
      'end with the months named for the work',
      { duty: since('2025-04-01', { timing: { months: [6, 12] } }), asOf: '2025-07-01' },
      ['2025年度上半期'],
    ],
    [
      'which must be over too',
      { duty: since('2025-04-01', { timing: { months: [6, 12] } }), asOf: '2025-06-30' },
      [],
    ],
    [
      'and keep their own end where no month falls into them',
      { duty: since('2025-04-01', { timing: { months: [12] } }), asOf: '2025-07-01' },
      [],
    ],
    [
      'leave out those in which the duty was suspended',
      {
        duty: {
          ...yearly,
          suspended: [{ from: '2024-03-01', until: '2024-03-31', reason: '改修のため' }],
        },
      },
      ['2024年度'],
    ],
    ['are none where nothing is periodic', { duty: { frequency: 'asNeeded' } }, []],
    ['are none for an event', { duty: { frequency: { on: 'personnel.change' } } }, []],
    [
      'end with what the series covers, though the day is later',
      { duty: monthly, covers: { from: '2025-04-01', to: '2025-06-29' } },
      ['2025年4月', '2025年5月'],
    ],
  ])('%s', (_, one, expected) => {
    const dossier = dossierFor(one)
    const found = dueWindows(dutyOf(dossier), organisation(dossier, 'it'))
    expect(labels(found)).toEqual(expected)
  })

  test('unknown where no series is written for the organisation', () => {
    const dossier = dossierFor({})
    const there = organisation(dossier, 'vendor')
    expect(told(() => dueWindows(dutyOf(dossier), there))).toEqual([
      'records: performed/duty:d/organisation:vendor?',
    ])
  })

  test('unknown where no records are written at all', () => {
    const dossier = dossierOf([context(), { ...procedure, duties: [duty({})] }])
    expect(told(() => missedWindows(dutyOf(dossier), organisation(dossier, 'it')))).toEqual([
      'records: performed/duty:d/organisation:it?',
    ])
  })
})

describe('the windows a duty was missed in', () => {
  test.each<[string, Case, readonly string[]]>([
    ['are all due ones where nothing was done', { duty: yearly }, ['2023年度', '2024年度']],
    [
      'are those after the last performance',
      { duty: yearly, entries: [{ on: '2023-11-01' }] },
      ['2024年度'],
    ],
    [
      'are none once it is done again: a later performance heals',
      { duty: yearly, entries: [{ on: '2025-05-01' }] },
      [],
    ],
    [
      'count a performance for the period it names, not for its day',
      { duty: yearly, entries: [{ on: '2024-05-10', period: '2023FY' }] },
      ['2024年度'],
    ],
    [
      'also where the period is written as people do',
      { duty: yearly, entries: [{ on: '2025-05-10', period: '令和６年度' }] },
      [],
    ],
    [
      'go by the day where the period cannot be read',
      { duty: yearly, entries: [{ on: '2024-05-10', period: '春' }] },
      [],
    ],
    [
      'know nothing of what was done after the day of judgement',
      { duty: yearly, entries: [{ on: '2025-04-20' }], asOf: '2025-04-15' },
      ['2023年度', '2024年度'],
    ],
  ])('%s', (_, one, expected) => {
    const dossier = dossierFor(one)
    const found = missedWindows(dutyOf(dossier), organisation(dossier, 'it'))
    expect(labels(found)).toEqual(expected)
  })
})

test('runs are counted since a day, one-off occasions left out', () => {
  const entries = [
    { on: '2025-03-31' },
    { on: '2025-04-01' },
    { on: '2025-05-01', occasion: 'renewal' },
    { on: '2025-06-01' },
  ]
  const dossier = dossierFor({ entries })
  expect(runsSince(dutyOf(dossier), '2025-04-01' as Day)).toBe(2)
})

describe('performances nobody confirmed in time', () => {
  const confirmed = (more: Data): Data => ({
    id: 'e',
    on: '2025-06-02',
    period: '2025H1',
    confirmedBy: 'manager',
    ...more,
  })
  const within = { confirm: { by: 'manager', within: 'P14D' } }
  test.each<[string, Data, Data, string, readonly string[]]>([
    ['never confirmed', within, { reportedOn: '2025-06-10' }, '2025-07-01', ['e']],
    [
      'confirmed in time',
      within,
      { reportedOn: '2025-06-10', confirmedOn: '2025-06-24' },
      '2025-07-01',
      [],
    ],
    [
      'confirmed late',
      within,
      { reportedOn: '2025-06-10', confirmedOn: '2025-06-25' },
      '2025-07-01',
      ['e'],
    ],
    [
      'confirmed by another role',
      within,
      { reportedOn: '2025-06-10', confirmedOn: '2025-06-24', confirmedBy: 'keeper' },
      '2025-07-01',
      ['e'],
    ],
    ['not yet due', within, { reportedOn: '2025-06-10' }, '2025-06-24', []],
    ['counted from the work where it was never reported', within, {}, '2025-06-17', ['e']],
    ['a month where the duty sets no time', {}, { reportedOn: '2025-06-10' }, '2025-07-10', []],
    ['and no longer', {}, { reportedOn: '2025-06-10' }, '2025-07-11', ['e']],
  ])('%s', (_, one, entry, asOf, expected) => {
    const dossier = dossierFor({ duty: one, entries: [confirmed(entry)], asOf })
    expect(told(() => unconfirmedEntries(dutyOf(dossier), organisation(dossier, 'it')))).toEqual(
      expected,
    )
  })
})
