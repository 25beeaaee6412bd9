import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { zipSync } from 'fflate'

/** The files of a working folder, by their path in it. */
export type Town = ReadonlyMap<string, string | Uint8Array>

/** The towns that cases start from, by what they are called in a case. */
export type TownName = 'aoba' | 'minamoto'

/** Reads a town: its pack and dossiers, a ledger as CSV, a template and a letterhead to be changed. `root` is the repository. */
export function readTown(root: string, name: TownName): Map<string, string | Uint8Array> {
  const folder = { aoba: 'test/cases/town', minamoto: 'examples/invented' }[name]
  const town = new Map<string, string | Uint8Array>(filesIn(resolve(root, folder)))
  const system = { aoba: 'aoba-city/library', minamoto: 'minamoto-town/water-billing' }[name]
  town.set(`procedures/${system}/ledger.yaml`, ledger(system))
  town.set(`procedures/${system}/ledger.csv`, csv)
  town.set('letterhead.docx', letterhead)
  // What `render --check` holds against what it would make.
  const stem = system.replace('/', '-')
  for (const made of ['procedure.docx', 'checklist.xlsx', 'ledgers.xlsx']) {
    town.set(`out/${stem}-${made}`, letterhead)
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

function ledger(system: string): string {
  return `kind: records
system: ${system}
accounts:
  - covers: { from: 2024-04-01, to: 2025-03-31 }
    from: ledger.csv
`
}

const csv = `id,holder,kind,rights,registeredOn,removedOn
a-1,s-1,personal,閲覧,2024-04-01,
a-2,s-2,personal,更新,令和6年5月1日,2024-12-01
a-3,"s-3, 旧姓",shared,閲覧,2024/6/1,
`

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** Not packed tight, so that a change of a byte is one of what stands in it. */
const letterhead = zipSync(
  {
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': Buffer.from(
      `<w:document xmlns:w="${word}"><w:body>${paragraph('{{title}}')}${paragraph('{{body}}')}<w:sectPr/></w:body></w:document>`,
    ),
  },
  { level: 0, mtime: '1980-01-02' },
)
