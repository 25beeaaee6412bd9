import type { Type } from '../expression/type.ts'
import { plainText } from '../japanese/sentence.ts'
import type { Word } from './pack.ts'

/** Words that a schema lists itself, by the name made of them: equal lists are one vocabulary. */
const inline = new Map<string, Readonly<Record<string, string>>>()

/** The type of words that a schema lists with their Japanese labels. */
export function inlineWord(words: Readonly<Record<string, string>>): Type {
  const vocabulary = Object.values(words).join('・')
  inline.set(vocabulary, words)
  return { kind: 'word', vocabulary, words: new Set(Object.keys(words)) }
}

/** The Japanese label of a word that a schema lists itself. */
export function inlineWordName(vocabulary: string, id: string): string | undefined {
  return inline.get(vocabulary)?.[id]
}

/** Whether one of some words of a vocabulary is another or includes it, over any number of steps. */
export function coversWord(
  given: readonly string[],
  wanted: string,
  words: ReadonlyMap<string, Word>,
): boolean {
  const seen = new Set<string>()
  const queue = [...given]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === wanted) return true
    if (seen.has(next)) continue
    seen.add(next)
    for (const one of words.get(next)?.includes ?? []) queue.push(one)
  }
  return false
}

/** Whether a text speaks of what a word stands for: by its name, a word near to it, or the words it is read by. */
export function isSaidIn({ name, near = [], reads }: Word, text: string): boolean {
  const plain = plainText(text)
  const says = (word: string): boolean => plain.includes(plainText(word))
  if ([name, ...near].some(says)) return true
  if (!reads || reads.not?.some(says)) return false
  return reads.of.some(says) && (!reads.do || reads.do.some(says))
}
