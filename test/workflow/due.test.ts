import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type DueItem, dueKinds, type DueReport, dueStates } from '../../src/finding/due.ts'
import { dueFormats } from '../../src/format/due.ts'
import { writeDayText } from '../../src/japanese/date.ts'
import { check } from '../../src/workflow/check.ts'
import { due, type DueRequest } from '../../src/workflow/survey/due.ts'
import { diskWorkspace } from '../../src/source/disk.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { schemaText } from '../../src/schema/schema-text.ts'
import { replaced, sampleFiles, sampleTown } from '../sample/town.ts'

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, 'src/schema/due.v1.schema.json')
const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema
const accepts = new Ajv2020({ strictTypes: false, keywords: ['enumDescriptions'] }).compile(schema)

interface Schema {
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly enum?: readonly string[]
  readonly $defs?: Readonly<Record<string, Schema>>
}

const folders = [
  ['the dossiers as the auditors found them', { paths: ['procedures'] }],
  ['their remedied twins', { paths: ['examples/remedied'] }],
  [
    'an invented town',
    { paths: ['examples/invented/procedures'], policies: 'examples/invented/policies' },
  ],
] as const

const inProject = (of: Pick<DueRequest, 'paths' | 'policies'>): DueRequest => ({
  workspace: diskWorkspace({ cwd: root }),
  today: '2026-11-29',
  ...of,
})

/** What the sound town of the base pack has to do, its dossier edited first. */
async function inTown(
  edit: (dossier: string) => string = (text) => text,
  more: Partial<DueRequest> = {},
): Promise<DueReport> {
  return due({ workspace: sampleTown(edit), paths: ['town'], today: '2026-11-29', ...more })
}

const told = (items: readonly DueItem[]): readonly string[] =>
  items.map(({ state, due: day, title, turn, section }) =>
    [state, day, title, turn ?? '', section?.name ?? ''].join(' '),
  )

describe('what is overdue agrees with what a check finds', () => {
  /** The rules that find what was not done in time, by what is overdue then. */
  const rules: Readonly<Record<string, readonly string[]>> = {
    turn: ['duty.cycle-kept'],
    event: ['duty.event-answered', 'duty.event-followed'],
    report: ['delegation.results-reported'],
    confirmation: ['delegation.results-confirmed'],
  }
  test.each(folders)('in %s', async (_name, of) => {
    const { items } = await due(inProject(of))
    const { report } = await check({ ...inProject(of) })
    const places = (
      list: readonly { path: string; start: { line: number } }[],
    ): readonly string[] =>
      [...new Set(list.map(({ path, start }) => `${path}:${start.line}`))].sort()
    for (const kind of ['turn', 'event'] as const) {
      const overdue = items.filter((one) => one.kind === kind && one.state === 'overdue')
      const found = report.findings.filter(({ rule }) => rules[kind]?.includes(rule))
      const ofDuty = found.flatMap(({ related, location }) =>
        related
          .filter(({ message }) => message === 'この業務の定めです')
          .map((one) => one.location)
          .concat(related.length === 0 ? [location] : []),
      )
      expect(places(overdue.map(({ location }) => location))).toEqual(places(ofDuty))
    }
  })
})

describe('the JSON is as promised', () => {
  test.each(folders)('for %s', async (_name, of) => {
    const report: unknown = JSON.parse(dueFormats.json(await due(inProject(of))))
    expect([accepts(report), accepts.errors]).toEqual([true, null])
  })
  test.each([
    ['a field more', { later: 1 }],
    ['another version', { format: 'policy-lint/due.v2' }],
    ['a day that is none', { asOf: '' }],
  ])('a report with %s is refused', async (_name, more) => {
    expect(accepts({ ...(await inTown()), ...more })).toBe(false)
  })
  test('every object is closed, every field has its words, and it is printed as it ships', () => {
    const objectsIn = (node: Schema): Schema[] =>
      node.properties ? [node, ...Object.values(node.properties).flatMap(objectsIn)] : []
    const objects = [schema, ...Object.values(schema.$defs ?? {})].flatMap(objectsIn)
    expect(objects.filter((one) => one.additionalProperties !== false)).toEqual([])
    const own = objects.flatMap((one) => Object.values(one.properties ?? {}))
    const fields = own.filter((one) => !('$ref' in one))
    expect(fields.filter(({ title, description }) => !title || !description)).toEqual([])
    expect(JSON.parse(schemaText('due'))).toEqual(schema)
  })
  test('kinds and states are those of the program', () => {
    const { kind, state } = schema.$defs?.['Item']?.properties ?? {}
    expect([kind?.enum, state?.enum]).toEqual([dueKinds, dueStates])
  })
})

