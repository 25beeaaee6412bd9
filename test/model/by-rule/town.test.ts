import { expect, test } from 'vitest'
import { ask, built, call, dossier, municipality, shown } from './town.ts'

const standard = `
kind: standard
id: hoshi
name: 星町の基準
editions: [{ id: '1', from: 2020-04-01 }]
requirements:
  - { key: PHY-1, title: 場所, subject: [], text: 守る。, level: organisation }
bodyKinds:
  - { id: csirt, name: CSIRT, meets: true, needsExpertise: true, leads: false, functions: [it, pr] }
placeKinds:
  - { id: server, name: サーバ室, mayContain: [rack] }
checklists:
  - id: server
    placeKind: server
    items:
      - { id: locked, requirement: PHY-1, severity: error, text: 施錠 }
      - { id: covered, requirement: PHY-1, severity: info, text: 覆い }
`

const bodies = `
bodies:
  - { id: team, name: 対応班, kind: csirt, members: [joho], meetsEvery: P6M, expertise: [] }
  - { id: users-team, name: 利用班, kind: csirt, members: [users] }
  - { id: written, name: 推進班, kind: csirt, members: [hoken, joho], functions: [pr] }
  - { id: coming, name: 準備班, kind: csirt, members: [], since: 2026-04-01 }
contactPoints:
  - { id: desk, name: 窓口, organisation: joho, audiences: [outside], published: [] }
plans:
  - { id: plan, title: 計画, owner: team, from: 2025-04-01, to: 2027-03-31, steps: [{ id: s, what: 訓練 }] }
officers:
  - { id: chief, canonical: chief, post: 部長, organisation: somu, mustKnow: true }
`

const organisation = `
kind: context
system: hoshi/organisation
name: 全庁
owner: somu
places:
  - { id: room, name: 機械室, kind: server, contains: [rack, desk] }
  - { id: annex, name: 別室, kind: server, contains: [] }
entryMeans:
  - { id: card, place: room, kind: card, custody: holder, factors: 1 }
---
kind: records
system: hoshi/organisation
meetings:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries: [{ id: m, on: 2025-06-01, body: team, form: circulation }]
inspections:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries:
      - id: spring
        on: 2025-04-10
        place: room
        by: 監査課
        answers: [{ item: locked, result: bad }, { item: covered, result: unseen }]
      - { id: autumn, on: 2025-10-10, place: room, by: 監査課, answers: [{ item: locked, result: good }] }
      - { id: other, on: 2025-05-10, place: annex, by: 監査課, answers: [{ item: locked, result: bad }] }
trainings:
  - organisation: joho
    covers: { from: 2025-04-01, to: 2026-03-31 }
    entries:
      - id: t1
        on: 2025-05-01
        kind: general
        audience: []
        topics: []
        bodies: [team]
        comprehension:
          - { id: a, topic: mail, method: test, result: insufficient }
          - { id: b, topic: id, method: test, result: insufficient }
      - id: t2
        on: 2025-09-01
        kind: general
        audience: []
        topics: []
        comprehension: [{ id: a, topic: mail, method: test, result: sufficient }]
changes:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries:
      - { id: c1, on: 2025-05-01, system: 税, kind: program, customised: true }
      - { id: c2, on: 2025-06-01, system: 税, kind: program, customised: true, outputChecked: true }
      - { id: c3, on: 2025-04-01, system: 福祉, kind: setting, customised: false }
selfInspections:
  - organisation: joho
    covers: { from: 2024-04-01, to: 2026-03-31 }
    entries:
      - { id: s24, fiscalYear: 2024, item: '1', answer: good, respondents: [joho, koseki] }
      - { id: s25, fiscalYear: 2025, item: '1', answer: good, respondents: [joho] }
      - { id: s25b, fiscalYear: 2025, item: '2', answer: good }
incidents:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries:
      - id: i
        on: 2025-07-02
        cause: mail
        lessonFor: all
        prevention:
          - { kind: document, audience: allStaff }
          - { kind: training, audience: allStaff }
          - { kind: plan, audience: heads }
`

const town = (): ReturnType<typeof dossier> => {
  const { dossiers, problems } = built(municipality + bodies, standard, organisation)
  const [found] = dossiers
  if (!found || problems[0]) throw new Error(problems[0]?.message)
  return found
}

test('bodies, contact points, plans and officers are those of the day; a body knows its kind', () => {
  const { root } = town()
  expect(
    ['bodies', 'contactPoints', 'plans', 'officers'].map((name) => shown(ask(root, name))),
  ).toEqual([
    ['body:team', 'body:users-team', 'body:written'],
    ['contactPoint:desk'],
    ['plan:plan'],
    ['officer:chief'],
  ])
  const [team] = ask(root, 'bodies') as readonly unknown[]
  expect(ask(team, 'kind', 'functions')).toEqual(['it', 'pr'])
  const [plan] = ask(root, 'plans') as readonly unknown[]
  expect(ask(plan, 'owner')).toBe(team)
  const [meeting] = ask(root, 'meetings') as readonly unknown[]
  expect([ask(meeting, 'body'), ask(meeting, 'form')]).toEqual([team, 'circulation'])
  const [training] = ask(root, 'trainings') as readonly unknown[]
  expect(ask(training, 'bodies')).toEqual([team])
})

test('the functions of a body are those written and those of its members', () => {
  const all = ask(town().root, 'bodies') as readonly unknown[]
  expect(all.map((body) => shown(ask(body, 'functions')))).toEqual([
    ['it'],
    ['?municipality:organisation:hoken/functions'],
    ['pr', 'it'],
  ])
})

