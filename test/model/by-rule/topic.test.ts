import { expect, test } from 'vitest'
import { ask, call, documentsOf, dossier, shown } from './town.ts'

const standard = `
kind: standard
id: hoshi
name: 星町の基準
editions: [{ id: '1', from: 2020-04-01 }]
requirements:
  - { key: PHY-2, title: 端末, subject: [], text: 端末を守る。, level: system }
documents:
  - { id: shelf, title: 文書規程, kind: rule, read: false, covers: [evidence] }
topics:
  - { id: theft, title: 盗難, requirement: PHY-2, level: system, when: { traits: [terminal] }, states: [place, lock], severity: error, why: 盗まれる。 }
  - { id: storage, title: 保存, requirement: PHY-2, level: system, when: { traits: [terminal] }, enforcedBy: [block], severity: info, why: 残る。 }
  - { id: evidence, title: 書類, requirement: PHY-2, level: system, severity: warning, why: 紛れる。 }
  - { id: desk, title: 窓口, requirement: PHY-2, level: organisation, severity: warning, why: 困る。 }
trainingTopics:
  - { id: everyone, title: 務め, requirement: PHY-2, every: P1Y, severity: warning, why: 要る。 }
  - { id: handlers, title: 端末, requirement: PHY-2, when: { traits: [terminal] }, every: P2Y, severity: warning, why: 要る。 }
`

const context = (more: string, system = 'tax'): string => `
kind: context
system: hoshi/${system}
name: 税
owner: joho
${more}
`

const procedure = (provisions: string, more = ''): string => `
kind: procedure
system: hoshi/tax
id: tax
title: 税の手順
standard: { pack: hoshi, edition: '1' }
inForce: { from: 2020-04-01 }
roles: []
duties: []
${more}
provisions: ${provisions}
`

const terminal = 'traits: []\ndevices: [{ id: pc, kind: pc, count: 3, traits: [terminal] }]'

function topics(...texts: readonly string[]): readonly unknown[] {
  return ask(dossier(standard, ...texts).root, 'topics') as readonly unknown[]
}

function provided(...texts: readonly string[]): Readonly<Record<string, unknown>> {
  const { root } = dossier(standard, ...texts)
  const all = ask(root, 'topics') as readonly unknown[]
  return Object.fromEntries(
    all.map((topic) => [shown(topic), shown(call('provides', root, topic))]),
  ) as Readonly<Record<string, unknown>>
}

test('a topic is due where the system or one of its devices has the trait', () => {
  expect(shown(topics(context('traits: []')))).toEqual(['topic:evidence'])
  const all = ['topic:theft', 'topic:storage', 'topic:evidence']
  expect(shown(topics(context('traits: [terminal]')))).toEqual(all)
  expect(shown(topics(context(terminal)))).toEqual(all)
  expect(shown(topics(context('devices: []')))).toEqual([
    '?context:traits',
    '?context:traits',
    'topic:evidence',
  ])
})

test('what everybody must know is asked of the whole organisation, what a trait calls for of the system', () => {
  const taught = (text: string): unknown =>
    shown(ask(dossier(standard, text).root, 'trainingTopics'))
  expect(taught(context(terminal))).toEqual(['trainingTopic:handlers'])
  expect(taught(context('traits: []'))).toEqual([])
  expect(taught(context(terminal, 'organisation'))).toEqual([
    'trainingTopic:everyone',
    'trainingTopic:handlers',
  ])
})

test('provisions state all points of a topic together, or a control in force makes them needless', () => {
  const enforced = 'enforced: []'
  const one = '[{ id: p, requirement: PHY-2, topic: theft, text: 置く。, states: [place] }]'
  const both = `
  - { id: p, requirement: PHY-2, topic: theft, text: 置く。, states: [place] }
  - { id: q, requirement: PHY-2, topic: theft, text: 掛ける。, states: [lock] }`
  const unread = '?standard:documents/shelf'
  expect(provided(context(`${terminal}\n${enforced}`), procedure(one))).toEqual({
    'topic:theft': false,
    'topic:storage': false,
    'topic:evidence': unread,
  })
  const blocked = `traits: [terminal]\nenforced: []\ndevices: [{ id: pc, kind: pc, count: 3, enforces: [block] }]`
  expect(provided(context(blocked), procedure(both))).toEqual({
    'topic:theft': true,
    'topic:storage': true,
    'topic:evidence': unread,
  })
})

test('a control makes a topic needless where every device has it that calls for the topic', () => {
  const devices = (second: string): string => `traits: []
enforced: []
devices:
  - { id: desk, kind: pc, count: 3, traits: [terminal], enforces: [block] }
  - { id: counter, kind: pc, count: 1, traits: [terminal]${second} }
  - { id: server, kind: pc, count: 1, traits: [], enforces: [] }`
  const storage = (second: string): unknown =>
    provided(context(devices(second)), procedure('[]'))['topic:storage']
  expect(storage(', enforces: [block]')).toBe(true)
  expect(storage(', enforces: []')).toBe(false)
})

test('whether a control is in force is unknown where nobody wrote it down', () => {
  expect(provided(context(terminal), procedure('[]'))['topic:storage']).toBe('?context:enforced')
})

test('a procedure that was not copied whole leaves unknown what it does not state', () => {
  expect(
    provided(context(`${terminal}\nenforced: []`), procedure('[]', 'complete: false')),
  ).toEqual({
    'topic:theft': '?procedure:provisions',
    'topic:storage': '?procedure:provisions',
    'topic:evidence': '?procedure:provisions',
  })
})

test('a provision of the whole organisation is inherited; a system without any procedure provides nothing', () => {
  const wide = procedure(
    '[{ id: p, requirement: PHY-2, topic: evidence, text: 綴じる。, states: [] }]',
  ).replace('hoshi/tax', 'hoshi/organisation')
  const none = context('traits: []\nprocedure: none')
  expect(provided(none, context('traits: []', 'organisation'), wide)).toEqual({
    'topic:evidence': true,
  })
  expect(provided(none)).toEqual({ 'topic:evidence': '?standard:documents/shelf' })
})

test('a finding may stand at the device that calls for a topic', () => {
  const { root } = dossier(standard, context(terminal))
  const [theft] = ask(root, 'topics') as readonly unknown[]
  expect(shown(call('calledForBy', root, theft))).toEqual(['device:pc'])
})

test('a provision may only name a topic of the packs', () => {
  expect(() =>
    dossier(
      standard,
      context('traits: []'),
      procedure('[{ id: p, requirement: PHY-2, topic: thaft, text: 置く。 }]'),
    ),
  ).toThrow('「主題」の「thaft」は、対策基準パックの語彙「topics」にありません。')
  expect(documentsOf(standard)).toHaveLength(1)
})
