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
