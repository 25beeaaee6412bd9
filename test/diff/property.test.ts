import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/finding/change.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { compare } from '../../src/workflow/compare.ts'
import { parseDocuments } from '../../src/yaml/parse.ts'
import { writeYaml } from '../../src/yaml/write.ts'

const cases = resolve(import.meta.dirname, '../cases/diff')
const names = readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

type Documents = readonly unknown[]

/** The documents of one side of a case. */
function documentsOf(name: string, side: 'before' | 'after'): Documents {
  const folder = join(cases, name, side)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return parseDocuments({ path: file, text }).documents.map(({ value }) => value)
    })
}

function packsOf(name: string): Readonly<Record<string, string>> {
  const path = 'policies/maboroshi/pack.yaml'
  try {
    return { [path]: readFileSync(join(cases, name, path), 'utf8') }
  } catch {
    return {}
  }
}

/** Documents as files, one each. */
function textsOf(documents: Documents): Readonly<Record<string, string>> {
  return Object.fromEntries(
    documents.map((document, index) => [`side/${index}.yaml`, writeYaml(document)]),
  )
}

async function changesOf(
  name: string,
  before: Documents,
  after: Documents,
): Promise<readonly Change[]> {
  const side = (which: string, documents: Documents) => ({
    name: which,
    workspace: memoryWorkspace({ ...packsOf(name), ...textsOf(documents) }),
    paths: ['side'],
  })
  const { report } = await compare({
    before: side('before', before),
    after: side('after', after),
    asOf: '2026-04-01',
  })
  return report.changes
}

/** What a change says without places: these move with the files. */
function meaning({ fingerprint, kind, grade, subject, affected }: Change): unknown {
  return { fingerprint, kind, grade, subject, affected }
}

const sorted = (changes: readonly Change[]): readonly unknown[] =>
  changes.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1)).map(meaning)

/** Every mapping with its keys turned round, and every list that is a set. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  )
}

/** Kinds as the other direction tells them. */
const mirrors: Readonly<Record<string, string>> = {
  added: 'removed',
  removed: 'added',
  gained: 'lost',
  lost: 'gained',
  tightened: 'relaxed',
  relaxed: 'tightened',
  joined: 'left',
  left: 'joined',
  merged: 'split',
  split: 'merged',
}

describe.each(names)('%s', (name) => {
  const [before, after] = [documentsOf(name, 'before'), documentsOf(name, 'after')]

  test('what is compared with itself has not changed', async () => {
    expect(await changesOf(name, before, before)).toEqual([])
    expect(await changesOf(name, after, after)).toEqual([])
  })

  test('neither the order of files nor that of keys matters', async () => {
    const told = sorted(await changesOf(name, before, after))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...before.keys()], { minLength: before.length }),
        fc.shuffledSubarray([...after.keys()], { minLength: after.length }),
        async (first, second) => {
          const [left, right] = [first.map((at) => before[at]), second.map((at) => after[at])]
          const again = await changesOf(name, left.map(turned), right.map(turned))
          expect(sorted(again)).toEqual(told)
        },
      ),
      { numRuns: 3, seed: 20240301 },
    )
  })
})

// What was merged is told as one; the other way it is a part and an addition.
describe.each(names.filter((name) => !name.endsWith('-merged')))('%s', (name) => {
  const [before, after] = [documentsOf(name, 'before'), documentsOf(name, 'after')]

  test('the other direction tells the same, the other way round', async () => {
    // A merger of roles and what follows for a chain are told in one direction only.
    const isOneWay = ({ kind }: Change): boolean =>
      kind.startsWith('chain.bottleneck') ||
      kind.startsWith('chain.reach') ||
      kind === 'role.merged'
    const grades = ['tightened', 'relaxed', 'added', 'removed']
    const there = (await changesOf(name, before, after)).filter((one) => !isOneWay(one))
    const back = (await changesOf(name, after, before)).filter((one) => !isOneWay(one))
    const verb = ({ kind }: Change): string => kind.slice(kind.lastIndexOf('.') + 1)
    const graded = (changes: readonly Change[], turn: boolean): readonly string[] =>
      changes
        .filter((change) => grades.includes(change.grade) && mirrors[verb(change)] !== undefined)
        .map((change) => {
          const told = turn ? (mirrors[verb(change)] ?? '') : verb(change)
          return change.kind.replace(/\.[^.]+$/, `.${told}`)
        })
        .sort()
    expect(new Set(graded(back, true).map(stem))).toEqual(new Set(graded(there, false).map(stem)))
  })
})

/** A kind without what happened: which field of what kind of thing. */
function stem(kind: string): string {
  return kind.replace(/\.[^.]+$/, '')
}
