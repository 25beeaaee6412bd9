import { expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { compare } from '../../src/workflow/compare.ts'

const pack = (ledgers: string): string => `kind: standard
id: kozu
name: こうず村の基準（架空）
extends: base
editions: [{ id: '1', from: 2020-04-01 }]
${ledgers}`

const keys = `ledgers:
  - id: keyCards
    title: 鍵の貸与簿
    description: 鍵を誰に貸したかの台帳です。
    rowKey: [number]
    since: lentOn
    gone: [returnedOn]
    columns:
      - { id: number, title: 番号, description: 鍵の番号です。, type: label, required: true }
      - { id: kind, title: 種類, description: 何の鍵かです。, type: word, words: { room: 部屋, box: 箱 } }
      - { id: holder, title: 使用者, description: 渡した者です。, type: person }
      - { id: room, title: 部屋, description: 開く部屋です。, type: reference, to: place, many: true }
      - { id: spare, title: 合鍵, description: 合鍵かどうかです。, type: truth }
      - { id: of, title: 元の鍵, description: 合鍵の元の鍵です。, type: reference, to: keyCards }
      - { id: lentOn, title: 貸与日, description: 渡した日です。, type: day }
      - { id: returnedOn, title: 返却日, description: 返ってきた日です。, type: day }
`

const rules = `kind: rules
pack: kozu
rules:
  - id: kozu.keys-back
    title: 離れた者の鍵は返してもらう
    requirement: PHY-1
    severity: error
    scope: any
    rationale: 入れてしまう。
    each: { key: doc.keyCards }
    assert: stated(key.returnedOn) || !stated(key.holderLeftOn)
    message: '{{ key.number }} は {{ key.holderLeftOn }} から返っていません。'
    fix: 返してもらってください。
    expected: 返却
    actual: なし
    keptBy: key
    examples: [{ good: 例は別に試す, skip: true }, { bad: これも別に試す }]
`

const town = `kind: municipality
id: kozu
name: こうず村（架空）
standards: [{ pack: kozu, edition: '1', from: 2020-04-01 }]
organisations: [{ id: somu, name: 総務課 }]
---
kind: context
system: kozu/koseki
name: 住民の記録
foundOn: 2026-03-31
owner: somu
places: [{ id: vault, name: 書庫, kind: storage }]
`

const records = (ledger: string): string => `kind: records
system: kozu/koseki
rosterChanges:
  - organisation: somu
    covers: { from: 2020-04-01, to: 2026-03-31 }
    entries: [{ person: staff-a, kind: retire, on: 2025-03-31 }]
${ledger}`

const files = (ledger: string, ledgers = keys): Record<string, string> => ({
  'policies/kozu/pack.yaml': pack(ledgers),
  'policies/kozu/rules/keys.yaml': rules,
  'procedures/kozu/town.yaml': town,
  'procedures/kozu/records.yaml': records(ledger),
})

const series = (entries: string): string => `keyCards:
  - organisation: somu
    covers: { from: 2020-04-01, to: 2026-03-31 }
    entries:
${entries}`

/** What is said of the records and by the rule of the village, with its place. */
async function said(given: Record<string, string>): Promise<readonly string[]> {
  const { report } = await check({ workspace: memoryWorkspace(given), paths: ['procedures'] })
  return report.findings
    .filter(({ rule }) => /^(?:shape|file|kozu)\./.test(rule))
    .map(({ rule, location: { path, start }, message, fix }) =>
      [
        `${path.replace('procedures/kozu/', '')}:${start.line}:${start.column}`,
        rule,
        message,
        fix,
      ].join(' '),
    )
}

test('a rule judges the rows: who left holds a key; a returned one and one of a person who stays are silent', async () => {
  const rows = series(`      - { number: K-1, holder: staff-a, lentOn: 2021-04-01 }
      - { number: K-2, holder: staff-a, lentOn: 2021-04-01, returnedOn: 2025-03-31 }
      - { number: K-3, holder: staff-b, lentOn: 2021-04-01, of: K-2, room: [vault] }
`)
  expect(await said(files(rows))).toEqual([
    'records.yaml:11:11 kozu.keys-back K-1 は 2025年3月31日 から返っていません。 返してもらってください。',
  ])
})

test('a ledger, a column, a value, a word and a row that are not there are told where they stand', async () => {
  const rows = series(`      - { number: K-1, kind: rooom, lenton: 2021-04-01 }
      - { number: K-2, spare: maybe, room: [valut], lentOn: 2021-02-30 }
      - { kind: room }
      - { number: K-4, of: K-9 }
`)
  expect(await said(files(`${rows}keycards: []\n`))).toMatchInlineSnapshot(`
    [
      "records.yaml:11:30 shape.unknown-word 鍵の貸与簿の「kind」（種類）に「rooom」とは書けません 「room」（部屋）ではありませんか。",
      "records.yaml:11:37 shape.unknown-key 鍵の貸与簿に「lenton」というキーはありません 「lentOn」（貸与日）ではありませんか。",
      "records.yaml:12:31 shape.wrong-type 鍵の貸与簿の「spare」（合鍵）に「maybe」が書かれています true か falseを書いてください。",
      "records.yaml:12:45 file.dangling-reference 「部屋」の「valut」に当たる場所がありません。 「vault」の誤りではありませんか。そうでなければ、場所「valut」を書き加えてください。",
      "records.yaml:12:61 shape.no-such-day 鍵の貸与簿の「lentOn」（貸与日）の「2021-02-30」という日はありません 月の日数、うるう年、元号と年を確かめてください。",
      "records.yaml:13:11 shape.missing-key 鍵の貸与簿に「number」（番号）が書かれていません 「number:」の行を加えてください。鍵の番号です。",
      "records.yaml:15:1 shape.unknown-key 実施記録に「keycards」というキーはありません 「keyCards」（鍵の貸与簿）ではありませんか。",
    ]
  `)
})

test('the rows may stand in a CSV file, under the names of the columns', async () => {
  const ledger = `keyCards:
  - { organisation: somu, covers: { from: 2020-04-01, to: 2026-03-31 }, from: keys.csv }
`
  const csv = `番号,種類,使用者,部屋,合鍵,貸与日,返却日
K-1,部屋,staff-a,vault、vault,○,2021-04-01,
K-2,箱,staff-a,,FALSE,2021-04-01,2025-03-31
K-3,蔵,staff-b,,,2021-04-01,
`
  const given = { ...files(ledger), 'procedures/kozu/keys.csv': csv }
  expect(await said(given)).toMatchInlineSnapshot(`
    [
      "keys.csv:2:1 kozu.keys-back K-1 は 2025年3月31日 から返っていません。 返してもらってください。",
      "keys.csv:4:5 file.csv-value 鍵の貸与簿「K-3」の「kind」（種類）に「蔵」とは書けません room（部屋）、box（箱）のどれかを書いてください。",
    ]
  `)
})

test('what is not written is unknown, and outside the records nothing is claimed', async () => {
  const { report } = await check({
    workspace: memoryWorkspace(files('')),
    paths: ['procedures'],
  })
  const [system] = report.systems
  const row = await said(files(series('      - { number: K-1, lentOn: 2021-04-01 }\n')))
  expect({ row, judged: system?.system }).toEqual({ row: [], judged: 'kozu/koseki' })
})

/** What is wrong with a pack. */
async function wrong(ledgers: string): Promise<readonly string[]> {
  const workspace = memoryWorkspace({ 'policies/kozu/pack.yaml': pack(ledgers) })
  const { report } = await check({ workspace, paths: ['policies'] })
  return report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, location: { start }, message, fix }) =>
      [`${start.line}:${start.column}`, rule, message, fix].join(' '),
    )
}

