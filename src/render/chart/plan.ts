import type { Point, Rectangle, Size } from './figure.ts'

/** What is to be laid out: sizes and how things are connected, no looks. */
export interface Plan {
  readonly frames: readonly PlannedFrame[]
  readonly boxes: readonly PlannedBox[]
  readonly lines: readonly PlannedLine[]
  /** How many boxes or frames stand abreast at most; as many as belong there without it. */
  readonly abreast?: number
}

/** Something with a size. */
export interface PlannedBox {
  readonly id: string
  readonly width: number
  readonly height: number
  /** Stands before all others. */
  readonly isFirst: boolean
}

/** A frame with its content; its title takes this much room. */
export interface PlannedFrame {
  readonly id: string
  readonly title: Size
  readonly frames: readonly PlannedFrame[]
  readonly boxes: readonly PlannedBox[]
}

/** A line from the box nearer to the beginning to the farther one; the text on it takes this much room. */
export interface PlannedLine {
  readonly from: string
  readonly to: string
  /** At which ends it has heads: lines of one kind may begin as one. */
  readonly way: 'out' | 'back' | 'both'
  readonly label?: Size
}

/** Where everything has come to stand; boxes and frames by id, lines in their order. */
export interface Arrangement {
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyMap<string, Point>
  readonly frames: ReadonlyMap<string, Rectangle>
  readonly lines: readonly ArrangedLine[]
}

/** The corners of a line from its beginning to its end. */
export interface ArrangedLine {
  readonly points: readonly Point[]
  readonly label?: Point
}

/** Which way the lines run. */
export type Direction = 'down' | 'right'

/** Lays boxes out in layers, with lines along right angles that keep clear of boxes (ELK layered). */
export type Arrange = (plan: Plan, direction: Direction) => Promise<Arrangement>
