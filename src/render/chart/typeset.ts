import { largest } from '../../finding/order.ts'
import type { Direction, Plan, PlannedBox, PlannedFrame, PlannedLine } from './plan.ts'
import { type Box, boxOf, placed, tagsOf } from './box.ts'
import { clustersOf } from './cluster.ts'
import { commonMeans, type ContactChart, type ContactLine, type Means } from './contact-chart.ts'
import type { Size } from './figure.ts'
import {
  type DrawnFrame,
  type FramedCluster,
  type FrameTree,
  frameTree,
  withoutFrames,
} from './frame-tree.ts'
import { sizeOf } from './lettering.ts'
import { breakLines, drawable } from './line-break.ts'

/** One way to draw a chart. */
export interface Manner {
  /** The longest line of text, in em. */
  readonly lineWidth: number
  readonly direction: Direction
  /** Whether organisations are frames around their parts, or only named in the boxes. */
  readonly isFramed: boolean
  /** How many nodes that are connected alike are stacked in one column; none without it. */
  readonly column?: number
  /** How many boxes or frames stand abreast at most; as many as belong there without it. */
  readonly abreast?: number
}

/** A chart with all its text broken into lines, so that every size is known. */
export interface Typeset {
  readonly boxes: ReadonlyMap<string, Box>
  /** The title of each frame. */
  readonly titles: ReadonlyMap<string, readonly string[]>
  readonly lines: readonly ContactLine[]
  /** The text on each line; none where it has none. */
  readonly labels: readonly (readonly string[])[]
  /** The means that all contact has in common: said once below instead of on every line. */
  readonly common: string | undefined
  readonly plan: Plan
}

/** Breaks the text of a chart into lines. */
export function typeset(chart: ContactChart, manner: Manner): Typeset {
  const { lineWidth, direction, column, abreast } = manner
  const { clusters, lines } = clustersOf(chart, column !== undefined)
  const boxes = new Map<string, Box>()
  const titles = new Map<string, readonly string[]>()
  const boxed = (cluster: FramedCluster): PlannedBox => {
    const box = clusterBox(cluster, chart, lineWidth, column ?? 1)
    boxes.set(cluster.id, box)
    return { ...box, isFirst: cluster.id === chart.firstReporter }
  }
  const framed = ({ id, title, ...content }: DrawnFrame): PlannedFrame => {
    const broken = breakLines(title, 2 * lineWidth)
    titles.set(id, broken)
    return { id, title: sizeOf(broken), ...planned(content) }
  }
  const planned = (tree: FrameTree) => ({
    frames: tree.frames.map(framed),
    boxes: tree.clusters.map(boxed),
  })
  const tree = (manner.isFramed ? frameTree : withoutFrames)(clusters, chart.frames)
  const common = commonMeans(lines)
  const labels = lines.map((line) =>
    common === undefined ? labelOf(line, direction, lineWidth) : [],
  )
  const plan = {
    ...planned(tree),
    lines: lines.map((line, index) => plannedLine(line, labels[index] ?? [])),
    ...(abreast === undefined ? {} : { abreast }),
  }
  return { boxes, titles, lines, labels, common, plan }
}

function clusterBox(
  { nodes, above }: FramedCluster,
  chart: ContactChart,
  lineWidth: number,
  column: number,
): Box {
  const cells = nodes.map((node) => (least?: Size) => {
    const role = { tags: tagsOf(node, chart), above, isUnlisted: false }
    return boxOf(node, role, lineWidth, least)
  })
  return stackOf(cells, column)
}

function plannedLine({ near, far, out, back }: ContactLine, label: readonly string[]): PlannedLine {
  const way = out && back ? 'both' : out ? 'out' : 'back'
  return { from: near, to: far, way, ...(label.length === 0 ? {} : { label: sizeOf(label) }) }
}

const arrows = { down: ['↓', '↑'], right: ['→', '←'] } as const

/** The means of contact; with an arrow each where they differ between the two ways. */
function labelOf(line: ContactLine, direction: Direction, lineWidth: number): readonly string[] {
  const [ahead, behind] = arrows[direction]
  const [out, back] = [listed(line.out), listed(line.back)]
  const isSame = !line.out || !line.back || out === back
  const texts = isSame ? [out || back] : [out && `${ahead}${out}`, back && `${behind}${back}`]
  return texts.filter((text) => text !== '').flatMap((text) => breakLines(text, lineWidth))
}

const listed = (means: Means = []): string => means.map(drawable).join('・')

/** One box of equal cells, in columns of about equal height of at most so many. */
function stackOf(cells: readonly ((least?: Size) => Box)[], column: number): Box {
  const natural = cells.map((cell) => cell())
  const [first] = natural
  if (!first) throw new Error('a stack has cells')
  if (natural.length === 1) return first
  const cell = {
    width: largest(natural.map(({ width }) => width)),
    height: largest(natural.map(({ height }) => height)),
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
