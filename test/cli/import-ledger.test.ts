import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layouts } from '../import/ledger/layouts.ts'
import { municipality } from '../import/read.ts'
import { office } from '../sample/workbook.ts'
import { run } from './run.ts'

const context = `kind: context
system: aoba-city/library
name: 図書館システム
owner: library
`

let top = ''
let cwd = ''
const folder = 'procedures/aoba-city/library'
beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'policy-lint-'))
  cwd = join(top, 'work')
  mkdirSync(join(cwd, folder, 'data'), { recursive: true })
  writeFileSync(join(cwd, 'procedures/aoba-city/municipality.yaml'), municipality)
  writeFileSync(join(cwd, folder, 'context.yaml'), context)
  for (const [name, sheets] of Object.entries(layouts)) {
    writeFileSync(join(top, `${name}.xlsx`), await office(...sheets))
  }
})
afterEach(() => {
  rmSync(top, { recursive: true })
})

function imported(...argv: readonly string[]) {
  return run(['import', ...argv, '--system', 'aoba-city/library'], {
    cwd,
    env: { XDG_STATE_HOME: join(top, 'state') },
  })
}

function written(name: string): string {
  return readFileSync(join(cwd, folder, name), 'utf8')
}

/** All that stands in the folder of the project. */
function everything(): string {
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  return files
    .map((one) => `${one.name}\n${readFileSync(join(one.parentPath, one.name), 'utf8')}`)
    .join('\n')
}

const covers = ['--covers', '2025-04-01/2026-03-31', '--section', 'library']

test('what import writes is read by check as it stands, and next month without another import', async () => {
  const sheets = layouts['accounts'] ?? []
  const path = join(cwd, folder, 'data/accounts.xlsx')
  writeFileSync(path, await office(...sheets))
  const { code, stderr } = await imported(`${folder}/data/accounts.xlsx`, ...covers)
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `「${folder}」に台帳の下書き（ledgers.yaml）があります
accounts.xlsx#ID管理簿: アカウント台帳 3行
accounts.xlsx#記入例: 読んでいません。シートの名前から、記入例や一覧表とみました
確かめること 2件（ledgers.import.md）
`,
  })
  expect(written('ledgers.yaml')).not.toContain('確認: ')
  const checked = await run(['check', '--format', 'json', '--no-cache'], { cwd })
  const form = (
    JSON.parse(checked.stdout) as { findings: { rule: string; message: string; label: string }[] }
  ).findings
    .filter(({ label }) => label === '形式')
    .map(({ rule, message }) => [rule, message])
  expect(form).toEqual([
    ['file.sheet-left-out', '合計の行とみて、台帳の行としては読みませんでした。'],
  ])
  const again = await imported(`${folder}/data/accounts.xlsx`, ...covers)
  expect(again.code).toBe(0)
  expect(again.stderr).toContain('ledgers.yaml は前のままにして')
})

test('names of persons are nowhere in the project; the same person is the same next month', async () => {
  const first = await imported(join(top, 'devices.xlsx'), ...covers)
  expect(first.code).toBe(0)
  const names = join(top, 'state/policy-lint/names/aoba-city.json')
  expect(first.stderr).toContain(`氏名と仮名の対応（2人、うち新しく2人）は「${names}」にあります`)
  expect(JSON.parse(readFileSync(names, 'utf8'))).toEqual({
    format: 'policy-lint/names.v1',
    names: { 青空太郎: 's-001', 若葉花子: 's-002' },
  })
  expect(everything()).not.toMatch(/青空|太郎|若葉|花子|アオゾラ|ワカバ|123456789018/u)
  const yaml = written('ledgers.yaml')
  const csv = written('data/devices-端末一覧.csv')
  const [sheet] = layouts['devices'] ?? []
  if (!sheet) throw new Error('no sheet')
  const more = {
    ...sheet,
    rows: [...sheet.rows.slice(0, 2), ['PC-009', 'タブレット', '若葉花子'], ...sheet.rows.slice(2)],
  }
  writeFileSync(join(top, 'devices.xlsx'), await office(more))
  const next = await imported(join(top, 'devices.xlsx'), ...covers)
  expect({ code: next.code, yaml: written('ledgers.yaml') }).toEqual({ code: 0, yaml })
  const [head = '', ...rows] = csv.split('\n')
  expect(written('data/devices-端末一覧.csv').split('\n')).toEqual([
    head,
    expect.stringMatching(/^PC-009,.*s-002/u),
    ...rows,
  ])
})

test('names are not kept in the project, wherever it is named', async () => {
  for (const path of ['names.json', `${folder}/../names.json`, join(cwd, 'a/b/names.json')]) {
    const { code, stderr } = await imported(join(top, 'devices.xlsx'), '--names', path)
    expect(code).toBe(2)
    expect(stderr).toContain('このフォルダーの中')
  }
  expect(existsSync(join(cwd, folder, 'ledgers.yaml'))).toBe(false)
  writeFileSync(join(top, 'other.json'), '{}')
  const other = await imported(join(top, 'devices.xlsx'), '--names', join(top, 'other.json'))
  expect([other.code, other.stderr]).toEqual([
    2,
    expect.stringContaining('氏名と仮名の対応のファイルではありません'),
  ])
})

