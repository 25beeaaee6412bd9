import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../src/calendar/day.ts'
import type { Window } from '../../src/calendar/window.ts'
import { partiesOf } from '../../src/model/duty.ts'
import {
  doneBy,
  dueWindows,
  gaps,
  lateTurns,
  missedWindows,
  skippedWindows,
  turnsOf,
} from '../../src/model/turn.ts'
import { seriesOf } from '../../src/model/performance.ts'
import { knownOf } from '../../src/finding/unknown.ts'
import { context, dossierOf, duty, dutyOf, organisation, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const halves = ['2024-04-01', '2024-10-01', '2025-04-01']

/** A duty of every half year, what was done of it, and what else is so. */
function given(entries: readonly Data[], more: Given = {}) {
  const { one = {}, of = 'it', covers = { from: '2024-04-01', to: '2025-10-01' } } = more
  const performed = [{ duty: 'd', organisation: of, covers, entries }]
  const documents = [
    context(),
    { ...procedure, duties: [duty(one)] },
    { kind: 'records', performed },
    ...(more.actions ? [{ kind: 'actions', actions: more.actions }] : []),
  ]
  const dossier = dossierOf(documents, { asOf: more.asOf ?? '2025-10-01' })
  return { duty: dutyOf(dossier), organisation: organisation(dossier, of) }
}

interface Given {
  readonly one?: Data
  readonly of?: string
  readonly covers?: Data
  readonly actions?: readonly Data[]
  readonly asOf?: string
}

const days = (windows: readonly Window[]): readonly string[] => windows.map(({ from }) => from)
const on = (day: string, more: Data = {}): Data => ({ on: day, ...more })

describe('the turns that were due', () => {
  const due = (more: Given = {}) => {
    const { duty: one, organisation: office } = given([], more)
    return told(() => days(dueWindows(one, office)))
  }
  test.each<[string, Given, readonly string[]]>([
    ['are whole and over', {}, halves],
    ['not one that is still open', { asOf: '2025-09-30' }, halves.slice(0, 2)],
    [
      'one still open whose months are over',
      { asOf: '2025-09-01', one: { timing: { months: [6, 12] } } },
      halves,
    ],
    [
      'not one whose month is not over',
      { asOf: '2025-06-15', one: { timing: { months: [6, 12] } } },
      halves.slice(0, 2),
    ],
    [
      'one whose due day of the month is over',
      { asOf: '2025-06-15', one: { timing: { months: [6, 12], dueDay: 10 } } },
      halves,
    ],
    ['none before the duty took effect', { one: { since: '2024-06-01' } }, halves.slice(1)],
    [
      'none that the records do not cover whole',
      { covers: { from: '2024-05-01', to: '2025-03-31' } },
      halves.slice(1, 2),
    ],
    [
      'none in which the duty was suspended',
      { one: { suspended: [{ from: '2024-11-01', until: '2024-11-30' }] } },
      ['2024-04-01', '2025-04-01'],
    ],
    [
      'none in which the office joined the group that owes it',
      {
        one: { performers: ['head'] },
        of: 'n2',
        covers: { from: '2023-04-01', to: '2025-10-01' },
      },
      halves,
    ],
    [
      'all for an office that was always in the group',
      {
        one: { performers: ['head'] },
        of: 'n1',
        covers: { from: '2023-04-01', to: '2025-10-01' },
      },
      ['2023-04-01', '2023-10-01', ...halves],
    ],
    ['none where the duty has no interval', { one: { frequency: 'always' } }, []],
  ])('%s', (_, more, expected) => {
    expect(due(more)).toEqual(expected)
  })
})

describe('what is written of a duty and an organisation in several records', () => {
  const written = (performed: readonly Data[]) => {
    const documents = [
      context(),
      { ...procedure, duties: [duty({ frequency: { every: 'P1M' } })] },
      { kind: 'records', performed },
    ]
    const dossier = dossierOf(documents, { asOf: '2025-10-01' })
    const [one, office] = [dutyOf(dossier), organisation(dossier, 'it')]
    return told(() => ({
      missed: days(missedWindows(one, office)),
      entries: seriesOf(one, office).parts('entries').length,
    }))
  }
  const series = (covers: Data, entries: readonly Data[]): Data => {
    return { duty: 'd', organisation: 'it', covers, entries }
  }
  const day = fc.integer({ min: 1, max: 540 }).map((count) => addDays('2024-04-01' as Day, count))
  test('is read as one where their times follow on one another', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), day, fc.boolean(), (done, cut, turned) => {
        const entries = [...done].sort().map((one) => on(one))
        const whole = series({ from: '2024-04-01', to: '2025-10-01' }, entries)
        const apart = [
          series(
            { from: '2024-04-01', to: addDays(cut, -1) },
            entries.filter((one) => String(one['on']) < cut),
          ),
          series(
            { from: cut, to: '2025-10-01' },
            entries.filter((one) => String(one['on']) >= cut),
          ),
        ]
        expect(written(turned ? apart.reverse() : apart)).toEqual(written([whole]))
      }),
    )
  })
  test('speaks for the later time where there is one between of which nobody tells', () => {
    const early = series({ from: '2024-04-01', to: '2024-06-30' }, [on('2024-04-10')])
    const late = series({ from: '2025-04-01', to: '2025-06-30' }, [on('2025-04-10')])
    expect(written([late, early])).toEqual({ missed: ['2025-05-01', '2025-06-01'], entries: 2 })
  })
})

