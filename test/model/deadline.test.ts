import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../src/calendar/day.ts'
import { officeDayFrom } from '../../src/calendar/office-day.ts'
import { Period } from '../../src/calendar/period.ts'
import { lateReports, unconfirmedEntries, unreportedEntries } from '../../src/model/deadline.ts'
import { partiesOf } from '../../src/model/duty.ts'
import type { Part } from '../../src/model/part.ts'
import { knownOf } from '../../src/finding/unknown.ts'
import { context, dossierOf, duty, dutyOf, organisation, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const toManager = { reportTo: [{ role: 'manager', within: 'P14D' }] }

/** What the contractor did of a duty whose results go to the manager, on 1 May 2025. */
function given(entry: Data, one: Data = toManager, asOf = '2025-10-01') {
  const covers = { from: '2025-04-01', to: '2025-10-01' }
  const entries = [{ id: 'e', on: '2025-05-01', ...entry }]
  const dossier = dossierOf(
    [
      context(),
      { ...procedure, duties: [duty({ performers: ['keeper'], ...one })] },
      { kind: 'records', performed: [{ duty: 'd', organisation: 'vendor', covers, entries }] },
    ],
    { asOf },
  )
  const [party] = knownOf(partiesOf(dutyOf(dossier)))
  if (!party) throw new Error('no party')
  return { party, duty: dutyOf(dossier), vendor: organisation(dossier, 'vendor') }
}

const month = new Period(1, 0)

describe('the results that did not arrive', () => {
  const unreported = (entry: Data, one?: Data, asOf?: string) =>
    told(() => unreportedEntries(given(entry, one, asOf).party, month))
  test.each<[string, Data, Data | undefined, string | undefined, unknown]>([
    ['are not reported', {}, undefined, undefined, ['e']],
    ['not yet on the last day', {}, undefined, '2025-05-15', []],
    ['on the day after it', {}, undefined, '2025-05-16', ['e']],
    [
      'are reported to another role',
      { reportedOn: '2025-05-02', reportedTo: 'head' },
      undefined,
      undefined,
      ['e'],
    ],
    [
      'not those reported to the role that is named',
      { reportedOn: '2025-05-02', reportedTo: 'manager' },
      undefined,
      undefined,
      [],
    ],
    [
      'nobody knows where the receiver is not written',
      { reportedOn: '2025-05-02' },
      undefined,
      undefined,
      [['records: performed:d+vendor/entry:e/reportedTo?']],
    ],
    ['not those the role has confirmed', { confirmedOn: '2025-05-20' }, undefined, undefined, []],
    [
      'after the time given where the duty sets none',
      {},
      { reportTo: [{ role: 'manager' }] },
      '2025-06-02',
      ['e'],
    ],
    ['not within it', {}, { reportTo: [{ role: 'manager' }] }, '2025-06-01', []],
    ['none where nothing is reported', {}, {}, undefined, []],
    [
      'none to the role that performs the duty',
      {},
      { reportTo: [{ role: 'keeper' }] },
      undefined,
      [],
    ],
  ])('%s', (_, entry, one, asOf, expected) => {
    expect(unreported(entry, one, asOf)).toEqual(expected)
  })
})

describe('the results that were reported late', () => {
  const late = (entry: Data, one?: Data) => told(() => lateReports(given(entry, one).party))
  const two = {
    reportTo: [
      { role: 'manager', within: 'P7D' },
      { role: 'group', within: 'P1M' },
    ],
  }
  test.each<[string, Data, Data | undefined, unknown]>([
    ['after the deadline', { reportedOn: '2025-05-16' }, undefined, ['e']],
    ['not on it', { reportedOn: '2025-05-15' }, undefined, []],
    ['not those not reported at all', {}, undefined, []],
    [
      'none where no deadline is written',
      { reportedOn: '2025-09-30' },
      { reportTo: [{ role: 'manager' }] },
      [],
    ],
    [
      'by the deadline of the role they went to',
      { reportedOn: '2025-05-20', reportedTo: 'manager' },
      two,
      ['e'],
    ],
    ['not by that of another role', { reportedOn: '2025-05-20', reportedTo: 'group' }, two, []],
    ['by the longest where nobody wrote down to whom', { reportedOn: '2025-05-20' }, two, []],
  ])('%s', (_, entry, one, expected) => {
    expect(late(entry, one)).toEqual(expected)
  })

  test('a result is not both late and missing, and in time it is neither', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (after, limit) => {
          const reportedOn = addDays('2025-05-01' as Day, after)
          const one = { reportTo: [{ role: 'manager', within: `P${limit}D` }] }
          const { party } = given({ reportedOn, reportedTo: 'manager' }, one)
          const keys = (list: readonly unknown[]) => told(() => list)
          expect([keys(unreportedEntries(party, month)), keys(lateReports(party))]).toEqual([
            [],
            reportedOn > officeDayFrom(addDays('2025-05-01' as Day, limit)) ? ['e'] : [],
          ])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the results that were not confirmed', () => {
  const by = { confirm: { by: 'manager', within: 'P14D' } }
  const unconfirmed = (entry: Data, one: Data = by, asOf?: string) =>
    told((): readonly unknown[] => {
      const found: { duty: Part; vendor: Part } = given(entry, one, asOf)
      return unconfirmedEntries(found.duty, found.vendor)
    })
  test.each<[string, Data, Data | undefined, string | undefined, unknown]>([
    ['by nobody', {}, undefined, undefined, ['e']],
    ['not yet on the last day', {}, undefined, '2025-05-15', []],
    [
      'too late',
      { confirmedOn: '2025-05-16', confirmedBy: 'manager' },
      undefined,
      undefined,
      ['e'],
    ],
    [
      'not those confirmed in time',
      { confirmedOn: '2025-05-15', confirmedBy: 'manager' },
      undefined,
      undefined,
      [],
    ],
    [
      'counted from the report',
      { reportedOn: '2025-05-10', confirmedOn: '2025-05-24', confirmedBy: 'manager' },
      undefined,
      undefined,
      [],
    ],
    [
      'by another role',
      { confirmedOn: '2025-05-15', confirmedBy: 'head' },
      undefined,
      undefined,
      ['e'],
    ],
    [
      'by whom nobody wrote down',
      { confirmedOn: '2025-05-15' },
      undefined,
      undefined,
      [['records: performed:d+vendor/entry:e/confirmedBy?']],
    ],
    [
      'within a month where the duty sets no deadline',
      {},
      { confirm: { by: 'manager' } },
      '2025-06-02',
      ['e'],
    ],
  ])('%s', (_, entry, one, asOf, expected) => {
    expect(unconfirmed(entry, one, asOf)).toEqual(expected)
  })
})
