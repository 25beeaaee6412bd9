import { displayWidth } from '../../japanese/width.ts'

/** A single space with a character on each side; the second may stand before the next space. */
const between = /(\S) (?=(\S))/gu

/**
 * Japanese without the spaces that YAML puts where a line was folded: a single one between two
 * full-width characters. Japanese does not part words, so none is lost.
 */
export function unfolded(text: string): string {
  return text.replace(between, (whole, before: string, after: string) =>
    displayWidth(before, 1) === 2 && displayWidth(after, 1) === 2 ? before : whole,
  )
}