describe('the turns missed', () => {
  const missed = (...entries: readonly Data[]) => {
    const { duty: one, organisation: office } = given(entries)
    return told(() => days(missedWindows(one, office)))
  }
  test('are those after the last performance, which heals the ones before', () => {
    expect([missed(), missed(on('2024-06-01')), missed(on('2025-06-01'))]).toEqual([
      halves,
      halves.slice(1),
      [],
    ])
  })
  test('a performance that failed heals nothing', () => {
    expect(missed(on('2025-06-01', { outcome: 'failed' }))).toEqual(halves)
  })
  test('one done in part does', () => {
    expect(missed(on('2025-06-01', { outcome: 'partly' }))).toEqual([])
  })
  test('a performance counts for the period it names', () => {
    expect(missed(on('2024-10-08', { period: '2024H1' }))).toEqual(halves.slice(1, 2))
  })
  test('one always done after its turn is not missed before the time for it has come', () => {
    const afterwards = { covers: { from: '2024-04-01', to: '2025-12-31' }, asOf: '2025-12-31' }
    const entries = [on('2025-04-08', { period: '2024H2' })]
    const missedIn = (more: Given) => {
      const { duty: one, organisation: office } = given(entries, more)
      return told(() => days(missedWindows(one, office)))
    }
    expect([missedIn({}), missedIn(afterwards)]).toEqual([[], halves.slice(2)])
  })
  test('one done so in the months named for it waits for the next of them', () => {
    const { duty: one, organisation: office } = given([on('2025-04-08', { period: '2024H2' })], {
      one: { timing: { months: [4, 10] } },
      covers: { from: '2024-04-01', to: '2025-10-20' },
      asOf: '2025-10-20',
    })
    expect(told(() => days(missedWindows(one, office)))).toEqual([])
  })
})

describe('the turns skipped', () => {
  const skipped = (entries: readonly Data[], more: Given = {}) =>
    told(() => {
      const [party] = knownOf(partiesOf(given(entries, more).duty))
      return party && days(skippedWindows(party))
    })
  test('are all in which nothing was done', () => {
    expect(skipped([on('2024-06-01'), on('2025-06-01')])).toEqual(['2024-10-01'])
  })
  test('not those before a measure that has been running since', () => {
    const actions = [
      {
        id: 'a',
        kind: '指摘',
        finding: '点検していない',
        status: 'done',
        history: [{ on: '2025-04-01', status: 'done' }],
        evidence: [
          { id: 'e', kind: 'recurringDuty', duty: 'd', since: '2025-04-01', what: '点検' },
        ],
      },
    ]
    expect(skipped([on('2025-06-01')], { actions })).toEqual([])
  })
  test('are not known where no records speak of the duty', () => {
    const dossier = dossierOf([context(), { ...procedure, duties: [duty({})] }])
    const [party] = knownOf(partiesOf(dutyOf(dossier)))
    expect(party && told(() => days(skippedWindows(party)))).toEqual([
      'records: performed/duty:d/organisation:it?',
    ])
  })
})

