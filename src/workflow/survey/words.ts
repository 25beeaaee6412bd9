import { ownValue } from '../../finding/own-value.ts'
import type { Day } from '../../calendar/day.ts'
import type { VocabularyCard } from '../../finding/rule-card.ts'
import { UsageError } from '../../finding/usage-error.ts'
import { suggest } from '../../japanese/suggest.ts'
import { keyPlaces, nearestOf } from '../../schema/key-place.ts'
import { addedLedgers, recordsWith } from '../../model/added-ledger.ts'
import type { Word } from '../../model/pack.ts'
import type { Shape } from '../../schema/shape.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { Workspace } from '../../source/workspace.ts'
import { openPacks, type Packs } from '../open/packs.ts'

/** Whose words are asked for, and which. */
export interface WordsRequest {
  readonly workspace: Workspace
  readonly policies?: string
  /** A vocabulary, or a piece of the words sought; all vocabularies without it. */
  readonly query?: string
}

/**
 * The vocabularies of all packs at hand; of those, the one asked for, or the words and the keys of files that
 * have to do with what is sought: those that hold it, else those that share most of it.
 */
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
  if (named.length > 0) return named
  const searched = [...all, keysOfFiles()]
  const found = wordsWith(query, searched)
  const meant = suggest(
    query,
    all.flatMap(({ vocabulary, label }) => [vocabulary, label]),
  )
  const close = found.length > 0 || meant !== undefined ? found : wordsNear(query, searched)
  if (close.length > 0) return close
  throw new UsageError(`「${query}」に近い用語やキーはありません`, {
    hint: meant
      ? `もしかして: policy-lint words ${meant}`
      : `用語集: ${all.map(({ vocabulary }) => vocabulary).join('、')}`,
  })
}

/** The keys of the files as words: an officer who looks for a word may want the place to write it. */
function keysOfFiles(): VocabularyCard {
  const words = nearestOf(keyPlaces()).map(({ kind, path, shape, field }) => ({
    id: [kind, ...path].join('.'),
    name: `${shape.label}の${field.label}`,
    near: [field.about, field.asks ?? ''],
  }))
  return { vocabulary: 'explain', label: '書く所（キー）', words }
}

/** The words whose id or name, or a word near to it, holds a piece of text, by vocabulary. */
export function wordsWith(
  piece: string,
  all: readonly VocabularyCard[],
): readonly VocabularyCard[] {
  const wanted = fold(piece)
  return wordsOf(all, (word) => textsOf(word).some((one) => fold(one).includes(wanted)))
}

/** So many words at most are shown for one that nothing holds. */
const mostNear = 12

/** The words that share the most with a word that nothing holds: at least half of its pairs of letters. */
function wordsNear(query: string, all: readonly VocabularyCard[]): readonly VocabularyCard[] {
  const wanted = pairsIn(fold(query))
  const shared = new Map<KnownWord, number>()
  for (const word of all.flatMap((card) => card.words)) {
    const own = pairsIn(textsOf(word).map(fold).join(' '))
    shared.set(word, [...wanted].filter((pair) => own.has(pair)).length)
  }
  const [best = 0, ...others] = [...shared.values()].sort((a, b) => b - a)
  // Where more share as much as the last of them, only those that share more are shown.
  const least = Math.min(best, (others[mostNear - 1] ?? 0) + 1)
  const enough = Math.max(1, wanted.size / 2, least)
  return wordsOf(all, (word) => (shared.get(word) ?? 0) >= enough)
}

function pairsIn(text: string): ReadonlySet<string> {
  const letters = Array.from(text)
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))
}

function wordsOf(
  all: readonly VocabularyCard[],
  isMeant: (word: KnownWord) => boolean,
): readonly VocabularyCard[] {
  return all.flatMap((card) => {
    const own = card.words.filter(isMeant)
    return own.length > 0 ? [{ ...card, words: own }] : []
  })
}

function textsOf({ id, name, near }: KnownWord): readonly string[] {
  return [id, name, ...near]
}

