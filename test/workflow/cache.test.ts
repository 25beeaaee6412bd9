import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/finding/usage-error.ts'
import { formats } from '../../src/format/index.ts'
import { missingLabel } from '../../src/schema/missing-label.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { check } from '../../src/workflow/check.ts'
import type { CheckRequest } from '../../src/workflow/judge/run.ts'
import { oneIn } from '../sample/sweep.ts'

type Files = Readonly<Record<string, string>>

const base: Files = {
  ...filesBelow('examples/invented/procedures/minamoto-town', 'procedures/minamoto-town'),
  ...filesBelow('examples/invented/policies/minamoto-town', 'policies/minamoto-town'),
  ...ledgers(),
}
const place = mkdtempSync(join(tmpdir(), 'policy-lint-cache-'))
let count = 0

/** An empty place for what a test keeps. */
function fresh(): { folder: string; program: string } {
  count += 1
  return { folder: join(place, String(count)), program: 'one' }
}

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
})

/** What a run prints, or how it ends, and how many systems it judged itself. */
async function outcome(files: Files, more: Partial<CheckRequest> = {}) {
  let judged = 0
  const workspace = memoryWorkspace(files)
  const onProgress = () => {
    judged += 1
  }
  try {
    const request = { workspace, paths: ['procedures'], today: '2026-09-01', onProgress, ...more }
    const { report, sources, ruleTitles } = await check(request)
    const context = { sources, color: false, width: 80, missingLabel, ruleTitles }
    return { judged, told: formats.text(report, context) + formats.json(report, context) }
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown
    return { judged, told: JSON.stringify([thrown.message, thrown.hint, thrown.location]) }
  }
}

const known = new WeakMap<Files, Map<string, ReturnType<typeof outcome>>>()

/** What a run says that knows nothing, of the same files once. */
function coldly(files: Files, more: Partial<CheckRequest>): ReturnType<typeof outcome> {
  const told = known.get(files) ?? new Map<string, ReturnType<typeof outcome>>()
  known.set(files, told)
  const key = JSON.stringify(more)
  const cold = told.get(key) ?? outcome(files, more)
  told.set(key, cold)
  return cold
}

/** A run over what another has left says what one says that knows nothing, and so does the one after it. */
async function expectSame(
  files: Files,
  cache: CheckRequest['cache'],
  more: Partial<CheckRequest> = {},
) {
  const cold = await coldly(files, more)
  const warm = await outcome(files, { ...more, ...(cache && { cache }) })
  expect(warm.told).toBe(cold.told)
  return { cold, warm }
}

