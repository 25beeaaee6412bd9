import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisonsOf, nameOfCount } from '../../src/model/comparison.ts'
import { isKept, isLent, unseenThings } from '../../src/model/count.ts'
import { otherwiseOf, personsOf, recordedOf } from '../../src/model/performance.ts'
import { Part } from '../../src/model/part.ts'
import { entriesOf, ledger } from '../../src/model/record.ts'
import { context, covers, dossierOf, duty, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const usb = (label: string, more: Data = {}): Data => ({
  label,
  kind: 'USBメモリ',
  registeredOn: '2024-04-01',
  location: '金庫',
  ...more,
})
const count = (seen: readonly string[], more: Data = {}): Data => ({
  id: 'c',
  ledger: 'media',
  organisation: 'n1',
  on: '2025-06-01',
  seen,
  ...more,
})

function dossierWith(media: readonly Data[], counts: readonly Data[], of = 'n1') {
  const records = { kind: 'records', media: [{ organisation: of, covers, entries: media }], counts }
  return dossierOf([context(), records])
}

describe('what a count should have seen', () => {
  const unseen = (media: readonly Data[], counts: readonly Data[], of?: string) => {
    const [first] = ledger(dossierWith(media, counts, of), 'counts')
    return first && told(() => unseenThings(first))
  }
  test.each<[string, readonly Data[], readonly Data[], unknown]>([
    [
      'is on the ledger and was not there',
      [usb('USB-1'), usb('USB-2')],
      [count(['USB-1'])],
      ['USB-2'],
    ],
    ['not what goes by another writing of its label', [usb('USB-1')], [count(['ＵＳＢ－１'])], []],
    ['nor by its id', [usb('USB-1', { id: 'u1' })], [count(['u1'])], []],
    [
      'not what was registered later',
      [usb('USB-1', { registeredOn: '2025-06-02' })],
      [count([])],
      [],
    ],
    ['not what was gone by then', [usb('USB-1', { disposedOn: '2025-06-01' })], [count([])], []],
    [
      'nor what has been taken off since',
      [usb('USB-1', { disposedOn: '2025-07-01' })],
      [count([])],
      [],
    ],
    ['not what was lent out', [usb('USB-1', { lentTo: '北第二課' })], [count([])], []],
    [
      'but what was back',
      [usb('USB-1', { lentTo: '北第二課', returnedOn: '2025-05-31' })],
      [count([])],
      ['USB-1'],
    ],
    [
      'not what a later count looked for',
      [usb('USB-1')],
      [count([]), count([], { id: 'later', on: '2025-07-01' })],
      [],
    ],
    [
      'but where the later one was elsewhere',
      [usb('USB-1')],
      [count([]), count([], { id: 'later', on: '2025-07-01', organisation: 's1' })],
      ['USB-1'],
    ],
    [
      'not what another office has',
      [usb('USB-1')],
      [count([], { organisation: 'n2' })],
      ['records: media/organisation:n2?'],
    ],
  ])('%s', (_, media, counts, expected) => {
    expect(unseen(media, counts)).toEqual(expected)
  })
  test('of a bureau is what its offices have', () => {
    expect(unseen([usb('USB-1')], [count([], { organisation: 'north' })])).toEqual(['USB-1'])
  })
  test('of an office is not what the bureau above it holds', () => {
    expect(unseen([usb('USB-1')], [count([])], 'north')).toEqual([])
  })

  test('is all that is kept there and was not seen, whatever was', () => {
    const labels = ['USB-1', 'USB-2', 'USB-3', 'USB-4']
    fc.assert(
      fc.property(fc.subarray(labels), fc.subarray(labels), (kept, seen) => {
        expect(
          unseen(
            kept.map((label) => usb(label)),
            [count(seen)],
          ),
        ).toEqual(kept.filter((label) => !seen.includes(label)))
      }),
    )
  })
})

describe('a thing on a ledger', () => {
  const only = (more: Data) => {
    const [thing] = entriesOf(dossierWith([usb('USB-1', more)], []), 'media')
    if (!thing) throw new Error('no thing')
    return thing
  }
  test('is kept from the day it is registered to the day before it goes', () => {
    const thing = only({ disposedOn: '2025-06-01' })
    const days = ['2024-03-31', '2024-04-01', '2025-05-31', '2025-06-01']
    expect(days.map((day) => isKept(thing, day))).toEqual([false, true, true, false])
  })
  test('is out until the day it is back', () => {
    const thing = only({ lentTo: '北第二課', returnedOn: '2025-06-01' })
    expect(['2025-05-31', '2025-06-01'].map((day) => isLent(thing, day))).toEqual([true, false])
  })
})

test.each<[string, Data]>([
  ['2025年6月1日の突き合わせ', {}],
  ['2025年6月1日の突き合わせ（検証委員会による）', { by: '検証委員会' }],
  ['突き合わせ（2025年5月の分）', { on: undefined, during: during('2025-05-01', '2025-05-31') }],
  [
    '2025年6月1日の突き合わせ（監査委員による、2024年度の分）',
    { by: '監査委員', during: during('2024-04-01', '2025-03-31') },
  ],
])('a count is called %s', (name, more) => {
  const [first] = ledger(dossierWith([], [count([], more)]), 'counts')
  expect(first && nameOfCount(first)).toBe(name)
})

describe('what several entries tell of one time', () => {
  const year = during('2024-04-01', '2025-03-31')
  const by = (more: Data): Data => ({ during: year, unit: '回', ...more })
  const said = (entries: readonly Data[]) => {
    const series = { duty: 'd', organisation: 'n1', covers, entries }
    const laidDown = { ...procedure, duties: [duty({})] }
    const dossier = dossierOf([context(), laidDown, { kind: 'records', performed: [series] }])
    const [first] = ledger(dossier, 'performed').flatMap((one) => one.parts('entries'))
    return first && [personsOf(first), otherwiseOf(first)]
  }
  test.each<[string, readonly Data[], readonly string[]]>([
    [
      'adds up',
      [by({ done: 212, persons: 1, otherwise: 212 }), by({ done: 640, persons: 2 })],
      ['852回のうち212回を1人で', '852回のうち212回'],
    ],
    [
      'but not with another unit or another time',
      [
        by({ done: 5, persons: 1, otherwise: 2 }),
        by({ done: 7, unit: '台' }),
        by({ done: 9, during: during('2025-04-01', '2025-04-30') }),
      ],
      ['5回のうち5回を1人で', '5回のうち2回'],
    ],
    [
      'is not known where one was not counted',
      [by({ done: 212, persons: 1, otherwise: 3 }), by({ persons: 2 })],
      ['212回を1人で', '3回'],
    ],
    ['nor of a day', [{ on: '2025-05-12', persons: 1 }], ['1人で', '0件']],
  ])('%s', (_, entries, words) => {
    expect(said(entries)).toEqual(words)
  })
})

describe('how many of those done are recorded', () => {
  test.each<[string, Data, string]>([
    [
      'of all to be done, where some were not',
      { asked: 23, done: 12 },
      '23台のうち9台（行ったものは12台）',
    ],
    ['of those done, where all were', { asked: 12, done: 12 }, '12台のうち9台'],
    ['of those to be done, where nobody counted', { asked: 23 }, '23台のうち9台'],
  ])('%s', (_, more, expected) => {
    const entry = { on: '2025-06-12', recorded: 9, unit: '台', ...more }
    const series = { duty: 'd', organisation: 'it', covers, entries: [entry] }
    const laidDown = { ...procedure, duties: [duty({})] }
    const dossier = dossierOf([context(), laidDown, { kind: 'records', performed: [series] }])
    const entries = ledger(dossier, 'performed').flatMap((one) => one.parts('entries'))
    expect(entries.map(recordedOf)).toEqual([expected])
  })
})

function during(from: string, to: string): Data {
  return { from, to }
}

test('what was counted in no pieces is told in the unit that is written', () => {
  const records = [
    { record: '障害票', number: 192 },
    { record: '月次の報告書', number: 30 },
  ]
  const toldOf = (more: Data) => {
    const [first] = ledger(
      dossierWith([], [count([], { ledger: undefined, records, ...more })]),
      'counts',
    )
    return (first ? comparisonsOf(first) : []).map((gap) =>
      gap instanceof Part
        ? ['firstNumber', 'secondNumber', 'by'].map((name) => gap.field(name))
        : gap,
    )
  }
  expect([toldOf({ unit: '分' }), toldOf({})]).toEqual([
    [['192分', '30分', '162分']],
    [['192件', '30件', '162件']],
  ])
})
