import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { wordFile } from '../import/word.ts'

/** The files of a working folder, by their path in it. */
export type Town = ReadonlyMap<string, string | Uint8Array>

/** The towns that cases start from, by what they are called in a case. */
export type TownName = 'aoba' | 'minamoto'

/**
 * Reads a town: its pack and dossiers, a ledger as CSV, a template, a letterhead, documents to import and
 * lists of organisations. `root` is the repository.
 */
export function readTown(root: string, name: TownName): Map<string, string | Uint8Array> {
  const folder = { aoba: 'test/cases/town', minamoto: 'examples/invented' }[name]
  const town = new Map<string, string | Uint8Array>(filesIn(resolve(root, folder)))
  const system = { aoba: 'aoba-city/library', minamoto: 'minamoto-town/water-billing' }[name]
  town.set(`procedures/${system}/ledger.yaml`, ledger(system))
  town.set(`procedures/${system}/ledger.csv`, csv)
  town.set(`procedures/${system}/ledger.xlsx`, accountsBook)
  town.set('letterhead.docx', letterhead)
  for (const [path, content] of documentsIn(root)) town.set(`documents/${path}`, content)
  // What `render --check` holds against what it would make.
  const stem = system.replace('/', '-')
  for (const made of ['procedure.docx', 'checklist.xlsx', 'ledgers.xlsx']) {
    town.set(`out/${stem}-${made}`, made.endsWith('.xlsx') ? sheet : letterhead)
  }
  for (const one of ['procedure.hbs', 'partials/head.hbs']) {
    const text = filesIn(resolve(root, 'templates')).find(([path]) => path === one)?.[1]
    if (text !== undefined) town.set(`templates/${one}`, text)
  }
  return town
}

/** Writes the files of a town into a folder. */
export function writeTown(folder: string, town: Town): void {
  for (const [path, content] of town) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

function filesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [
      file.slice(folder.length + 1).replaceAll('\\', '/'),
      readFileSync(file, 'utf8'),
    ])
}

/** Documents as an office has them, in each container that is read, and lists of its organisations. */
function documentsIn(root: string): readonly (readonly [string, string | Uint8Array])[] {
  const corpus = (name: string): string =>
    readFileSync(resolve(root, 'test/import/corpus', name), 'utf8')
  return [
    ['word.docx', wordFile(corpus('hoshino-records.docx.txt'))],
    ['page.html', corpus('nanohana-tablet.html')],
    ['page.md', corpus('minatohama-school.md')],
    ['text.txt', corpus('shiomi-library.txt')],
    ['list.csv', organisations.map((row) => `${row.join(',')}\n`).join('')],
    ['list.xlsx', sheet],
  ]
}

const organisations = [
  ['コード', '名称', '上位の組織'],
  ['soumu', '総務部', ''],
  ['joho', '情報課', '総務部'],
  ['toshokan', '中央図書館', '総務部'],
]

function ledger(system: string): string {
  return `kind: records
system: ${system}
accounts:
  - covers: { from: 2024-04-01, to: 2025-03-31 }
    from: ledger.csv
  - covers: { from: 2025-04-01, to: 2026-03-31 }
    from: ledger.xlsx#アカウント台帳
`
}

const csv = `id,holder,kind,rights,registeredOn,removedOn
a-1,s-1,personal,閲覧,2024-04-01,
a-2,s-2,personal,更新,令和6年5月1日,2024-12-01
a-3,"s-3, 旧姓",shared,閲覧,2024/6/1,
`

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const application = 'application/vnd.openxmlformats-officedocument'

/** An Office file of some parts, the first of which is its document. */
function officeFile(
  type: string,
  parts: Readonly<Record<string, string>>,
  relations = '',
): Uint8Array {
  const [main = ''] = Object.keys(parts)
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${application}.${type}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="${main}"/></Relationships>`,
    ...(relations === '' ? {} : { [main.replace(/[^/]+$/, '_rels/$&.rels')]: relations }),
    ...parts,
  }
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  return zipSync(Object.fromEntries(bytes), { level: 0, mtime: '1980-01-02' })
}

const letterhead = officeFile('wordprocessingml.document', {
  'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${paragraph('{{title}}')}${paragraph('{{body}}')}<w:sectPr/></w:body></w:document>`,
})

const excel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet that holds rows of text, with cells merged where told. */
function bookOf(name: string, rows: readonly (readonly string[])[], merged = ''): Uint8Array {
  const cells = rows
    .map((row) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(''))
    .map((row, index) => `<row r="${index + 1}">${row}</row>`)
  return officeFile(
    'spreadsheetml.sheet',
    {
      'xl/workbook.xml': `<workbook xmlns="${excel}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${excel}"><sheetData>${cells.join('')}</sheetData>${merged}</worksheet>`,
    },
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
}

const sheet = bookOf('組織', organisations)

/** A ledger as an office keeps it: a title, headings of two rows, 〃, days of an era, a total, an example. */
const accountsBook = bookOf(
  'アカウント台帳',
  [
    ['アカウント管理簿（令和7年度）', '', '', '', '', ''],
    ['ID', '使用者', '種類', '権限', '登録', '削除'],
    ['', '', '', '', '日', '日'],
    ['記入例', 's-0', '個人', '閲覧', '令和7年4月1日', ''],
    ['a-1', 's-1', 'personal', '閲覧', '令和7年4月1日', ''],
    ['a-2', 's-2', '〃', '〃', '2025/5/23', 'R7.12.1'],
    ['合計', '2', '', '', '', ''],
  ],
  `<mergeCells>${['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
)