test('a duty on an occasion of its own words falls due for each time it was', async () => {
  const dossier = `
kind: municipality
id: aoba-city
name: 青葉市（架空）
standards: [{ pack: base, edition: '2025-03', from: 2025-04-01 }]
organisations: [{ id: assembly, name: 議事課 }]
---
kind: procedure
system: aoba-city/assembly
id: assembly
title: 会議録システム実施手順
standard: { pack: base, edition: '2025-03' }
inForce: { from: 2024-04-01 }
complete: false
roles:
  - { id: manager, canonical: security-manager, name: 管理者, post: 議事課長, organisation: assembly }
duties:
  - id: recordings
    activity: recording.erase
    requirement: AST-9
    title: 録音の消去
    performers: [manager]
    frequency: { occasion: 会議録の確定, within: P30D }
---
kind: records
system: aoba-city/assembly
events:
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    entries: [{ duty: recordings, on: 2025-06-20, subject: 秘密会 }]
performed:
  - { duty: recordings, organisation: assembly, covers: { from: 2025-04-01, to: 2026-03-31 }, entries: [] }
`
  const workspace = memoryWorkspace({ 'town/all.yaml': dossier })
  const on = async (asOf: string) => told((await due({ workspace, paths: ['town'], asOf })).items)
  // The 20th is a Sunday, the 21st a holiday.
  const said = '2025-07-22 録音の消去 2025年6月20日の会議録の確定（秘密会） 議事課'
  expect([await on('2025-07-10'), await on('2025-12-10')]).toEqual([
    [`open ${said}`],
    [`overdue ${said}`],
  ])
})

/** An entry of a calendar as another program reads it. */
interface Entry {
  readonly uid: string
  readonly summary: string
  readonly start: string
  readonly end: string
  readonly stamp: string
  readonly repeats: string | null
  readonly alarms: readonly string[]
}

function entriesOf(text: string): readonly Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as [])
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const value = (name: string, of = component): string =>
      String(of.getFirstPropertyValue(name) ?? '')
    return {
      uid: event.uid,
      summary: event.summary,
      start: String(event.startDate),
      end: String(event.endDate),
      stamp: value('dtstamp'),
      repeats: value('rrule') || null,
      alarms: component.getAllSubcomponents('valarm').map((one) => value('trigger', one)),
    }
  })
}

/** A day after another, reckoned by the calendar of the other program. */
function after(day: string): string {
  const time = ICAL.Time.fromDateString(day)
  time.adjust(1, 0, 0, 0)
  return String(time)
}

function entryOf(item: DueItem, report: DueReport): Entry {
  const asOf = report.systems.find(({ system }) => system === item.system)?.asOf ?? ''
  const isOver = item.state === 'overdue'
  const aside = [
    ...(item.turn === null ? [] : [item.turn]),
    ...(item.run ? [`${writeDayText(item.run.until)}まで${item.run.turns}回分`] : []),
  ]
  return {
    uid: `${item.id}@policy-lint`,
    summary: `${isOver ? '【期限超過】' : ''}${item.title}${aside.length > 0 ? `（${aside.join('、')}）` : ''}`,
    start: item.due,
    end: after(item.due),
    stamp: `${asOf}T00:00:00Z`,
    repeats: item.run
      ? `FREQ=DAILY;COUNT=${item.run.turns}${item.run.days === 1 ? '' : `;INTERVAL=${item.run.days}`}`
      : null,
    alarms: item.run || isOver ? [] : [item.kind === 'reminder' ? 'PT0S' : '-P7D'],
  }
}

