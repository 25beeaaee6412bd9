/** A contact chart (連絡体制図) as plain data: what is to be drawn, before anything is measured. */
export interface ContactChart {
  readonly title: string
  readonly nodes: readonly ChartNode[]
  readonly edges: readonly ChartEdge[]
  /** The tree of organisations above the nodes; a frame is drawn where it holds several. */
  readonly frames: readonly ChartFrame[]
  /** The node that notices first, and the one a report must get to. */
  readonly firstReporter: string
  readonly goal?: string
  /** Organisations involved in the system that the chain has no place for. */
  readonly unlisted: readonly ChartNode[]
}

/** One organisation or group that is told or tells. */
export interface ChartNode {
  readonly id: string
  readonly name: string
  readonly kind: 'internal' | 'external' | 'facility'
  /** How many a group stands for, e.g. 60施設; absent for a single organisation. */
  readonly count?: string
  /** The role that is called there, and the post that fills it. */
  readonly role?: string
  readonly post?: string
  /** The numbers to be shown, in this order; one that should be there and is not has none. */
  readonly phones: readonly ChartPhone[]
  /** The innermost frame it stands in. */
  readonly frame?: string
}

/** A telephone number of one part of the day. */
export interface ChartPhone {
  readonly band: 'day' | 'night'
  readonly number?: string
}

/** One line of contact. */
export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly means?: string
}

/** An organisation of the tree that others stand in, e.g. a bureau. */
export interface ChartFrame {
  readonly id: string
  readonly name: string
  readonly parent?: string
}

/**
 * One line between two boxes. `near` is the end closer to whoever notices first, so that all lines run
 * the same way through the picture; where contact runs both ways there is one line with two heads.
 */
export interface ContactLine {
  readonly near: string
  readonly far: string
  /** The means of contact from near to far and back; absent where there is no such contact. */
  readonly out?: Means
  readonly back?: Means
}

/** By what means; empty where the chain does not say. */
export type Means = readonly string[]

/** The lines of a chart: every edge in one of them, both ways between two boxes in the same. */
export function contactLines(chart: ContactChart): readonly ContactLine[] {
  const rank = ranks(chart)
  const lines = new Map<string, ContactLine>()
  for (const edge of chart.edges) {
    const isOut = (rank.get(edge.from) ?? 0) <= (rank.get(edge.to) ?? 0)
    const [near, far] = isOut ? [edge.from, edge.to] : [edge.to, edge.from]
    const key = JSON.stringify([near, far])
    const line = lines.get(key) ?? { near, far }
    const way = isOut ? 'out' : 'back'
    lines.set(key, { ...line, [way]: withMeans(line[way], edge) })
  }
  return [...lines.values()]
}

/** The one means of all contact; undefined where there are several or the chain is not sure. */
export function commonMeans(lines: readonly ContactLine[]): string | undefined {
  const all = lines.flatMap(({ out, back }) => [out, back]).filter((means) => means !== undefined)
  const [first] = all[0] ?? []
  return all.every((means) => means.length === 1 && means[0] === first) ? first : undefined
}

function withMeans(means: Means | undefined, { means: more }: ChartEdge): Means {
  const known = means ?? []
  return more === undefined || known.includes(more) ? known : [...known, more]
}

/** A place for every node in the order outward from the first reporter; steps first, then as written. */
function ranks(chart: ContactChart): ReadonlyMap<string, number> {
  const neighbours = new Map<string, string[]>(chart.nodes.map(({ id }) => [id, []]))
  for (const { from, to } of chart.edges) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const order = new Set<string>()
  for (const start of [chart.firstReporter, ...neighbours.keys()]) {
    if (order.has(start)) continue
    order.add(start)
    // What is added on the way is walked too: step by step outward.
    for (const at of order) for (const next of neighbours.get(at) ?? []) order.add(next)
  }
  return new Map([...order].map((id, index) => [id, index]))
}
