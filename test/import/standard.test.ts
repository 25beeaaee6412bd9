import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import { earlierPack, importStandard, openStandardReader } from '../../src/workflow/import.ts'
import type { Day } from '../../src/calendar/day.ts'
import { openContainer } from '../../src/import/container.ts'
import { standardFrom } from '../../src/import/standard.ts'
import { municipality, reader } from './read.ts'

const folder = join(import.meta.dirname, 'standard')

type Mark = readonly [requirements: string, force: string, cadence: string, subject: string]

interface Cadence {
  readonly accept: readonly string[]
  readonly max?: string
}

interface Clause {
  readonly number: string
  readonly requirement: string
  readonly force: string
  readonly cadence?: Cadence
  readonly subject?: string
}

/** P1Y+asNeeded, periodic; none where the clause does not say how often. */
function written(cadence: Cadence | undefined): string {
  if (!cadence) return 'none'
  const { accept, max } = cadence
  return accept.map((one) => (one === 'periodic' && max !== undefined ? max : one)).join('+')
}

/** How many of the marked clauses of a standard are read, and right field by field. */
async function measured(name: string, marks: string) {
  const bytes = readFileSync(join(folder, name))
  const { words } = await reader
  const { elements } = standardFrom(await openContainer(name, bytes), words)
  const clauses = elements
    .filter(({ list }) => list === 'clauses')
    .map(({ value }) => value as unknown as Clause)
  const wanted = Object.entries(
    parse(readFileSync(join(folder, marks), 'utf8')) as Readonly<Record<string, Mark>>,
  )
  const wrong: string[] = []
  const right = { found: 0, requirement: 0, force: 0, cadence: 0, subject: 0, whole: 0 }
  for (const [place, [requirements, force, cadence, subject]] of wanted) {
    const clause = clauses.find(({ number }) => number === place)
    if (!clause) {
      wrong.push(`${place} not read`)
      continue
    }
    right.found += 1
    const fields = {
      requirement: requirements.split('/').includes(clause.requirement),
      force: force === clause.force,
      cadence: cadence.split('/').includes(written(clause.cadence)),
      subject: subject === (clause.subject ?? 'none'),
    }
    if (Object.values(fields).every(Boolean)) right.whole += 1
    for (const [field, isRight] of Object.entries(fields)) {
      if (isRight) right[field as keyof typeof fields] += 1
      else wrong.push(`${place} ${field}: ${JSON.stringify(clause)}`)
    }
  }
  const places = wanted.map(([place]) => place)
  const strange = clauses.filter(({ number }) => !places.includes(number))
  return { all: wanted.length, ...right, strange: strange.map(({ number }) => number), wrong }
}

/**
 * How many of the marked clauses are read, and right field by field: it may get better and not worse. Who
 * mends the reader raises these, and changes no mark. When the reader first met them: of 97 clauses 91 had the
 * right requirement; of the 31 of the second standard, written to be hard and kept from all tuning, 18.
 */
const floors = {
  'wakabadai.txt': { found: 97, requirement: 92, force: 97, cadence: 97, subject: 97, whole: 92 },
  'tsukimino.md': { found: 29, requirement: 24, force: 29, cadence: 29, subject: 29, whole: 24 },
}

test.each(Object.entries(floors))('%s', async (name, floor) => {
  const { strange, wrong, all, ...right } = await measured(name, name.replace(/\..*$/u, '.yaml'))
  const below = Object.entries(floor).filter(
    ([field, least]) => right[field as keyof typeof right] < least,
  )
  expect(below, wrong.join('\n')).toEqual([])
  // What lays nothing down is no clause.
  expect(strange.length).toBeLessThanOrEqual(all / 30)
})

const text = readFileSync(join(folder, 'wakabadai.txt'), 'utf8')
type Files = Readonly<Record<string, string>>

