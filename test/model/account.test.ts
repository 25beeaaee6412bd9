import { describe, expect, test } from 'vitest'
import { earlierTwins, holderLeftOn, isOpen } from '../../src/model/account.ts'
import { isListed, seenThings } from '../../src/model/count.ts'
import { entriesOf, ledger } from '../../src/model/record.ts'
import { context, covers, dossierOf, partOf, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const account = (id: string, more: Data = {}): Data => ({
  id,
  kind: 'personal',
  registeredOn: '2024-04-01',
  ...more,
})

function dossierWith(entries: readonly Data[], records: Data = {}, asOf = '2025-10-01') {
  const accounts = [{ organisation: 'n1', covers, entries }]
  return dossierOf([context(), { kind: 'records', accounts, ...records }], { asOf })
}

const moves = (organisation: string, ...entries: readonly Data[]): Data => ({
  rosterChanges: [{ organisation, covers, entries }],
})

describe('the day the holder left', () => {
  const left = (on: string, more: Data = {}): Data => ({
    person: 'a',
    kind: 'transfer',
    on,
    ...more,
  })
  test.each<[string, Data, unknown]>([
    ['is that of the roster', moves('n1', left('2025-04-01', { to: 'south' })), '2025-04-01'],
    ['of a change that names no goal too', moves('n1', left('2025-04-01')), '2025-04-01'],
    ['of an office above', moves('north', left('2025-04-01', { to: 'it' })), '2025-04-01'],
    ['none where nobody left', moves('n1'), undefined],
    ['none where somebody else left', moves('n1', left('2025-04-01', { person: 'b' })), undefined],
    [
      'none where the holder went below',
      moves('n1', left('2025-04-01', { to: 'n1-team' })),
      undefined,
    ],
    [
      'none where the holder came back',
      moves('n1', left('2024-04-01', { to: 'south' }), left('2025-04-01', { to: 'n1' })),
      undefined,
    ],
    [
      'none where somebody was appointed again on the next day, in whatever order it is written',
      moves(
        'n1',
        { person: 'a', kind: 'join', on: '2025-04-01' },
        { person: 'a', kind: 'retire', on: '2025-03-31' },
      ),
      undefined,
    ],
    [
      'none where the holder returned',
      moves(
        'n1',
        { person: 'a', kind: 'leave', on: '2025-04-01' },
        { person: 'a', kind: 'return', on: '2025-09-01' },
      ),
      undefined,
    ],
    [
      'none where the roster of another office sent the holder back',
      {
        rosterChanges: [
          { organisation: 'south', covers, entries: [left('2025-09-01', { to: 'n1' })] },
          { organisation: 'n1', covers, entries: [left('2025-04-01', { to: 'south' })] },
        ],
      },
      undefined,
    ],
    [
      'none where the holder goes and comes on one day',
      moves('n1', { person: 'a', kind: 'join', on: '2025-04-01' }, left('2025-04-01')),
      undefined,
    ],
    [
      'that of the last leaving',
      moves(
        'n1',
        left('2025-09-01'),
        { person: 'a', kind: 'return', on: '2025-06-01' },
        left('2025-04-01'),
      ),
      '2025-09-01',
    ],
    [
      'unknown where the account is younger than the leaving',
      moves('n1', left('2024-03-31')),
      ['records: rosterChanges/organisation:n1/person:a?'],
    ],
    ['none for a day still to come', moves('n1', left('2025-10-02', { to: 'south' })), undefined],
    [
      'unknown where no roster speaks of the office',
      moves('south'),
      ['records: rosterChanges/organisation:n1?'],
    ],
    ['unknown where there is no roster', {}, ['records: rosterChanges/organisation:n1?']],
  ])('%s', (_, records, expected) => {
    const dossier = dossierWith([account('x', { holder: 'a' })], records)
    const one = partOf(entriesOf(dossier, 'accounts'), 'x')
    expect(told(() => holderLeftOn(one))).toEqual(expected)
  })
})

describe('earlier twins', () => {
  const twin = { holder: 'a', rights: '入力' }
  test.each<[string, readonly Data[], readonly string[]]>([
    ['have the same holder', [account('1', twin), account('2', twin)], ['1']],
    ['and the same rights', [account('1', { ...twin, rights: '照会' }), account('2', twin)], []],
    ['and the same kind', [account('1', { ...twin, kind: 'privileged' }), account('2', twin)], []],
    [
      'are still open',
      [account('1', { ...twin, removedOn: '2025-01-01' }), account('2', twin)],
      [],
    ],
    [
      'a day to come has not closed one',
      [account('1', { ...twin, removedOn: '2025-12-01' }), account('2', twin)],
      ['1'],
    ],
    [
      'go by the label without a holder',
      [account('1', { label: 'ＷＥＢ－１' }), account('2', { label: 'WEB-1' })],
      ['1'],
    ],
    ['a holder is not a label', [account('1', { label: 'a' }), account('2', { holder: 'a' })], []],
    [
      'are not in another place',
      [
        account('1', { ...twin, registeredIn: 'ＤＢ１' }),
        account('2', { ...twin, registeredIn: 'DB2' }),
      ],
      [],
    ],
    [
      'are in the same place, whatever its width',
      [
        account('1', { ...twin, kind: 'privileged', registeredIn: 'ＤＢ１' }),
        account('2', { ...twin, kind: 'privileged', registeredIn: 'DB1' }),
      ],
      ['1'],
    ],
    [
      'are unknown where one of two says where it is',
      [account('1', { ...twin, registeredIn: 'DB1' }), account('2', twin)],
      ['records: accountLedger:n1/account:2/registeredIn?'],
    ],
    [
      'are unknown where accounts of machines do not say',
      [
        account('1', { ...twin, kind: 'privileged', registeredIn: 'DB1' }),
        account('2', { ...twin, kind: 'privileged' }),
      ],
      ['records: accountLedger:n1/account:2/registeredIn?'],
    ],
    ['are none without either', [account('1'), account('2')], []],
    ['are those before, not after', [account('2', twin), account('1', twin)], []],
  ])('%s', (_, entries, expected) => {
    const dossier = dossierWith(entries)
    expect(told(() => earlierTwins(partOf(entriesOf(dossier, 'accounts'), '2')))).toEqual(expected)
  })

  test('stand in the ledger of the same office', () => {
    const accounts = ['n1', 'n2'].map((organisation, index) => ({
      organisation,
      covers,
      entries: [account(String(index + 1), twin)],
    }))
    const dossier = dossierOf([context(), { kind: 'records', accounts }])
    expect(told(() => earlierTwins(partOf(entriesOf(dossier, 'accounts'), '2')))).toEqual([])
  })
})

test.each<[string, Data, boolean]>([
  ['is open', {}, true],
  ['is closed once removed', { removedOn: '2025-09-30' }, false],
  ['is closed once disabled', { disabledOn: '2025-09-30' }, false],
  ['is open until then', { removedOn: '2025-10-02' }, true],
])('an account %s', (_, more, expected) => {
  expect(isOpen(partOf(entriesOf(dossierWith([account('x', more)]), 'accounts'), 'x'))).toBe(
    expected,
  )
})

describe('media', () => {
  const medium = (label: string, more: Data = {}): Data => ({
    id: label.normalize('NFKC'),
    label,
    registeredOn: '2024-04-01',
    ...more,
  })
  const media = (...entries: readonly Data[]): Data => ({
    media: [{ organisation: 'n1', covers, entries }],
  })

  test.each<[string, Data, string, boolean]>([
    ['is listed from the day it was registered', media(medium('USB-1')), '2024-04-01', true],
    ['not before', media(medium('USB-1')), '2024-03-31', false],
    ['whatever the width of its label', media(medium('ＵＳＢ－１')), '2025-01-01', true],
    [
      'on the day it was disposed of',
      media(medium('USB-1', { disposedOn: '2025-01-01' })),
      '2025-01-01',
      true,
    ],
    [
      'not after it was disposed of',
      media(medium('USB-1', { disposedOn: '2025-01-01' })),
      '2025-01-02',
      false,
    ],
    [
      'on the day it was lost',
      media(medium('USB-1', { lostOn: '2025-01-01' })),
      '2025-01-01',
      true,
    ],
    ['not under another label', media(medium('USB-10')), '2025-01-01', false],
  ])('a medium %s', (_, records, day, expected) => {
    const dossier = dossierOf([context(), { kind: 'records', ...records }])
    expect(isListed(entriesOf(dossier, 'media'), 'USB-1', day)).toBe(expected)
  })

  const counts = [
    { id: 'c', ledger: 'media', organisation: 'n1', on: '2025-04-01', seen: ['USB-1', 'USB-2'] },
  ]
  const exchanges = [
    { organisation: 'n1', covers, entries: [{ id: 'e', medium: 'ＵＳＢ－１', on: '2025-05-01' }] },
  ]
  test.each<[string, Data, unknown]>([
    [
      'with its exchanges',
      { exchanges },
      [
        ['USB-1', ['e']],
        ['USB-2', []],
      ],
    ],
    [
      'unknown ones where no register covers the office',
      {},
      ['USB-1', 'USB-2'].map((label) => [label, ['records: exchanges/organisation:n1?']]),
    ],
  ])('each medium seen %s', (_, records, expected) => {
    const dossier = dossierOf([context(), { kind: 'records', counts, ...records }])
    const seen = ledger(dossier, 'counts').flatMap(seenThings)
    expect(seen.map((one) => [one.key, told(() => one.field('exchanges'))])).toEqual(expected)
  })
})