describe('the calendar', () => {
  test.each(folders)('holds all that is open or overdue in %s, and no more', async (_name, of) => {
    const report = await due(inProject(of))
    const items = report.items.filter(({ state }) => state !== 'unrecorded')
    const entries = entriesOf(await dueFormats.ics(report))
    expect(entries).toEqual(items.map((item) => entryOf(item, report)))
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length)
  })

  test('says whatever text there is, in lines that every program reads', async () => {
    const report = await inTown()
    const [first] = report.items
    if (!first) throw new Error('the town has something to do')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (title) => {
        const item: DueItem = {
          ...first,
          title: `点検${title}済`,
          turn: null,
          run: null,
          state: 'open',
        }
        const text = await dueFormats.ics({ ...report, items: [item] })
        const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)
        const [entry] = entriesOf(text)
        expect([long, entry?.uid, entry?.start]).toEqual([[], `${item.id}@policy-lint`, item.due])
      }),
    )
  })

  test('says a turn of every few days once, as often as it comes', async () => {
    const items = (await due(inProject({ paths: ['procedures/osaka-pref'] }))).items
    const runs = items.flatMap(({ run, due: day }) => (run ? [[day, run]] : []))
    expect(runs).toContainEqual(['2016-12-12', { turns: 91, days: 1, until: '2017-03-12' }])
  })

  test('of nothing is a calendar all the same', async () => {
    const text = await dueFormats.ics({ ...(await inTown()), items: [] })
    expect(entriesOf(text)).toEqual([])
  })
})

describe('ids', () => {
  test('stay when the day, the words and the order of the files change', async () => {
    const ids = ({ items }: DueReport): readonly string[] => items.map(({ id }) => id)
    const whole = await inTown()
    const reworded = await inTown((text) => text.replaceAll('市民課', '住民課'))
    expect(ids(reworded)).toEqual(ids(whole))
    const later = await inTown(undefined, { asOf: '2025-10-11', to: '2026-01-10' })
    const kept = whole.items.filter(({ state, due: day }) => state === 'open' && day > '2025-10-11')
    expect(ids(later)).toEqual(expect.arrayContaining(kept.map(({ id }) => id)))
  })
})

describe('in a sound town', () => {
  test('nothing is overdue', async () => {
    const { items } = await inTown()
    expect(told(items.filter(({ state }) => state === 'overdue'))).toEqual([])
  })

  test('a review that nobody made is, until it is made', async () => {
    const report = await inTown((text) =>
      replaced(text, /(id: s-review-shimin\n[\s\S]*?entries:)[\s\S]*?(?=\n {2}- id: )/, '$1 []'),
    )
    expect(told(report.items.filter(({ state }) => state === 'overdue'))).toEqual([
      'overdue 2025-06-30 利用者IDの点検 2025年度上半期 市民部市民課',
    ])
  })

  test('what no record covers is unknown and never overdue', async () => {
    const report = await inTown((text) => {
      const [before = '', ...documents] = text.split(/^---\n/m)
      return [before, ...documents].filter((one) => !/^kind: records$/m.test(one)).join('---\n')
    })
    const duties = report.items.filter(({ kind }) => ['turn', 'event'].includes(kind))
    expect(new Set(duties.map(({ state }) => state))).toEqual(new Set(['open', 'unrecorded']))
  })
})

