import { expect, test } from 'vitest'
import { found, outcome, run } from './run.ts'

const rules = `
kind: rules
pack: hoshi
rules:
  - id: account.open
    title: 共用のアカウントを残さない
    requirement: none
    severity: warning
    rationale: 誰が使ったか分からなくなる。
    each: { account: doc.accounts }
    assert: default(account.kind, "personal") != "shared" || !account.open
    at: [account.registeredOn, account]
    message: "{{ account }}が共用のまま使われています。"
    examples: [{ good: 残さない }, { bad: 残す }]
`

const context = 'kind: context\nsystem: hoshi/tax\nname: 税\nowner: joho\n'

const records = (from: string, more = ''): string => `
kind: records
system: hoshi/tax
accounts:
  - organisation: koseki
    from: ${from}
    covers: { from: 2025-04-01, to: 2026-03-31 }
${more}
`

const ledger = 'ID,表示名,種類,registeredOn,removedOn\n'

const town = (csv: string | Uint8Array, from = 'data/accounts.csv', more = '') => ({
  'policies/hoshi/rules.yaml': rules,
  'procedures/hoshi/tax/context.yaml': context,
  'procedures/hoshi/tax/records.yaml': records(from, more),
  'procedures/hoshi/tax/data/accounts.csv': csv,
})

const csv = 'procedures/hoshi/tax/data/accounts.csv'
const yaml = 'procedures/hoshi/tax/records.yaml'

test('a ledger kept as CSV is judged like one written in YAML, each row at its place', async () => {
  const text = `${ledger}a-1,窓口,共用,令和6年4月1日,\n\na-2,"予備,二",shared,2024-04-01,2025-01-01\na-3,,personal,2024-04-01,\n`
  const report = await run(town(text))
  expect(found(report)).toEqual([
    ['account.open', '窓口が共用のまま使われています。', `${csv}:2:11`],
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 2, violated: 1, cannotJudge: 0 })
})

test('the text of a CSV file stays at hand where a finding points into it, and no longer than that', async () => {
  const heldOf = async (kind: string): Promise<readonly string[]> => {
    const { sources } = await outcome(town(`${ledger}a-1,窓口,${kind},2024-04-01,\n`))
    return [...sources.keys()].filter((path) => path.startsWith('procedures/hoshi/tax'))
  }
  expect(await heldOf('共用')).toEqual([csv])
  expect(await heldOf('個人用')).toEqual([])
})

test('rows stand beside entries written in YAML; an id is used once in both', async () => {
  const more = '    entries: [{ id: a-1, kind: personal, registeredOn: 2024-04-01 }]'
  const report = await run(
    town(`\ufeff${ledger}a-1,窓口,personal,2024-04-01,\n`, './data/accounts.csv', more),
  )
  expect(found(report)).toEqual([
    ['file.duplicate-id', 'アカウントのID「a-1」が二度使われています。', `${csv}:2:1`],
  ])
  const [{ related }] = report.findings as [(typeof report.findings)[number]]
  expect(related.map(({ location: { path, start } }) => `${path}:${start.line}`)).toEqual([
    `${yaml}:8`,
  ])
})

test('what a row lacks or says wrongly is told at its place, and the others are judged', async () => {
  const report = await run(
    town(
      `${ledger}A 1,窓口,共用,2024-04-01,\na-2,,みんな,2024-02-30,\na-3,,personal,\na-4,,shared,2024-04-01,,余り\na-5,受付,共用,2024-04-01,\na-6,"控""え"室,shared,2024-04-01,\na-7,,personal,2024-04-01,\n`,
    ),
  )
  expect(found(report)).toEqual([
    ['file.csv-value', 'アカウント「A 1」の「id」（ID）の「A 1」は書き方が違います', `${csv}:2:1`],
    [
      'file.csv-value',
      'アカウント「a-2」の「kind」（種類）に「みんな」とは書けません',
      `${csv}:3:6`,
    ],
    [
      'file.csv-value',
      'アカウント「a-2」の「registeredOn」（登録日）の「2024-02-30」という日はありません',
      `${csv}:3:10`,
    ],
    ['file.csv-columns', 'この行の値は4個ですが、見出しは5個です。', `${csv}:4:1`],
    ['file.csv-columns', 'この行の値は6個ですが、見出しは5個です。', `${csv}:5:1`],
    ['account.open', '受付が共用のまま使われています。', `${csv}:6:11`],
    ['file.csv-quote', '閉じた引用符「"」の後に文字があります。', `${csv}:7:5`],
  ])
  expect(report.cannotJudge).toEqual([
    {
      rule: 'account.open',
      requirement: null,
      system: 'hoshi/tax',
      element: '',
      reason: 'unreadable',
      missing: [{ kind: 'records', path: 'accountLedger:koseki/entries' }],
    },
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 1, violated: 1, cannotJudge: 1 })
})

