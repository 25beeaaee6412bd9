import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding/finding.ts'
import { compareFindings } from '../../src/finding/order.ts'
import { verifyPacks } from '../../src/rule/verify.ts'
import { yamlBelow } from './packs.ts'

// A case is a folder with the files of one or more packs, and expected.txt, what is wrong with them.
const cases = join(import.meta.dirname, '../cases/pack')
const { packs: shipped } = verifyPacks(yamlBelow('policies/base'), () => undefined)

test.each(readdirSync(cases))('%s', async (name) => {
  const folder = join(cases, name)
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const verified = verifyPacks(sources, (id) => shipped.get(id), [...shipped.keys()])
  const found = [...verified.findings].sort(compareFindings).map(print).join('')
  await expect(found).toMatchFileSnapshot(join(folder, 'expected.txt'))
})

/** A finding as a person would check it in a case folder. */
function print({ rule, message, fix, location: { path, start, end } }: Finding): string {
  const place = `${path}:${start.line}:${start.column}-${end.line}:${end.column}`
  return `${place} ${rule}\n  ${message}\n  ${fix ?? ''}\n`
}
