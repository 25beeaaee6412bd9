import { describe, expect, test } from 'vitest'
import { modalityOfDuty, notRelayed } from '../../src/model/notice.ts'
import { leftOut, newDuties } from '../../src/rule/notice-change.ts'
import { context, dossierOf, duty, organisation, partOf, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const notice = {
  kind: 'notice',
  id: 'n',
  issuer: 'it',
  on: '2025-03-14',
  announces: { procedure: 'p', from: '2025-03-31', to: '2025-04-01' },
} as const

function noticeWith(
  more: Data,
  before: readonly Data[] = [duty({})],
  after: readonly Data[] = [duty({ performers: ['head'] })],
) {
  const dossier = dossierOf([
    context(),
    { ...procedure, inForce: { from: '2020-04-01', until: '2025-03-31' }, duties: before },
    { ...procedure, inForce: { from: '2025-04-01' }, duties: after },
    { ...notice, ...more },
  ])
  return { dossier, notice: partOf(dossier.notices, 'n') }
}

describe('addressees that no delivery reaches', () => {
  const delivery = (id: string, to: string, more: Data = {}): Data => ({
    id,
    to,
    on: '2025-03-14',
    state: 'received',
    ...more,
  })
  const statements = [{ id: 's', duty: 'd', addressee: 'head', text: '行うこと' }]
  const desk = delivery('desk', 'north-desk')
  test.each<[string, readonly Data[], readonly string[]]>([
    ['are those of the desk’s bureau', [desk], ['n1', 'n2']],
    ['less those it passed on to', [desk, delivery('x', 'n1')], ['n2']],
    ['less all of a group it passed on to', [desk, delivery('x', 'users')], []],
    [
      'but for those who did not receive it',
      [desk, delivery('x', 'n1', { state: 'notReceived' })],
      ['n1', 'n2'],
    ],
    [
      'a document to the bureau does not arrive in its offices',
      [desk, delivery('x', 'north')],
      ['n1', 'n2'],
    ],
    ['a portal does', [desk, delivery('x', 'north', { means: 'portal' })], []],
    [
      'none where the desk received nothing',
      [delivery('desk', 'north-desk', { state: 'notReceived' })],
      [],
    ],
    ['none where the receiver is an addressee', [delivery('desk', 'n1')], []],
    ['none where the receiver is a group', [delivery('desk', 'users')], []],
    ['none of other bureaus', [delivery('desk', 'south')], []],
  ])('%s', (_, deliveries, expected) => {
    const { notice: one } = noticeWith({ statements, deliveries })
    const first = one.parts('deliveries')[0]
    if (!first) throw new Error('no delivery')
    expect(told(() => notRelayed(one, first))).toEqual(expected)
  })
})

describe('what the changes of a notice lay on an organisation', () => {
  const head = { performers: ['head'] }
  const split = {
    performers: ['manager', 'head'],
    split: [
      { role: 'manager', does: '行う', part: 'perform' },
      { role: 'head', does: '手伝う', part: 'assist' },
    ],
  }
  test.each<[string, readonly Data[], readonly Data[], string, readonly string[]]>([
    ['a duty it did not perform before', [duty({})], [duty(head)], 'n1', ['d']],
    ['an added duty', [], [duty(head)], 'n1', ['d']],
    [
      'a duty done more often',
      [duty({ ...head, frequency: { every: 'P1Y' } })],
      [duty(head)],
      'n1',
      ['d'],
    ],
    ['a duty now binding', [duty({ ...head, modality: 'may' })], [duty(head)], 'n1', ['d']],
    [
      'a duty that got a cycle',
      [duty({ ...head, frequency: 'asNeeded' })],
      [duty(head)],
      'n1',
      ['d'],
    ],
    [
      'nothing where it is done less often',
      [duty(head)],
      [duty({ ...head, frequency: { every: 'P1Y' } })],
      'n1',
      [],
    ],
    ['nothing where nothing changed', [duty(head)], [duty(head)], 'n1', []],
    [
      'nothing where the same cycle is written otherwise',
      [duty({ ...head, frequency: { every: 'P12M' } })],
      [duty({ ...head, frequency: { every: 'P1Y' } })],
      'n1',
      [],
    ],
    ['nothing where another must', [duty({})], [duty({ performers: ['keeper'] })], 'n1', []],
    ['nothing where a duty is gone', [duty(head)], [], 'n1', []],
    ['nothing on the issuer itself', [], [duty({})], 'it', []],
    ['nothing where it only assists', [], [duty(split)], 'n1', []],
    ['only on members of the day', [], [duty(head)], 's1', []],
  ])('%s', (_, before, after, id, expected) => {
    const { dossier, notice: one } = noticeWith({}, before, after)
    expect(told(() => newDuties(one, organisation(dossier, id)))).toEqual(expected)
  })

  test('unknown where the edition before is not in the dossier', () => {
    const dossier = dossierOf([
      context(),
      { ...procedure, inForce: { from: '2025-04-01' }, duties: [duty({})] },
      notice,
    ])
    const one = partOf(dossier.notices, 'n')
    expect(told(() => newDuties(one, organisation(dossier, 'n1')))).toEqual([
      'procedure: procedure:p@2025-03-31?',
    ])
  })
})

describe('letters about one revision, none of them delivered yet', () => {
  /** Whom each letter still has to reach, by the one it is made out to. */
  function notReached(...letters: readonly Data[]): Readonly<Record<string, unknown>> {
    const dossier = dossierOf([
      context(),
      { ...procedure, inForce: { from: '2020-04-01', until: '2025-03-31' } },
      {
        ...procedure,
        inForce: { from: '2025-04-01' },
        duties: [duty({ performers: ['club', 'head'] })],
      },
      ...letters.map((letter) => ({
        ...notice,
        id: `to-${String(letter['to'])}`,
        deliveries: [],
        ...letter,
      })),
    ])
    return Object.fromEntries(dossier.notices.map((one) => [one.key, told(() => leftOut(one))]))
  }

  test('one made out to a group has to reach each of its members', () => {
    expect(notReached({ to: 'users' })).toEqual({ 'to-users': ['n1', 'n2'] })
  })

  test('a member of a group that lists all has to be reached by that letter too', () => {
    expect(notReached({ to: 'users' }, { to: 'n1' })).toEqual({
      'to-users': ['n1', 'n2'],
      'to-n1': ['n1'],
    })
  })

  test('where a group lists only some, those with a letter of their own are not meant', () => {
    expect(notReached({ to: 'clubs' })).toEqual({ 'to-clubs': ['n1'] })
    expect(notReached({ to: 'clubs' }, { to: 'n1' })).toEqual({
      'to-clubs': ['clubs'],
      'to-n1': ['n1'],
    })
    const deliveries = [{ id: 'd', to: 'clubs', on: '2025-03-14', state: 'received' }]
    expect(notReached({ to: 'clubs', deliveries }, { to: 'n1' })).toEqual({
      'to-clubs': [],
      'to-n1': ['n1'],
    })
  })

  test('a letter about something else is no letter about this', () => {
    const announces = { procedure: 'p', from: '2020-04-01', to: '2025-04-01' }
    expect(notReached({ to: 'clubs' }, { to: 'n1', announces })).toMatchObject({
      'to-clubs': ['n1'],
    })
  })
})

test.each<[string, Data, string]>([
  ['must without a word', {}, 'must'],
  ['as the edition announced says', { modality: 'should' }, 'should'],
])('a duty is %s', (_, more, expected) => {
  const statements = [{ id: 's', duty: 'd', addressee: 'head', text: '行うこと' }]
  const { notice: one } = noticeWith({ statements }, [duty({ modality: 'may' })], [duty(more)])
  expect(one.parts('statements').map(modalityOfDuty)).toEqual([expected])
})
