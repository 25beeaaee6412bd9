import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { compare } from '../../src/workflow/compare.ts'
import { absentIn } from './absent.ts'

const root = resolve(import.meta.dirname, '../..')
const asOf = '2025-03-31'

type Texts = Readonly<Record<string, string>>

function textsBelow(folder: string, shown = folder): Texts {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    files
      .filter((file) => /\.(ya?ml|csv)$/.test(file))
      .map((file) => [
        `${shown}/${file.replaceAll('\\', '/')}`,
        readFileSync(join(root, folder, file), 'utf8'),
      ]),
  )
}

const packs = textsBelow('policies')
const audited = textsBelow('procedures')
const remedied = textsBelow('examples/remedied', 'procedures')

/** The audited state with some files as the remedied twins have them. */
function withRemedied(isChanged: (path: string) => boolean): Texts {
  const kept = Object.entries(audited).filter(([path]) => !isChanged(path))
  const changed = Object.entries(remedied).filter(([path]) => isChanged(path))
  return Object.fromEntries([...kept, ...changed])
}

const found = new Map<Texts, Promise<ReadonlySet<string>>>()

/** What is found in some texts, once for all that they are held against. */
function foundIn(texts: Texts): Promise<ReadonlySet<string>> {
  const known = found.get(texts) ?? checked(texts)
  found.set(texts, known)
  return known
}

async function checked(texts: Texts): Promise<ReadonlySet<string>> {
  const workspace = memoryWorkspace({ ...packs, ...texts })
  const { report } = await check({ workspace, paths: ['procedures'], asOf })
  return new Set(report.findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`))
}

describe.each<[string, (path: string) => boolean]>([
  ['nothing', () => false],
  ['one system', (path) => path.startsWith('procedures/osaka-city/online-application/')],
  ['the whole organisation', (path) => path.startsWith('procedures/osaka-pref/organisation/')],
  ['a municipality', (path) => path === 'procedures/osaka-city/municipality.yaml'],
  ['everything of one municipality', (path) => path.startsWith('procedures/yokkaichi-city/')],
])('where %s changes', (_, isChanged) => {
  test('a comparison finds what checks of both sides find, though only what changed is judged', async () => {
    const later = withRemedied(isChanged)
    const side = (name: string, texts: Texts) => ({
      name,
      workspace: memoryWorkspace({ ...packs, ...texts }),
      paths: ['procedures'],
    })
    const { report } = await compare({
      before: side('before', audited),
      after: side('after', later),
      asOf,
    })
    const [before, after] = [await foundIn(audited), await foundIn(later)]
    const told = (findings: typeof report.findings.introduced) =>
      findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort()
    expect({
      introduced: told(report.findings.introduced),
      absent: told(absentIn(report.findings)),
    }).toEqual({
      introduced: [...after].filter((one) => !before.has(one)).sort(),
      absent: [...before].filter((one) => !after.has(one)).sort(),
    })
  })
})
