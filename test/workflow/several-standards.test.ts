import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/finding/report.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { compare } from '../../src/workflow/compare.ts'
import { coverage } from '../../src/workflow/judge/coverage.ts'

/** The pack of a standard whose only clause is how often user IDs are looked through. */
const pack = (id: string, name: string, every: string): string => `
kind: standard
id: ${id}
name: ${name}
extends: base
labels: { error: 指摘, warning: 注意, info: 参考 }
editions: [{ id: '2026', from: 2026-04-01 }]
roles: [{ canonical: system-manager, name: 管理者 }]
clauses:
  - id: review
    requirement: ACC-2
    number: 第9条
    text: 管理者は、利用者IDを点検しなければならない。
    quoted: ${name}（架空）
    subject: system-manager
    force: must
    cadence: { accept: [periodic], max: ${every} }
`

const policies = {
  'policies/town/pack.yaml': pack('town', '町の対策基準', 'P6M'),
  'policies/water/pack.yaml': pack('water', '水道の規程', 'P1Y'),
}

const forAll = "{ pack: town, edition: '2026', from: 2026-04-01 }"
const water = (more = ''): string => `{ pack: water, edition: '2026', from: 2026-04-01${more} }`
const forWater = water(', for: { organisations: [suido] }')

const municipality = (...standards: readonly string[]): string => `
kind: municipality
id: hinata
name: ひなた町（架空）
standards: [${standards.join(', ')}]
organisations:
  - { id: somu, name: 総務課 }
  - { id: suido, name: 上下水道部, children: [{ id: josui, name: 浄水課 }] }
  - { id: kyoiku, name: 教育課 }
groups:
  - { id: works, name: 現場, known: all, members: [{ organisation: josui }, { organisation: kyoiku }] }
`

const context = (system: string, owner: string): string => `
kind: context
system: hinata/${system}
name: ${system}システム
foundOn: 2026-10-31
owner: ${owner}
`

/** A procedure that looks user IDs through once a year. */
const procedure = (system: string, standard: string, more = ''): string => `
kind: procedure
system: hinata/${system}
id: ${system}-${standard}
title: ${system}実施手順
standard: { pack: ${standard}, edition: '2026' }
inForce: { from: 2026-04-01 }
${more}
roles: [{ id: k, canonical: system-manager, name: 管理者, post: 課長, organisation: somu }]
duties:
  - id: review
    activity: account.review
    requirement: ACC-2
    performers: [k]
    frequency: { every: P1Y }
    timing: { months: [5] }
    record: 点検票
`

type Files = Readonly<Record<string, string>>

const workspace = (files: Files) => memoryWorkspace({ ...policies, ...files })

async function reportOn(files: Files): Promise<Report> {
  return (await check({ workspace: workspace(files), paths: ['hinata'] })).report
}

/** What is said of standards: that one is too loose a cycle, does not apply, or cannot be meant. */
const about = /standard|cycle-not-weaker|no-|unknown-/
const told = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ rule }) => about.test(rule))
    .map(({ rule, location, article }) => {
      return `${location.path}:${location.start.line} ${rule} ${article?.document ?? ''}`.trim()
    })

const systems: Files = {
  'hinata/desk.yaml': `${context('desk', 'somu')}---${procedure('desk', 'town')}`,
  'hinata/plant.yaml': `${context('plant', 'josui')}---${procedure('plant', 'water')}`,
}

