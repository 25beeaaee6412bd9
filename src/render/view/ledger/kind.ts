import type { WrittenDossier } from '../../../model/dossier.ts'
import { shapeIn, type shapeOf } from '../../../model/shape.ts'
import { wordsOf } from '../../../words/field.ts'
import type { CarriedName } from '../../../model/ledger-form.ts'
import { lineAbove } from '../../../model/municipality.ts'

type Shape = ReturnType<typeof shapeOf>
type FieldShape = Shape['fields'][string]

/** A column of a ledger: a field of its entries with its Japanese label. */
interface LedgerColumn {
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

/** What a person may write in the columns of a form by name: organisations, and words of the standard. */
export function namesFor(
  columns: readonly LedgerColumn[],
  dossier: WrittenDossier,
): readonly CarriedName[] {
  const nouns = new Set(columns.flatMap(({ type }) => nounsOf(type)))
  return [...nouns].flatMap((noun) =>
    noun === 'organisation' ? organisationNames(dossier) : wordNames(noun, dossier),
  )
}

/** What the values of a column refer to: organisations, or a vocabulary; what else has an id is shown with it. */
function nounsOf(type: LedgerColumn['type']): readonly string[] {
  if (type.kind === 'list') return nounsOf(type.of)
  if (type.kind === 'ref') return type.to.filter((noun) => noun === 'organisation')
  return type.kind === 'word' && 'vocabulary' in type ? [type.vocabulary] : []
}

/** An organisation by its own name, and by that with those above it. */
function organisationNames({ municipality }: WrittenDossier): readonly CarriedName[] {
  return [...municipality.organisations.values()].flatMap((one) => {
    const id = String(one.data['id'])
    const name = String(one.data['name'])
    const above = lineAbove(one)
      .slice(1)
      .map(({ data }) => String(data['name']))
    const whole = above.reduce((below, top) => (below.startsWith(top) ? below : top + below), name)
    return [...new Set([name, whole])].map((text) => ({ noun: 'organisation', text, id }))
  })
}

function wordNames(noun: string, { standard }: WrittenDossier): readonly CarriedName[] {
  const words = [...(standard.vocabularies.get(noun)?.values() ?? [])]
  return words.map(({ id, name }) => ({ noun, text: name, id }))
}
