import { type AmbiguousWidth, displayWidth } from './width.ts'

/** What may not begin a line (行頭禁則). */
export const notFirst =
  /^[、。，．・：；？！,.:;?!)\]}」』】〕〉》）］｝”’ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥～〜％%]/u
/** What may not end a line (行末禁則). */
export const notLast = /[([{「『【〔〈《（［｛“‘]$/u
/** A word of a western script or a number, a run of spaces, or one character with its marks. */
const unit = /[\x21-\x7e\u00c0-\u024f]+|[ \t]+|[^](?:\p{M}|\u200d|\ufe0f)*/gu

/**
 * Breaks a text into lines of at most so many columns. Words stay whole where they fit; closing marks
 * do not begin a line and opening marks do not end one. Line breaks of the text are kept.
 */
export function wrap(text: string, width: number, ambiguous: AmbiguousWidth = 2): string[] {
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line, Math.max(2, width), ambiguous))
}

function wrapLine(text: string, width: number, ambiguous: AmbiguousWidth): string[] {
  if (displayWidth(text, ambiguous) <= width) return [text]
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const piece of pieces(text, width, ambiguous)) {
    const columns = displayWidth(piece, ambiguous)
    const isSpace = piece.trim() === ''
    if (used + columns > width && !isSpace) {
      const next = carriedOver(line, piece, width - columns, ambiguous)
      lines.push(line.join('').trimEnd())
      line = next
      used = displayWidth(next.join(''), ambiguous)
    }
    if (isSpace && line.length === 0 && lines.length > 0) continue
    line.push(piece)
    used += columns
  }
  lines.push(line.join('').trimEnd())
  return lines
}

/** Takes from the end of a full line what has to stand on the next one before the piece. */
function carriedOver(
  line: string[],
  piece: string,
  room: number,
  ambiguous: AmbiguousWidth,
): string[] {
  const carried: string[] = []
  let first = piece
  while (line.length > 1 && (notFirst.test(first) || notLast.test(line.at(-1) ?? ''))) {
    first = line.pop() ?? ''
    carried.unshift(first)
  }
  // Marks in an endless row are no sentence: rather break between them than overfill a line.
  if (displayWidth(carried.join(''), ambiguous) > room) {
    for (const one of carried) line.push(one)
    return []
  }
  return carried
}

function pieces(text: string, width: number, ambiguous: AmbiguousWidth): string[] {
  return (text.match(unit) ?? []).flatMap((piece) =>
    displayWidth(piece, ambiguous) <= width ? [piece] : Array.from(piece),
  )
}
