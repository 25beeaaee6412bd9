import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The files of a working folder, by their path in it. */
export type Town = ReadonlyMap<string, string | Uint8Array>

/** The towns that cases start from, by what they are called in a case. */
export type TownName = 'aoba' | 'minamoto'

/** Reads a town: its pack and dossiers, a ledger as CSV, and a template to be changed. `root` is the repository. */
export function readTown(root: string, name: TownName): Map<string, string | Uint8Array> {
  const folder = { aoba: 'test/cases/town', minamoto: 'examples/invented' }[name]
  const town = new Map<string, string | Uint8Array>(filesIn(resolve(root, folder)))
  const system = { aoba: 'aoba-city/library', minamoto: 'minamoto-town/water-billing' }[name]
  town.set(`procedures/${system}/ledger.yaml`, ledger(system))
  town.set(`procedures/${system}/ledger.csv`, csv)
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
