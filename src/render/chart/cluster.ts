import {
  type ChartNode,
  type ContactChart,
  type ContactLine,
  contactLines,
} from './contact-chart.ts'
import { groupBy } from '../../finding/order.ts'

/** What is drawn as one box: a node, or several that are connected alike, on top of each other. */
export interface Cluster {
  readonly id: string
  readonly nodes: readonly ChartNode[]
}

/** The boxes of a chart and the lines between them. */
export interface Clustered {
  readonly clusters: readonly Cluster[]
  readonly lines: readonly ContactLine[]
}

/**
 * The boxes and lines of a chart; where stacking, nodes of one frame that have a single line, of the same
 * kind to the same other, share a box and that line.
 */
export function clustersOf(chart: ContactChart, isStacking: boolean): Clustered {
  const lines = contactLines(chart)
  const homes = isStacking ? stacked(chart, lines) : new Map<string, string>()
  const homeOf = (id: string): string => homes.get(id) ?? id
  const clusters = groupBy(chart.nodes, ({ id }) => homeOf(id))
  return {
    clusters: [...clusters].map(([id, nodes]) => ({ id, nodes })),
    lines: lines.filter(({ near, far }) => homeOf(near) === near && homeOf(far) === far),
  }
}

/** In whose box each stacked node stands. */
function stacked(chart: ContactChart, lines: readonly ContactLine[]): ReadonlyMap<string, string> {
  const touching = groupBy(
    lines.flatMap((line) => [...new Set([line.near, line.far])].map((end) => ({ end, line }))),
    ({ end }) => end,
  )
  const alike = groupBy(chart.nodes, (node) => {
    const [only, ...others] = touching.get(node.id) ?? []
    const isNamed = node.id === chart.firstReporter || node.id === chart.goal
    if (!only || others.length > 0 || isNamed || only.line.near === only.line.far) return node.id
    const line = { ...only.line, [only.line.near === node.id ? 'near' : 'far']: null }
    return JSON.stringify([node.frame, node.kind, line])
  })
  const stacks = [...alike.values()].filter((nodes) => nodes.length > 1)
  return new Map(
    stacks.flatMap((nodes) => nodes.map(({ id }) => [id, nodes[0]?.id ?? id] as const)),
  )
}
