import type { Arrange } from './plan.ts'
import { clustersOf } from './cluster.ts'
import { compose } from './compose.ts'
import type { ContactChart } from './contact-chart.ts'
import type { Figure, Size } from './figure.ts'
import { textSize } from './lettering.ts'
import { type Manner, typeset } from './typeset.ts'

/** A figure, and how much smaller it has to be to stand on its page; 1 is full size. */
export interface Fitted {
  readonly figure: Figure
  readonly scale: number
}

/** The size of the smallest text at full size, in points. */
export const points = (textSize * 72) / 96

/** Text of six points is the smallest that is read from paper without effort. */
export const leastScale = 6 / points

/** From whole names to narrow boxes, downwards before sideways. */
const plain = [16, 12, 9].flatMap((lineWidth) => ways({ lineWidth, isFramed: true }))

/** What makes a figure smaller and harder to follow, in the order it is tried. */
const denser: readonly (readonly Manner[])[] = [
  [12, 5].flatMap((column) => ways({ lineWidth: 11, isFramed: true, column })),
  ways({ lineWidth: 11, isFramed: false }),
  ways({ lineWidth: 11, isFramed: false, column: 12 }),
  [3, 5].flatMap((abreast) => ways({ lineWidth: 9, isFramed: true, column: 12, abreast })),
]

/** Boxes and lines together. What has more is not legible on any page, and takes long to lay out. */
const maxParts = 250

/** Draws a chart in several manners and keeps the one that is largest on its page; none where it has too much in it. */
export async function largest(
  chart: ContactChart,
  page: Size,
  arrange: Arrange,
): Promise<Fitted | undefined> {
  const [single, stacked] = [false, true].map((isStacking) => {
    const { clusters, lines } = clustersOf(chart, isStacking)
    return clusters.length + lines.length <= maxParts
  })
  let best: Fitted | undefined
  for (const manners of [plain, ...denser]) {
    for (const manner of manners) {
      if (!(manner.column === undefined ? single : stacked)) continue
      const text = typeset(chart, manner)
      const arrangement = await arrange(text.plan, manner.direction)
      const figure = compose(chart, text, manner.lineWidth, arrangement)
      const scale = Math.min(1, page.width / figure.width, page.height / figure.height)
      if (!best || scale > best.scale) best = { figure, scale }
      if (best.scale === 1) return best
    }
    if (best && best.scale >= leastScale) return best
  }
  return best
}

function ways(manner: Omit<Manner, 'direction'>): readonly Manner[] {
  return (['down', 'right'] as const).map((direction) => ({ ...manner, direction }))
}
