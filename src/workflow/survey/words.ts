import type { Day } from '../../calendar/day.ts'
import type { VocabularyCard } from '../../finding/rule-card.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import type { Workspace } from '../../source/workspace.ts'
import { openPacks } from '../open/packs.ts'

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

/** A word as files write it, as a reader sees it, and as an officer may look for it. */
interface KnownWord {
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

/** What the vocabularies of the format are called. */
const labels: Readonly<Record<string, string>> = {
  activities: '業務の種類',
  audiences: '対象者',
  bodyKinds: '体制の種類',
  causes: '原因',
  channels: '送り方',
  checkItems: '点検の項目',
  classes: '扱う情報',
  containers: '入れ物',
  contractDocuments: '契約の文書',
  contractItems: '契約で定める事項',
  contractKinds: '契約の種類',
  controls: '技術的な対策',
  countedThings: '突き合わせて数えるもの',
  deviceKinds: '機器の種類',
  documentKinds: '文書の種類',
  events: '出来事',
  functions: '組織の機能',
  linkKinds: 'つながりの種類',
  logItems: 'ログに記録する項目',
  logKinds: 'ログの種類',
  measuresAsked: '求められる措置の種類',
  networkModels: 'ネットワークの構成',
  networkZones: 'ネットワークの領域',
  placeKinds: '場所の種類',
  planAspects: '計画の観点',
  planTopics: '計画の話題',
  points: '定めるべき点',
  reportReceivers: '事故の報告先',
  reportTopics: '報告の話題',
  requirements: '要求事項',
  roles: '標準の役割',
  secretSources: 'パスワードなどの値の決め方',
  slaCategories: 'サービス水準の分類',
  steps: '手順の段階',
  storages: '置き場所の種類',
  terminalKinds: '端末の種類',
  things: '置いてあるもの',
  topics: '定める主題',
  trainingTopics: '研修の内容',
  traits: 'システムの特性',
}

/** What a vocabulary is called; its own name where a pack made it. */
export function vocabularyLabel(vocabulary: string): string {
  return labels[vocabulary] ?? vocabulary
}
