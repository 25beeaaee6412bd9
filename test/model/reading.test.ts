import { describe, expect, test } from 'vitest'
import { openEnd } from '../../src/finding/unknown.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import { dutiesAll } from '../../src/model/procedure.ts'
import { ledger } from '../../src/model/record.ts'
import { context, covers, dossierOf, duty, dutyOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const records = (more: Data): Data => ({ kind: 'records', ...more })
const performed = (...entries: readonly Data[]): Data =>
  records({ performed: [{ duty: 'd', organisation: 'it', covers, entries }] })
const noticeOn = (id: string, on: string): Data => ({
  kind: 'notice',
  id,
  issuer: 'it',
  on,
  announces: { procedure: 'p', from: '2025-03-31', to: '2025-04-01' },
})
const own = { ...procedure, duties: [duty({})] }

describe('what nobody wrote down', () => {
  const entry = (dossier: Dossier) => ledger(dossier, 'performed')[0]?.parts('entries')[0]
  test.each<[string, readonly Data[], (dossier: Dossier) => unknown, unknown]>([
    ['is not so in a procedure', [own], (dossier) => dutyOf(dossier).field('record'), undefined],
    ['a list of it is empty', [own], (dossier) => dutyOf(dossier).field('steps'), []],
    [
      'is not so in a duty of one that is not copied whole',
      [{ ...own, complete: false }],
      (dossier) => dutyOf(dossier).field('record'),
      undefined,
    ],
    [
      'leaves the lists of one that is not copied whole open',
      [{ ...own, complete: false }],
      (dossier) => dossier.procedures.map((one) => one.field('chains')),
      [[['procedure: chains?']]],
    ],
    [
      'leaves a list open that is written',
      [{ ...own, complete: false, duties: [] }],
      (dossier) => dossier.procedures.map(dutiesAll),
      [[['procedure: duties?', 'procedure: documents?']]],
    ],
    [
      'leaves the lists open for requirements for which it is not copied',
      [{ ...own, complete: ['ACC-2'], duties: [] }],
      (dossier) =>
        [null, 'PHY-3', 'ACC-2'].map((key) =>
          dossier.readFor(key).procedures.map((one) => openEnd(one.list('duties'))?.missing),
        ),
      [
        [[{ kind: 'procedure', path: 'duties' }]],
        [[{ kind: 'procedure', path: 'duties' }]],
        [undefined],
      ],
    ],
    [
      'is unknown in a context',
      [context()],
      (dossier) => dossier.context.field('contracts'),
      ['context: contracts?'],
    ],
    [
      'is none where the context says so',
      [context({ contracts: [] })],
      (dossier) => dossier.context.field('contracts'),
      [],
    ],
    [
      'is unknown without a context',
      [own],
      (dossier) => dossier.context,
      ['context: town/system?'],
    ],
    [
      'is unknown without a procedure',
      [context()],
      (dossier) => dossier.procedures,
      ['procedure: town/system?'],
    ],
    [
      'is none where the context says there is no procedure',
      [context({ procedure: 'none' })],
      (dossier) => dossier.procedures,
      [],
    ],
    [
      'was not done, in an entry of a series',
      [context(), own, performed({ on: '2025-06-01' })],
      (dossier) => entry(dossier)?.field('confirmedOn'),
      undefined,
    ],
    [
      'is unknown without the series',
      [context(), own, records({})],
      (dossier) => ledger(dossier, 'performed'),
      ['records: performed?'],
    ],
  ])('%s', (_, documents, read, expected) => {
    expect(told(() => read(dossierOf(documents)))).toEqual(expected)
  })
})

describe('what is later than the day of judgement does not exist', () => {
  test.each<[string, readonly Data[], (dossier: Dossier) => unknown, unknown]>([
    [
      'an entry',
      [
        own,
        performed(
          { id: 'a', on: '2025-09-30' },
          { id: 'b', on: '2025-10-01' },
          { id: 'c', on: '2025-10-02' },
        ),
      ],
      (dossier) => ledger(dossier, 'performed')[0]?.parts('entries'),
      ['a', 'b'],
    ],
    [
      'a day something happened',
      [
        own,
        performed({
          id: 'a',
          on: '2025-09-30',
          reportedOn: '2025-10-01',
          confirmedOn: '2025-10-02',
        }),
      ],
      (dossier) =>
        ledger(dossier, 'performed').flatMap((one) =>
          one.parts('entries').map((each) => [each.text('reportedOn'), each.text('confirmedOn')]),
        ),
      [['2025-10-01', undefined]],
    ],
    [
      'a notice',
      [own, noticeOn('a', '2025-10-01'), noticeOn('b', '2025-10-02')],
      (dossier) => dossier.notices,
      ['a'],
    ],
    [
      'an edition not yet in force',
      [
        { ...procedure, id: 'p', inForce: { from: '2020-04-01', until: '2025-10-01' } },
        { ...procedure, id: 'q', inForce: { from: '2025-10-02' } },
      ],
      (dossier) => dossier.procedures,
      ['p'],
    ],
    [
      'a variant beside another',
      [procedure, { ...procedure, id: 'q', variant: '分館版' }],
      (dossier) => dossier.procedures,
      ['p', 'q'],
    ],
  ])('%s', (_, documents, read, expected) => {
    expect(told(() => read(dossierOf(documents)))).toEqual(expected)
  })
})

test('an unknown is remembered: asked again, it is unknown again', () => {
  const dossier = dossierOf([context()])
  const first = told(() => dossier.context.field('contracts'))
  expect(told(() => dossier.context.field('contracts'))).toEqual(first)
})