describe('which standard judges', () => {
  test('each procedure goes by the standard of its organisation, the nearest above it', async () => {
    const report = await reportOn({ ...systems, 'hinata/m.yaml': municipality(forAll, forWater) })
    expect(told(report)).toEqual(['hinata/desk.yaml:21 duty.cycle-not-weaker 町の対策基準'])
    const town = { pack: 'town', name: '町の対策基準', edition: '2026' }
    const waterworks = { pack: 'water', name: '水道の規程', edition: '2026' }
    expect(report.systems.map(({ system, name, standard }) => [system, name, standard])).toEqual([
      ['hinata/desk', 'deskシステム', town],
      ['hinata/plant', 'plantシステム', waterworks],
      ['hinata/standard', '町の対策基準', town],
      ['hinata/water/standard', '水道の規程', waterworks],
    ])
  })

  test('a system that is named goes by that standard whoever owns it', async () => {
    const named = water(', for: { systems: [hinata/desk] }')
    const report = await reportOn({
      'hinata/m.yaml': municipality(forAll, named),
      'hinata/desk.yaml': `${context('desk', 'somu')}---${procedure('desk', 'water')}`,
      'hinata/plant.yaml': `${context('plant', 'josui')}---${procedure('plant', 'town')}`,
    })
    expect(told(report)).toEqual(['hinata/plant.yaml:21 duty.cycle-not-weaker 町の対策基準'])
  })

  test('a procedure that names another is told, and judged by the one that applies', async () => {
    const report = await reportOn({
      'hinata/m.yaml': municipality(forAll, forWater),
      'hinata/desk.yaml': `${context('desk', 'somu')}---${procedure('desk', 'water')}`,
      'hinata/plant.yaml': `${context('plant', 'josui')}---${procedure('plant', 'town')}`,
    })
    expect(told(report)).toEqual([
      'hinata/desk.yaml:12 procedure.standard-applies',
      'hinata/desk.yaml:21 duty.cycle-not-weaker 町の対策基準',
      'hinata/plant.yaml:12 procedure.standard-applies',
    ])
  })

  test('a system without a procedure goes by the standard of its owner', async () => {
    const result = await coverage({
      workspace: workspace({
        'hinata/m.yaml': municipality(forAll, forWater),
        'hinata/a.yaml': context('desk', 'somu'),
        'hinata/b.yaml': context('plant', 'suido'),
        'hinata/c.yaml': procedure('unowned', 'town'),
      }),
      paths: ['hinata'],
    })
    expect(result.systems.map(({ system, standard }) => [system, standard.pack])).toEqual([
      ['hinata/desk', 'town'],
      ['hinata/plant', 'water'],
      ['hinata/unowned', 'town'],
      ['hinata/standard', 'town'],
      ['hinata/water/standard', 'water'],
    ])
  })

  test('where nobody wrote who owns a procedure, it goes by the standard it names', async () => {
    const report = await reportOn({
      'hinata/m.yaml': municipality(forAll, forWater),
      'hinata/desk.yaml': procedure('desk', 'water'),
    })
    expect(told(report)).toEqual([])
    const open = report.cannotJudge.filter(({ rule }) => rule === 'procedure.standard-applies')
    expect(open).toEqual([
      {
        rule: 'procedure.standard-applies',
        requirement: 'REV-1',
        system: 'hinata/desk',
        element: 'procedure:desk-water',
        reason: 'missing',
        missing: [{ kind: 'context', path: 'owner' }],
      },
    ])
  })

  test('a system is judged by none where nobody can tell which is for it', async () => {
    const report = await reportOn({
      'hinata/m.yaml': municipality(forWater),
      'hinata/desk.yaml': procedure('desk', 'town'),
      'hinata/plant.yaml': procedure('plant', 'water'),
    })
    expect(told(report)).toEqual(['hinata/desk.yaml:3 file.no-standard'])
    expect(report.systems.map(({ system }) => system)).toEqual([
      'hinata/plant',
      'hinata/water/standard',
    ])
  })

  test('procedures of one system may go by different standards, each by its own', async () => {
    const files = {
      'hinata/m.yaml': municipality(forAll, forWater),
      'hinata/shared.yaml': [
        context('shared', 'somu'),
        procedure('shared', 'town', 'variant: 町長部局\ncovers: [somu]'),
        procedure('shared', 'water', 'variant: 水道\ncovers: [suido]'),
      ].join('---'),
    }
    const report = await reportOn(files)
    expect(told(report)).toEqual(['hinata/shared.yaml:22 duty.cycle-not-weaker 町の対策基準'])
    const result = await coverage({ workspace: workspace(files), paths: ['hinata'] })
    expect(
      result.systems.map(({ system, standard }, index) => [
        system,
        standard.pack,
        result.clauses.find(({ requirement }) => requirement === 'ACC-2')?.cells[index]?.state,
      ]),
    ).toEqual([
      ['hinata/shared', 'town', 'broken'],
      ['hinata/shared', 'water', 'cannotJudge'],
      ['hinata/standard', 'town', 'kept'],
      ['hinata/water/standard', 'water', 'kept'],
    ])
    expect(report.summary.systems).toBe(1)
  })

  test('what holds for the whole organisation holds under its own standard alone', async () => {
    const wide = (standard: string, more: string): string =>
      procedure('organisation', standard, more)
        .replace(/activity: account.review/, 'activity: practice.compare')
        .replace('requirement: ACC-2', 'requirement: CMP-1')
    const compared = async (files: Files): Promise<readonly (string | null)[]> =>
      (await reportOn(files)).findings
        .filter(({ rule }) => rule === 'review.practice-against-procedure')
        .map(({ system }) => system)
    const files = { ...systems, 'hinata/m.yaml': municipality(forAll, forWater) }
    const organisation = context('organisation', 'somu')
    const ofTown = `${organisation}---${wide('town', '')}`
    expect(await compared({ ...files, 'hinata/o.yaml': ofTown })).toEqual(['hinata/plant'])
    const ofBoth = `${ofTown}---${wide('water', 'owner: suido')}`
    expect(await compared({ ...files, 'hinata/o.yaml': ofBoth })).toEqual([])
  })
})

