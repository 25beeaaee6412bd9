import { expect, test } from 'vitest'
import { vocabularyLabel } from '../../src/schema/vocabulary-label.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'
import { vocabularies } from '../../src/workflow/survey/vocabularies.ts'

test('every vocabulary of the shipped packs has a Japanese name', async () => {
  const names = Object.keys(await vocabularies({ workspace: memoryWorkspace({}) }))
  expect(names.filter((name) => vocabularyLabel(name) === name)).toEqual([])
})