/** As it is compared: 持ち出し and 持出し are one word, and so is whatever differs in its kana endings alone. */
function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const stem = plain.replaceAll(/\p{Script=Hiragana}/gu, '')
  return stem.length > 1 ? stem : plain
}

/** A word as files write it, as a reader sees it, and as an officer may look for it. */
interface KnownWord {
  readonly id: string
  readonly name: string
  readonly near: readonly string[]
  readonly more?: NonNullable<VocabularyCard['words'][number]['more']>
}

/** No pack is written for a later day: every word of every edition is there. */
const farFuture = '9999-12-31' as Day

/**
 * The words of all packs at hand by vocabulary, each word once, in the order of the packs. Throws a
 * `UsageError` where a pack is broken.
 */
export async function vocabularies(request: PacksRequest): Promise<KnownWords> {
  return wordsIn(await openPacks(request))
}

/**
 * The same, with the shape of records that holds the ledgers of all packs at hand, each once. Throws a
 * `UsageError` where a pack is broken.
 */
export async function saidInPacks(
  request: PacksRequest,
): Promise<{ readonly words: KnownWords; readonly records: Shape }> {
  const packs = await openPacks(request)
  const all = packs.ids.map((pack) => packs.packOf(pack).value)
  return { words: wordsIn(packs), records: recordsWith(addedLedgers(all)) }
}

/** Where packs are looked for. */
interface PacksRequest {
  readonly workspace: Workspace
  readonly policies?: string
}

type KnownWords = Readonly<Record<string, readonly KnownWord[]>>

function wordsIn(packs: Packs): KnownWords {
  const merged = new Map<string, Map<string, KnownWord>>()
  for (const pack of packs.ids) {
    const standard = packs.standardFor(pack, undefined, farFuture)
    for (const [name, words] of standard.vocabularies) {
      const known = merged.get(name) ?? new Map<string, KnownWord>()
      for (const word of words.values()) {
        const { id, name: label, near = [] } = word
        const more = known.has(id) ? [] : aboutWord(name, word, standard)
        if (!known.has(id)) known.set(id, { id, name: label, near, more })
      }
      merged.set(name, known)
    }
  }
  return Object.fromEntries([...merged].map(([name, words]) => [name, [...words.values()]]))
}

/** What joins a word to others: the event a kind of work answers, the ledgers it stands in, what asks for it. */
function aboutWord(
  vocabulary: string,
  { id, requirement, event, arisesFrom = [], recordedIn = [] }: Word,
  standard: WrittenStandard,
): NonNullable<KnownWord['more']> {
  const title = (key: string): string =>
    `${key} ${standard.requirements.get(key)?.writtenText('title') ?? ''}`.trim()
  const asking = [...standard.requirements].flatMap(([key, one]) =>
    vocabulary === 'activities' && one.writtenTexts('activities').includes(id) ? [key] : [],
  )
  const answering = [...(standard.vocabularies.get('activities')?.values() ?? [])].filter(
    (one) => vocabulary === 'events' && one.event === id,
  )
  const asked = [...new Set([...(requirement === undefined ? [] : [requirement]), ...asking])]
  const named = (word: { readonly id: string; readonly name: string }): string =>
    `${word.name}（${word.id}）`
  const answered = event === undefined ? undefined : standard.word('events', event)
  const ledgers = arisesFrom.map(({ ledger, day, kinds }) =>
    [ledger, day === undefined ? '' : `の ${day}`, kinds ? `（${kinds.join('、')}）` : ''].join(''),
  )
  const noEvent =
    '決まったものはない。いつ行うべきであったかは、出来事（events）に担当業務の名前（duty）で書く'
  const records = ['performed', ...recordedIn].join('、か ')
  return [
    { label: '要求', text: asked.map(title).join('、') },
    ...(vocabulary === 'activities'
      ? [
          { label: '出来事', text: answered ? named(answered) : noEvent },
          { label: '記録', text: records },
        ]
      : []),
    { label: '台帳', text: ledgers.join('、') },
    { label: '業務', text: answering.map(named).join('、') },
  ].filter(({ text }) => text !== '')
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
  uses: '使い方',
  requisites: '業務に要るもの',
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
  return ownValue(labels, vocabulary) ?? vocabulary
}