const ledger = (id: string, rest: string, columns: readonly string[] = []): string =>
  `ledgers:
  - id: ${id}
    title: 台帳
    description: 台帳です。
${rest}    columns:
${['number', ...columns].map((column) => `      - { ${column.includes('id:') ? column : `id: ${column}`}, title: 列, description: 列です。${column.includes('type:') ? '' : ', type: label'} }\n`).join('')}`

test.each([
  ['a name that records have', ledger('accounts', '')],
  ['a name that every object has', ledger('constructor', '', ['toString'])],
  ['a name that is no name', ledger('__proto__', '')],
  [
    'columns that are not there, or hold no days',
    ledger('loans', '    rowKey: [nummber]\n    since: number\n'),
  ],
  [
    'words, vocabularies and targets that are not there',
    ledger('loans', '', [
      'id: a, type: word',
      'id: b, type: word, vocabulary: trait',
      'id: c, type: reference, to: plase',
      'id: d, type: reference',
      'id: e, type: text, vocabulary: traits',
    ]),
  ],
  ['an event nobody knows', ledger('loans', '    events: [{ event: nothing }]\n')],
  [
    'too many columns',
    ledger(
      'loans',
      '',
      Array.from({ length: 3000 }, (_, at) => `c${at}`),
    ),
  ],
])('a pack is told of %s', async (_, ledgers) => {
  expect(await wrong(ledgers)).toMatchSnapshot()
})

