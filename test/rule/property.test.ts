import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/finding/report.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import type { Mapping } from '../../src/schema/variant.ts'
import { check } from '../../src/workflow/check.ts'
import { oneIn } from '../sample/sweep.ts'
import { changed, documentsIn, type Files, filesOf, written } from '../sample/towns.ts'
import { project, yamlBelow } from './packs.ts'
import { Renaming } from './rename.ts'

/** The packs without the sample, which becomes a system of its own with its standard as its pack. */
function sampleFiles(packs: Files): Files {
  const { 'policies/base/sample.yaml': sample = '', ...others } = packs
  const documents = documentsIn(sample)
  return {
    ...others,
    'policies/sample/pack.yaml': written(documents.filter(({ kind }) => kind === 'standard')),
    'procedures/sample.yaml': written(documents.filter(({ kind }) => kind !== 'standard')),
  }
}

async function reportOf(files: Files, more: { today?: string } = {}): Promise<Report> {
  const request = { workspace: memoryWorkspace(files), paths: ['procedures'], ...more }
  return (await check(request)).report
}

/** What a report says, without names and places. */
function said({ findings, cannotJudge, waived, summary, idleRules }: Report): unknown {
  return {
    findings: findings
      .map((one) => [one.rule, one.class, one.severity, one.basis].join(' '))
      .sort(),
    cannotJudge: cannotJudge.map(({ rule, reason }) => `${rule} ${reason}`).sort(),
    waived: waived.length,
    summary,
    idleRules,
  }
}

/** A number generator good enough to shuffle by, the same for every seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function shuffled<Item>(items: readonly Item[], next: () => number): readonly Item[] {
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

/** The same value, the keys of its mappings in another order, but `kind` first. */
function keysShuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => keysShuffled(one, next))
  if (typeof value !== 'object' || value === null) return value
  const { kind, ...others } = value as Mapping
  const entries = shuffled(Object.entries(others), next)
  return Object.fromEntries([
    ...(kind === undefined ? [] : [['kind', kind] as const]),
    ...entries.map(([key, inner]) => [key, keysShuffled(inner, next)] as const),
  ])
}

const packs = filesOf(yamlBelow('policies'))
const municipalities = readdirSync(join(project, 'procedures'))
const subjects: readonly (readonly [string, Files])[] = [
  ...municipalities.map(
    (name) => [name, { ...packs, ...filesOf(yamlBelow(`procedures/${name}`)) }] as const,
  ),
  ['the sample', sampleFiles(packs)],
]

describe.each(subjects)('%s', (name, files) => {
  let report: Report
  beforeAll(async () => {
    report = await reportOf(files)
  })

  test('says the same under other ids, organisations, roles and posts', async () => {
    const renaming = new Renaming()
    const rename = (document: Mapping): Mapping => renaming.document(document)
    // Once over all: what names an id may stand before it.
    changed(files, rename)
    expect(said(await reportOf(changed(files, rename)))).toEqual(said(report))
  })

  test.each([...oneIn(3, [1, 2, 3], name.length)])(
    'says the same in another order of keys and files (%i)',
    async (seed) => {
      const next = random(seed)
      const other = Object.fromEntries(shuffled(Object.entries(files), next))
      expect(JSON.stringify(await reportOf(other))).toBe(JSON.stringify(report))

      const keys = changed(files, (document) => keysShuffled(document, next) as Mapping)
      expect(prints(await reportOf(keys))).toEqual(prints(report))
    },
  )

  test('says the same on any day, for its systems name theirs', async () => {
    const [early, late] = await Promise.all(
      ['2026-01-01', '2099-12-31'].map((today) => reportOf(files, { today })),
    )
    expect({ ...late, asOf: '' }).toEqual({ ...early, asOf: '' })
  })
})

/** Everything a report says, but for where in a file it stands: the order of keys moves it. */
function prints(report: Report): unknown {
  const parts = { ...report, findings: [...report.findings].sort(byFingerprint) }
  const text = JSON.stringify(parts, (key: string, value: unknown) =>
    key === 'start' || key === 'end' ? undefined : value,
  )
  return JSON.parse(text)
}

function byFingerprint(a: { fingerprint: string }, b: { fingerprint: string }): number {
  return a.fingerprint < b.fingerprint ? -1 : 1
}
