import type { Day } from '../../calendar/day.ts'
import type { VocabularyWords } from '../../schema/schema-text.ts'
import type { Workspace } from '../../source/workspace.ts'
import { openPacks } from '../open/packs.ts'

type Word = VocabularyWords[string][number]

/** No pack is written for a later day: every word of every edition is there. */
const farFuture = '9999-12-31' as Day

/**
 * The words of all packs at hand by vocabulary, each word once, in the order of the packs. Throws a
 * `UsageError` where a pack is broken.
 */
export async function vocabularies(request: {
  readonly workspace: Workspace
  readonly policies?: string
}): Promise<VocabularyWords> {
  const packs = await openPacks(request)
  const merged = new Map<string, Map<string, Word>>()
  for (const pack of packs.ids) {
    const standard = packs.standardFor(pack, undefined, farFuture)
    for (const [name, words] of standard.vocabularies) {
      const known = merged.get(name) ?? new Map<string, Word>()
      for (const { id, name: label } of words.values()) {
        if (!known.has(id)) known.set(id, { id, name: label })
      }
      merged.set(name, known)
    }
  }
  return Object.fromEntries([...merged].map(([name, words]) => [name, [...words.values()]]))
}
