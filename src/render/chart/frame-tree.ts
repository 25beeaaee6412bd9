import type { Cluster } from './cluster.ts'
import type { ChartFrame, ChartNode } from './contact-chart.ts'
import { groupBy } from '../../finding/order.ts'

/** A frame that is worth drawing, with what stands directly in it. */
export interface DrawnFrame extends FrameTree {
  readonly id: string
  readonly title: string
}

/** What stands on the page, or in a frame. */
export interface FrameTree {
  readonly frames: readonly DrawnFrame[]
  readonly clusters: readonly FramedCluster[]
}

/** A box, and the organisations above it that have no frame: the box names them itself. */
export interface FramedCluster extends Cluster {
  readonly above: readonly string[]
}

/**
 * The frames of a chart. A frame around a single node only takes room: its box names the organisation
 * instead; a frame around a single frame lends it its name.
 */
export function frameTree(clusters: readonly Cluster[], frames: readonly ChartFrame[]): FrameTree {
  const inside = groupBy(frames, (frame) => frame.parent)
  const homes = groupBy(clusters, ({ nodes }) => nodes[0]?.frame)
  const contentOf = (id: string | undefined): FrameTree => {
    const own = (homes.get(id) ?? []).map((cluster) => ({ ...cluster, above: [] }))
    const inner = (inside.get(id) ?? []).map((frame) => reduced(frame, contentOf(frame.id)))
    return {
      frames: inner.flatMap((one) => one.frames),
      clusters: [...own, ...inner.flatMap((one) => one.clusters)],
    }
  }
  return contentOf(undefined)
}

/** The same boxes without frames: each names all organisations above it. */
export function withoutFrames(
  clusters: readonly Cluster[],
  frames: readonly ChartFrame[],
): FrameTree {
  const named = clusters.map((cluster) => {
    const [first] = cluster.nodes
    return { ...cluster, above: first ? namesAbove(first, frames) : [] }
  })
  return { frames: [], clusters: named }
}

/** The names of the organisations above a node, the topmost first. */
export function namesAbove(node: ChartNode, frames: readonly ChartFrame[]): readonly string[] {
  const names: string[] = []
  const byId = new Map(frames.map((frame) => [frame.id, frame]))
  for (let at = byId.get(node.frame ?? ''); at; at = byId.get(at.parent ?? '')) {
    if (at.id !== node.id) names.unshift(at.name)
  }
  return names
}

function reduced(frame: ChartFrame, content: FrameTree): FrameTree {
  const { frames, clusters } = content
  const [cluster] = clusters
  const isSingle = frames.length + clusters.length === 1
  if (isSingle && cluster?.nodes.length === 1) {
    const above = frame.id === cluster.id ? cluster.above : [frame.name, ...cluster.above]
    return { frames, clusters: [{ ...cluster, above }] }
  }
  if (isSingle && !cluster) {
    const lent = frames.map((one) => ({ ...one, title: `${frame.name} ${one.title}` }))
    return { frames: lent, clusters }
  }
  const isEmpty = frames.length + clusters.length === 0
  return isEmpty
    ? content
    : { frames: [{ id: frame.id, title: frame.name, ...content }], clusters: [] }
}
