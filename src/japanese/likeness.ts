import { normalise } from './width.ts'

/** The share of pairs of neighbouring characters that two texts have in common (Dice), from 0 to 1. */
export function textLikeness(a: string, b: string): number {
  return overlap(pairsOf(a), pairsOf(b))
}

/**
 * Which of some texts a sentence speaks of, by what of it stands in one of them and not in all: its place in
 * the list. The first where nothing tells them apart.
 */
export function spokenOf(sentence: string, texts: readonly string[]): number {
  if (texts.length < 2) return 0
  const said = new Set(pairsOf(sentence))
  const pairs = texts.map((text) => new Set(pairsOf(text)))
  const shares = pairs.map((own) => {
    const telling = [...own].filter((pair) => !pairs.every((other) => other.has(pair)))
    return telling.filter((pair) => said.has(pair)).length / Math.sqrt(own.size + 1)
  })
  return shares.reduce((best, share, at) => (share > (shares[best] ?? 0) ? at : best), 0)
}

function pairsOf(text: string): readonly string[] {
  const characters = Array.from(normalise(text))
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** The share of what two lists have in common, each as often as it stands in both. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const one of a) counts.set(one, (counts.get(one) ?? 0) + 1)
  let common = 0
  for (const one of b) {
    const left = counts.get(one) ?? 0
    if (left === 0) continue
    counts.set(one, left - 1)
    common += 1
  }
  return (2 * common) / (a.length + b.length)
}

/** How many different pairs of neighbouring characters that carry meaning (no kana of grammar) two texts share. */
export function sharedTerms(a: string, b: string): number {
  const terms = (text: string): ReadonlySet<string> =>
    new Set(
      pairsOf(text).filter((pair) => /^[\p{sc=Han}\p{sc=Katakana}ーA-Za-z0-9]{2}$/u.test(pair)),
    )
  const of = terms(b)
  return [...terms(a)].filter((pair) => of.has(pair)).length
}