test.each([
  ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '台帳として読めません'],
  ['macro.xlsm', Buffer.from('504b0304', 'hex'), '台帳として読めません'],
  ['open.ods', Buffer.from('504b0304', 'hex'), '台帳として読めません'],
  ['locked.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '古い形式（.xls）か、パスワードの付いた'],
  ['broken.xlsx', Buffer.from('504b0304', 'hex'), '壊れているかもしれません'],
  ['empty.csv', Buffer.from(''), '台帳として読めるシートがありません'],
  ['utf16.csv', Buffer.from('fffe41000a00', 'hex'), 'utf16.csv'],
])('%s is refused in plain words, and nothing is written', async (name, bytes, words) => {
  writeFileSync(join(top, name), bytes)
  const { code, stdout, stderr } = await imported(join(top, name))
  expect({ code, stdout, files: readdirSync(join(cwd, folder)).sort() }).toEqual({
    code: 2,
    stdout: '',
    files: ['context.yaml', 'data'],
  })
  expect(stderr).toContain(words)
})

test('what is not certain is told, and options of one kind are refused for the other', async () => {
  const unknown = await imported(join(top, 'unknown.xlsx'))
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('unknown.xlsx#Sheet1')
  const one = await imported(
    `${join(top, 'unknown.xlsx')}#Sheet1`,
    '--ledger',
    'media',
    '--dry-run',
    ...covers,
  )
  expect([one.code, one.stdout]).toEqual([0, expect.stringContaining('番号: label')])
  expect((await imported(join(top, 'unknown.xlsx'), '--ledger', 'nothing')).stderr).toContain(
    '「nothing」という台帳はありません',
  )
  expect((await imported(join(top, 'unknown.xlsx'), '--section', 'nobody')).code).toBe(2)
  expect(
    (await imported(join(top, 'unknown.xlsx'), '--covers', '2026-03-31/2025-04-01')).code,
  ).toBe(2)
  expect((await imported(`${join(top, 'unknown.xlsx')}#ない`)).stderr).toContain(
    '「ない」というシートはありません',
  )
  expect((await imported('a.docx', '--ledger', 'media')).stderr).toContain('「--ledger」は、台帳')
  expect((await imported('a.docx', 'b.xlsx')).stderr).toContain('別々に読み込んでください')
  expect(readdirSync(join(cwd, folder)).sort()).toEqual(['context.yaml', 'data'])
})

test('a table of months becomes what was done of the duties of the system', async () => {
  const duty = '{ id: log-review, title: ログの点検, activity: log.analyse, performers: [] }'
  writeFileSync(
    join(cwd, folder, 'procedure.yaml'),
    `kind: procedure\nid: p\nsystem: aoba-city/library\nduties: [${duty}]\n`,
  )
  const { code, stdout } = await imported(
    join(top, 'months.xlsx'),
    '--dry-run',
    '--section',
    'library',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('performed:')
  expect(stdout).toContain('- duty: log-review')
  const none = await run(
    ['import', join(top, 'months.xlsx'), '--system', 'aoba-city/other', '--dry-run'],
    { cwd },
  )
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringContaining('担当業務の見出し（title）と同じ名前の行がありません'),
  ])
})

test('numbers of telephones are nowhere in the project, and it is told that they are not read', async () => {
  const rows = 'U-01,USBメモリ,R7.4.1,みどり課 090-1234-5678,03-9876-5432\n'
  const text = `記録媒体管理簿\n管理番号,媒体種別,登録年月日,貸与先,電話番号\n${rows}`
  writeFileSync(join(top, '媒体.csv'), text)
  const { code, stderr } = await imported(join(top, '媒体.csv'), ...covers)
  expect([code, stderr]).toEqual([0, expect.stringContaining('個人番号と電話番号は読まず')])
  expect(everything()).not.toMatch(/1234-5678|9876-5432/u)
  expect(written('data/媒体.csv')).toBe(
    '管理番号,媒体種別,登録年月日,貸与先,電話番号\nU-01,USBメモリ,R7.4.1,みどり課 （電話番号）,\n',
  )
  expect(written('ledgers.import.md')).toContain(
    '| E2 | 電話番号 | 読まない（電話番号かもしれないので、読みません） |',
  )
})

test('a table of headings alone is the ledger that they speak of, and asked about where none is', async () => {
  const named =
    '管理番号,媒体種別,登録年月日,貸与先,返納日\nU-01,USBメモリ,R7.4.1,みどり課,R7.4.30\n'
  writeFileSync(join(top, 'a.csv'), named)
  const { stderr } = await imported(join(top, 'a.csv'), '--dry-run', ...covers)
  expect(stderr).toContain('a.csv: 記録媒体台帳 1行')
  const nobodys = '番号,品名,使用者,設置場所,取得日\nPC-1,ノートパソコン,みどり課,執務室,R7.4.1\n'
  writeFileSync(join(top, 'b.csv'), nobodys)
  const other = await imported(join(top, 'b.csv'), '--dry-run', ...covers)
  expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('--ledger に')])
})

test('a grid of months whose rows are things is told as such', async () => {
  const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
  const head = `媒体番号,${months.map((month) => `${month}月`).join(',')}`
  const text = `USBメモリ実査表（令和7年度）\n${head}\nU-01,${months.map(() => '○').join(',')}\n`
  writeFileSync(join(top, '実査.csv'), text)
  const { code, stderr } = await imported(join(top, '実査.csv'), ...covers)
  expect([code, stderr]).toEqual([2, expect.stringContaining('行が媒体や機器などの物なら')])
})

test('cells that look like formulas are texts in the copy', async () => {
  writeFileSync(
    join(top, 'f.xlsx'),
    await office({
      name: '記録媒体',
      rows: [
        ['管理番号', '種別', '借受者', '登録日'],
        ['=1+1', '+cmd', '青空 太郎', 'R7.4.1'],
      ],
    }),
  )
  await imported(join(top, 'f.xlsx'), ...covers)
  expect(written('data/f-記録媒体.csv')).toBe(
    '管理番号,種別,借受者,登録日\n" =1+1"," +cmd",s-001,R7.4.1\n',
  )
})
