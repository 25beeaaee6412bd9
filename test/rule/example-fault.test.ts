import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { runExamples } from '../../src/rule/example.ts'
import { verifyPacks } from '../../src/rule/verify.ts'
import { packsBelow } from './packs.ts'

// A case is a folder with a pack that stands on the base pack, and expected.txt, the examples that fail.
const cases = join(import.meta.dirname, '../cases/example')
const base = packsBelow('policies/base')[0]

test.each(readdirSync(cases))('%s', async (name) => {
  const folder = join(cases, name)
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { packs, read, findings } = verifyPacks(sources, () => base?.chain[0])
  expect(findings).toEqual([])
  const [pack, verified] = [read[0], [...packs.values()][0]]
  if (!base || !pack || !verified) throw new Error('no pack')
  const chain = [...base.chain, verified]
  const told = [...runExamples(pack, chain, base.sample, '9999-12-31' as Day)]
    .flat()
    .flatMap(({ rule, title, problem }) => {
      if (!problem) return []
      const { code, message, fix, location } = problem
      const place = `${location.path}:${location.start.line}:${location.start.column}`
      return [`${place} ${code}: ${rule} ${title}\n  ${message}\n  ${fix}\n`]
    })
  await expect(told.join('')).toMatchFileSnapshot(join(folder, 'expected.txt'))
})
