import { describe, expect, test } from 'vitest'
import { statesPoint } from '../../src/model/topic.ts'
import type { Part } from '../../src/model/part.ts'
import { context, dossierOf, duty, procedure, told } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

const pack = {
  vocabularies: {
    points: [
      { id: 'review.roster', name: '突き合わせる名簿' },
      {
        id: 'review.record',
        name: '記録',
        statedIn: [{ list: 'duties', activity: 'account.review', field: 'record' }],
      },
      {
        id: 'review.cycle',
        name: '間隔',
        statedIn: [{ list: 'duties', activity: 'account.review', field: 'frequency.every' }],
      },
      {
        id: 'review.approver',
        name: '承認する者',
        statedIn: [{ list: 'duties', activity: 'account.review', step: 'approve' }],
      },
      {
        id: 'review.deadline',
        name: '期限',
        statedIn: [{ list: 'duties', field: 'steps.within' }],
      },
      { id: 'log.retention', name: '保管期間', statedIn: [{ list: 'logs', field: 'retention' }] },
      {
        id: 'contact',
        name: '連絡先',
        statedIn: [{ list: 'chains' }, { list: 'passwords', field: 'minLength' }],
      },
    ],
  },
}

/** A procedure with a duty, and what else is written in it. */
function procedureWith(one: Data, more: Data = {}): Part {
  const dossier = dossierOf([context(), { ...procedure, duties: [duty(one)], ...more }], { pack })
  const [found] = dossier.procedures
  if (!found) throw new Error('no procedure')
  return found
}

const provision = (...states: readonly string[]): Data => ({
  provisions: [{ id: 'r', requirement: 'ACC-2', text: '定め', states }],
})
const chain = { id: 'c', triggers: ['failure'], firstReporter: 'it', edges: [] }
const step = (more: Data = {}): Data => ({ steps: [{ by: 'manager', does: 'approve', ...more }] })

describe('a point is stated', () => {
  test.each<[string, string, Data, Data, boolean]>([
    ['by a provision that says so', 'review.roster', {}, provision('review.roster'), true],
    ['by a duty that says so', 'review.roster', { states: ['review.roster'] }, {}, true],
    ['not by one that states another', 'review.roster', {}, provision('review.record'), false],
    [
      'where nothing else can state it, by nothing else',
      'review.roster',
      { record: '名簿' },
      {},
      false,
    ],
    ['by the key where it stands', 'review.record', { record: '点検票' }, {}, true],
    ['not without that key', 'review.record', {}, {}, false],
    [
      'not in a duty of another kind',
      'review.record',
      { activity: 'log.analyse', record: '点検票' },
      {},
      false,
    ],
    ['by a key within a key', 'review.cycle', {}, {}, true],
    ['not where that key holds another', 'review.cycle', { frequency: 'always' }, {}, false],
    ['by a step', 'review.approver', step(), {}, true],
    ['not by another step', 'review.approver', step({ does: 'set' }), {}, false],
    ['by a key of one of a list', 'review.deadline', step({ within: 'P7D' }), {}, true],
    ['not where none of the list has it', 'review.deadline', step(), {}, false],
    [
      'in a list of the procedure',
      'log.retention',
      {},
      { logs: [{ id: 'l', kind: 'access', retention: 'P1Y' }] },
      true,
    ],
    [
      'not where the element says nothing of it',
      'log.retention',
      {},
      { logs: [{ id: 'l', kind: 'access' }] },
      false,
    ],
    ['by an element alone where no key is named', 'contact', {}, { chains: [chain] }, true],
    ['in any of its places', 'contact', {}, { passwords: [{ id: 'p', minLength: 8 }] }, true],
    ['in none of them', 'contact', {}, { passwords: [{ id: 'p' }] }, false],
    ['not where nobody knows the point', 'unheard.of', {}, {}, false],
  ])('%s', (_, point, one, more, expected) => {
    expect(told(() => statesPoint(procedureWith(one, more), point))).toBe(expected)
  })
})

describe('where a text was copied in part', () => {
  const open = { complete: false }
  test('what is found is stated', () => {
    const found = procedureWith({ record: '点検票' }, open)
    expect(told(() => statesPoint(found, 'review.record'))).toBe(true)
  })
  test('what is not found may be stated in what was not copied', () => {
    const found = procedureWith({}, open)
    expect(told(() => statesPoint(found, 'review.roster'))).toEqual([
      'procedure: provisions?',
      'procedure: documents?',
      'procedure: duties?',
    ])
  })
})