describe('the gaps', () => {
  const { duty: one, organisation: office } = given([])
  const due = dueWindows(one, office)
  const done = (...entries: readonly Data[]) => {
    const { duty: other, organisation: its } = given(entries)
    return doneBy(seriesOf(other, its).parts('entries'))
  }
  const gapsOf = (...entries: readonly Data[]) => days(gaps(due, done(...entries)))

  test('none where each turn is done a little late, in the next one', () => {
    expect(gapsOf(on('2024-10-08'), on('2025-04-09'), on('2025-10-01'))).toEqual([])
  })
  test('not the last turn where each is done in the next one, which is not over', () => {
    const late = done(on('2024-10-08'), on('2025-04-09'))
    expect([days(gaps(due, late, '2025-10-01' as Day)), days(gaps(due, late))]).toEqual([
      [],
      ['2024-04-01'],
    ])
  })
  test('none where the first of two in one turn was the one before', () => {
    expect(gapsOf(on('2024-10-08'), on('2025-03-08'), on('2025-06-01'))).toEqual([])
  })
  test('one where both of two in one turn name their period', () => {
    const named = { period: '2024H2' }
    expect(gapsOf(on('2024-10-08', named), on('2025-03-08', named), on('2025-06-01'))).toEqual([
      '2024-04-01',
    ])
  })

  const anyDay = fc
    .integer({ min: 0, max: 547 })
    .map((after): Day => addDays('2024-04-01' as Day, after))
  const anyDone = fc.array(fc.record({ day: anyDay, isNamed: fc.boolean() }), { maxLength: 8 })

  test('are turns that were due, in their order', () => {
    fc.assert(
      fc.property(anyDone, (some) => {
        const found = gaps(due, some)
        expect(found).toEqual(due.filter((window) => found.includes(window)))
      }),
    )
  })
  test('are no turn in which something was done for it by name', () => {
    fc.assert(
      fc.property(anyDone, fc.constantFrom(...due), (some, window) => {
        const named = { day: window.from, isNamed: true }
        expect(gaps([window], [...some, named])).toEqual([])
      }),
    )
  })
  test('are not more for what is done besides by name', () => {
    fc.assert(
      fc.property(anyDone, anyDay, (some, day) => {
        const named = some.map((one) => ({ ...one, isNamed: true }))
        const before = gaps(due, named).length
        expect(gaps(due, [...named, { day, isNamed: true }]).length).toBeLessThanOrEqual(before)
      }),
    )
  })
})

