import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { day, office, type OfficeSheet } from '../../sample/workbook.ts'
import { found, run } from './run.ts'

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

const town = (book: Uint8Array, from = 'data/台帳.xlsx#アカウント') => ({
  'policies/hoshi/rules.yaml': rules,
  'procedures/hoshi/tax/context.yaml': 'kind: context\nsystem: hoshi/tax\nname: 税\nowner: joho\n',
  'procedures/hoshi/tax/records.yaml': `kind: records
system: hoshi/tax
accounts:
  - organisation: koseki
    from: ${from}
    covers: { from: 2025-04-01, to: 2026-03-31 }
`,
  'procedures/hoshi/tax/data/台帳.xlsx': book,
})

const at = 'procedures/hoshi/tax/data/台帳.xlsx#アカウント'
const records = 'procedures/hoshi/tax/records.yaml'

test('a sheet as offices keep it is judged, each row at its place', async () => {
  const book = await office(
    { name: '表紙', rows: [['アカウント管理台帳']] },
    {
      name: 'アカウント',
      rows: [
        ['アカウント管理台帳', null, null, null, null, null],
        ['令和8年3月31日現在'],
        [],
        ['No.', 'ＩＤ', '表示名', '種 類', '登録日', '削除日'],
        [null, '記入例', '窓口', '共用', '令和6年4月1日', null],
        [1, 'a-1', '窓口', '共用', day('2024-04-01'), null],
        [2, 'a-2', '受付', '〃', '〃', 'R7.1.1'],
        [null, null, null, null, null, null],
        ['No.', 'ＩＤ', '表示名', '種 類', '登録日', '削除日'],
        [3, 'a-3', '予備', '同上', '令和６年４月１日（月）', null],
        ['合計', 3, null, null, null, null],
        ['※ 共用は令和7年度までに廃止する。'],
      ],
      merges: ['A1:F1'],
    },
  )
  const report = await run(town(book))
  expect(found(report)).toEqual([
    ['file.sheet-left-out', '記入例の行とみて、台帳の行としては読みませんでした。', `${at}:5:3`],
    ['account.open', '窓口が共用のまま使われています。', `${at}:6:17`],
    ['account.open', '予備が共用のまま使われています。', `${at}:10:17`],
    ['file.sheet-left-out', '合計の行とみて、台帳の行としては読みませんでした。', `${at}:11:1`],
    ['file.sheet-left-out', '注の行とみて、台帳の行としては読みませんでした。', `${at}:12:1`],
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 1, violated: 2, cannotJudge: 0 })
})

test('double headings and cells joined over rows are read, ○ and × too', async () => {
  const book = await office({
    name: 'アカウント',
    rows: [
      ['ID', '利用者', null, '登録', '削除', '職員以外の使用'],
      [null, '表示名', '種類', '日', '日', null],
      ['a-1', '窓口', '共用', day('2024-04-01', 'yyyy/m/d'), null, '○'],
      ['a-2', '受付', null, '2024/4/1', '2025.3.31', '×'],
    ],
    merges: ['A1:A2', 'B1:C1', 'F1:F2', 'C3:C4'],
  })
  const report = await run(town(book))
  expect(found(report)).toEqual([
    ['file.sheet-header', '見出し「職員以外の使用」に当たる項目はありません。', `${at}:1:20`],
  ])
  const renamed = await office({
    name: 'アカウント',
    rows: [
      ['ID', '利用者', null, '登録', '削除', '本人でない者の利用'],
      [null, '表示名', '種類', '日', '日', null],
      ['a-1', '窓口', '共用', day('2024-04-01', 'yyyy/m/d'), null, '○'],
      ['a-2', '受付', null, '2024/4/1', '2025.3.31', '×'],
    ],
    merges: ['A1:A2', 'B1:C1', 'F1:F2', 'C3:C4'],
  })
  expect(found(await run(town(renamed)))).toEqual([
    ['account.open', '窓口が共用のまま使われています。', `${at}:3:14`],
  ])
})

