import { mappingsIn } from '../schema/variant.ts'
import type { Data } from './element.ts'
import type { PackDocument, Word } from './pack.ts'
import type { Part } from './part.ts'
import type { Reading } from './reading.ts'

/** The lists of a pack that are merged over the packs it extends: the nearest wins by id. */
export type ListName =
  | 'documents'
  | 'topics'
  | 'trainingTopics'
  | 'checklists'
  | 'bodyKinds'
  | 'placeKinds'
  | 'contractKinds'
  | 'handlings'
  | 'networkModels'
  | 'guidelines'
  | 'phrases'

/** One list merged over packs, base first. */
export function mergedList<R extends Reading>(
  roots: readonly Part<R>[],
  name: ListName,
): readonly Part<R>[] {
  const parts = roots.flatMap((root) => root.writtenParts(name))
  return [...new Map(parts.map((part) => [part.key, part])).values()]
}

/** A word that may also be searched by the words that its entry says are near: looked at only then. */
export function searched(word: Word, entry: Data): Word {
  return {
    ...word,
    get near() {
      const { near } = entry
      return Array.isArray(near) ? near.map(String) : []
    },
  }
}

/**
 * The words that stand in those lists, by the vocabulary they make: files name topics, the items of a
 * checklist, kinds of bodies, of places and of contracts, models of networks.
 */
export function listedWords(
  packs: readonly PackDocument[],
): ReadonlyMap<string, ReadonlyMap<string, Word>> {
  const found = new Map<string, Map<string, Word>>()
  const add = (vocabulary: string, one: Data): void => {
    const words = found.get(vocabulary) ?? new Map<string, Word>()
    const { id, title, name, text } = one
    words.set(
      String(id),
      searched({ id: String(id), name: String(title ?? name ?? text ?? id) }, one),
    )
    found.set(vocabulary, words)
  }
  for (const { value } of packs) {
    for (const name of [
      'topics',
      'trainingTopics',
      'bodyKinds',
      'placeKinds',
      'contractKinds',
      'networkModels',
    ]) {
      for (const one of mappingsIn(value[name])) add(name, one)
    }
    for (const checklist of mappingsIn(value['checklists'])) {
      for (const item of mappingsIn(checklist['items'])) add('checkItems', item)
    }
  }
  return found
}

/**
 * The requirements a rule set does not have: those its packs or their editions in force say so of. A
 * clause in force adopts its requirement all the same.
 */
export function absentRequirements<R extends Reading>(
  packs: readonly PackDocument[],
  editions: readonly Part<R>[],
  clauses: readonly Part<R>[],
): ReadonlySet<string> {
  const adopted = new Set(clauses.map((clause) => clause.data['requirement']))
  const named = [...packs.map(({ value }) => value), ...editions.map(({ data }) => data)].flatMap(
    ({ absent }: Data) => (Array.isArray(absent) ? absent.map(String) : []),
  )
  return new Set(named.filter((key) => !adopted.has(key)))
}
