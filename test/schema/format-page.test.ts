import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kinds } from '../../src/schema/generated/file.ts'
import { findingsOf, print, validateText } from './reading.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/format.ja.md'), 'utf8')
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

test('the page has one valid example of every kind', () => {
  expect(examples.flatMap((text) => findingsOf(text).map(print))).toEqual([])
  const found = examples.flatMap((text) => validateText(text))
  expect(found.map((result) => result.ok && result.file.kind)).toEqual(kinds)
})
