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
    assert: account.kind != "shared" || !account.open
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

test('what a row lacks or says wrongly is told at its place, and the ledger stays unknown', async () => {
  const report = await run(
    town(
      `${ledger}A 1,窓口,共用,2024-04-01,\na-2,,みんな,2024-02-30,\na-3,,personal,\na-4,,shared,2024-04-01,,余り\n`,
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
    [
      'file.csv-value',
      'アカウント「a-3」に「registeredOn」（登録日）が書かれていません',
      `${csv}:4:1`,
    ],
    ['file.csv-columns', 'この行の値は6個ですが、見出しは5個です。', `${csv}:5:1`],
  ])
  expect(report.cannotJudge.map(({ rule }) => rule)).toEqual(['account.open'])
})

test('headings are keys or Japanese labels, each once, none missing', async () => {
  expect(found(await run(town('ID,種別,種類,登録日,登録日\n')))).toEqual([
    ['file.csv-header', '見出し「種別」に当たる項目はありません。', `${csv}:1:4`],
    ['file.csv-header', '見出し「登録日」の列が二つあります。', `${csv}:1:14`],
  ])
  expect(found(await run(town('ID,種類\n')))).toEqual([
    ['file.csv-header', '見出しの行に「登録日」(registeredOn)がありません。', `${csv}:1:1`],
  ])
  expect(found(await run(town('')))).toEqual([
    ['file.csv-empty', 'CSVファイルに見出しの行がありません。', `${csv}:1:1`],
  ])
  expect(found(await run(town('ID,種類,登録日\na-1,"共用,2024-04-01\n')))).toEqual([
    ['file.csv-quote', '引用符「"」が閉じられていません。', `${csv}:2:5`],
  ])
})

test('a file that is missing, outside the municipality or not in UTF-8 is told', async () => {
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
  const shiftJis = Uint8Array.from([0x49, 0x44, 0x2c, 0x8e, 0xed, 0x97, 0xde, 0x0a])
  expect(found(await run(town(shiftJis)))).toEqual([
    ['file.not-utf8', '文字コードがShift_JISです', `${csv}:1:1`],
  ])
})

test('a ledger is read and told of when only its records file was selected', async () => {
  const report = await run(town(`${ledger}a-1,,みんな,2024-04-01,\n`), [yaml])
  expect(report.findings.map(({ rule }) => rule)).toEqual(['file.csv-value'])
  expect((await run(town(ledger), ['procedures/hoshi/tax/context.yaml'])).findings).toEqual([])
})