describe('what a run keeps', () => {
  const cache = fresh()
  let systems = 0

  beforeAll(async () => {
    const first = await outcome(base, { cache })
    systems = first.judged
  })

  test('spares the next run the judging, and changes no byte', async () => {
    expect(systems).toBeGreaterThan(2)
    const { warm } = await expectSame(base, cache)
    expect(warm.judged).toBe(0)
  })

  test('spares nothing where another system is as it was', async () => {
    const path = 'procedures/minamoto-town/water-billing/records.yaml'
    const changed = { ...base, [path]: `${base[path] ?? ''}# もう一行\n` }
    const { warm } = await expectSame(changed, cache)
    expect(warm.judged).toBe(1)
  })

  // Of each file another change in turn, not of every file by day: eleven has nothing in common with four.
  test.each([...oneIn(11, Object.keys(base).flatMap(changesOf))])(
    'says nothing of what rests on $path once $what',
    async ({ files }) => {
      await expectSame(files, cache)
    },
  )

  test('says nothing of the same text in another place', async () => {
    const moved = Object.fromEntries(
      Object.entries(base).map(([path, text]) => [path.replace('water-billing/', 'water/'), text]),
    )
    await expectSame(moved, cache)
  })

  test('holds on the day it was found out, where that counts', async () => {
    const { 'procedures/minamoto-town/organisation/context.yaml': wide = '' } = base
    const undated = {
      ...base,
      'procedures/minamoto-town/organisation/context.yaml': wide.replace(/^foundOn:.*\n/m, ''),
    }
    const own = fresh()
    await outcome(undated, { cache: own })
    expect((await expectSame(undated, own)).warm.judged).toBe(0)
    const { warm } = await expectSame(undated, own, { today: '2027-04-02' })
    expect(warm.judged).toBeGreaterThan(0)
    for (const asOf of ['2025-03-31', '2027-04-02']) {
      expect((await expectSame(base, cache, { asOf })).warm.judged).toBe(systems)
    }
  })

  test('says nothing to another program, and not without the packs it was judged by', async () => {
    const other = { ...cache, program: 'two' }
    expect((await expectSame(base, other)).warm.judged).toBe(systems)
    const town = 'procedures/minamoto-town/municipality.yaml'
    const inForce = "- { pack: base, edition: '2025-03', from: 2022-04-01 }\n"
    const byBase = {
      ...base,
      [town]: (base[town] ?? '').replace(/- \{ pack: .*\n +- \{ pack: .*\n/, inForce),
    }
    expect((await expectSame(byBase, cache)).warm.judged).toBe(systems)
  })

  test('is of the systems that are asked for, whatever else was judged with them', async () => {
    const paths = ['procedures/minamoto-town/water-billing']
    await expectSame(base, cache, { paths })
    await expectSame(base, fresh(), { paths })
  })
})

test('what is broken, of another form or half written is as good as nothing', async () => {
  const cache = fresh()
  const { judged } = await outcome(base, { cache })
  const files = shelvesIn(cache.folder)
  expect(files.length).toBeGreaterThan(1)
  const last = (text: string): number => text.charCodeAt(text.length - 1)
  const ofOne = [
    (text: string) => text.slice(0, -1),
    (text: string) => text.slice(0, -1) + String.fromCharCode(last(text) ^ 1),
  ]
  for (const spoil of [
    ...ofOne,
    (text: string) => text.slice(0, 80),
    (text: string) => text.replace(/","minamoto/g, '","minamotO'),
    (text: string) => text.replace(/"system":"/g, '"system":"x'),
    (text: string) => text.replace(/"looked":\d/g, '"looked":9'),
    (text: string) => 'f'.repeat(72) + text.slice(72),
    () => '',
    () => '{}',
  ]) {
    for (const file of files) {
      const text = readFileSync(file, 'latin1')
      expect(spoil(text)).not.toBe(text)
      writeFileSync(file, spoil(text), 'latin1')
    }
    const { warm } = await expectSame(base, cache)
    expect(warm.judged).toBe(ofOne.includes(spoil) ? files.length : judged)
  }
})

test('what is kept of a system is lost with it alone where its part is spoilt', async () => {
  const cache = fresh()
  const { judged } = await outcome(base, { cache })
  const [file = ''] = shelvesIn(cache.folder)
  const text = readFileSync(file, 'latin1')
  writeFileSync(file, text.replace(/"findings":/, '"findinGs":'), 'latin1')
  const { warm } = await expectSame(base, cache)
  expect(warm.judged).toBe(1)
  expect(judged).toBeGreaterThan(1)
  expect((await expectSame(base, cache)).warm.judged).toBe(0)
})

test('of one system the latest states are kept, and no more', async () => {
  const cache = fresh()
  const path = 'procedures/minamoto-town/water-billing/records.yaml'
  const states = [0, 1, 2, 3, 4].map((state) => ({
    ...base,
    [path]: `${base[path] ?? ''}# ${String(state)}\n`,
  }))
  for (const files of states) await outcome(files, { cache })
  const judged: number[] = []
  for (const files of [...states].reverse()) judged.push((await outcome(files, { cache })).judged)
  expect(judged).toEqual([0, 0, 0, 0, 1])
})

function shelvesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.shelf'))
    .map((name) => join(folder, name))
}

test('two runs at once leave what either can use', async () => {
  const cache = fresh()
  await Promise.all([outcome(base, { cache }), outcome(base, { cache })])
  expect((await expectSame(base, cache)).warm.judged).toBe(0)
})

test('a place that cannot be written to costs nothing but time', async () => {
  const { folder, program } = fresh()
  writeFileSync(folder, 'a file')
  await expectSame(base, { folder, program })
})

interface Change {
  readonly path: string
  readonly what: string
  readonly files: Files
}

/** The files with one byte of one of them changed, in a few places, and without it. */
function changesOf(path: string): readonly Change[] {
  const text = base[path] ?? ''
  const digit = text.search(/\d(?=[^\n]*\n(?!#))/)
  const { [path]: gone, ...rest } = base
  expect(gone).toBeDefined()
  const changed = [Math.floor(text.length / 3), Math.floor(text.length * 0.8), digit]
    .filter((at) => at >= 0)
    .map((at) => {
      const now = /\d/.test(text[at] ?? '') ? String((Number(text[at]) + 1) % 10) : 'x'
      const files = { ...base, [path]: text.slice(0, at) + now + text.slice(at + 1) }
      return { path, what: `its byte ${at} is another`, files }
    })
  return [...changed, { path, what: 'it is gone', files: rest }]
}

/** A system whose account ledger is kept as CSV, with an ID left open. */
function ledgers(): Files {
  const folder = 'procedures/minamoto-town/ledgers'
  return {
    [`${folder}/context.yaml`]: `kind: context
system: minamoto-town/ledgers
name: 台帳
foundOn: 2026-08-31
owner: suido
`,
    [`${folder}/records.yaml`]: `kind: records
system: minamoto-town/ledgers
accounts:
  - organisation: suido
    covers: { from: 2026-04-01, to: 2026-08-31 }
    from: data/accounts.csv
rosterChanges:
  - organisation: suido
    covers: { from: 2026-04-01, to: 2026-08-31 }
    entries:
      - { person: staff-1, kind: retire, on: 2026-06-30 }
`,
    [`${folder}/data/accounts.csv`]: `ID,使用者,種類,権限,登録日,削除日
u-1,staff-1,個人用,入力,2026-04-01,
u-2,staff-2,個人用,入力,2026-04-01,
`,
  }
}

function filesBelow(folder: string, as: string): Files {
  const root = join(import.meta.dirname, '../..', folder)
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        as + file.slice(root.length).replaceAll('\\', '/'),
        readFileSync(file, 'utf8'),
      ]),
  )
}
