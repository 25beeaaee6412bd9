import { type Box, placed } from './box.ts'
import type { Size } from './figure.ts'

/** One box of equal cells, in columns of about equal height of at most so many. */
export function stackOf(cells: readonly ((least?: Size) => Box)[], column: number): Box {
  const natural = cells.map((cell) => cell())
  const [first] = natural
  if (!first) throw new Error('a stack has cells')
  if (natural.length === 1) return first
  const cell = {
    width: Math.max(...natural.map(({ width }) => width)),
    height: Math.max(...natural.map(({ height }) => height)),
  }
  const columns = Math.ceil(cells.length / column)
  const rows = Math.ceil(cells.length / columns)
  const standing = cells.map((boxOfSize, index) => {
    const at = { x: Math.floor(index / rows) * cell.width, y: (index % rows) * cell.height }
    return placed(boxOfSize(cell), at)
  })
  return {
    id: first.id,
    width: Math.ceil(cells.length / rows) * cell.width,
    height: rows * cell.height,
    shapes: standing.flatMap((one) => one.shapes),
    texts: standing.flatMap((one) => one.texts),
  }
}
