import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kinds } from '../../src/schema/generated/file.ts'
import { findingsOf, print, validateText } from './reading.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/format.ja.md'), 'utf8')
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

test('the examples of the page are valid, and there is one of every kind', () => {
  expect(examples.flatMap((text) => findingsOf(text).map(print))).toEqual([])
  const found = examples.flatMap((text) => validateText(text))
  const shown = found.map((result) => result.ok && result.file.kind)
  expect(new Set(shown)).toEqual(new Set(kinds))
})
