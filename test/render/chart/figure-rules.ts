import type { Figure, FigureText, Point, Rectangle } from '../../../src/render/chart/figure.ts'

/** Rounding of coordinates. */
const slack = 0.01

/** The boxes that stand on the page themselves, not inside another. */
export function outerBoxes({ boxes }: Figure): readonly Rectangle[] {
  return boxes.filter((box, index) => !boxes.slice(0, index).some((outer) => holds(outer, box)))
}

/** Pairs of boxes that lie over each other, which none may. */
export function overlaps(figure: Figure): readonly (readonly [Rectangle, Rectangle])[] {
  const boxes = outerBoxes(figure)
  return boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (meet(box, other) ? [[box, other] as const] : [])),
  )
}

/** Texts that stick out of the page, lie over another text, or touch the border of a box. */
export function strayTexts(figure: Figure): readonly string[] {
  const { texts, width, height } = figure
  const page = { x: 0, y: 0, width, height }
  return texts.flatMap((text, index) => {
    const isOut = !holds(page, text)
    const isOver = texts.slice(index + 1).some((other) => meet(text, other))
    const isCut = figure.boxes.some((box) => meet(box, text) && !holds(box, text))
    return isOut || isOver || isCut ? [text.text] : []
  })
}

/** Pieces of lines that run through a box, which none may. */
export function runsThrough(figure: Figure): readonly (readonly [Point, Point])[] {
  const boxes = outerBoxes(figure)
  return figure.lines.flatMap(({ points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end
      const piece = {
        x: Math.min(start.x, end.x),
        y: Math.min(start.y, end.y),
        width: Math.abs(start.x - end.x),
        height: Math.abs(start.y - end.y),
      }
      return boxes.some((box) => meet(box, piece)) ? [[start, end] as const] : []
    }),
  )
}

/** Lines of text on lines of contact that have no white ground. */
export function coveredTexts(figure: Figure): readonly FigureText[] {
  const grounds = [...figure.clearings, ...figure.boxes]
  return figure.texts.filter((text) => {
    const isCrossed = figure.lines.some(({ points }) =>
      points.slice(1).some((end, index) => {
        const start = points[index] ?? end
        const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)]
        const [width, height] = [Math.abs(start.x - end.x), Math.abs(start.y - end.y)]
        return meet(text, { x, y, width, height })
      }),
    )
    return isCrossed && !grounds.some((ground) => holds(ground, text))
  })
}

/** Whether a point lies on the border of a rectangle. */
export function touches({ x, y, width, height }: Rectangle, at: Point): boolean {
  const isBeside = at.x > x - slack && at.x < x + width + slack
  const isLevel = at.y > y - slack && at.y < y + height + slack
  const isOnEdge =
    Math.min(Math.abs(at.x - x), Math.abs(at.x - x - width)) < slack ||
    Math.min(Math.abs(at.y - y), Math.abs(at.y - y - height)) < slack
  return isBeside && isLevel && isOnEdge
}

function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  )
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  )
}
