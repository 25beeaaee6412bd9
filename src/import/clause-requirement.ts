import { plainText } from '../japanese/sentence.ts'
import { requirementsFor, type FoundRequirement } from './requirement.ts'
import type { ReadRole } from './role.ts'
import { coreOf, type Statement } from './statement.ts'
import { namesOf } from './subject.ts'
import { type KnownRequirement, type ReadingWords, wordsIn } from './words.ts'

/** As much as must speak for a requirement. */
const least = 1.2

/**
 * The requirements that a clause may be about, the likeliest first: by the words that the packs find each by,
 * by how much it is like what each asks for, by its chapter, and by whom it binds.
 */
export function clauseRequirements(
  { main, more, lead }: Statement,
  { roles, subject }: { readonly roles: readonly ReadRole[]; readonly subject: string | undefined },
  words: ReadingWords,
): readonly FoundRequirement[] {
  const without = withoutNames(roles)
  const own = without(coreOf([main, ...more].map(({ text }) => text).join('')))
  const core = lead ? without(coreOf(lead.main.text)) + own : own
  const written = plainText(main.unit.caption)
  const headings = [...main.unit.headings.map(plainText), written]
  // The name of a chapter stands over many articles, and says of none what it is about.
  const isChapter = words.requirements.some(({ place }) => isOfChapter(place, [written]))
  const caption = isChapter ? '' : without(written)
  const index = indexOf(words)
  const byTerms = new Map(
    requirementsFor({ ...main.unit, caption, headings: [] }, core, words).map(
      ({ key, weight }) => [key, weight] as const,
    ),
  )
  const activities = words.vocabularies.get('activities')
  const [deed] = wordsIn(core, activities)
  const done = deed && activities?.get(deed.id)?.requirement
  const query = index.vectorOf([core, caption, caption])
  const weighed = words.requirements.map((requirement) => {
    const { key, place, subjects } = requirement
    const weight =
      10 * index.likeness(query, key) +
      Math.min(byTerms.get(key) ?? 0, 16) / 8 +
      (done === key ? 1.2 : 0) +
      (isOfChapter(place, headings) ? 1 : 0) +
      (subject !== undefined && subjects.includes(subject) ? 0.4 : 0)
    return { key, weight }
  })
  return weighed.filter(({ weight }) => weight >= least).sort((a, b) => b.weight - a.weight)
}

/** What is said besides the names of roles, in which much stands that is not what is done. */
function withoutNames(roles: readonly ReadRole[]): (text: string) => string {
  const names = [...namesOf(roles).keys()].filter((name) => name.length > 3)
  return (text) => names.reduce((rest, name) => rest.replaceAll(name, '＿'), text)
}

/** Whether a clause stands under the chapter of the guideline that a requirement is of: 5.4 ID及びパスワード等の管理. */
function isOfChapter(place: string, headings: readonly string[]): boolean {
  const chapters = place.split('、').map((one) => plainText(one).replace(/^[\d.]+/u, ''))
  const names = headings.map((one) => one.replace(/^(?:第\d+[編章節]|[\d.]+)/u, ''))
  return chapters.some((chapter) => names.some((name) => name !== '' && chapter === name))
}

/** Pairs of neighbouring characters, each with how much it says. */
type Vector = ReadonlyMap<string, number>

/** What the requirements are about, by pairs of characters: those that few have in common say most. */
class RequirementIndex {
  readonly #vectors = new Map<string, Vector>()
  readonly #says = new Map<string, number>()

  constructor(words: ReadingWords) {
    const texts = words.requirements.map((one) => [one.key, textsOf(one, words)] as const)
    const holding = new Map<string, number>()
    for (const [, all] of texts) {
      for (const pair of new Set(all.flatMap(pairsOf)))
        holding.set(pair, (holding.get(pair) ?? 0) + 1)
    }
    for (const [pair, count] of holding) this.#says.set(pair, Math.log(texts.length / count))
    for (const [key, all] of texts) this.#vectors.set(key, this.vectorOf(all))
  }

  vectorOf(texts: readonly string[]): Vector {
    const counts = new Map<string, number>()
    for (const pair of texts.flatMap(pairsOf)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    return new Map(
      [...counts].map(([pair, count]) => [
        pair,
        (1 + Math.log(count)) * (this.#says.get(pair) ?? 0),
      ]),
    )
  }

  /** From 0 to 1: how much a text is like what a requirement is about. */
  likeness(query: Vector, key: string): number {
    const known = this.#vectors.get(key) ?? new Map<string, number>()
    const product = [...query].reduce(
      (sum, [pair, value]) => sum + value * (known.get(pair) ?? 0),
      0,
    )
    const size = lengthOf(query) * lengthOf(known)
    return size === 0 ? 0 : product / size
  }
}

function lengthOf(vector: Vector): number {
  return Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0))
}

/** All that the packs say of a requirement: its own words, and those of the work and the points that are of it. */
function textsOf(
  { key, title, text, near }: KnownRequirement,
  { vocabularies }: ReadingWords,
): readonly string[] {
  const words = ['activities', 'points'].flatMap((name) =>
    [...(vocabularies.get(name)?.values() ?? [])].filter((one) => one.requirement === key),
  )
  const said = words.flatMap((one) => [one.name, ...(one.near ?? []), ...(one.reads?.of ?? [])])
  return [title, title, text, ...near, ...said].map(plainText)
}

function pairsOf(text: string): readonly string[] {
  const signs = Array.from(text)
  return signs
    .slice(1)
    .map((sign, at) => `${signs[at] ?? ''}${sign}`)
    .filter((pair) => !/[＿、。]|^[ぁ-ん]{2}$/u.test(pair))
}

/** The index of some words, made once. */
const indices = new WeakMap<ReadingWords, RequirementIndex>()

function indexOf(words: ReadingWords): RequirementIndex {
  const known = indices.get(words) ?? new RequirementIndex(words)
  indices.set(words, known)
  return known
}
