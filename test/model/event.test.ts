import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../src/calendar/day.ts'
import { Period } from '../../src/calendar/period.ts'
import { partiesOf } from '../../src/model/duty.ts'
import {
  lateAnswers,
  latePreparations,
  unanswered,
  unansweredEvents,
  unpreparedEvents,
} from '../../src/model/event.ts'
import type { Part } from '../../src/model/part.ts'
import { knownOf } from '../../src/finding/unknown.ts'
import { context, dossierOf, duty, dutyOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const covers = { from: '2025-04-01', to: '2025-10-01' }

const pack = {
  vocabularies: {
    events: [
      { id: 'personnel.change', name: '人事異動・退職', includes: ['personnel.retire'] },
      { id: 'personnel.retire', name: '退職' },
      { id: 'failure', name: '障害', arisesFrom: [{ ledger: 'failures' }] },
      {
        id: 'personnel.leave',
        name: '休職',
        arisesFrom: [{ ledger: 'rosterChanges', kinds: ['leave'] }],
      },
      {
        id: 'contract.end',
        name: '契約の終了',
        foreseen: true,
        arisesFrom: [{ ledger: 'contracts', day: 'until' }],
      },
      { id: 'release', name: '導入', arisesFrom: [{ ledger: 'changes', kinds: ['release'] }] },
    ],
    activities: [
      { id: 'account.review', name: '点検', event: 'failure' },
      { id: 'failure.record', name: '障害の記録', recordedIn: ['failures'] },
    ],
  },
}

/** A duty within ten days of a personnel change, what happened, and what was done. */
function given(events: readonly Data[] | undefined, done: readonly Data[], more: Given = {}): Part {
  const { one = {}, records = {}, of = 'it', asOf = '2025-10-01' } = more
  const frequency = { on: 'personnel.change', within: 'P10D' }
  const dossier = dossierOf(
    [
      context(more.context),
      { ...procedure, duties: [duty({ frequency, ...one })] },
      {
        kind: 'records',
        performed: [{ duty: 'd', organisation: of, covers: more.covers ?? covers, entries: done }],
        ...(events ? { events: [{ covers, entries: events }] } : {}),
        ...records,
      },
    ],
    { asOf, pack },
  )
  const party = knownOf(partiesOf(dutyOf(dossier))).find(
    (each) => each.part('organisation')?.key === of,
  )
  if (!party) throw new Error('no party')
  return party
}

interface Given {
  readonly one?: Data
  readonly records?: Data
  readonly context?: Data
  readonly covers?: Data
  readonly of?: string
  readonly asOf?: string
}

const change = (id: string, on: string, more: Data = {}): Data => ({
  id,
  event: 'personnel.change',
  on,
  ...more,
})

describe('the events nobody answered', () => {
  const may = change('may', '2025-05-01')
  const head = { one: { performers: ['head'] }, of: 'n1' }
  test.each<[string, readonly Data[] | undefined, readonly Data[], Given, unknown]>([
    ['after which nothing was done', [may], [], {}, ['may']],
    ['not where something was done', [may], [{ on: '2025-05-03' }], {}, []],
    ['also where it was done on the same day', [may], [{ on: '2025-05-01' }], {}, []],
    ['where it was done before', [may], [{ on: '2025-04-30' }], {}, ['may']],
    ['where it failed', [may], [{ on: '2025-05-03', outcome: 'failed' }], {}, ['may']],
    ['not yet on the last day', [may], [], { asOf: '2025-05-11' }, []],
    ['nor where that is a Sunday', [may], [], { asOf: '2025-05-12' }, []],
    ['on the day after', [may], [], { asOf: '2025-05-13' }, ['may']],
    [
      'a kind that the event of the duty includes',
      [change('r', '2025-05-01', { event: 'personnel.retire' })],
      [],
      {},
      ['r'],
    ],
    ['not another kind', [change('f', '2025-05-01', { event: 'failure' })], [], {}, []],
    ['not before the duty took effect', [may], [], { one: { since: '2025-06-01' } }, []],
    [
      'not before the records begin',
      [may],
      [],
      { covers: { from: '2025-06-01', to: '2025-10-01' } },
      [],
    ],
    [
      'not where the records end before the deadline',
      [may],
      [],
      { covers: { from: '2025-04-01', to: '2025-05-05' } },
      [],
    ],
    [
      'not those of an office that has nothing to do with it',
      [change('s', '2025-05-01', { organisation: 's1' })],
      [],
      {},
      [],
    ],
    [
      'those of an office that uses the system',
      [change('s', '2025-05-01', { organisation: 'n1' })],
      [],
      { context: { involved: [{ organisation: 'users', relation: 'uses' }] } },
      ['s'],
    ],
    [
      'where not all of those are listed, also another of its own ledger',
      [change('s', '2025-05-01', { organisation: 's1' })],
      [],
      { context: { involved: [{ organisation: 'clubs', relation: 'uses' }] } },
      ['s'],
    ],
    [
      'of a role held in each office, its own',
      [change('own', '2025-05-01', { organisation: 'n1' })],
      [],
      head,
      ['own'],
    ],
    [
      'and not those of another',
      [change('n2', '2025-05-01', { organisation: 'n2' })],
      [],
      head,
      [],
    ],
    ['nobody knows where no records tell of events', undefined, [], {}, [['records: events?']]],
  ])('%s', (_, events, done, more, expected) => {
    expect(told(() => unansweredEvents(given(events, done, more)))).toEqual(expected)
  })
})

describe('an occasion in words of its own', () => {
  const one = { frequency: { occasion: '会議録の確定', within: 'P10D' } }
  const own = (on: string, more: Data = {}): Data => ({ id: `on-${on}`, duty: 'd', on, ...more })
  const named = [['records: events/duty:d?']]
  test.each<[string, readonly Data[] | undefined, readonly Data[], Given, unknown]>([
    ['asks where a row names the duty', [own('2025-05-01')], [], { one }, ['on-2025-05-01']],
    ['and nothing was done', [own('2025-05-01')], [{ on: '2025-05-02' }], { one }, []],
    ['is unknown where none does', [change('may', '2025-05-01')], [], { one }, named],
    ['nobody knows where no records tell', undefined, [], { one }, named],
    ['is none where nothing happened at all', undefined, [], { one, records: { events: [] } }, []],
    [
      'of a row that says neither what nor for whom, is unknown',
      [{ id: 'x', on: '2025-05-01' }],
      [],
      {},
      [['records: eventSeries:0/event:x/event?']],
    ],
  ])('%s', (_, events, done, more, expected) => {
    expect(told(() => unansweredEvents(given(events, done, more)))).toEqual(expected)
  })
})

describe('what must be done before an event', () => {
  const one = { frequency: { on: 'contract.end', before: 'P30D' } }
  const ends = (until: string): Given => ({
    one,
    context: { contracts: [{ id: 'c', contractor: 'vendor', until }] },
  })
  test.each<[string, readonly Data[], Given, unknown]>([
    ['is open where nothing was done', [], ends('2025-07-31'), [['contract.end+c'], []]],
    ['also before the event itself', [], ends('2025-10-20'), [['contract.end+c'], []]],
    ['not before it is due', [], ends('2025-12-31'), [[], []]],
    ['was done however early', [{ on: '2025-04-02' }], ends('2025-07-31'), [[], []]],
    ['on the last day', [{ on: '2025-07-01' }], ends('2025-07-31'), [[], []]],
    ['and is late after it', [{ on: '2025-07-02' }], ends('2025-07-31'), [[], ['contract.end+c']]],
  ])('%s', (_, done, more, expected) => {
    const party = given([], done, more)
    expect([told(() => unpreparedEvents(party)), told(() => latePreparations(party))]).toEqual(
      expected,
    )
  })
})

describe('what stands in a ledger of its own', () => {
  const failure = [{ id: 'f', event: 'failure', on: '2025-05-01' }]
  const recorded = (occurredOn: string): Given => ({
    one: { activity: 'failure.record', frequency: { on: 'failure', within: 'P10D' } },
    records: { failures: [{ covers, entries: [{ id: 'x', occurredOn }] }] },
  })
  const both = (party: Part) => [
    told(() => unansweredEvents(party)),
    told(() => lateAnswers(party)),
  ]
  test('answers the event', () => {
    expect(both(given(failure, [], recorded('2025-05-01')))).toEqual([[], []])
  })
  test('answers none that came after it', () => {
    expect(both(given(failure, [], recorded('2025-04-15')))).toEqual([['f'], []])
  })
  test('accuses nobody of being late', () => {
    expect(both(given(failure, [], recorded('2025-07-01')))).toEqual([[], []])
  })
  test('excuses what was written down late', () => {
    expect(both(given(failure, [{ on: '2025-07-01' }], recorded('2025-05-02')))).toEqual([[], []])
  })
  test('does not where it tells of a later one', () => {
    expect(both(given(failure, [{ on: '2025-06-01' }], recorded('2025-07-01')))).toEqual([
      [],
      ['f'],
    ])
  })
})

describe('an event that stands in another ledger', () => {
  const on = (event: string): Data => ({ frequency: { on: event, within: 'P10D' } })
  const leave = { person: 'staff-a', kind: 'leave', on: '2025-05-01' }
  const roster = [{ organisation: 'it', covers, entries: [leave] }]
  const account = (more: Data = {}): Data => ({
    accounts: [
      {
        organisation: 'it',
        covers,
        entries: [
          { id: 'a', kind: 'personal', holder: 'staff-a', registeredOn: '2024-04-01', ...more },
        ],
      },
    ],
  })
  const contracts = [{ id: 'c', contractor: 'vendor', until: '2025-05-31' }]
  const changes = (kind: string): Data => ({
    changes: [{ covers, entries: [{ id: 'x', on: '2025-05-01', system: '架空', kind }] }],
  })
  const failures = [{ covers, entries: [{ id: 'x', occurredOn: '2025-05-01' }] }]
  test.each<[string, readonly Data[], readonly Data[], Given, unknown]>([
    [
      'asks for the deed',
      [],
      [],
      { one: on('release'), records: changes('release') },
      ['release+x'],
    ],
    [
      'not where it is of another kind',
      [],
      [],
      { one: on('release'), records: changes('program') },
      [],
    ],
    [
      'once where it is written as an event too',
      [{ id: 'f', event: 'failure', on: '2025-05-01' }],
      [],
      { one: on('failure'), records: { failures } },
      ['f'],
    ],
    [
      'on the day of it that the pack names',
      [],
      [],
      { one: on('contract.end'), context: { contracts } },
      ['contract.end+c'],
    ],
    [
      'which may be done before where it is foreseen',
      [],
      [{ on: '2025-05-25' }],
      { one: on('contract.end'), context: { contracts } },
      [],
    ],
    [
      'not too long before',
      [],
      [{ on: '2025-05-20' }],
      { one: on('contract.end'), context: { contracts } },
      ['contract.end+c'],
    ],
    [
      'where a person uses the system',
      [],
      [],
      { one: on('personnel.leave'), records: { rosterChanges: roster, ...account() } },
      ['personnel.leave+staff-a+2025-05-01'],
    ],
    [
      'not where the account was closed',
      [],
      [],
      {
        one: on('personnel.leave'),
        records: { rosterChanges: roster, ...account({ removedOn: '2025-05-02' }) },
      },
      [],
    ],
    [
      'nobody knows where no accounts are written',
      [],
      [],
      { one: on('personnel.leave'), records: { rosterChanges: roster } },
      [['records: accounts?']],
    ],
  ])('%s', (_, events, done, more, expected) => {
    expect(told(() => unansweredEvents(given(events, done, more)))).toEqual(expected)
  })
})

describe('an event that is noticed later', () => {
  const failure = (noticedOn: string): Given => ({
    one: { frequency: { on: 'failure', within: 'P10D' } },
    records: {
      failures: [{ covers, entries: [{ id: 'x', occurredOn: '2025-05-01', noticedOn }] }],
    },
  })
  const fromThen = (noticedOn: string): Given => ({
    ...failure(noticedOn),
    one: { ...failure(noticedOn).one, text: '障害の発生の日から10日以内に記録する。' },
  })
  test.each<[string, string, Given, unknown]>([
    ['counts from when it was', '2025-06-10', failure('2025-06-02'), []],
    ['is late after that', '2025-06-13', failure('2025-06-02'), ['failure+x']],
    ['of a rough day, from its last', '2025-07-10', failure('2025-06-01/2025-06-30'), []],
    [
      'not where the text counts from when it happened',
      '2025-06-10',
      fromThen('2025-06-02'),
      ['failure+x'],
    ],
  ])('%s', (_, on, more, expected) => {
    expect(told(() => lateAnswers(given([], [{ on }], more)))).toEqual(expected)
  })
})

describe('a duty without a deadline', () => {
  const failures = [{ covers, entries: [{ id: 'x', occurredOn: '2025-05-01' }] }]
  const month = new Period(1, 0)
  test.each<[string, Data, readonly Data[], unknown]>([
    [
      'is done some time after the event',
      { frequency: { on: 'failure' } },
      [{ on: '2025-09-01' }],
      [],
    ],
    ['not done at all', { frequency: { on: 'failure' } }, [], ['failure+x']],
    ['answers what its kind of work answers', { frequency: 'always' }, [], ['failure+x']],
    ['as needed too', { frequency: 'asNeeded' }, [], ['failure+x']],
  ])('%s', (_, one, done, expected) => {
    const party = given([], done, { one, records: { failures } })
    expect(told(() => unanswered(party, month))).toEqual(expected)
  })
})

test('an event is unanswered, late or answered in time, by the first day something was done', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 4 }), (offsets) => {
      // Ten days from this Friday end on a Monday: nothing is due later for a day off.
      const done = offsets.map((days) => ({ on: addDays('2025-05-02' as Day, days) }))
      const party = given([change('may', '2025-05-02')], done)
      const first = Math.min(...offsets.filter((days) => days >= 0))
      expect([told(() => unansweredEvents(party)), told(() => lateAnswers(party))]).toEqual([
        first === Infinity ? ['may'] : [],
        first !== Infinity && first > 10 ? ['may'] : [],
      ])
    }),
    { numRuns: 40 },
  )
})
