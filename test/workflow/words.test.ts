import { expect, test } from 'vitest'
import { vocabularies, vocabularyLabel } from '../../src/workflow/survey/words.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'

test('every vocabulary of the shipped packs has a Japanese name', async () => {
  const names = Object.keys(await vocabularies({ workspace: memoryWorkspace({}) }))
  expect(names.filter((name) => vocabularyLabel(name) === name)).toEqual([])
})
