import type { Phrases } from '../japanese/said.ts'
import { plainText } from '../japanese/sentence.ts'
import type { Reads, Word } from '../model/pack.ts'

/** What a document is read by: the words of a standard, and the organisations of a municipality. */
export interface ReadingWords {
  readonly phrases: Phrases
  readonly vocabularies: ReadonlyMap<string, ReadonlyMap<string, Word>>
  /** The names that each canonical role goes by. */
  readonly roles: readonly KnownRole[]
  readonly requirements: readonly KnownRequirement[]
  readonly organisations: readonly KnownOrganisation[]
}

/** A canonical role: its own names, and words near to them. */
export interface KnownRole {
  readonly canonical: string
  readonly names: readonly string[]
  readonly near: readonly string[]
}

/** A requirement of the catalogue, and the words that it may be found by. */
export interface KnownRequirement {
  readonly key: string
  readonly title: string
  readonly near: readonly string[]
  /** What it asks for, in the words of the standard that all share. */
  readonly text: string
  /** The chapters of the guideline that it stands in: 6.2 アクセス制御. */
  readonly place: string
  /** The canonical roles that it binds there. */
  readonly subjects: readonly string[]
}

/** An organisation or a group of the municipality. */
export interface KnownOrganisation {
  readonly id: string
  readonly name: string
}

/** The organisation with whose name a text begins, the longest of such. */
export function organisationBefore(
  text: string,
  { organisations }: ReadingWords,
): KnownOrganisation | undefined {
  return organisations
    .filter(({ name }) => text.startsWith(plainText(name)))
    .sort((a, b) => b.name.length - a.name.length)[0]
}

/** A word found in a sentence. */
interface FoundWord {
  readonly id: string
  /** How much of the sentence speaks for it. */
  readonly weight: number
  /** Where what is done stands, the first place first. */
  readonly at: readonly number[]
}

/**
 * The words of a vocabulary that a sentence says, the likeliest first: those that no other beats, then by
 * how much of the sentence speaks for them, then by what is said last.
 */
export function wordsIn(
  sentence: string,
  vocabulary: ReadonlyMap<string, Word> | undefined,
  of = sentence,
): readonly FoundWord[] {
  const found = [...(vocabulary?.values() ?? [])].flatMap(
    (word) => foundIn(sentence, word, of) ?? [],
  )
  const beaten = new Set(found.flatMap(({ id }) => vocabulary?.get(id)?.reads?.beats ?? []))
  const rank = ({ id }: FoundWord): number => Number(beaten.has(id))
  return found.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || lastOf(b) - lastOf(a))
}

/** The words of an entry in the form in which they are looked for, made once. */
const plainReads = new WeakMap<Reads, Reads>()

function plainOf(reads: Reads): Reads {
  const known = plainReads.get(reads)
  if (known) return known
  const plain = {
    of: longestFirst(reads.of),
    ...(reads.do && { do: longestFirst(reads.do) }),
    ...(reads.not && { not: longestFirst(reads.not) }),
  }
  plainReads.set(reads, plain)
  return plain
}

/** Whether a name is itself a word by which an entry is read. */
export function isWord(name: string, vocabulary: ReadonlyMap<string, Word> | undefined): boolean {
  return [...(vocabulary?.values() ?? [])].some(
    ({ reads }) => reads !== undefined && plainOf(reads).of.includes(name),
  )
}

function longestFirst(words: readonly string[]): readonly string[] {
  return words.map(plainText).sort((a, b) => b.length - a.length)
}

function foundIn(sentence: string, { id, reads }: Word, of: string): FoundWord | undefined {
  const words = reads && plainOf(reads)
  if (!words || words.not?.some((word) => sentence.includes(word))) return undefined
  const object = words.of.find((word) => of.includes(word))
  if (object === undefined) return undefined
  if (!words.do) return { id, weight: object.length, at: [of.indexOf(object)] }
  const from = of === sentence ? firstOf(sentence, words.of) : 0
  const deeds = words.do.filter((word) => sentence.includes(word, from))
  const [deed] = deeds
  if (deed === undefined) return undefined
  const at = deeds.map((word) => sentence.indexOf(word, from)).sort((a, b) => a - b)
  return { id, weight: object.length + deed.length, at }
}

function firstOf(text: string, words: readonly string[]): number {
  const places = words.map((word) => text.indexOf(word)).filter((at) => at >= 0)
  return places.reduce((least, at) => Math.min(least, at), text.length)
}

function lastOf({ at }: FoundWord): number {
  return at.at(-1) ?? 0
}

/** Names of persons or posts, joined, to whom something is told: 「運転責任者及び総務課に連絡する」. */
export function toldPattern(name: string): RegExp {
  const joint = '(?:、|及び|又は|並びに|若しくは|および|または|ならびに|もしくは|・|と|や)'
  const deed =
    '(?:報告|連絡|通報|提出|申請|通知|返送|送付)(?:を行)?(?:し(?!た(?:とき|場合|後|者))|する|い|う)|知らせ(?!た)|届け出|報を入れ|電話(?:し|する)|依頼し|依頼する'
  return new RegExp(
    `(?<![一-龠々ァ-ヶーA-Za-z0-9・])((?:${name})(?:${joint}(?:${name}))*)(?:に(?!よ[りる]|関|基づ|応じ|つい)|へ)(?:対し(?:て)?)?、?[^。は]{0,24}?(?:${deed})`,
    'gu',
  )
}
