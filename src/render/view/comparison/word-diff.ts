/** The door of `diff`: which words of two lines differ. */
import { diffArrays } from 'diff'

/** A stretch of a line that both sides share, or one that only this side has. */
export interface Piece {
  readonly text: string
  readonly isChanged: boolean
}

/** Both sides of a line, in pieces. */
export interface LineDiff {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Lines that differ in more words than this are underlined whole: nobody reads so many islands. */
const maxEdits = 400

/** Lines that share less than this are two texts, of which single words that agree mean nothing. */
const leastShared = 0.3

/** The words of a line, as a reader would part them. */
export function wordsIn(line: string): readonly string[] {
  return Array.from(segmenter.segment(line), ({ segment }) => segment)
}

/** What differs between two lines, word by word. */
export function diffLine(before: string, after: string): LineDiff {
  const isOneSided = before === '' || after === ''
  const found = changesIn(before, after, isOneSided ? 0 : leastShared)
  if (!found) return { before: whole(before), after: whole(after) }
  const side = (own: 'added' | 'removed', other: 'added' | 'removed') =>
    joined(
      found
        .filter((change) => !change[other])
        .map((change) => ({ text: change.value.join(''), isChanged: change[own] })),
    )
  return { before: side('removed', 'added'), after: side('added', 'removed') }
}

/** Words of two lines that stand in the same place: the same on both sides, or others. */
export interface WordRun {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly isSame: boolean
}

/** Two lines as runs of words, in order; undefined where they are two texts rather than one that was changed. */
export function wordRuns(before: string, after: string): readonly WordRun[] | undefined {
  const found = changesIn(before, after, leastShared)
  const runs: WordRun[] = []
  for (const { value, added, removed } of found ?? []) {
    const last = runs.at(-1)
    const isSame = !added && !removed
    const own = { before: added ? [] : value, after: removed ? [] : value, isSame }
    if (last && !last.isSame && !isSame) {
      runs[runs.length - 1] = {
        before: [...last.before, ...own.before],
        after: [...last.after, ...own.after],
        isSame,
      }
    } else runs.push(own)
  }
  return found && runs
}

/** What changes between the words of two lines; undefined where they share less than is asked, or change too much. */
function changesIn(before: string, after: string, least: number) {
  const words = { before: [...wordsIn(before)], after: [...wordsIn(after)] }
  return likeness(words.before, words.after) < least
    ? undefined
    : diffArrays(words.before, words.after, { maxEditLength: maxEdits })
}

/** How much of two lines is the same: 1 for the same words, 0 for none in common. */
export function likeness(before: readonly string[], after: readonly string[]): number {
  if (before.length + after.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of after) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / (before.length + after.length)
}

function whole(text: string): readonly Piece[] {
  return text === '' ? [] : [{ text, isChanged: true }]
}

/** Neighbours of one kind run together; one shared character between two changes counts as changed. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  pieces.forEach(({ text, isChanged }, at) => {
    const isIsland =
      !isChanged && text.length === 1 && at > 0 && at < pieces.length - 1 && !/[、，。]/.test(text)
    const piece = { text, isChanged: isChanged || isIsland }
    const last = result.at(-1)
    if (last?.isChanged === piece.isChanged) {
      result[result.length - 1] = { ...last, text: last.text + text }
    } else if (text !== '') result.push(piece)
  })
  return result
}