describe('what cannot be meant', () => {
  const overlap = 'hinata/m.yaml:5 file.standard-overlap'

  test.each([
    ['both for all', [forAll, water()]],
    [
      'both for one organisation',
      [
        water(', for: { organisations: [josui] }'),
        forAll.replace(' }', ', for: { organisations: [josui] } }'),
      ],
    ],
    [
      'a group and its member',
      [
        water(', for: { organisations: [works] }'),
        forAll.replace(' }', ', for: { organisations: [kyoiku] } }'),
      ],
    ],
    [
      'both for one system',
      [
        water(', for: { systems: [hinata/desk] }'),
        forAll.replace(' }', ', for: { systems: [hinata/desk] } }'),
      ],
    ],
    ['two editions from one day', [forAll, "{ pack: town, edition: '2027', from: 2026-04-01 }"]],
  ] as const)('%s', async (_, standards) => {
    const report = await reportOn({ ...systems, 'hinata/m.yaml': municipality(...standards) })
    expect(told(report)).toContain(overlap)
  })

  test.each([
    [
      'one after the other',
      [
        "{ pack: town, edition: '2026', from: 2026-04-01, until: 2026-04-30 }",
        water().replace('2026-04-01', '2026-05-01'),
      ],
    ],
    ['a later edition of the same', [forAll, "{ pack: town, edition: '2027', from: 2027-04-01 }"]],
    [
      'an organisation below another',
      [
        forAll.replace(' }', ', for: { organisations: [suido] } }'),
        water(', for: { organisations: [josui] }'),
      ],
    ],
    [
      'a system of an organisation',
      [forAll, forWater, forAll.replace(' }', ', for: { systems: [hinata/plant] } }')],
    ],
  ] as const)('no overlap: %s', async (_, standards) => {
    const report = await reportOn({ ...systems, 'hinata/m.yaml': municipality(...standards) })
    expect(told(report)).not.toContain(overlap)
  })

  test('a standard for nobody, for a system that is not there, none for a system', async () => {
    const standards = [
      water(', for: {}'),
      forAll.replace(' }', ', for: { systems: [hinata/desc] } }'),
    ]
    const report = await reportOn({ ...systems, 'hinata/m.yaml': municipality(...standards) })
    expect(report.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['file.no-standard', 'システム「hinata/desk」に適用する対策基準がありません。'],
      [
        'file.standard-for-nobody',
        '対策基準を適用する相手（for）に、組織もシステムも書かれていません。',
      ],
      ['file.unknown-system', '対策基準を適用するシステム「hinata/desc」がありません。'],
      ['file.no-standard', 'システム「hinata/plant」に適用する対策基準がありません。'],
    ])
  })
})

test('a changed standard touches the systems under it, and no others', async () => {
  const side = (name: string, files: Files) => ({ name, workspace: workspace(files), paths: ['.'] })
  const before = { ...systems, 'hinata/m.yaml': municipality(forAll, forWater) }
  const tightened = pack('water', '水道の規程', 'P6M')
  const { report } = await compare({
    before: side('main', before),
    after: side('今', { ...before, 'policies/water/pack.yaml': tightened }),
    today: '2026-10-31',
  })
  expect(
    report.impact.map(({ system, introduced, resolved }) => ({
      system,
      introduced: introduced.map(({ rule }) => rule),
      resolved,
    })),
  ).toEqual([
    { system: 'hinata/plant', introduced: ['duty.cycle-not-weaker'], resolved: [] },
    { system: 'hinata/water/standard', introduced: [], resolved: [] },
  ])
})

test('a change of a standard touches those that extend it', async () => {
  const side = (name: string, files: Files) => ({ name, workspace: workspace(files), paths: ['.'] })
  const before = {
    ...systems,
    'hinata/m.yaml': municipality(forAll, forWater),
    'policies/water/pack.yaml': pack('water', '水道の規程', 'P1Y').replace(
      'extends: base',
      'extends: town',
    ),
  }
  const { report } = await compare({
    before: side('main', before),
    after: side('今', {
      ...before,
      'policies/town/pack.yaml': pack('town', '町の対策基準', 'P3M'),
    }),
    today: '2026-10-31',
  })
  expect(report.impact.map(({ system }) => system)).toEqual([
    'hinata/desk',
    'hinata/plant',
    'hinata/standard',
    'hinata/water/standard',
  ])
})
