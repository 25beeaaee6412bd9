import { expect, test } from 'vitest'
import { vocabularies, vocabularyLabel, words } from '../../src/workflow/survey/words.ts'
import { memoryWorkspace } from '../../src/source/memory.ts'

test('every vocabulary of the shipped packs has a Japanese name', async () => {
  const names = Object.keys(await vocabularies({ workspace: memoryWorkspace({}) }))
  expect(names.filter((name) => vocabularyLabel(name) === name)).toEqual([])
})

/** What an officer finds for a word of his own: the vocabularies and the ids in them. */
async function idsFor(query: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const cards = await words({ workspace: memoryWorkspace({}), query })
  return Object.fromEntries(cards.map((card) => [card.vocabulary, card.words.map(({ id }) => id)]))
}

test('a word is found however its kana are written, with the keys that hold it', async () => {
  expect(await idsFor('持ち出し')).toEqual(await idsFor('持出し'))
  expect(await idsFor('監査の指摘')).toHaveProperty('explain.0', 'records.audits.entries.findings')
})

test('a word that nothing holds leads to those that share most of it', async () => {
  expect(await idsFor('入退室簿')).toHaveProperty('countedThings', ['entry'])
  await expect(idsFor('しきい値')).rejects.toThrow('「しきい値」に近い用語やキーはありません')
})