test('two ledgers may name one another', async () => {
  const both = `${ledger('loans', '', ['id: of, type: reference, to: keys'])}  - id: keys
    title: 鍵
    description: 鍵です。
    columns: [{ id: of, title: 列, description: 列です。, type: reference, to: loans }]
`
  expect(await wrong(both)).toEqual([])
})

test('a ledger that goes from a pack loosens it, and its rows are told of as unreadable', async () => {
  const rows = series('      - { number: K-1, holder: staff-b, lentOn: 2021-04-01 }\n')
  const without = files(rows, '')
  const bare = Object.fromEntries(
    Object.entries(without).filter(([path]) => !path.includes('rules')),
  )
  const { report } = await compare({
    before: { name: '前', workspace: memoryWorkspace(files('')), paths: ['policies'] },
    after: {
      name: '後',
      workspace: memoryWorkspace({ ...bare, 'procedures/kozu/records.yaml': records('') }),
      paths: ['policies'],
    },
    today: '2026-03-31',
  })
  const told = report.changes.map(({ kind, grade, title, reason }) =>
    [kind, grade, title, reason].join(' '),
  )
  expect({ told, rows: await said(bare) }).toMatchInlineSnapshot(`
    {
      "rows": [
        "records.yaml:7:1 shape.unknown-key 実施記録に「keyCards」というキーはありません 書けるキーは、system、performed、accounts、credentials、rosterChanges、media、devices、counts、exchanges、transfers、received、supervision、selfInspections、events、trainings、failures、audits、patches、erasures、meetings、visits、inspections、incidents、changes、lessons、explanations、inquiries、noticesCover、copies、basis、source、notes、biometrics、permits、entryRecords、handlingRecords です。覚書なら notes に書いてください。",
      ],
      "told": [
        "ledger.removed relaxed 台帳の形「鍵の貸与簿」 台帳がなくなる。そこに書いたことは、読まれず、判定もされなくなる。使っている実施記録を直す。",
        "rules.removed relaxed 規則「kozu」 規則がなくなる。",
      ],
    }
  `)
})

test('rows that come and go are compared as rows of any ledger', async () => {
  const rows = (row: string): Record<string, string> =>
    files(series(`      - { number: K-1, lentOn: 2021-04-01 }\n${row}`))
  const { report } = await compare({
    before: { name: '前', workspace: memoryWorkspace(rows('')), paths: ['procedures'] },
    after: {
      name: '後',
      workspace: memoryWorkspace(rows('      - { number: K-2, kind: box, lentOn: 2022-04-01 }\n')),
      paths: ['procedures'],
    },
    today: '2026-03-31',
  })
  expect(report.changes.map(({ kind, grade, title }) => [kind, grade, title].join(' ')))
    .toMatchInlineSnapshot(`
    [
      "records.keyCards.entries.added editorial 実施記録の鍵の貸与簿「総務課」の記録",
    ]
  `)
})