test('where a quote is not closed the rows before it are judged', async () => {
  const report = await run(
    town(`${ledger}a-1,窓口,共用,2024-04-01,\na-2,"受付,共用,2024-04-01,\na-3,,共用,2024-04-01,\n`),
  )
  expect(found(report)).toEqual([
    ['account.open', '窓口が共用のまま使われています。', `${csv}:2:11`],
    ['file.csv-quote', '引用符「"」が閉じられていません。', `${csv}:3:5`],
  ])
  expect(report.cannotJudge.map(({ rule }) => rule)).toEqual(['account.open'])
})

test.each([
  ['that is missing', 'nowhere.csv', ledger],
  ['without a heading', 'data/accounts.csv', ''],
])('a file %s leaves what is written beside it to be judged', async (_, from, text) => {
  const more = '    entries: [{ id: a-1, kind: shared, registeredOn: 2024-04-01 }]'
  const report = await run(town(text, from, more))
  expect(report.findings.map(({ rule }) => rule).sort()).toEqual([
    'account.open',
    from === 'nowhere.csv' ? 'file.csv-missing' : 'file.csv-empty',
  ])
  expect(report.cannotJudge.map(({ rule, reason }) => [rule, reason])).toEqual([
    ['account.open', 'unreadable'],
  ])
})

test('a ledger of which something could not be read is judged, as the others are', async () => {
  const more = `  - organisation: joho
    covers: { from: 2025-04-01, to: 2026-03-31 }
    entries: [{ id: b-1, kind: shared, registeredOn: 2024-04-01 }]
    noSuchKey: 1
`
  const report = await run(
    town(`${ledger}a-1,窓口,共用,2024-04-01,\n`, './data/accounts.csv', more),
  )
  expect(report.findings.map(({ rule }) => rule)).toEqual([
    'account.open',
    'account.open',
    'shape.unknown-key',
  ])
  expect(report.cannotJudge.map(({ rule, reason }) => [rule, reason])).toEqual([
    ['account.open', 'unreadable'],
  ])
})

test('headings are keys or Japanese labels, each once, none missing', async () => {
  expect(found(await run(town('ID,種別,種類,登録日,登録日\n')))).toEqual([
    ['file.csv-header', '見出し「種別」に当たる項目はありません。', `${csv}:1:4`],
    ['file.csv-header', '見出し「登録日」の列が二つあります。', `${csv}:1:14`],
  ])
  expect(found(await run(town('種類,登録日\n')))).toEqual([
    ['file.csv-header', '見出しの行に「ID」(id)がありません。', `${csv}:1:1`],
  ])
  expect(found(await run(town('')))).toEqual([
    ['file.csv-empty', 'CSVファイルに見出しの行がありません。', `${csv}:1:1`],
  ])
  expect(found(await run(town('ID,種類,登録日\na-1,"共用,2024-04-01\n')))).toEqual([
    ['file.csv-quote', '引用符「"」が閉じられていません。', `${csv}:2:5`],
  ])
})

test('rows and columns of nothing, which spreadsheets leave, are none', async () => {
  const heads = 'ID,表示名,種類,登録日,削除日,,\n'
  const text = `,,,,,,\n${heads}a-1,窓口,共用,2024-04-01,,,\n,,,,,,\n"",\u3000, ,,,,\na-2,,個人用,2024-04-01,,,\n,,\n`
  const report = await run(town(text))
  expect(found(report)).toEqual([
    ['account.open', '窓口が共用のまま使われています。', `${csv}:3:11`],
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 1, violated: 1, cannotJudge: 0 })
})