/** Reads a standard into a folder that may hold a draft of it; gives the files of the folder. */
async function importInto(files: Files, document: string, from?: Day) {
  const town = { 'procedures/aoba-city/municipality.yaml': municipality }
  const workspace = memoryWorkspace({ ...files, ...town })
  const bytes = new TextEncoder().encode(document)
  const own = await openStandardReader({ workspace, ...(from && { from }) })
  const earlier = earlierPack(workspace, own.folder)
  const imported = await importStandard({ name: '対策基準.txt', bytes }, own, earlier)
  const written = imported.files.map(({ name, content }) => [`${own.folder}/${name}`, content])
  return { ...imported, files: { ...files, ...Object.fromEntries(written) } as Files }
}

const packFile = 'policies/aoba-city/pack.yaml'

test('the drafted pack is read and checked without errors, and every clause says that nobody confirmed it', async () => {
  const { files } = await importInto({}, text)
  const own = municipality.replace(
    "pack: base, edition: '2025-03'",
    'pack: aoba-city, edition: 2025-04-01',
  )
  const { report } = await check({
    workspace: memoryWorkspace({ ...files, 'procedures/aoba-city/municipality.yaml': own }),
    paths: ['.'],
  })
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const { clauses, roles } = parse(files[packFile] ?? '') as {
    readonly clauses: readonly { readonly unconfirmed: readonly string[] }[]
    readonly roles: readonly { readonly unconfirmed: readonly string[] }[]
  }
  expect(clauses.filter(({ unconfirmed }) => !unconfirmed.includes('requirement'))).toEqual([])
  const readings = [...clauses, ...roles].flatMap(({ unconfirmed }) => unconfirmed)
  expect(report.summary.unconfirmed).toBe(readings.length)
})

test('the same standard again changes nothing', async () => {
  const first = await importInto({}, text)
  const again = await importInto(first.files, text)
  expect(again.notes).toEqual([])
  expect(again.files[packFile]).toBe(first.files[packFile])
})

test('a changed standard is merged into the pack as people have edited it', async () => {
  const first = await importInto({}, text)
  // An officer settled which requirement an article is of, and noted why.
  const edited = (first.files[packFile] ?? '').replace(
    / {2}- id: net-2\n(?: +#.*\n)* +requirement: NET-2\n([^]*?) {4}unconfirmed: \[.*\]\n/u,
    '  - id: net-2\n    # 情報政策課で確かめた\n    requirement: NET-1\n$1',
  )
  expect(edited).not.toBe(first.files[packFile])
  const changed = text
    .replace('半年に１回以上、人事課', '３か月に１回以上、人事課')
    .replace(
      '（法令の遵守）\n第53条',
      '（記録の保存）\n第52条の２　情報システム管理者は、例外措置の申請書を、毎年、点検しなければならない。\n（法令の遵守）\n第53条',
    )
    .replace(
      'この基準は、令和７年４月１日から施行する。',
      'この基準は、令和７年４月１日から施行する。\n附則\nこの基準は、令和８年10月１日から施行する。',
    )
  const again = await importInto({ ...first.files, [packFile]: edited }, changed)
  const lines = new Set(edited.split('\n'))
  const fresh = (again.files[packFile] ?? '').split('\n').filter((line) => !lines.has(line))
  expect({ fresh, notes: again.notes }).toMatchSnapshot()
  expect(again.files[packFile]).toContain('# 情報政策課で確かめた\n    requirement: NET-1\n')
  const third = await importInto(again.files, changed)
  expect(third.files[packFile]).toBe(again.files[packFile])
})

test('a standard that does not say from when it is in force has to be told so', async () => {
  const undated = text.replace(/附則\n.*\n$/u, '')
  await expect(importInto({}, undated)).rejects.toThrow(
    '「対策基準.txt」に、施行日が書かれていません',
  )
  const { files } = await importInto({}, undated, '2025-04-01' as Day)
  expect(parse(files[packFile] ?? '')).toMatchObject({
    editions: [{ id: '2025-04-01', from: '2025-04-01' }],
  })
})
