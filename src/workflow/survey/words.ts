import type { VocabularyCard } from '../../finding/rule-card.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import { vocabularyLabel } from '../../schema/vocabulary-label.ts'
import type { Workspace } from '../../source/workspace.ts'
import { vocabularies } from './vocabularies.ts'

/** Whose words are asked for, and which. */
export interface WordsRequest {
  readonly workspace: Workspace
  readonly policies?: string
  /** A vocabulary, or a piece of the words sought; all vocabularies without it. */
  readonly query?: string
}

/** The vocabularies of all packs at hand; of those, the one asked for, or the words that hold what is sought. */
export async function words(request: WordsRequest): Promise<readonly VocabularyCard[]> {
  const all = Object.entries(await vocabularies(request)).map(
    ([vocabulary, list]): VocabularyCard => ({
      vocabulary,
      label: vocabularyLabel(vocabulary),
      words: list,
    }),
  )
  const { query } = request
  if (query === undefined) return all
  const named = all.filter(({ vocabulary, label }) => vocabulary === query || label === query)
  const found = named.length > 0 ? named : wordsWith(query, all)
  if (found.length > 0) return found
  throw noWord(query, all)
}

/** The words whose id or name, or a word near to it, holds a piece of text, by vocabulary. */
export function wordsWith(
  piece: string,
  all: readonly VocabularyCard[],
): readonly VocabularyCard[] {
  const wanted = fold(piece)
  return all.flatMap((card) => {
    const own = card.words.filter(({ id, name, near }) =>
      [id, name, ...near].some((one) => fold(one).includes(wanted)),
    )
    return own.length > 0 ? [{ ...card, words: own }] : []
  })
}

function noWord(query: string, all: readonly VocabularyCard[]): UsageError {
  const near = suggest(
    query,
    all.flatMap(({ vocabulary, label, words: list }) => [
      ...[vocabulary, label],
      ...list.flatMap(({ id, name, near }) => [id, name, ...near]),
    ]),
  )
  return new UsageError(`「${query}」を含む用語はありません`, {
    hint: near
      ? `もしかして: policy-lint words ${near}`
      : `用語集: ${all.map(({ vocabulary }) => vocabulary).join('、')}`,
  })
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
