import { shapeOf } from '../../../model/shape.ts'
import { columnsOf, type LedgerColumn } from './value.ts'

/** A ledger of the records: its name, what is said of a whole series, and what of each entry. */
export interface LedgerKind {
  readonly name: string
  readonly label: string
  /** Fields of a series, e.g. the organisation; empty where each entry stands alone. */
  readonly series: readonly LedgerColumn[]
  readonly columns: readonly LedgerColumn[]
  readonly hasEntries: boolean
}

/** Every ledger that a records file may hold, in the order of its schema. */
export function ledgerKinds(): readonly LedgerKind[] {
  return Object.entries(shapeOf('Records').fields).flatMap(
    ([name, { label, type }]): readonly LedgerKind[] => {
      if (type.kind !== 'list' || type.of.kind !== 'object') return []
      const series = shapeOf(type.of.name)
      const entries = series.fields['entries']?.type
      const entry =
        entries?.kind === 'list' && entries.of.kind === 'object' ? entries.of.name : undefined
      if (entry === undefined) {
        return [{ name, label, series: [], columns: columnsOf(series.name), hasEntries: false }]
      }
      const about = columnsOf(series.name).filter(({ name: field }) => !ofSeries.has(field))
      return [{ name, label, series: about, columns: columnsOf(entry), hasEntries: true }]
    },
  )
}

/** Of a series, what is no part of its caption. */
const ofSeries: ReadonlySet<string> = new Set(['id', 'entries', 'from'])
