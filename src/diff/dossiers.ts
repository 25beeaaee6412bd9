import { groupByAll } from '../finding/order.ts'
import { newestOf } from '../model/edition.ts'
import { type Element, rootsOf, type ShapedDocument } from '../model/element.ts'

/** The documents of one system as elements, by kind. */
export interface SystemFiles {
  readonly system: string
  readonly documents: readonly ShapedDocument[]
  readonly context: readonly Element[]
  readonly records: readonly Element[]
  readonly notices: readonly Element[]
  readonly actions: readonly Element[]
  /** The newest edition of every procedure: what its readers go by, now or from its day on. */
  readonly procedures: readonly Element[]
  /** The editions before it. */
  readonly earlier: readonly Element[]
}

/** The systems of some documents, in the order of their ids. */
export function systemsOf(documents: readonly ShapedDocument[]): ReadonlyMap<string, SystemFiles> {
  const bySystem = groupByAll(documents, ({ value: { system } }) =>
    typeof system === 'string' ? [system] : [],
  )
  const sorted = [...bySystem].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([system, own]) => [system, filesOf(system, own)]))
}

function filesOf(system: string, documents: readonly ShapedDocument[]): SystemFiles {
  const ofKind = (kind: string): readonly Element[] => rootsOf(documents, kind)
  const editions = ofKind('procedure')
  const procedures = newestOf(editions)
  return {
    system,
    documents,
    context: ofKind('context'),
    records: ofKind('records'),
    notices: ofKind('notice'),
    actions: ofKind('actions'),
    procedures,
    earlier: editions.filter((edition) => !procedures.includes(edition)),
  }
}
