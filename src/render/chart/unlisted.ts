import { largest } from '../../finding/order.ts'
import { type Box, boxOf, placed } from './box.ts'
import type { ContactChart } from './contact-chart.ts'
import type { Figure, FigureText } from './figure.ts'
import { namesAbove } from './frame-tree.ts'
import { sizeOf, textLines } from './lettering.ts'
import { breakLines } from './line-break.ts'

/** Something below the chart. */
export type Piece = Pick<Figure, 'width' | 'height' | 'frames' | 'boxes' | 'texts'>

/** The organisations that a chain leaves out, in rows at most so wide, in a frame of their own. */
export function unlistedPiece(
  chart: ContactChart,
  lineWidth: number,
  room: number,
): Piece | undefined {
  if (chart.unlisted.length === 0) return undefined
  const boxes = chart.unlisted.slice(0, shown).map((node) => {
    const above = namesAbove(node, chart.frames)
    return boxOf(node, { tags: [], above, isUnlisted: true }, lineWidth)
  })
  const more = chart.unlisted.length - boxes.length
  const title = breakLines(
    `システムに関わるが、この連絡体制に入っていない組織${more > 0 ? `（ほか${more}組織）` : ''}`,
    2 * lineWidth,
  )
  const titleSize = sizeOf(title)
  const widest = largest(
    [titleSize, ...boxes].map((one) => one.width + 2 * inset),
    room,
  )
  const rows = rowsOf(boxes, widest, titleSize.height + inset + gap)
  const width = Math.max(titleSize.width + inset, rows.right) + inset
  const height = rows.bottom + inset
  const texts = textLines(title, { x: inset, y: 6 }, 'missing')
  return {
    width,
    height,
    frames: [{ x: 1, y: 1, width: width - 2, height: height - 2, tone: 'missing', isRound: false }],
    boxes: rows.standing.flatMap((one) => one.shapes),
    texts: [...texts, ...rows.standing.flatMap((one): readonly FigureText[] => one.texts)],
  }
}

/** A picture with more of them would be about nothing else. */
const shown = 12
const inset = 14
const gap = 10

function rowsOf(boxes: readonly Box[], width: number, top: number) {
  let at = { x: inset, y: top }
  let bottom = top
  let right = 0
  const standing = boxes.map((box) => {
    if (at.x > inset && at.x + box.width + inset > width) at = { x: inset, y: bottom + gap }
    const parts = placed(box, at)
    bottom = Math.max(bottom, at.y + box.height)
    right = Math.max(right, at.x + box.width)
    at = { x: at.x + box.width + gap, y: at.y }
    return parts
  })
  return { standing, bottom, right }
}
