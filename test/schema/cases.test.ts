import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsOf, print } from './reading.ts'

// A case is a folder with input.yaml and expected.txt, the findings as print() writes them.
const cases = join(import.meta.dirname, '../cases/schema')

test.each(readdirSync(cases))('%s', async (name) => {
  const text = readFileSync(join(cases, name, 'input.yaml'), 'utf8')
  const found = findingsOf(text).map(print).join('\n')
  await expect(found).toMatchFileSnapshot(join(cases, name, 'expected.txt'))
})
