import { expect, test } from 'vitest'
import { corpus } from '../../bench/generate.mjs'
import type { RuleCost } from '../../src/finding/report.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { batchesOf, readDocuments } from '../../src/workflow/open/batch.ts'
import { check } from '../../src/workflow/check.ts'
import { readFiles } from '../../src/workflow/open/files.ts'
import { select } from '../../src/workflow/open/select.ts'

const files = Object.fromEntries([...corpus(30, 1)].map(({ path, text }) => [path, text]))
const procedure = 'benchmark-city/system-00020/procedure.yaml'

const noPacks = { writtenIn: () => [] }

function selected(given: Readonly<Record<string, string>>) {
  return select({ workspace: memoryWorkspace(given), paths: ['.'] })
}

function batches(given: Readonly<Record<string, string>>) {
  return [...batchesOf(readFiles(selected(given), { whole: false }), noPacks)]
}

test('the systems come in order, each in one batch with all its documents', async () => {
  const own = batches(files).flatMap(({ documents, systems }) => {
    return documents.filter(({ value }) => systems.has(String(value['system'])))
  })
  const { documents } = await readDocuments(selected(files), noPacks)
  const whole = documents.slice(1)
  expect(batches(files).length).toBeGreaterThan(2)
  expect(own.map(({ document }) => document.source.path)).toEqual(
    whole.map(({ document }) => document.source.path),
  )
})

test('every batch knows the municipality', () => {
  for (const { documents } of batches(files)) expect(documents[0]?.kind).toBe('municipality')
})

test('what two systems share a file with is judged as if every file had one', async () => {
  const [first = '', second = ''] = ['system-00003', 'system-00027'].map(
    (system) => files[`benchmark-city/${system}/context.yaml`],
  )
  const joined: Record<string, string> = {
    ...files,
    'benchmark-city/c.yaml': `${first}---\n${second}`,
  }
  delete joined['benchmark-city/system-00003/context.yaml']
  delete joined['benchmark-city/system-00027/context.yaml']
  const apart = await check({ workspace: memoryWorkspace(files), paths: ['.'] })
  const together = await check({ workspace: memoryWorkspace(joined), paths: ['.'] })
  expect(together.report.systems).toEqual(apart.report.systems)
  expect(together.report.summary.results).toEqual(apart.report.summary.results)
})

test('a file that is not what its head shows makes the run read all at once', async () => {
  const disguised = (files[procedure] ?? '').replace(/^system: /m, 'system: &here ')
  const given = { ...files, [procedure]: disguised }
  expect(batches(given).some(({ isMisread }) => isMisread)).toBe(true)
  const shown = await check({ workspace: memoryWorkspace(files), paths: ['.'] })
  const { report } = await check({ workspace: memoryWorkspace(given), paths: ['.'] })
  expect(report.systems).toEqual(shown.report.systems)
  expect(report.summary).toEqual(shown.report.summary)
})

test('each batch has the files of the municipalities whose systems it has, and the rest comes first', () => {
  const towns = (id: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path.replace('benchmark-city', id),
        text.replaceAll('benchmark-city', id),
      ]),
    )
  const alone = {
    'no-system/municipality.yaml': towns('no-system')['no-system/municipality.yaml'] ?? '',
  }
  const kinds = batches({ ...towns('a-town'), ...towns('b-town'), ...alone }).map(
    ({ documents, systems, total }) => ({
      municipalities: documents
        .filter(({ kind }) => kind === 'municipality')
        .map(({ value }) => value['id']),
      systems: [...new Set([...systems].map((system) => system.split('/')[0]))],
      total,
    }),
  )
  expect(kinds.map(({ total }) => total)).toEqual(kinds.map(() => 60))
  expect(kinds.map(({ municipalities }) => municipalities)).toEqual(
    kinds.map(({ systems }, index) => (index === 0 ? [...systems, 'no-system'] : systems)),
  )
})
test('what the rules cost is counted over all systems, and changes nothing', async () => {
  const costs = new Map<string, RuleCost>()
  const request = { workspace: memoryWorkspace(files), paths: ['.'] }
  const [plain, counted] = [await check(request), await check({ ...request, costs })]
  expect(counted.report).toEqual(plain.report)
  const { satisfied, violated, waived, cannotJudge } = plain.report.summary.results
  const results = [...costs.values()].reduce((sum, one) => sum + one.results, 0)
  expect(results).toBeGreaterThanOrEqual(satisfied + violated + waived + cannotJudge)
  expect(costs.get('duty.performer-named')?.results).toBeGreaterThan(30)
})