describe('what has a day of its own', () => {
  const unanswered = (more: string) => (text: string) =>
    replaced(
      text,
      /^confirmations:\n {2}- id: c-shimin\n[\s\S]*?on: 2025-03-26\nreminders:/m,
      `${more}\nreminders:`,
    )
  test.each<[string, (text: string) => string, Partial<DueRequest>, readonly string[]]>([
    ['all have answered', (text) => text, {}, []],
    [
      'nobody has answered, nor was reminded after the day',
      unanswered('confirmations: []'),
      {},
      [
        'overdue 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  福祉部福祉課',
        'overdue 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  市民部市民課',
      ],
    ],
    [
      'the answers are not written',
      unanswered('# nothing'),
      {},
      [
        'unrecorded 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  福祉部福祉課',
        'unrecorded 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  市民部市民課',
      ],
    ],
    [
      'some of many have answered',
      unanswered('replies: { asked: 38, received: 33 }'),
      {},
      ['overdue 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  '],
    ],
    [
      'as many as were asked have answered',
      unanswered('replies: { asked: 38, received: 38 }'),
      {},
      [],
    ],
    [
      'the day has not come',
      unanswered('confirmations: []'),
      { asOf: '2025-03-20' },
      [
        'open 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  福祉部福祉課',
        'open 2025-03-31 通知「申請受付システム実施手順の改正について」への回答  市民部市民課',
        'open 2025-04-30 通知「申請受付システム実施手順の改正について」に回答のない所属への催促  総務部情報推進課',
      ],
    ],
  ])('%s', async (_name, edit, more, expected) => {
    const { items } = await inTown(edit, more)
    const own = items.filter(({ kind }) => kind === 'answer' || kind === 'reminder')
    expect(told(own)).toEqual(expected)
  })

  test('terms and measures of the next half year', async () => {
    const { items } = await inTown(undefined, { asOf: '2025-10-10', to: '2026-03-31' })
    const own = items.filter(({ kind }) =>
      ['action', 'audit', 'exception', 'review', 'term'].includes(kind),
    )
    expect(told(own)).toMatchInlineSnapshot(`
      [
        "open 2025-10-31 アカウントの有効期限  総務部情報推進課",
        "open 2025-11-30 アカウントの有効期限  総務部情報推進課",
        "open 2026-03-16 例外措置「作業の記録」の見直し  総務部情報推進課",
        "open 2026-03-31 監査の指摘「入力の手引が古い」への措置  総務部情報推進課",
        "open 2026-03-31 例外措置「作業の記録」の期限  総務部情報推進課",
        "open 2026-03-31 アカウントの有効期限  総務部情報推進課",
        "open 2026-03-31 契約「申請受付システム運用保守業務」の終了日  総務部情報推進課",
        "open 2026-03-31 情報資産「本人確認の書類の写し」の保存期限  総務部情報推進課",
        "open 2026-03-31 指摘「二つの要素による認証が、一部の領域にとどまる。」への措置 機器の調達 総務部情報推進課",
        "open 2026-03-31 サービス「ウェブ会議のサービス（架空）」の許可の期限  総務部情報推進課",
      ]
    `)
  })

  test('the edition of the standard that ends, the next one, and a document that ends', async () => {
    const { 'policies/sample/pack.yaml': pack = '', ...town } = sampleFiles()
    const ending = replaced(
      pack,
      /(title: [^\n]*\n(?:(?! {2}- )[^\n]*\n)*? {4}inForce: \{ from: \d{4}-\d\d-\d\d) \}/,
      '$1, until: 2024-04-30 }',
    )
    const report = await due({
      workspace: memoryWorkspace({ ...town, 'policies/sample/pack.yaml': ending }),
      paths: ['town'],
      asOf: '2023-12-01',
      to: '2024-04-30',
      today: '2026-11-29',
    })
    const ofStandard = report.items.filter(({ title }) => /^(?:対策基準|文書)/.test(title))
    expect(told(ofStandard)).toMatchInlineSnapshot(`
      [
        "open 2024-03-31 対策基準の版の終了日  ",
        "open 2024-04-01 対策基準の改正の施行日  ",
        "open 2024-04-30 文書「若葉市情報セキュリティの手引」の終了日  ",
      ]
    `)
  })

  test('what was to be done by a day and was not is overdue', async () => {
    const { items } = await inTown(
      (text) => replaced(text, 'keepUntil: 2026-03-31', 'keepUntil: 2025-09-30'),
      { to: '2025-10-10' },
    )
    expect(told(items.filter(({ kind }) => kind === 'term'))).toEqual([
      'overdue 2025-09-30 情報資産「本人確認の書類の写し」の保存期限  総務部情報推進課',
    ])
  })
})

describe('whose', () => {
  const whom = ({ items }: DueReport) =>
    [...new Set(items.map(({ section, post }) => `${section?.name ?? ''}/${post ?? ''}`))].sort()
  test('a section stands for those below it, a post for all that hold it', async () => {
    expect(whom(await inTown(undefined, { section: '福祉部' }))).toMatchInlineSnapshot(`
      [
        "福祉部福祉課/課長",
      ]
    `)
    expect(whom(await inTown(undefined, { section: 'fukushi' }))).toEqual(
      whom(await inTown(undefined, { section: '福祉部福祉課' })),
    )
    expect(whom(await inTown(undefined, { post: '課長' }))).toMatchInlineSnapshot(`
      [
        "市民部市民課/課長",
        "福祉部福祉課/課長",
      ]
    `)
  })
  test.each([
    [{ section: '福祉部福社課' }, '「福祉部福社課」という組織は、書類にありません'],
    [{ post: '存在しない職名' }, '「存在しない職名」という職や役割は、書類にありません'],
    [{ to: '2036-10-11' }, '終わりの日が遠すぎます'],
    [
      { from: '2025-12-02', to: '2025-12-01' },
      '始まりの日（2025-12-02）が、終わりの日（2025-12-01）より後になっています',
    ],
  ])('%o is refused', async (more, message) => {
    await expect(inTown(undefined, more)).rejects.toThrow(message)
  })
})
