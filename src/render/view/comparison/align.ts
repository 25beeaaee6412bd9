import { likeness, wordsIn } from './word-diff.ts'

/** Two elements that belong together, or one that the other side lacks. */
export interface Pair<Element> {
  readonly before: Element | undefined
  readonly after: Element | undefined
}

/** Below this two texts have too little in common to be one that was changed. */
const leastLikeness = 0.5

/** Below this, what stands in the place of another has nothing to do with it. */
const leastRewritten = 0.2

/** Beyond so many pairs of lines the search would take long; they are then taken in order. */
const maxPairs = 40_000

/**
 * Pairs the texts of two lists in order so that most of their words agree. The longest common
 * subsequence, weighted by likeness.
 */
export function align<Element>(
  before: readonly Element[],
  after: readonly Element[],
  textOf: (element: Element) => string,
): readonly Pair<Element>[] {
  const start = before.findIndex((one, at) => !isSame(one, after[at], textOf))
  const same = start < 0 ? before.length : start
  const head = before.slice(0, same).map((one, at) => ({ before: one, after: after[at] }))
  return [...head, ...rejoined(alignRest(before.slice(same), after.slice(same), textOf), textOf)]
}

/**
 * One that fell out and one that came in at the same place are one that was rewritten; so are those that
 * both lists begin with, for what an article says first is its subject.
 */
function rejoined<Element>(
  pairs: readonly Pair<Element>[],
  textOf: (element: Element) => string,
): readonly Pair<Element>[] {
  const words = (one: Element | undefined) => wordsIn(one === undefined ? '' : textOf(one))
  const isRewritten = (out: Pair<Element>, into: Pair<Element>, size: number): boolean =>
    size === 2 && likeness(words(out.before), words(into.after)) >= leastRewritten
  const result: Pair<Element>[] = []
  let at = 0
  while (at < pairs.length) {
    const length = pairs.slice(at).findIndex(isBoth)
    const end = length < 0 ? pairs.length : at + length
    const gap = pairs.slice(at, end)
    const [out, into] = [
      gap.filter(({ before }) => before !== undefined),
      gap.filter(({ after }) => after !== undefined),
    ]
    const [first, other] = [out[0], into[0]]
    const isOne =
      first !== undefined &&
      other !== undefined &&
      (at === 0 || isRewritten(first, other, gap.length))
    if (isOne) {
      result.push({ before: first.before, after: other.after })
      for (const one of gap.filter((pair) => pair !== first && pair !== other)) result.push(one)
    } else for (const one of gap) result.push(one)
    for (const one of pairs.slice(end, end + 1)) result.push(one)
    at = end + 1
  }
  return result
}

function isBoth<Element>({ before, after }: Pair<Element>): boolean {
  return before !== undefined && after !== undefined
}

function alignRest<Element>(
  before: readonly Element[],
  after: readonly Element[],
  textOf: (element: Element) => string,
): readonly Pair<Element>[] {
  if (before.length * after.length > maxPairs) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
      before: before[at],
      after: after[at],
    }))
  }
  const best = bestScores(before.map(textOf), after.map(textOf))
  const pairs: Pair<Element>[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const here = best.scores[row]?.[column] ?? 0
    const isPair = (best.like[row]?.[column] ?? 0) > 0
    if (
      isPair &&
      here === (best.like[row]?.[column] ?? 0) + (best.scores[row + 1]?.[column + 1] ?? 0)
    ) {
      pairs.push({ before: before[row++], after: after[column++] })
    } else if (row < before.length && here === (best.scores[row + 1]?.[column] ?? 0)) {
      pairs.push({ before: before[row++], after: undefined })
    } else {
      pairs.push({ before: undefined, after: after[column++] })
    }
  }
  return pairs
}

/** The best sum of likenesses from each place on, and the likeness of each pair where it counts. */
function bestScores(before: readonly string[], after: readonly string[]) {
  const words = { before: before.map(wordsIn), after: after.map(wordsIn) }
  const like = words.before.map((own) =>
    words.after.map((other) => {
      const value = likeness(own, other)
      return value > leastLikeness ? value : 0
    }),
  )
  const scores = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  )
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const pair = like[row]?.[column] ?? 0
      const both = pair > 0 ? pair + (scores[row + 1]?.[column + 1] ?? 0) : 0
      const best = Math.max(both, scores[row + 1]?.[column] ?? 0, scores[row]?.[column + 1] ?? 0)
      const line = scores[row]
      if (line) line[column] = best
    }
  }
  return { like, scores }
}

function isSame<Element>(
  one: Element,
  other: Element | undefined,
  textOf: (element: Element) => string,
): boolean {
  return other !== undefined && textOf(one) === textOf(other)
}
