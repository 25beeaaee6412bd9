import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { FormatUnavailable } from '../unavailable.ts'
import type { Point, Rectangle } from './figure.ts'
import type {
  Arrange,
  ArrangedLine,
  Arrangement,
  Direction,
  Plan,
  PlannedBox,
  PlannedFrame,
  PlannedLine,
} from './plan.ts'
import { groupBy } from '../../finding/order.ts'

/** Loads the layout engine, which is an optional dependency. */
export async function loadArrange(): Promise<Arrange> {
  const { default: elkjs } = await import('elkjs/lib/elk.bundled.js').catch(() => {
    throw new FormatUnavailable('連絡体制図を描くための部品 elkjs が入っていません。', {
      hint: 'npm install elkjs で入れてください。',
    })
  })
  const elk = new elkjs.default()
  return async (plan, direction) => {
    const first = arrangementOf(plan, await elk.layout(graphOf(plan, direction)))
    const widening = tooNarrow(plan.frames, first)
    if (widening.size === 0) return first
    return arrangementOf(plan, await elk.layout(graphOf(plan, direction, widening)))
  }
}

/** The frames that the engine made narrower than it was asked, as it does at times with nested ones, and by how much. */
function tooNarrow(frames: readonly PlannedFrame[], arrangement: Arrangement): Widening {
  const all = frames.flatMap(function own(frame): readonly PlannedFrame[] {
    return [frame, ...frame.frames.flatMap(own)]
  })
  const lacking = all.map((frame): [string, number] => {
    const width = arrangement.frames.get(frame.id)?.width ?? frameWidth(frame)
    return [frame.id, frameWidth(frame) - width]
  })
  return new Map(lacking.filter(([, width]) => width > 0))
}

function arrangementOf(plan: Plan, root: ElkNode): Arrangement {
  const boxes = new Map<string, Point>()
  const frames = new Map<string, Rectangle>()
  const collect = (planned: Pick<Plan, 'frames' | 'boxes'>, node: ElkNode): void => {
    const children = node.children ?? []
    planned.frames.forEach((frame, index) => {
      const child = children[index]
      if (!child) return
      frames.set(frame.id, rectangleOf(child))
      collect(frame, child)
    })
    planned.boxes.forEach(({ id }, index) => {
      const child = children[planned.frames.length + index]
      if (child) boxes.set(id, rectangleOf(child))
    })
  }
  collect(plan, root)
  const lines = plan.lines.map((_, index) => lineOf(root.edges?.[index]))
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, frames, lines }
}

function rectangleOf({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Rectangle {
  return { x, y, width, height }
}

function lineOf(edge: ElkExtendedEdge | undefined): ArrangedLine {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
    startPoint,
    ...(bendPoints ?? []),
    endPoint,
  ])
  const { x, y } = edge?.labels?.[0] ?? {}
  return { points, ...(x === undefined || y === undefined ? {} : { label: { x, y } }) }
}

const frameInset = 14

/** How much wider frames must become than the engine made them, by their ids. */
type Widening = ReadonlyMap<string, number>

/** A plan in the words of ELK. */
function graphOf(plan: Plan, direction: Direction, widening: Widening = new Map()): ElkNode {
  const starts = startsOf(plan.lines)
  return {
    id: 'page',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction.toUpperCase(),
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.randomSeed': '1',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      'elk.padding': '[top=2,left=2,bottom=2,right=2]',
      ...(plan.abreast === undefined ? {} : bounded(plan.abreast)),
      ...spacing,
    },
    children: [
      ...plan.frames.map((frame, index) => frameNode(frame, `f${index}`, starts, widening)),
      ...plan.boxes.map((box) => boxNode(box, starts)),
    ],
    edges: plan.lines.map((line, index) => edgeOf(line, index, starts)),
  }
}

const spacing = {
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
}

const bounded = (abreast: number) => ({
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.layered.layering.coffmanGraham.layerBound': String(abreast),
})

/** The ports of a box, and of each line the port it begins at; none where it begins on its own. */
interface Starts {
  readonly ports: ReadonlyMap<string, ReadonlySet<string>>
  readonly portOf: (line: PlannedLine) => string | undefined
}

/**
 * Lines of one kind from one box begin as one and branch, as in an organisation chart. Only lines to
 * boxes that no other line comes to: else it could not be told who calls whom.
 */
function startsOf(lines: readonly PlannedLine[]): Starts {
  const arriving = groupBy(lines, ({ to }) => to)
  const nameOf = ({ from, way }: PlannedLine): string => `p:${way}:${from}`
  const branches = lines.filter(({ from, to }) => from !== to && arriving.get(to)?.length === 1)
  const trunks = groupBy(branches, nameOf)
  const portOf = (line: PlannedLine): string | undefined => {
    const trunk = trunks.get(nameOf(line)) ?? []
    return trunk.length > 1 && trunk.includes(line) ? nameOf(line) : undefined
  }
  const ports = new Map(
    [...groupBy(lines, ({ from }) => from)].map(([from, own]) => [
      from,
      new Set(own.map(portOf).filter((port) => port !== undefined)),
    ]),
  )
  return { ports, portOf }
}

/** How wide a frame is at least, for its title. */
function frameWidth({ title }: PlannedFrame): number {
  return title.width + 2 * frameInset
}

/** Frames are numbered: an organisation can be a frame and a box. */
function frameNode(frame: PlannedFrame, id: string, starts: Starts, widening: Widening): ElkNode {
  const top = frame.title.height + frameInset
  const right = frameInset + (widening.get(frame.id) ?? 0)
  return {
    id,
    layoutOptions: {
      'elk.padding': `[top=${top},left=${frameInset},bottom=${frameInset},right=${right}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${frameWidth(frame)}, ${top + frameInset})`,
      ...spacing,
    },
    children: [
      ...frame.frames.map((one, index) => frameNode(one, `${id}.${index}`, starts, widening)),
      ...frame.boxes.map((box) => boxNode(box, starts)),
    ],
  }
}

function boxNode({ id, width, height, isFirst }: PlannedBox, { ports }: Starts): ElkNode {
  return {
    id: `b:${id}`,
    width,
    height,
    ports: [...(ports.get(id) ?? [])].map((port) => ({ id: port })),
    ...(isFirst ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } } : {}),
  }
}

function edgeOf(line: PlannedLine, index: number, { portOf }: Starts): ElkExtendedEdge {
  const { from, to, label } = line
  const inline = { 'elk.edgeLabels.inline': 'true' }
  const labels = label ? [{ id: `t${index}`, text: ' ', ...label, layoutOptions: inline }] : []
  return { id: `l${index}`, sources: [portOf(line) ?? `b:${from}`], targets: [`b:${to}`], labels }
}
