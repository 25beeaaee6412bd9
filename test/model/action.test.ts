import { describe, expect, test } from 'vitest'
import { demandsOf, startedOn, statusOf } from '../../src/model/action.ts'
import { context, dossierOf, duty, partOf, procedure } from './dossier.ts'

type Data = Readonly<Record<string, unknown>>

function actionWith(more: Data, asOf = '2025-10-01') {
  const action = { id: 'a', finding: '行われていない。', status: 'considering', ...more }
  const duties = [duty({}), duty({ id: 'e', frequency: { on: 'device.return' } })]
  const actions = { kind: 'actions', actions: [action] }
  const dossier = dossierOf([context(), { ...procedure, duties }, actions], { asOf })
  return partOf(dossier.actionFiles[0]?.parts('actions') ?? [], 'a')
}

describe('what an action demands', () => {
  test.each<[string, Data, string]>([
    ['is what it states', { demands: 'oneOff', duty: 'd' }, 'oneOff'],
    ['recurs with its duty', { duty: 'd' }, 'recurring'],
    ['is done once where its duty has no cycle', { duty: 'e', requirement: 'ACC-2' }, 'oneOff'],
    ['recurs with its requirement', { requirement: 'ACC-2' }, 'recurring'],
    ['is done once where that does not recur', { requirement: 'PHY-3' }, 'oneOff'],
    ['is done once where it names neither', {}, 'oneOff'],
  ])('%s', (_, more, expected) => {
    expect(demandsOf(actionWith(more))).toBe(expected)
  })
})

describe('the status of an action', () => {
  const history = [
    { on: '2025-04-01', status: 'continuing' },
    { on: '2025-09-01', status: 'done' },
  ]
  test.each<[string, Data, string, string]>([
    ['is the one it is filed under', {}, '2025-10-01', 'considering'],
    ['is that of the last entry', { history }, '2025-10-01', 'done'],
    ['on the very day', { history }, '2025-09-01', 'done'],
    ['not of one to come', { history }, '2025-08-31', 'continuing'],
    ['is the one it is filed under before any entry', { history }, '2025-03-31', 'considering'],
  ])('%s', (_, more, asOf, expected) => {
    expect(statusOf(actionWith(more, asOf))).toBe(expected)
  })

  test.each<[string, Data, string | undefined]>([
    ['as stated', { startedOn: '2025-03-01', history }, '2025-03-01'],
    ['with its first entry', { history }, '2025-04-01'],
    ['on no day that is known', {}, undefined],
  ])('an action began %s', (_, more, expected) => {
    expect(startedOn(actionWith(more))).toBe(expected)
  })
})