test.each([
  ['タブ', '\t'],
  ['セミコロン', ';'],
  ['全角のコンマ', '，'],
])('fields that a %s parts are said to be so, once', async (name, separator) => {
  const rows = `\n"ID",使用者,種類,登録日\na-1,staff-a,個人用,2024-04-01\n`.replaceAll(
    ',',
    separator,
  )
  expect(found(await run(town(rows)))).toEqual([
    ['file.csv-separator', `値が、コンマではなく${name}で区切られています。`, `${csv}:2:1`],
  ])
})

test('a serial number of a spreadsheet is said to be one', async () => {
  const report = await run(town(`${ledger}a-1,,個人用,46113,４６１４３．５\n`))
  const fix = (day: string): string =>
    `元の表で列の表示形式を「日付」にして、保存し直してください。1900年から数えた番号なら ${day} です。`
  const told = report.findings.map(({ message, fix: todo, location: { start } }) => {
    return [message, todo, start.column]
  })
  expect(told).toEqual([
    [
      'アカウント「a-1」の「registeredOn」（登録日）の「46113」は、日付ではなく表計算ソフトの通し番号のようです',
      fix('2026-04-01'),
      10,
    ],
    [
      'アカウント「a-1」の「removedOn」（削除日）の「４６１４３．５」は、日付ではなく表計算ソフトの通し番号のようです',
      fix('2026-05-01'),
      16,
    ],
  ])
})

test('a file in Shift_JIS with the characters of Windows is read, with a remark', async () => {
  // ID,表示名,種類,登録日 / a-1,髙橋①の席,共用,2024-04-01
  const bytes = Buffer.from(
    '49442c955c8ea696bc2c8eed97de2c936f985e93fa0d0a' +
      '612d312ceee08bb4874082cc90c82c8ba497702c323032342d30342d30310d0a',
    'hex',
  )
  const report = await run(town(bytes))
  expect(found(report)).toEqual([
    [
      'file.csv-shift-jis',
      'このCSVファイルは、文字コードをShift_JIS（CP932）とみて読みました。',
      `${csv}:1:1`,
    ],
    ['account.open', '髙橋①の席が共用のまま使われています。', `${csv}:2:14`],
  ])
  expect(report.findings.map(({ severity }) => severity)).toEqual(['info', 'warning'])
})

test('a file that is missing, outside the municipality or in another encoding is told', async () => {
  expect(found(await run(town(ledger, 'accounts.csv')))).toEqual([
    ['file.csv-missing', '台帳のCSVファイル「accounts.csv」を開けません。', `${yaml}:6:11`],
  ])
  const outside = {
    ...town(ledger, '../../other/accounts.csv'),
    'procedures/other/accounts.csv': ledger,
  }
  expect(found(await run(outside))).toEqual([
    [
      'file.csv-outside',
      '台帳のCSVファイル「../../other/accounts.csv」は、自治体のフォルダーの外にあります。',
      `${yaml}:6:11`,
    ],
  ])
  // ID,種類
  const eucJp = Uint8Array.from([0x49, 0x44, 0x2c, 0xbc, 0xef, 0xce, 0xe0, 0x0a])
  expect(found(await run(town(eucJp)))).toEqual([
    ['file.not-utf8', '文字コードがEUC-JPです', `${csv}:1:1`],
  ])
})

test('a row without a value that it must have is told which column is empty', async () => {
  const report = await run(town(`${ledger},窓口,共用,2024-04-01,\n`))
  expect(report.findings.map(({ message, fix }) => [message, fix])).toEqual([
    [
      'アカウントに「id」（ID）が書かれていません',
      '「ID」(id)の列に値を書いてください。アカウントの識別子です。',
    ],
  ])
})

test('a ledger is read and told of when only its records file was selected', async () => {
  const report = await run(town(`${ledger}a-1,,みんな,2024-04-01,\n`), [yaml])
  expect(report.findings.map(({ rule }) => rule)).toEqual(['file.csv-value'])
  expect((await run(town(ledger), ['procedures/hoshi/tax/context.yaml'])).findings).toEqual([])
})