test('what a row says wrongly and values below no heading are told at their place', async () => {
  const book = await office({
    name: 'アカウント',
    rows: [
      ['ID', '種類', '登録日'],
      ['a-1', 'みんな', '令和7年2月30日'],
      ['a-2', '共用', 46113],
      ['a-3', '共用', '2024-04-01'],
    ],
  })
  expect(found(await run(town(book)))).toEqual([
    [
      'file.sheet-value',
      'アカウント「a-1」の「kind」（種類）に「みんな」とは書けません',
      `${at}:2:6`,
    ],
    [
      'file.sheet-value',
      'アカウント「a-1」の「registeredOn」（登録日）の「令和7年2月30日」という日はありません',
      `${at}:2:11`,
    ],
    [
      'file.sheet-value',
      'アカウント「a-2」の「registeredOn」（登録日）の「46113」は、日付ではなく表計算ソフトの通し番号のようです',
      `${at}:3:10`,
    ],
    ['account.open', 'a-3が共用のまま使われています。', `${at}:4:10`],
  ])
  const beside = await office({
    name: 'アカウント',
    rows: [
      ['ID', '種類'],
      ['a-1', '共用', '要確認'],
    ],
  })
  expect(found(await run(town(beside)))).toEqual([
    ['file.sheet-header', '見出しのない列に「要確認」があります。', `${at}:2:10`],
  ])
})

test('rows of other organisations are left to them; one that nobody can place is told', async () => {
  const rows = [
    ['組織', 'ID', '種類'],
    ['koseki', 'a-1', '共用'],
    ['', 'a-2', '共用'],
    ['戸籍課', 'a-3', '共用'],
  ]
  expect(found(await run(town(await office({ name: 'アカウント', rows }))))).toEqual([
    ['account.open', 'a-1が共用のまま使われています。', `${at}:2:1`],
    ['account.open', 'a-2が共用のまま使われています。', `${at}:3:1`],
    [
      'file.sheet-series',
      'この行の「組織」の「戸籍課」が、この台帳のことか分かりません。',
      `${at}:4:1`,
    ],
  ])
})

