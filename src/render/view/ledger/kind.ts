import type { WrittenDossier } from '../../../model/dossier.ts'
import { shapeIn, type shapeOf } from '../../../model/shape.ts'
import { wordsOf } from '../../../words/field.ts'

type Shape = ReturnType<typeof shapeOf>
type FieldShape = Shape['fields'][string]

/** A column of a ledger: a field of its entries with its Japanese label. */
export interface LedgerColumn {
  readonly name: string
  readonly label: string
  /** The words it may have, where the schema lists them. */
  readonly choices: readonly string[]
  /** Whether it holds days, which are read in one line. */
  readonly isDay: boolean
  /** Whether no entry is without it. */
  readonly isRequired: boolean
  readonly type: FieldShape['type']
}

/** A ledger of the records: its name, what is said of a whole series, and what of each entry. */
export interface LedgerKind {
  readonly name: string
  readonly label: string
  /** Fields of a series, e.g. the organisation; empty where each entry stands alone. */
  readonly series: readonly LedgerColumn[]
  readonly columns: readonly LedgerColumn[]
  readonly hasEntries: boolean
}

/** Every ledger that the records of a system may hold: those of the schema in their order, then those its packs add. */
export function ledgerKinds({ standard }: WrittenDossier): readonly LedgerKind[] {
  return Object.entries(standard.recordsShape.fields).flatMap(
    ([name, { label, type }]): readonly LedgerKind[] => {
      const series = type.kind === 'list' ? shapeIn(type) : undefined
      if (!series) return []
      const { entries } = series.fields
      const entry = entries && shapeIn(entries.type)
      if (!entry) {
        return [{ name, label, series: [], columns: columnsOf(series), hasEntries: false }]
      }
      const about = columnsOf(series).filter(({ name: field }) => !ofSeries.has(field))
      return [{ name, label, series: about, columns: columnsOf(entry), hasEntries: true }]
    },
  )
}

/** Of a series, what is no part of its caption. */
const ofSeries: ReadonlySet<string> = new Set(['id', 'entries', 'from', 'columns', 'words'])

/** Fields that are for the tool or for its author, not for a ledger on paper. */
const hidden: ReadonlySet<string> = new Set(['basis', 'source', 'notes'])

/** The columns of the entries of one type; what people write stands before the remarks. */
function columnsOf(shape: Shape): readonly LedgerColumn[] {
  return shownFields(shape).map(([name, { label, type, required }]) => ({
    name,
    label,
    choices: Object.values(wordsOf(type)),
    isDay: type.kind === 'day',
    isRequired: required ?? false,
    type,
  }))
}

/** The fields of a type that a ledger on paper shows, with their shapes. */
export function shownFields({ fields }: Shape): readonly (readonly [string, FieldShape])[] {
  return Object.entries(fields).filter(([name]) => !hidden.has(name))
}
