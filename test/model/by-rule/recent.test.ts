import { expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/period.ts'
import { ask, call, dossier, pack, shown } from './town.ts'

const year = parsePeriod('P1Y')

const records = (covers: string, system = 'tax'): string => `
kind: records
system: hoshi/${system}
trainings:
  - organisation: joho
    covers: ${covers}
    entries:
      - { id: old, on: 2025-03-30, kind: general, audience: [], topics: [] }
      - { id: first, on: 2025-03-31, kind: general, audience: [], topics: [], invited: 40, attended: 30 }
      - { id: next, on: 2026-03-31, kind: drill, audience: [], topics: [], coverage: 0.9, invited: 0 }
      - { id: later, on: 2026-04-01, kind: general, audience: [], topics: [] }
`

test('a window begins so long before the day of judgement, ends on it, and knows nothing later', () => {
  const { root } = dossier(pack, records('{ from: 2024-04-01, to: 2026-03-31 }'))
  expect(shown(call('trainingsWithin', root, year))).toEqual(['training:first', 'training:next'])
})

test.each([
  ['begins too late', '{ from: 2025-04-01, to: 2026-03-31 }'],
  ['ends too early', '{ from: 2024-04-01, to: 2026-03-30 }'],
])('a ledger that %s leaves one unknown', (_, covers) => {
  const { root } = dossier(pack, records(covers))
  expect(shown(call('trainingsWithin', root, year))).toEqual([
    'training:first',
    'training:next',
    '?records:trainings',
  ])
})

test('series cover a window together; a gap of one day leaves it open', () => {
  const visits = (second: string): string => `
kind: records
system: hoshi/tax
visits:
  - { covers: { from: 2025-01-01, to: 2025-08-31 }, entries: [] }
  - { covers: { from: ${second}, to: 2026-03-31 }, entries: [] }
`
  const within = (second: string): unknown =>
    shown(call('visitsWithin', dossier(pack, visits(second)).root, year))
  expect(within('2025-09-01')).toEqual([])
  expect(within('2025-09-02')).toEqual(['?records:visits'])
})

test('no ledger at all is unknown', () => {
  const { root } = dossier(pack, 'kind: records\nsystem: hoshi/tax\n')
  expect(shown(call('meetingsWithin', root, year))).toEqual(['?records:meetings'])
})

test('a system is also served by what the whole organisation did, each ledger for its own days', () => {
  const own = records('{ from: 2024-04-01, to: 2026-03-31 }')
  const wide = records('{ from: 2024-04-01, to: 2026-03-31 }', 'organisation')
  const short = records('{ from: 2025-09-01, to: 2026-03-31 }', 'organisation')
  const within = (...texts: readonly string[]): unknown =>
    shown(call('trainingsWithin', dossier(pack, ...texts).root, parsePeriod('P1D')))
  expect(within(own, wide)).toEqual(['training:next', 'training:next'])
  expect(shown(call('trainingsWithin', dossier(pack, own, short).root, year))).toEqual([
    'training:first',
    'training:next',
    'training:first',
    'training:next',
    '?records:trainings',
  ])
})

test('audits of a year, what was explained under a contract before it began and after', () => {
  const { root } = dossier(
    pack,
    `
kind: context
system: hoshi/tax
name: 税
owner: joho
contracts:
  - { id: keep, name: 保守, contractor: firm, from: 2025-04-01, parties: [firm] }
  - { id: print, name: 印刷, contractor: firm, from: 2025-03-31, parties: [firm] }
---
kind: records
system: hoshi/tax
audits:
  - covers: { from: 2024-04-01, to: 2026-03-31 }
    entries:
      - { id: a-24, on: 2024-11-01, kind: internal, auditees: [koseki], auditors: [kansa] }
      - { id: a-25, on: 2025-11-01, auditees: [koseki, joho], auditors: [kansa] }
explanations:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries:
      - { id: x, on: 2025-04-03, contract: keep, to: [firm] }
      - { id: early, on: 2025-03-20, contract: keep, to: [firm] }
`,
  )
  const [closed] = ask(root, 'lastClosedYears') as readonly unknown[]
  expect(closed).toEqual({ from: '2024-04-01', to: '2025-03-31', label: '2024年度' })
  expect(shown(call('auditsIn', root, closed))).toEqual(['audit:a-24'])
  const [contract, print] = ask(root, 'contracts') as readonly unknown[]
  expect(shown(call('explanationsOf', contract))).toEqual([
    'explanationEntry:x',
    'explanationEntry:early',
  ])
  expect(shown(call('explanationsOf', print))).toEqual(['?records:explanations'])
  const [explained] = ask(root, 'explanations') as readonly unknown[]
  expect(ask(explained, 'contract')).toBe(contract)
  expect(ask(explained, 'to')).toEqual(ask(contract, 'parties'))
  expect(shown(ask(root, 'latestAudit'))).toBe('audit:a-25')
})

test('the share of those who came is as stated, else reckoned, else unknown', () => {
  const { root } = dossier(pack, records('{ from: 2024-04-01, to: 2026-03-31 }'))
  const trainings = ask(root, 'trainings') as readonly unknown[]
  const unknown = '?records:trainingSeries:joho/training:old/coverage'
  expect(trainings.map((one) => shown(ask(one, 'coverage')))).toEqual([unknown, 0.75, 0.9])
  expect(trainings.map((one) => shown(ask(one, 'attendance')))).toEqual([
    unknown,
    '40人のうち30人',
    '90%',
  ])
})
