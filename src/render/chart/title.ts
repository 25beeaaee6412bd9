import type { ArrangedLine } from './plan.ts'
import type { Rectangle, Size } from './figure.ts'

/**
 * Where the title of a frame stands along its upper edge: at the left, or farther right where a line
 * would run through it there. Where no place is free it stays at the left, on a white ground.
 */
export function titlePlace(
  title: Size,
  frame: Rectangle,
  lines: readonly ArrangedLine[],
): Rectangle {
  const place = { ...title, x: frame.x + inset, y: frame.y + 4 }
  const band = { ...place, width: frame.width - 2 * inset }
  const crossings = lines.flatMap(({ points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
      const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
      const isInside = top < band.y + band.height && bottom > band.y
      return isInside && left < band.x + band.width && right > band.x ? [{ left, right }] : []
    }),
  )
  const starts = [place.x, ...crossings.map(({ right }) => right + clear)]
  const free = starts.find(
    (x) =>
      x + title.width <= band.x + band.width &&
      crossings.every(({ left, right }) => right + clear <= x || left - clear >= x + title.width),
  )
  return { ...place, x: free ?? place.x }
}

const inset = 10
const clear = 5
