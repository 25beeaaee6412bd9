/** A place in the picture, in pixels at full size: 12 pixels are 9 points. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** How much room something takes. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** An upright rectangle. */
export interface Rectangle extends Point, Size {}

/** How a shape or a text is painted; all differ in black and white print too. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'inverse' | 'missing'

/** One line of text, in the middle of its place. */
export interface FigureText extends Rectangle {
  readonly text: string
  readonly size: number
  readonly tone: Tone
}

/** A rectangle that is painted: a border, a tag, a gap. */
export interface FigureBox extends Rectangle {
  readonly tone: Tone
  readonly isRound: boolean
}

/** A line along right angles, with heads at its ends. */
export interface FigureLine {
  readonly points: readonly Point[]
  readonly headAtStart: boolean
  readonly headAtEnd: boolean
}

/** A finished drawing, in the order it is painted. */
export interface Figure {
  readonly width: number
  readonly height: number
  readonly lines: readonly FigureLine[]
  readonly frames: readonly FigureBox[]
  /** White behind what stands on a line. */
  readonly clearings: readonly Rectangle[]
  readonly boxes: readonly FigureBox[]
  readonly texts: readonly FigureText[]
}

/** Moves a rectangle and whatever it carries. */
export function moved<Thing extends Point>(thing: Thing, by: Point): Thing {
  return { ...thing, x: thing.x + by.x, y: thing.y + by.y }
}