describe('the turns of a duty, those to come among them', () => {
  const states = (entries: readonly Data[], more: Given = {}, until: Day = '2026-12-31' as Day) => {
    const { duty: one, organisation: office } = given(entries, more)
    return turnsOf(one, office, until).map(({ window, state }) => `${window.from} ${state}`)
  }
  test.each<[string, readonly Data[], Given, readonly string[]]>([
    [
      'are done, missed and still open',
      [on('2024-05-01')],
      {},
      [
        '2024-04-01 done',
        '2024-10-01 missed',
        '2025-04-01 missed',
        '2025-10-01 open',
        '2026-04-01 open',
      ],
    ],
    [
      'are passed over where the duty has been done since',
      [on('2025-05-01')],
      {},
      [
        '2024-04-01 passed',
        '2024-10-01 passed',
        '2025-04-01 done',
        '2025-10-01 open',
        '2026-04-01 open',
      ],
    ],
    [
      'are done before they are over',
      [on('2024-05-01'), on('2024-11-01'), on('2025-05-01'), on('2025-10-01')],
      {},
      [
        '2024-04-01 done',
        '2024-10-01 done',
        '2025-04-01 done',
        '2025-10-01 done',
        '2026-04-01 open',
      ],
    ],
    [
      'stay open where what was done may have been for the one before',
      [on('2024-05-01'), on('2024-11-01'), on('2025-10-01')],
      {},
      [
        '2024-04-01 done',
        '2024-10-01 done',
        '2025-04-01 passed',
        '2025-10-01 open',
        '2026-04-01 open',
      ],
    ],
    [
      'are unknown where the records end before them',
      [on('2024-05-01')],
      { covers: { from: '2024-04-01', to: '2024-10-01' } },
      [
        '2024-04-01 done',
        '2024-10-01 unrecorded',
        '2025-04-01 unrecorded',
        '2025-10-01 open',
        '2026-04-01 open',
      ],
    ],
  ])('%s', (_name, entries, more, expected) => {
    expect(states(entries, more).filter((one) => one >= '2024-04-01')).toEqual(expected)
  })

  test('say of what is over what the rules say, whatever was done', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-01-01' as Day, days))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), day, day, (done, asOf, to) => {
        const { duty: one, organisation: office } = given(
          done.map((each) => on(each)),
          {
            asOf,
            covers: { from: '2024-04-01', to },
          },
        )
        const turns = turnsOf(one, office, '2026-12-31' as Day)
        const from = (...wanted: readonly string[]) =>
          turns.filter(({ state }) => wanted.includes(state)).map(({ window }) => window.from)
        expect(from('missed')).toEqual(days(missedWindows(one, office)))
        const due = days(dueWindows(one, office))
        expect(turns.map(({ window }) => window.from)).toEqual(expect.arrayContaining([...due]))
        expect(due).toEqual(expect.arrayContaining(from('missed', 'passed')))
        expect(turns.filter((turn) => turn.state === 'open' && turn.due < asOf)).toEqual([])
        expect(turns.filter((turn) => turn.state === 'unrecorded' && turn.due >= asOf)).toEqual([])
      }),
    )
  })
})

describe('work that is done after its turn', () => {
  const after = { frequency: { every: 'P3M' }, timing: { monthsAfter: 2 } }
  const said = { frequency: { every: 'P3M' }, timing: { text: '翌々月末日までに出す' } }
  const covers = { from: '2025-04-01', to: '2025-10-01' }
  const month = { frequency: { every: 'P1M' }, timing: { monthsAfter: 1, dueDay: 10 } }
  const of = (entries: readonly Data[], one: Data) => {
    const it = given(entries, { one, covers, asOf: '2025-12-15' })
    const [party] = knownOf(partiesOf(it.duty))
    if (!party) throw new Error('no party')
    return {
      due: days(dueWindows(it.duty, it.organisation)),
      missed: days(missedWindows(it.duty, it.organisation)),
      late: days(lateTurns(party)),
    }
  }
  test.each<[string, readonly Data[], Data, unknown]>([
    [
      'is due in the months after it',
      [],
      after,
      { due: ['2025-04-01'], missed: ['2025-04-01'], late: [] },
    ],
    [
      'is in time on the Monday after a Sunday',
      [on('2025-09-01', { period: '2025Q1' })],
      said,
      { due: ['2025-04-01'], missed: [], late: [] },
    ],
    [
      'is for the last turn where it names none',
      [on('2025-09-03')],
      after,
      { due: ['2025-04-01'], missed: [], late: [] },
    ],
    [
      'is late turn by turn',
      [
        on('2025-10-01', { period: '2025-05' }),
        on('2025-07-09', { period: '2025-06' }),
        on('2025-10-01', { period: '2025-08' }),
      ],
      month,
      {
        due: ['2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01', '2025-08-01'],
        missed: [],
        late: ['2025-05-01', '2025-08-01'],
      },
    ],
  ])('%s', (_, entries, one, expected) => {
    expect(of(entries, one)).toEqual(expected)
  })

  test('is not called missed where the months named are those of the next turn', () => {
    const one = { frequency: { every: 'P3M' }, timing: { months: [2, 5, 8, 11] } }
    const entries = [on('2025-08-29', { period: '2025Q1' })]
    expect(of(entries, one)).toEqual({ due: ['2025-04-01'], missed: [], late: [] })
  })
})
