import type { Day } from '../../calendar/day.ts'
import type { Workspace } from '../../source/workspace.ts'
import { openPacks } from '../open/packs.ts'

/** A word as files write it, as a reader sees it, and as an officer may look for it. */
export interface KnownWord {
  readonly id: string
  readonly name: string
  readonly near: readonly string[]
}

/** No pack is written for a later day: every word of every edition is there. */
const farFuture = '9999-12-31' as Day

/**
 * The words of all packs at hand by vocabulary, each word once, in the order of the packs. Throws a
 * `UsageError` where a pack is broken.
 */
export async function vocabularies(request: {
  readonly workspace: Workspace
  readonly policies?: string
}): Promise<Readonly<Record<string, readonly KnownWord[]>>> {
  const packs = await openPacks(request)
  const merged = new Map<string, Map<string, KnownWord>>()
  for (const pack of packs.ids) {
    const standard = packs.standardFor(pack, undefined, farFuture)
    for (const [name, words] of standard.vocabularies) {
      const known = merged.get(name) ?? new Map<string, KnownWord>()
      for (const { id, name: label, near = [] } of words.values()) {
        if (!known.has(id)) known.set(id, { id, name: label, near })
      }
      merged.set(name, known)
    }
  }
  return Object.fromEntries([...merged].map(([name, words]) => [name, [...words.values()]]))
}
