import { isDeepStrictEqual } from 'node:util'
import { plainHeading } from '../japanese/width.ts'
import type { CsvField } from '../source/csv.ts'
import type { Source } from '../source/source.ts'
import { checkElement } from './check.ts'
import { shorten } from './describe.ts'
import { type ColumnKey, type LedgerColumns, notSaid } from './ledger-columns.ts'
import {
  type Column,
  columnFaults,
  entryOf,
  type Fault,
  isWritten,
  keyOf,
  type LedgerRows,
  readCell,
  readRows,
} from './ledger-rows.ts'
import type { FieldShape, Shape, ValueShape } from './shape.ts'
import type { Mapping } from './variant.ts'

/** The table of a sheet: its headings and rows, each cell with its place. */
export interface LedgerTable {
  readonly source: Source
  readonly head: readonly CsvField[]
  readonly rows: readonly (readonly CsvField[])[]
}

/** Where a column of a form belongs. */
export type FormColumn = ColumnKey

/** What a form that this program has made says about its own columns and words. */
export interface LedgerForm {
  /** The columns with a heading, in their order. */
  readonly columns: (heading: string) => readonly FormColumn[]
  /** What the form has written as a text; undefined where it has not. */
  readonly value: (column: FormColumn, text: string) => unknown
  /** The id of what is called so: a word of a vocabulary, an organisation. */
  readonly idOf: (noun: string, name: string) => string | undefined
}

/** The ledger that a sheet is read into: the shapes of a series and of its entries, and what is written of it. */
export interface SheetOf {
  readonly row: Shape
  readonly series: Shape
  readonly own: Mapping
  /** How its columns are read, where their headings are not those of the format. */
  readonly named?: LedgerColumns | undefined
}

/**
 * Reads the table of a sheet as the entries of one series. Columns that say to which series a row belongs choose
 * the rows; those of other series are left out. What stands below no heading is told.
 */
export function readSheetLedger(
  { source, head, rows: written }: LedgerTable,
  { row: shape, series, own, named: said }: SheetOf,
  form?: LedgerForm,
): LedgerRows {
  const columns = columnsOf(head, { row: shape, series, named: said }, form)
  const rows = written.map((row) =>
    columns.map((column, at) => saidIn(column, row[at] ?? nothing, said)),
  )
  const ofSeries = columns.map(({ heading, part, key }) => ({
    heading,
    key: part === 'series' ? key : undefined,
  }))
  const ofEntry = columns.map(({ heading, part, key }) => ({
    heading,
    key: part === 'entry' ? key : undefined,
  }))
  const named = columns.filter(({ part }) => part === 'entry' || part === 'unknown')
  const inHead = [
    ...columnFaults(named, shape, rows.length > 0),
    ...columns.flatMap((column, at) => unheaded(column, rows, at)),
  ]
  const sorted = rows.map((row, at) => {
    const values = entryOf(row, ofSeries, series, reader('series', series, form))
    const asWritten = written[at] ?? row
    return { row, ...belonging(values, { row: asWritten, ofSeries, series, own, form }) }
  })
  const codeOf = (code: string): string => code.replace(/^csv-/u, 'sheet-')
  const read = reader('entry', shape, form)
  const mine = sorted.filter(({ isOther }) => !isOther)
  const strays = new Map<readonly CsvField[], Fault>(
    mine.flatMap(({ row, fault }) => (fault ? [[row, fault]] : [])),
  )
  const table = { source, columns: ofEntry, rows: mine.map(({ row }) => row), shape }
  return readRows({ ...table, inHead, read, codeOf, besides: (row) => strays.get(row) })
}

const nothing: CsvField = { text: '', start: 0, end: 0 }

interface SheetColumn extends Column {
  readonly part: 'series' | 'entry' | 'left' | 'none' | 'unknown'
}

/** A cell with the word of the format in the place of the office's own; its place stays. */
function saidIn({ part, key }: SheetColumn, field: CsvField, said: SheetOf['named']): CsvField {
  if (!said || key === undefined || (part !== 'entry' && part !== 'series')) return field
  const text = said.said({ part, key }, field.text)
  return text === field.text ? field : { ...field, text }
}

