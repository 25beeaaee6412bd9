/**
 * Comments of forges hold so much and no more (65,536 characters on GitHub; it refuses longer ones
 * whole). What is gravest is taken first until the room is used up; the page says how much was left out.
 */

/** What a comment may hold, with some room for what a workflow adds to it. */
export const maxCharacters = 65_000

/** A piece of a page that is shown whole or not at all. */
export interface Piece<Part extends string = string> {
  /** The part of the page it stands in. */
  readonly part: Part
  readonly lines: readonly string[]
  /** Of how many things it tells; one without it. */
  readonly count?: number
}

/**
 * Those of the pieces, given gravest first, that have room; `frame` is what a part costs once it has a
 * piece. The pieces keep their order.
 */
export function fitting<Part extends string, P extends Piece<Part>>(
  pieces: readonly P[],
  room: number,
  frame: (part: Part) => number,
): readonly P[] {
  const opened = new Set<Part>()
  let left = room
  return pieces.filter(({ part, lines }) => {
    const cost = lengthOf(lines) + (opened.has(part) ? 0 : frame(part))
    if (cost > left) return false
    opened.add(part)
    left -= cost
    return true
  })
}

/** Of how many things pieces tell. */
export function thingsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { count = 1 }) => sum + count, 0)
}

/** How many characters lines take on a page. */
export function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0)
}

/** What a page says where pieces were left out. */
export function leftOutText(count: number): string {
  return `ほか${count}件は、コメントに書ける長さを超えるため載せていません。すべてを見るには \`--format text\` を使ってください。`
}
