import { asPattern } from '../../../japanese/sentence.ts'
import { wordRuns } from '../comparison/word-diff.ts'

/** A text before and after. */
export interface Unit {
  readonly before: string
  readonly after: string
}

/** Words that others are put in the place of, wherever they stand. */
export interface Substitution {
  readonly from: string
  readonly to: string
}

/** Whoever amends in more words, or longer ones, than this writes the text anew. */
const usual: Limits = { words: 3, share: 0.5 }
const longest = 60

/** How many words are put in the place of others, and how much of what differs they may quote. */
export interface Limits {
  readonly words: number
  readonly share: number
}

/** How many words around those that differ are quoted before the text is written anew. */
const reaches = [0, 1, 2, 3]

/**
 * The fewest words to put in the place of others so that each text becomes what it is now, exactly and everywhere
 * in all of them; undefined where that cannot be said in few words.
 */
export function substitutionsIn(
  units: readonly Unit[],
  limits: Limits = usual,
): readonly Substitution[] | undefined {
  const changed = units.filter(({ before, after }) => before !== after)
  const texts = changed.flatMap(({ before, after }) => {
    const runs = wordRuns(before, after)
    return runs ? [stretchesOf(runs)] : []
  })
  if (texts.length < changed.length) return undefined
  for (const reach of reaches) {
    const found = distinct(texts.flatMap((one) => quoted(one, reach)))
    const isFew = found.length <= limits.words && found.every(isShort)
    const isPart = shareOf(found, changed) <= limits.share
    if (isFew && isPart && isMadeBy(units, found)) return found
  }
  return undefined
}

/** Whether the words, all at once, make each text what it is now. */
export function isMadeBy(units: readonly Unit[], words: readonly Substitution[]): boolean {
  return units.every((one) => isMade(one, words))
}

/** How much of the texts that differ the words quote. */
function shareOf(words: readonly Substitution[], changed: readonly Unit[]): number {
  const sum = (texts: readonly string[]): number =>
    texts.reduce((total, { length }) => total + length, 0)
  return sum(words.map(({ from }) => from)) / sum(changed.map(({ before }) => before))
}

/** 「電算主任」を「システム主任」に改め, as an amendment says it; the last verb is inflected by whoever ends the sentence. */
export function wordsOfAmendment(substitutions: readonly Substitution[]): string {
  const changed = substitutions.filter((one) => !isRemoved(one) && !isInserted(one))
  const put = changed.map(({ from, to }) => `「${from}」を「${to}」に`).join('、')
  return [
    ...(put === '' ? [] : [`${put}改め`]),
    ...substitutions
      .filter(isInserted)
      .map(({ from, to }) => `「${from}」の次に「${to.slice(from.length)}」を加え`),
    ...substitutions.filter(isRemoved).map(({ from }) => `「${from}」を削り`),
  ].join('、')
}

function isRemoved({ to }: Substitution): boolean {
  return to === ''
}

function isInserted({ from, to }: Substitution): boolean {
  return to.startsWith(from)
}

function isShort({ from, to }: Substitution): boolean {
  return from !== '' && from.length <= longest && to.length <= longest
}

/** Whether the words, all at once, make one text the other. */
function isMade({ before, after }: Unit, substitutions: readonly Substitution[]): boolean {
  const into = new Map(substitutions.map(({ from, to }) => [from, to]))
  const longestFirst = [...into.keys()].sort((a, b) => b.length - a.length)
  return (
    before.replace(
      new RegExp(longestFirst.map(asPattern).join('|'), 'gu'),
      (one) => into.get(one) ?? one,
    ) === after
  )
}

/** A word that both sides have, or words that one has in the place of the other's. */
interface Stretch extends Unit {
  readonly isSame: boolean
}

function stretchesOf(runs: NonNullable<ReturnType<typeof wordRuns>>): readonly Stretch[] {
  return runs.flatMap(({ before, after, isSame }): readonly Stretch[] =>
    isSame
      ? before.map((word) => ({ before: word, after: word, isSame }))
      : [{ before: before.join(''), after: after.join(''), isSame }],
  )
}

/** What differs in a text, with as much around it as makes whole words of it. */
function quoted(stretches: readonly Stretch[], reach: number): readonly Substitution[] {
  const spans: { from: number; to: number }[] = []
  stretches.forEach(({ isSame }, at) => {
    if (isSame) return
    const span = spanAround(stretches, at, reach)
    const last = spans.at(-1)
    if (last && span.from <= last.to) last.to = span.to
    else spans.push(span)
  })
  return spans.map(({ from, to }) => {
    const own = stretches.slice(from, to)
    const joined = (side: 'before' | 'after'): string => own.map((one) => one[side]).join('')
    return { from: joined('before'), to: joined('after') }
  })
}

/** From where to where a change is quoted: compound words whole, a single letter with its neighbours. */
function spanAround(
  stretches: readonly Stretch[],
  at: number,
  reach: number,
): { from: number; to: number } {
  const own = stretches[at] ?? { before: '', after: '' }
  const [before, after] = [own.before === '' ? own.after : own.before, own.after || own.before]
  let [from, to] = [at, at + 1]
  const isWord = (place: number): boolean => compound.test(stretches[place]?.before ?? '')
  if (own.before === '' || compoundStart.test(before) || compoundStart.test(after))
    while (isWord(from - 1)) from -= 1
  const isWithin = own.before === '' && isWord(at - 1) && isWord(at + 1)
  if (isWithin || compoundEnd.test(before) || compoundEnd.test(after)) while (isWord(to)) to += 1
  const quote = (): string =>
    stretches
      .slice(from, to)
      .map((one) => one.before)
      .join('')
  const isLonely = (): boolean => quote().length < 2
  // What comes in is said to come behind something.
  while (own.before === '' && isLonely() && isInside(stretches[from - 1])) from -= 1
  for (let more = reach + (isLonely() ? 1 : 0); more > 0; more -= 1) {
    if (isInside(stretches[from - 1])) from -= 1
    if (isInside(stretches[to])) to += 1
  }
  return { from, to }
}

const compound = /^[\p{sc=Han}\p{sc=Katakana}ー々\p{N}\p{sc=Latin}]+$/u
const compoundStart = /^[\p{sc=Han}\p{sc=Katakana}ー々\p{N}\p{sc=Latin}]/u
const compoundEnd = /[\p{sc=Han}\p{sc=Katakana}ー々\p{N}\p{sc=Latin}]$/u

/** Quotations do not go beyond a sentence. */
function isInside(stretch: Stretch | undefined): boolean {
  return stretch !== undefined && stretch.isSame && !/[。\n]/.test(stretch.before)
}

function distinct(substitutions: readonly Substitution[]): readonly Substitution[] {
  return [...new Map(substitutions.map((one) => [JSON.stringify(one), one])).values()]
}