/** The columns that number the rows of a page; what they say is no entry's. */
const numbering = /^(?:no\.?|№|#|項番|連番|行番号|通し番号)$/u

/** Whether a heading stands above numbers of rows alone. */
export function isNumbering(heading: string): boolean {
  return numbering.test(plainHeading(heading))
}

function columnsOf(
  head: readonly CsvField[],
  { row: shape, series, named }: Omit<SheetOf, 'own'>,
  form: LedgerForm | undefined,
): readonly SheetColumn[] {
  const used = new Map<string, number>()
  return head.map((heading): SheetColumn => {
    const name = plainHeading(heading.text)
    const nth = used.get(name) ?? 0
    used.set(name, nth + 1)
    if (name === '') return { heading, key: undefined, part: 'none' }
    const said = named?.of(heading.text)
    if (said === 'none') return { heading, key: undefined, part: 'left' }
    if (said) return { heading, ...said }
    const carried = form?.columns(heading.text)[nth]
    if (carried) return { heading, part: carried.part, key: carried.key }
    const key = keyIn(heading.text, shape)
    if (key !== undefined) return { heading, key, part: 'entry' }
    const above = keyIn(heading.text, series)
    if (above !== undefined && !notSaid.has(above)) return { heading, key: above, part: 'series' }
    return { heading, key: undefined, part: isNumbering(heading.text) ? 'left' : 'unknown' }
  })
}

/** The field that a heading names, by its key or its label, whatever the widths and marks. */
export function keyIn(heading: string, shape: Shape): string | undefined {
  return keyOf(heading, shape) ?? plainLabels(shape).get(plainHeading(heading))
}

const labelsOf = new WeakMap<Shape, ReadonlyMap<string, string>>()

/** The keys of a shape by their labels as headings are compared; made once, for every cell may be asked about. */
function plainLabels(shape: Shape): ReadonlyMap<string, string> {
  const known = labelsOf.get(shape)
  if (known) return known
  const fields = Object.entries(shape.fields).toReversed()
  const labels = new Map(fields.map(([key, { label }]) => [plainHeading(label), key]))
  labelsOf.set(shape, labels)
  return labels
}

/** Whether a heading is one of a ledger's: of its entries or of its series. */
export function isLedgerHeading(
  heading: string,
  { row, series, named }: Omit<SheetOf, 'own'>,
  form?: LedgerForm,
): boolean {
  const above = keyIn(heading, series)
  return (
    named?.of(heading) !== undefined ||
    (form?.columns(heading).length ?? 0) > 0 ||
    keyIn(heading, row) !== undefined ||
    (above !== undefined && !notSaid.has(above))
  )
}

/** Values below an empty heading: nobody knows what they say. */
function unheaded(
  { part }: SheetColumn,
  rows: readonly (readonly CsvField[])[],
  at: number,
): readonly Fault[] {
  const field = part === 'none' ? rows.map((row) => row[at] ?? nothing).find(isWritten) : undefined
  if (!field) return []
  const words = {
    code: 'sheet-header',
    message: `見出しのない列に「${shorten(field.text)}」があります。`,
    fix: '見出しを書くか、この台帳に要らない列なら消してください。',
  }
  return [{ span: field, words }]
}

interface Belonging {
  readonly isOther: boolean
  readonly fault?: Fault
}

/** Whether a row is of the series; what cannot be told is a fault, never a row left out. */
function belonging(
  said: Mapping,
  {
    row,
    ofSeries,
    series,
    own,
    form,
  }: {
    readonly row: readonly CsvField[]
    readonly ofSeries: readonly Column[]
    readonly series: Shape
    readonly own: Mapping
    readonly form: LedgerForm | undefined
  },
): Belonging {
  const wrong = checkElement(said, series).find(({ code }) => code !== 'missing-key')
  const fieldOf = (key: unknown): CsvField =>
    row[ofSeries.findIndex((column) => column.key === key)] ?? nothing
  if (wrong)
    return { isOther: false, fault: unclear(fieldOf(wrong.path[0]), series, wrong.path[0]) }
  for (const [key, value] of Object.entries(said)) {
    if (isDeepStrictEqual(value, own[key])) continue
    const field = fieldOf(key)
    const type = series.fields[key]?.type
    const isId = type?.kind === 'ref' || (type?.kind === 'word' && 'vocabulary' in type)
    const isNamed = !isId || value !== field.text.trim() || isOfForm(form, key, field.text)
    if (!isNamed) return { isOther: false, fault: unclear(field, series, key) }
    return { isOther: true }
  }
  return { isOther: false }
}

function isOfForm(form: LedgerForm | undefined, key: string, text: string): boolean {
  return form?.value({ part: 'series', key }, text.trim()) !== undefined
}

function unclear(field: CsvField, series: Shape, key: unknown): Fault {
  const label = series.fields[String(key)]?.label ?? ''
  const words = {
    code: 'sheet-series',
    message: `この行の「${label}」の「${shorten(field.text)}」が、この台帳のことか分かりません。`,
    fix: `この台帳の行なら、「${label}」の列を空にするか、records に書いたとおり（ID）に書いてください。`,
  }
  return { span: field, words }
}

/** Reads cells as people fill in a sheet. */
function reader(part: FormColumn['part'], shape: Shape, form: LedgerForm | undefined) {
  return (text: string, type: ValueShape, key: string): unknown => {
    const written = text.replaceAll(/\r\n?/gu, '\n').trim()
    const carried = form?.value({ part, key }, written)
    if (carried !== undefined) return structuredClone(carried)
    const field = shape.fields[key]
    return field ? valueIn(written, type, field, form) : written
  }
}

/** What a cell of a sheet says for a field, as people fill in a sheet. */
export function readSheetCell(text: string, field: FieldShape): unknown {
  return valueIn(text.trim(), field.type, field, undefined)
}

const yes = /^(?:○|◯|〇|◎|レ|✓|✔|有|有り|あり|はい|済|済み|true)$/iu
const no = /^(?:×|✕|✗|―|無|無し|なし|いいえ|未|false)$/iu

function valueIn(
  text: string,
  type: ValueShape,
  field: FieldShape,
  form: LedgerForm | undefined,
): unknown {
  if (field.none && /^(?:なし|無し|無|none)$/u.test(text)) return 'none'
  const plain = text.normalize('NFKC')
  switch (type.kind) {
    case 'list':
      if (/^(?:なし|無し|無)$/u.test(text)) return []
      return text.split(/[、\n]/u).flatMap((one) => {
        const item = one.trim()
        return item === '' ? [] : [valueIn(item, type.of, field, form)]
      })
    case 'bool':
      return yes.test(text) ? true : no.test(text) ? false : text
    case 'number': {
      const bare = plain.replaceAll(/,(?=\d{3})/gu, '')
      return /^-?\d+(?:\.\d+)?$/u.test(bare) ? Number(bare) : text
    }
    case 'day':
      return plain.replace(/\s*(?:\([月火水木金土日]\)|\d{1,2}:\d{2}(?::\d{2})?)\s*$/u, '')
    case 'ref':
      return type.to.map((noun) => form?.idOf(noun, text)).find((id) => id !== undefined) ?? text
    case 'word':
      if ('vocabulary' in type) return form?.idOf(type.vocabulary, text) ?? text
      return readCell(text, type)
    case 'object':
      return stretchIn(text) ?? text
    default:
      return text
  }
}

/** 令和7年4月1日から令和8年3月31日まで; undefined where it is no stretch of time. */
function stretchIn(text: string): Mapping | undefined {
  const [, from, to] = /^(.+?)\s*(?:から|〜|～|~)\s*(.+?)(?:まで)?$/u.exec(text) ?? []
  return from === undefined || to === undefined ? undefined : { from: from.trim(), to: to.trim() }
}
