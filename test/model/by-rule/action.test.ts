import { expect, test } from 'vitest'
import { ask, dossier, pack, shown } from './town.ts'

const action = (more: string): string => `
kind: actions
system: hoshi/tax
actions:
  - id: a
    finding: 点検されていない。
    status: considering
${more}
`

const history = `
    history:
      - on: 2025-06-01
        status: continuing
        next: { what: 計画, due: 2025-12-31 }
        evidence: [{ id: plan, kind: plan, what: 計画 }]
      - on: 2025-12-01
        status: done
        evidence: [{ id: duty, kind: recurringDuty, what: 点検, demand: do, audience: allStaff }]
      - { on: 2026-12-01, status: done, evidence: [{ id: later, kind: technical, what: 自動化 }] }`

function only(more: string): unknown {
  const [found] = ask(dossier(pack, action(more)).root, 'actions') as readonly unknown[]
  return found
}

test('the evidence is that of the last entry on or before the day, and what is filed for the whole', () => {
  const whole = `
    evidence:
      - { id: law, kind: document, what: 改正, since: 2025-04-01 }
      - { id: coming, kind: technical, what: 導入, since: 2027-04-01 }`
  expect(shown(ask(only(history), 'evidence'))).toEqual(['evidence:duty'])
  expect(shown(ask(only(history + whole), 'evidence'))).toEqual(['evidence:law', 'evidence:duty'])
  expect(shown(ask(only(''), 'evidence'))).toBe('?actions:action:a/evidence')
})

test('what comes next is what the last entry says', () => {
  const whole = '\n    next: { what: 報告 }'
  expect(ask(only(history + whole), 'next')).toBe(undefined)
  expect(ask(only(whole), 'next', 'what')).toBe('報告')
  expect(ask(only(whole), 'next', 'due')).toBe(undefined)
  expect(ask(only(''), 'next')).toBe(undefined)
})

test('an evidence names the demand it answers and whom it reaches', () => {
  const [duty] = ask(only(history), 'evidence') as readonly unknown[]
  expect(['demand', 'audience', 'lasting', 'inPlace'].map((name) => ask(duty, name))).toEqual([
    'do',
    'allStaff',
    true,
    true,
  ])
})

test('a notice that announces no revision changes nothing', () => {
  const { root } = dossier(
    pack,
    `
kind: notice
system: hoshi/tax
id: n
issuer: joho
on: 2025-07-10
occasion: incident
reference: wrong-mail
audience: allStaff
statements: []
`,
  )
  const [notice] = ask(root, 'notices') as readonly unknown[]
  expect(
    ['occasion', 'reference', 'audience', 'announces'].map((name) => ask(notice, name)),
  ).toEqual(['incident', 'wrong-mail', 'allStaff', undefined])
})
