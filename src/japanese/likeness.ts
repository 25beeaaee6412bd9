import { normalise } from './width.ts'

/** The share of pairs of neighbouring characters that two texts have in common (Dice), from 0 to 1. */
export function textLikeness(a: string, b: string): number {
  return overlap(pairsOf(a), pairsOf(b))
}

/**
 * Which of some texts a sentence speaks of, by the terms that it shares with one of them and not with all: its place
 * in the list; undefined where nothing tells them apart.
 */
export function spokenOf(sentence: string, texts: readonly string[]): number | undefined {
  const said = termsOf(sentence, notOfGrammar)
  const terms = texts.map((text) => termsOf(text, notOfGrammar))
  const shares = terms.map((own) => {
    const telling = [...own].filter((term) => !terms.every((other) => other.has(term)))
    return telling.filter((term) => said.has(term)).length / Math.sqrt(own.size + 1)
  })
  const most = shares.reduce((best, share) => Math.max(best, share), 0)
  return most > 0 ? shares.indexOf(most) : undefined
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
  const of = termsOf(b, ofMeaning)
  return [...termsOf(a, ofMeaning)].filter((pair) => of.has(pair)).length
}

/** The different pairs of neighbouring characters of a text that are terms. */
export function termsOf(text: string, isTerm: RegExp): ReadonlySet<string> {
  return new Set(pairsOf(text).filter((pair) => isTerm.test(pair)))
}

/** 記録, not 突き. */
const ofMeaning = /^[\p{sc=Han}\p{sc=Katakana}ーA-Za-z0-9]{2}$/u

/** 記録 and 突き, not して: no grammar and points alone. */
const notOfGrammar = /[\p{sc=Han}\p{sc=Katakana}A-Za-z]/u

/** What has a degree, and from where to where: 脅威の度合いがレベル2以上のとき. */
interface Degree {
  readonly what: string
  readonly least: number
  readonly most: number
}

/** Whether two texts speak of the same thing by degrees of which some are common: レベル3 and レベル2以上. */
export function haveOneDegree(one: string, other: string): boolean {
  const [first, second] = [one, other].map(degreeIn)
  if (!first || first.what !== second?.what) return false
  return first.least <= second.most && second.least <= first.most
}

/** The degree in a text that has one number and no more. */
function degreeIn(text: string): Degree | undefined {
  const plain = normalise(text)
  const numbers = plain.match(/\d+(?:\.\d+)?/g) ?? []
  const found = numbers.length === 1 ? degree.exec(plain) : null
  if (!found) return undefined
  const [whole, number = '', unit = '', bound = ''] = found
  const [least, most] = rangeOf(Number(number), bound)
  return { what: plain.replace(whole, `#${unit}`).replaceAll('の', ''), least, most }
}

function rangeOf(value: number, bound: string): readonly [least: number, most: number] {
  switch (bound) {
    case '':
      return [value, value]
    case '以上':
      return [value, Infinity]
    case '以下':
      return [-Infinity, value]
    case '未満':
      return [-Infinity, value - tiny]
    default:
      return [value + tiny, Infinity]
  }
}

/** A number with its unit and what makes a range of it. */
const degree = /(\d+(?:\.\d+)?)([^\d以未超を、]{0,3})(以上|以下|未満|を?超え(?:る|た)?)?/

/** Less than any degree is finer. */
const tiny = 1e-9
