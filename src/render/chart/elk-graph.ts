import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { groupBy } from '../../finding/order.ts'
import type { Direction, Plan, PlannedBox, PlannedFrame, PlannedLine } from './plan.ts'

const frameInset = 14

/** How much wider frames must become than the engine made them, by their ids. */
export type Widening = ReadonlyMap<string, number>

/** A plan in the words of ELK. */
export function graphOf(plan: Plan, direction: Direction, widening: Widening = new Map()): ElkNode {
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
export function frameWidth({ title }: PlannedFrame): number {
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