test('the organisations in question are those of which the scope is written, as long as they are there', () => {
  expect(shown(ask(town().root, 'organisations'))).toEqual([
    'organisation:somu',
    'organisation:joho',
    'organisation:shimin',
    'organisation:gakko',
  ])
})

test('a municipality that says nothing of bodies leaves them unknown', () => {
  const { root } = dossier(
    standard,
    organisation.replaceAll(/body: team|\[team\]/g, '[]').split('---')[0] ?? '',
  )
  expect(shown(ask(root, 'bodies'))).toBe('?municipality:bodies')
})

test('of answers the newest of each place and item counts; what nobody saw is unknown', () => {
  const { root } = town()
  const answers = ask(root, 'latestAnswers') as readonly unknown[]
  expect(
    answers.map((one) => [
      shown(one),
      shown(ask(one, 'result')),
      ask(one, 'on'),
      ask(one, 'checkItem', 'severity'),
      shown(ask(one, 'place')),
    ]),
  ).toEqual([
    ['placeAnswer:room+locked', 'good', '2025-10-10', 'error', 'place:room'],
    [
      'placeAnswer:room+covered',
      '?records:inspections/placeAnswer:room+covered',
      '2025-04-10',
      'info',
      'place:room',
    ],
    ['placeAnswer:annex+locked', 'bad', '2025-05-10', 'error', 'place:annex'],
  ])
  const [room] = ask(root, 'places') as readonly unknown[]
  expect(ask(answers[0], 'place')).toBe(room)
  const [card] = ask(root, 'entryMeans') as readonly unknown[]
  expect(ask(card, 'place')).toBe(room)
})

test('the newest of changes, checks of understanding and self-inspections', () => {
  const { root } = town()
  expect(shown(ask(root, 'latestChanges'))).toEqual(['systemChange:c3', 'systemChange:c2'])
  const checks = ask(root, 'latestComprehension') as readonly unknown[]
  expect(checks.map((one) => [shown(one), ask(one, 'result')])).toEqual([
    ['comprehension:id', 'insufficient'],
    ['comprehension:mail', 'sufficient'],
  ])
  const latest = ask(root, 'latestSelfInspection')
  expect([shown(latest), shown(ask(latest, 'respondents'))]).toEqual([
    'selfInspection:s25',
    ['organisation:joho'],
  ])
})

test('a ledger that ended more than a year ago does not tell the latest state', () => {
  const old = organisation.replaceAll('to: 2026-03-31 }\n', 'to: 2025-03-30 }\n')
  const { dossiers } = built(municipality + bodies, standard, old)
  expect(shown(ask(dossiers[0]?.root, 'latestChanges'))).toBe('?records:changes')
})

test('what prevents lasts or not, is there or not', () => {
  const [incident] = ask(town().root, 'incidents') as readonly unknown[]
  const measures = ask(incident, 'prevention') as readonly unknown[]
  expect(measures.map((one) => [ask(one, 'lasting'), ask(one, 'inPlace')])).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ])
})

test('units are shared within a section, or within a bureau; firms share none', () => {
  const place = town()
  const shares = (one: string, other: string, level: string): unknown =>
    call('sharesUnit', place.organisation(one), place.organisation(other), level)
  expect([
    shares('joho', 'joho', 'section'),
    shares('joho', 'somu', 'section'),
    shares('joho', 'kansa', 'section'),
    shares('joho', 'kansa', 'bureau'),
    shares('joho', 'koseki', 'bureau'),
    shares('koseki', 'users', 'section'),
    shares('firm', 'joho', 'bureau'),
  ]).toEqual([true, true, false, true, false, true, false])
})

test('references and words of the municipality and the records are held against what there is', () => {
  const wrong = bodies.replace('owner: team', 'owner: taem').replace('kind: csirt', 'kind: csrit')
  const { problems } = built(
    municipality + wrong,
    standard,
    organisation.replace('place: annex', 'place: anex').replace('item: covered', 'item: coverd'),
  )
  expect(problems.map(({ message }) => message).sort()).toEqual([
    '「場所」の「anex」に当たる場所がありません。',
    '「点検項目」の「coverd」は、対策基準パックの語彙「checkItems」にありません。',
    '「種類」の「csrit」は、対策基準パックの語彙「bodyKinds」にありません。',
    '「進める体制」の「taem」に当たる体制がありません。',
  ])
})

test('a system that names a duty of the procedure for all is told where to write of it', () => {
  const duty = (id: string) =>
    `{ id: ${id}, activity: account.review, requirement: ACC-2, performers: [head], frequency: { every: P1Y } }`
  const procedure = (system: string, id: string) => `
kind: procedure
system: hoshi/${system}
id: ${id}
title: 手順
standard: { pack: hoshi, edition: '1' }
inForce: { from: 2024-04-01 }
roles: [{ id: head, canonical: head, name: 課長, organisation: joho }]
duties: [${duty(`${id}-review`)}]
`
  const performed = (id: string) =>
    `{ duty: ${id}, organisation: joho, covers: { from: 2025-04-01, to: 2026-03-31 }, entries: [] }`
  const records = `
kind: records
system: hoshi/tax
performed: [${performed('tax-review')}, ${performed('all-review')}, ${performed('al-review')}]
`
  const { problems } = built(
    municipality,
    standard,
    procedure('organisation', 'all'),
    procedure('tax', 'tax'),
    records,
  )
  const told = problems.filter(({ code }) => code === 'dangling-reference')
  expect(told.map(({ message }) => message)).toEqual([
    '「担当業務」の「all-review」は、全庁の実施手順の担当業務です。システムのファイルからは指せません。',
    '「担当業務」の「al-review」に当たる担当業務がありません。',
  ])
})
