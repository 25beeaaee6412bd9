import { type Phrases, plainText } from '../japanese/said.ts'
import type { Word } from '../model/pack.ts'

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
  readonly states: readonly string[]
}

/** An organisation or a group of the municipality. */
export interface KnownOrganisation {
  readonly id: string
  readonly name: string
}

/** A word found in a sentence. */
export interface FoundWord {
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

function foundIn(sentence: string, { id, reads }: Word, of: string): FoundWord | undefined {
  if (!reads || reads.not?.some((word) => sentence.includes(plainText(word)))) return undefined
  const object = longestIn(of, reads.of)
  if (object === undefined) return undefined
  if (!reads.do) return { id, weight: object.length, at: [of.indexOf(object)] }
  const from = of === sentence ? firstOf(sentence, reads.of) : 0
  const deeds = reads.do.map(plainText).filter((word) => sentence.includes(word, from))
  const [deed] = [...deeds].sort((a, b) => b.length - a.length)
  if (deed === undefined) return undefined
  const at = deeds.map((word) => sentence.indexOf(word, from)).sort((a, b) => a - b)
  return { id, weight: object.length + deed.length, at }
}

function longestIn(text: string, words: readonly string[]): string | undefined {
  const found = words.map(plainText).filter((word) => text.includes(word))
  return found.sort((a, b) => b.length - a.length)[0]
}

function firstOf(text: string, words: readonly string[]): number {
  const places = words.map((word) => text.indexOf(plainText(word))).filter((at) => at >= 0)
  return places.reduce((least, at) => Math.min(least, at), text.length)
}

function lastOf({ at }: FoundWord): number {
  return at.at(-1) ?? 0
}
