import { expect, test } from 'vitest'
import { ask, call, shown, standardOf, today } from './town.ts'
import { domainFunctions } from '../../../src/rule/function/index.ts'
import { languageOf } from '../../../src/rule/language.ts'

const base = `
kind: standard
id: base
name: 土台
editions: [{ id: '1', from: 2020-04-01 }]
requirements:
  - { key: ACC-2, title: 点検, subject: [], text: 点検する。, level: system, needs: [level, cycle] }
  - { key: LOG-1, title: 記録, subject: [], text: 記録する。, level: system }
  - { key: TLW-1, title: 在宅, subject: [], text: 定める。, level: system }
bodyKinds:
  - { id: csirt, name: CSIRT, meets: true, needsExpertise: true, leads: false, functions: [it] }
placeKinds:
  - { id: office, name: 執務室 }
  - { id: server, name: サーバ室, mayContain: [rack], visitedBy: [manager] }
checklists:
  - { id: server, placeKind: server, items: [{ id: locked, requirement: ACC-2, severity: error, text: 施錠 }] }
guidelines:
  - id: mic
    name: 国のガイドライン
    editions:
      - { id: r7, on: 2025-03-28 }
      - { id: r4, on: 2022-03-25 }
      - { id: r6, on: 2024-10-02 }
      - { id: r9, on: 2027-03-01 }
parameters:
  mustLock: { type: words, vocabulary: things, value: [media], title: 鍵 }
vocabularies:
  things: [{ id: media, name: 媒体 }, { id: rack, name: ラック }]
  audiences:
    - { id: allStaff, name: 全職員, includes: [heads] }
    - { id: heads, name: 課長, includes: [chiefs] }
    - { id: chiefs, name: 部長 }
    - { id: council, name: 議員 }
`

const own = (edition: string): string => `
kind: standard
id: hoshi
name: 星町
extends: base
absent: [TLW-1]
documents:
  - { id: levels, title: 水準書, kind: manual, read: false }
bodyKinds:
  - { id: csirt, name: 星CSIRT, meets: false, needsExpertise: true, leads: false, functions: [it, pr] }
editions:
  - id: '1'
    from: 2020-04-01
    ${edition}
parameters:
  mustLock: { type: words, vocabulary: things, value: [media, rack], title: 鍵, rationale: 広い }
clauses:
  - { id: a, requirement: ACC-2, text: 点検する。, quoted: 架空, subject: manager, force: must, gives: [level] }
  - { id: b, requirement: ACC-2, text: 点検する。, quoted: 架空, subject: manager, force: must, gives: [], givenIn: 水準書 }
  - { id: c, requirement: ACC-2, text: 点検する。, quoted: 架空, subject: manager, force: must }
`

test('lists are merged over packs, the nearest wins by id, and their ids are words', () => {
  const { root, vocabularies } = standardOf(base, own('absent: []'))
  const kinds = ask(root, 'bodyKinds') as readonly unknown[]
  expect(kinds.map((one) => [ask(one, 'name'), ask(one, 'functions')])).toEqual([
    ['星CSIRT', ['it', 'pr']],
  ])
  const words = (name: string): unknown =>
    [...(vocabularies.get(name)?.values() ?? [])].map(({ id, name }) => [id, name])
  expect(words('bodyKinds')).toEqual([['csirt', '星CSIRT']])
  expect(words('placeKinds')).toEqual([
    ['office', '執務室'],
    ['server', 'サーバ室'],
  ])
  expect(words('checkItems')).toEqual([['locked', '施錠']])
})

test('a kind of place that sets no limit states none', () => {
  const [office, server] = ask(standardOf(base).root, 'placeKinds') as readonly unknown[]
  expect([ask(office, 'mayContain'), ask(office, 'visitedBy')]).toEqual([undefined, []])
  expect([ask(server, 'mayContain'), ask(server, 'visitedBy')]).toEqual([['rack'], ['manager']])
})

test('a requirement is adopted by a clause, not where it is said to be absent, else unknown', () => {
  const { root } = standardOf(base, own('absent: [ACC-2]'))
  const adopted = (ask(root, 'requirements') as readonly unknown[]).map((one) => [
    shown(one),
    shown(ask(one, 'adopted')),
  ])
  expect(adopted).toEqual([
    ['requirement:ACC-2', true],
    ['requirement:LOG-1', '?standard:clauses/requirement:LOG-1'],
    ['requirement:TLW-1', false],
  ])
  expect(ask(root, 'absent')).toEqual(['TLW-1'])
  expect([...standardOf(base, own('absent: [LOG-1]')).absent]).toEqual(['TLW-1', 'LOG-1'])
})

test('a clause gives what it says; what an unread document gives is unknown', () => {
  const clauses = ask(standardOf(base, own('absent: []')).root, 'clauses') as readonly unknown[]
  expect(clauses.map((clause) => [ask(clause, 'needs'), shown(ask(clause, 'gives'))])).toEqual([
    [['level', 'cycle'], ['level']],
    [['level', 'cycle'], ['?standard:documents/levels']],
    [['level', 'cycle'], '?standard:clause:c/gives'],
  ])
})

test('newer editions of the guideline are those issued after the one it is based on, up to the day', () => {
  const newer = (edition: string): unknown =>
    shown(ask(standardOf(base, own(edition)).root, 'newerGuidelines'))
  expect(newer('basedOn: { guideline: mic, edition: r4 }')).toEqual([
    'guidelineEdition:r6',
    'guidelineEdition:r7',
  ])
  expect(newer('basedOn: { guideline: 国のガイドライン, edition: r7 }')).toEqual([])
  expect(newer('basedOn: { guideline: mic, edition: r1 }')).toBe('?standard:guidelines/mic/r1')
  expect(newer('absent: []')).toBe('?standard:edition:1/basedOn')
})

test('a parameter may be a list of words', () => {
  const standard = standardOf(base, own('absent: []'))
  expect(standard.parameters.get('mustLock')).toMatchObject({
    type: 'words',
    value: ['media', 'rack'],
  })
  const { types } = languageOf(standard, { day: today })
  expect(types.get('Params')?.fields.get('mustLock')?.type).toEqual({
    kind: 'list',
    of: { kind: 'word', vocabulary: 'things', words: new Set(['media', 'rack']) },
  })
})

test('an audience covers those it includes, over any number of steps', () => {
  const { vocabularies } = standardOf(base)
  const covers = domainFunctions(() => today, vocabularies).find(
    ({ name }) => name === 'audienceCovers',
  )?.apply as unknown as (given: readonly string[], wanted: string) => boolean
  expect([
    covers(['allStaff'], 'chiefs'),
    covers(['council', 'heads'], 'chiefs'),
    covers(['chiefs'], 'heads'),
    covers(['allStaff'], 'council'),
    covers([], 'council'),
  ]).toEqual([true, true, false, false, false])
  expect(call('withinAfter', '2025-04-01', '2025-04-02', undefined)).toBe(false)
})