test('a workbook that cannot be read leaves the ledger unknown, and says why', async () => {
  const rows = [
    ['ID', '種類'],
    ['a-1', '共用'],
  ]
  const book = await office({ name: 'アカウント', rows }, { name: '別', rows })
  const parts = unzipSync(book)
  const told = async (bytes: Uint8Array, from?: string): Promise<unknown> =>
    found(await run(town(bytes, from)))
  const place = `${records}:5:11`
  const path = 'procedures/hoshi/tax/data/台帳.xlsx'
  const unread = (message: string) => [
    ['file.sheet-unreadable', `「${path}」は、${message}。`, place],
  ]
  expect(await told(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toEqual(
    unread('古い形式（.xls）か、パスワードの付いた Excel のファイルなので、読めません'),
  )
  expect(await told(strToU8('ID,種類\n'))).toEqual(
    unread('Excel のファイル（.xlsx）として読めません。壊れているかもしれません'),
  )
  expect(await told(book.slice(0, book.length / 2))).toEqual(
    unread('Excel のファイル（.xlsx）として読めません。壊れているかもしれません'),
  )
  expect(await told(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }))).toEqual(
    unread('マクロの入った Excel のファイルなので、読みません'),
  )
  expect(await told(zipSync({ mimetype: strToU8('application/vnd.oasis') }))).toEqual(
    unread('Excel のファイル（.xlsx）ではありません'),
  )
  const bomb = zipSync({ ...parts, 'xl/media/a.bin': new Uint8Array(40 * 1024 * 1024) })
  expect(await told(bomb)).toEqual(unread('大きすぎるので、読めません'))
  const sheet = strToU8(
    '<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>',
  )
  expect(await told(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toEqual(
    unread('大きすぎるので、読めません'),
  )
  expect(await told(book, 'data/台帳.xlsx')).toEqual([
    [
      'file.sheet-missing',
      `「${path}」にはシートがいくつもあり、どれが台帳か分かりません。`,
      place,
    ],
  ])
  expect(await told(book, 'data/台帳.xlsx#端末')).toEqual([
    ['file.sheet-missing', `「${path}」に「端末」というシートはありません。`, place],
  ])
  expect(await told(book, '../../台帳.xlsx#端末')).toEqual([
    [
      'file.sheet-outside',
      '台帳のExcelのファイル「../../台帳.xlsx」は、自治体のフォルダーの外にあります。',
      place,
    ],
  ])
})

const named = `kind: records
system: hoshi/tax
accounts:
  - organisation: koseki
    from: data/台帳.xlsx#アカウント
    columns: { 識別子: id, 名: label, 種別: kind, 交付日: registeredOn, 抹消日: removedOn, 主管: organisation, 機: none }
    words: { kind: { 課で共用: shared, 職員: personal, '-': none }, organisation: { 税務課: zeimu, 戸籍課: koseki } }
    covers: { from: 2025-04-01, to: 2026-03-31 }
`

/** The same town, whose records say how the columns of the office are read. */
async function readAs(written: string, ...rows: OfficeSheet['rows']) {
  const merges = rows[0] === title ? ['A1:H1'] : []
  const book = await office({ name: 'アカウント', rows, merges })
  return run({ ...town(book), [records]: written })
}

const title = ['アカウント管理簿（令和7年度）', ...Array<null>(7).fill(null)]

test('headings and words of the office are read as the records say, below a title over all columns', async () => {
  const report = await readAs(
    named,
    title,
    ['No', '識別子', '名', '種別', '交付日', '抹消日', '主管', '機'],
    [1, 'a-1', '窓口', '課で共用', 'R6.4.1', null, '戸籍課', 'x'],
    [2, 'a-2', '受付', '職員', 'R6.4.1', null, '戸籍課', 'x'],
    [3, 'a-3', '税', '課で共用', 'R6.4.1', null, '税務課', 'x'],
    [4, 'a-4', '予備', '課で共用', 'R6.4.1', 'R7.5.1', null, 'x'],
    [5, 'a-5', '空', '-', 'R6.4.1', null, null, 'x'],
  )
  expect(found(report)).toEqual([
    ['account.open', '窓口が共用のまま使われています。', `${at}:3:19`],
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 2, violated: 1, cannotJudge: 1 })
})

test('a heading or a key that is not there is told where it is named, and no row is judged', async () => {
  const rows = [
    ['識別子', '名', '種別', '交付日', '抹消日', '主管'],
    ['a-1', '窓口', '課で共用', 'R6.4.1', null, '戸籍課'],
  ]
  const lacking = await readAs(named.replace('機: none', '機: none, 期限: expiresOn'), ...rows)
  expect(found(lacking)).toEqual([
    ['file.ledger-columns', `「${at}」に、「機」という見出しの列はありません。`, `${records}:6:98`],
    [
      'file.ledger-columns',
      `「${at}」に、「期限」という見出しの列はありません。`,
      `${records}:6:107`,
    ],
  ])
  expect(lacking.findings.map(({ severity }) => severity)).toEqual(['info', 'error'])
  expect(lacking.summary.results).toMatchObject({ satisfied: 0, violated: 0 })
  const wrong = named
    .replace('名: label', '名: lable')
    .replace('主管: organisation', '主管: id')
    .replace('職員: personal', '職員: persona')
  expect(found(await readAs(wrong, ...rows))).toEqual([
    ['file.ledger-columns', 'アカウント台帳に「lable」というキーはありません。', `${records}:6:25`],
    [
      'file.ledger-columns',
      '「識別子」と「主管」の二つの列が、同じキー「id」になっています。',
      `${records}:6:80`,
    ],
    [
      'file.ledger-columns',
      '読む値の「persona」は、この項目の言葉ではありません。',
      `${records}:7:36`,
    ],
  ])
  const bare = named.replace(/ {4}from: .*\n/u, '').replace(/ {4}words: .*\n/u, '    entries: []\n')
  expect(found(await readAs(bare, ...rows))).toEqual([
    [
      'file.ledger-columns',
      'columns が書かれていますが、表のファイル（from）がありません。',
      `${records}:5:5`,
    ],
  ])
})

test('a CSV file as an office keeps it is read in the same way', async () => {
  const csv = `アカウント管理簿,,,\n識別子,種別,交付日,抹消日\na-1,課で共用,R6.4.1,\na-2,〃,〃,R7.1.1\n`
  const files = {
    ...town(new Uint8Array()),
    [records]: named
      .replace('台帳.xlsx#アカウント', '台帳.csv')
      .replace(/名: label, |, 主管: organisation, 機: none/gu, ''),
    'procedures/hoshi/tax/data/台帳.csv': csv,
  }
  const report = await run(files)
  expect(found(report)).toEqual([
    ['account.open', 'a-1が共用のまま使われています。', 'procedures/hoshi/tax/data/台帳.csv:3:10'],
  ])
  expect(report.summary.results).toMatchObject({ satisfied: 1, violated: 1, cannotJudge: 0 })
})
