import { readYear } from '../../../calendar/era.ts'
import type { SheetTable } from '../../../import/ledger/table.ts'
import { columnsIn, type LedgerColumns } from '../../../schema/ledger-columns.ts'
import { keyIn } from '../../../schema/sheet-ledger.ts'
import type { Mapping } from '../../../schema/variant.ts'
import type { CsvField } from '../../../source/csv.ts'
import { cellName, type SheetText } from '../../../source/grid.ts'
import type { Problem } from '../../../finding/problem.ts'
import { ledgerOf } from '../../open/sheet.ts'
import { titlesOf } from './choose.ts'
import { type Column, columnsOf, type ColumnWords, rowNumber, wordsIn } from './columns.ts'
import {
  cellAt,
  type GivenSheet,
  type KeptLedger,
  type LedgerQuestion,
  nameOfSheet,
} from './kept.ts'

/** What sheets are read by. */
export interface LedgerWords extends ColumnWords {
  /** The id of what is called so: a word of a vocabulary, an office. */
  readonly idOf: (noun: string, name: string) => string | undefined
  /** The office that a person has named. */
  readonly organisation?: string | undefined
}

/** A sheet as one ledger. */
export interface LedgerReading {
  readonly sheet: GivenSheet
  readonly ledger: KeptLedger
  readonly table: SheetTable
  readonly columns: readonly Column[]
  /** What is written as `columns` and `words` of its series. */
  readonly mapping: { readonly columns: Words; readonly words: Readonly<Record<string, Words>> }
  /** Words of the office that were taken for a word of the format because they are alike. */
  readonly likened: readonly string[]
  readonly questions: readonly LedgerQuestion[]
  /** The offices whose ledger it is; none where that must be asked. */
  readonly organisations: readonly string[]
  /** The fiscal year that its title tells. */
  readonly year: number | undefined
}

type Words = Readonly<Record<string, string>>

/** Reads a sheet as a ledger that is known: which column is which, and which words stand in them. */
export function readLedgerSheet(
  sheet: GivenSheet,
  ledger: KeptLedger,
  table: SheetTable,
  words: LedgerWords,
): LedgerReading {
  const columns = columnsOf(sheet, table, ledger, words)
  const said = saidWords(columns, ledger, words, sheet)
  const titles = [sheet.sheet ?? '', ...titlesOf(sheet.text.rows, table)]
  return {
    sheet,
    ledger,
    table,
    columns,
    mapping: {
      columns: headingsOf(columns, ledger, sheet.sheet === undefined),
      words: said.words,
    },
    likened: said.likened,
    questions: [
      ...columns
        .filter(({ key }) => key === undefined)
        .map(({ heading, why }) => ({ place: placeOf(sheet, heading), text: why })),
      ...lackingOf(columns, ledger, sheet),
      ...said.questions,
    ],
    organisations: organisationsOf(columns, titles, words),
    year: yearIn(titles),
  }
}

function placeOf(sheet: GivenSheet, field: Pick<CsvField, 'start'>): string {
  return `${nameOfSheet(sheet)} ${cellAt(sheet.text, field)}`
}

/** The headings that say something else than the format does; of a CSV file all, so that it is read as a sheet is. */
function headingsOf(columns: readonly Column[], { row }: KeptLedger, isCsv: boolean): Words {
  return Object.fromEntries(
    columns.flatMap(({ heading, key, why }) => {
      const isOwn = keyIn(heading.text, row) === key || why === rowNumber
      return key === undefined || (isOwn && !isCsv) ? [] : [[heading.text.trim(), key]]
    }),
  )
}

/** The same reading for a copy of its table as CSV; remarks are not copied, for names may stand in them. */
export function asCsv(reading: LedgerReading): LedgerReading {
  const { ledger, mapping } = reading
  const columns = reading.columns.map((column) =>
    column.key === 'notes' ? { ...column, key: 'none', why: uncopied } : column,
  )
  return {
    ...reading,
    columns,
    mapping: { ...mapping, columns: headingsOf(columns, ledger, true) },
  }
}

const uncopied = '個人名が書かれていることがあるので、写しません'

/** What a series needs besides its rows, and no column says: by the key before which it is asked. */
export function askedOf(
  { ledger: { series }, organisations, year }: LedgerReading,
  isCovered: boolean,
): readonly string[] {
  const needed = Object.entries(series.fields).flatMap(([key, { required, label }]) =>
    required && key !== 'covers' && key !== 'organisation' ? [`${label}（${key}）`] : [],
  )
  const example =
    year === undefined
      ? '例 covers: { from: 2025-04-01, to: 2026-03-31 }'
      : `題名は${year}年度です。その年度の末まで漏れなく書いてあれば covers: { from: ${year}-04-01, to: ${year + 1}-03-31 }`
  return [
    ...('organisation' in series.fields && organisations.length === 0
      ? ['どの組織の台帳かを organisation に書いてください']
      : []),
    ...needed.map((name) => `${name}を書いてください`),
    ...(isCovered ? [] : [`漏れなく書いてある期間を covers に書いてください。${example}`]),
  ]
}

/** What no entry is whole without, and no column says. */
function lackingOf(
  columns: readonly Column[],
  { row }: KeptLedger,
  sheet: GivenSheet,
): readonly LedgerQuestion[] {
  const known = new Set(columns.map(({ key }) => key))
  const unseen = Object.entries(row.fields).flatMap(([key, { happened, closed, label }]) =>
    happened && closed && !known.has(key) ? [`${label}（${key}）`] : [],
  )
  const text = `${unseen.join('、')}に当たる列がありません。どの行も、まだそうなっていないものと読みます`
  return [
    ...(unseen.length > 0 ? [{ place: nameOfSheet(sheet), text }] : []),
    ...withoutColumn(known, row, sheet),
  ]
}

function withoutColumn(
  known: ReadonlySet<string | undefined>,
  row: KeptLedger['row'],
  sheet: GivenSheet,
): readonly LedgerQuestion[] {
  return Object.entries(row.fields).flatMap(([key, { required, label }]) =>
    required && !known.has(key)
      ? [
          {
            place: nameOfSheet(sheet),
            text: `「${label}」（${key}）に当たる列が見つかりません。なければ、表に加えてください`,
          },
        ]
      : [],
  )
}

/** The words of an office's own, and which of them nobody knows. */
function saidWords(
  columns: readonly Column[],
  { row, series }: KeptLedger,
  { idOf }: LedgerWords,
  sheet: GivenSheet,
) {
  const words = new Map<string, Words>()
  const likened: string[] = []
  const questions: LedgerQuestion[] = []
  for (const column of columns) {
    const { key = 'none', heading, cells } = column
    const field =
      key === 'none' || column.isPersons ? undefined : (row.fields[key] ?? series.fields[key])
    if (!field) continue
    const found = wordsIn(column, field.type, idOf)
    const known = [...found].filter((one): one is [string, string] => one[1] !== undefined)
    if (known.length > 0) words.set(key, Object.fromEntries(known))
    for (const [word, id] of known) {
      likened.push(`「${heading.text.trim()}」の「${word}」を ${id} と読みます`)
    }
    for (const [word, id] of found) {
      if (id !== undefined) continue
      const cell = cells.find(({ text }) => text.includes(word)) ?? heading
      const text = `「${heading.text.trim()}」の「${word}」が、${field.label}（${key}）のどの値か分かりません。words の ${key} に、読む値を書いてください`
      questions.push({ place: placeOf(sheet, cell), text })
    }
  }
  return { words: Object.fromEntries(words), likened, questions }
}

/** The offices of a ledger: those that a column tells, else the one that a person or its title names. */
function organisationsOf(
  columns: readonly Column[],
  titles: readonly string[],
  { offices, officeOf, organisation }: LedgerWords,
): readonly string[] {
  const column = columns.find(({ key }) => key === 'organisation')
  if (column) {
    const told = column.cells.flatMap(({ text }) => officeOf(text) ?? [])
    return [...new Set(told)].sort()
  }
  if (organisation !== undefined) return [organisation]
  const text = titles.join('\n').normalize('NFKC')
  const named = [...offices].filter((name) => text.includes(name))
  const longest = named.filter((name) => !named.some((one) => one !== name && one.includes(name)))
  const ids = new Set(longest.map((name) => officeOf(name)))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? [only] : []
}

/** The one fiscal year that some titles tell. */
export function yearIn(titles: readonly string[]): number | undefined {
  const years = titles.flatMap((title) =>
    [...title.normalize('NFKC').matchAll(/(?:令和|R)\s*(\d{1,2})\s*年度/gu)].map(
      ([, year]) => readYear(undefined, '令和', year)?.year,
    ),
  )
  return new Set(years).size === 1 ? years[0] : undefined
}

/**
 * What `check` will say of the rows as they are to be read: what a person must still mend, each at its cell.
 * Columns that nobody knows yet are asked about already.
 */
export function faultsOf(
  { ledger, mapping, columns, sheet, organisations }: LedgerReading,
  text: SheetText,
): readonly LedgerQuestion[] {
  const open = columns.flatMap(({ key, heading }) =>
    key === undefined ? [[heading.text.trim(), 'none']] : [],
  )
  const own: Mapping = {
    organisation: organisations[0],
    columns: { ...mapping.columns, ...Object.fromEntries(open) },
    words: mapping.words,
  }
  const named: LedgerColumns | undefined = columnsIn(own, ledger)
  const read = ledgerOf(text, { ...ledger, own, named }, { shown: nameOfSheet(sheet) })
  if ('refused' in read) return [{ place: nameOfSheet(sheet), text: read.refused[1] }]
  return read.problems
    .filter(({ code }) => code !== 'sheet-header')
    .map(({ location, message }) => ({
      place: `${nameOfSheet(sheet)} ${cellIn(text, location)}`,
      text: message.replace(/。$/u, ''),
    }))
}

/** The cell of a place: lines are rows. */
function cellIn({ rows }: SheetText, { start }: Problem['location']): string {
  const cells = rows[start.line - 1] ?? []
  const offset = (cells[0]?.start ?? 0) + start.column - 1
  return cellName(
    start.line - 1,
    Math.max(
      0,
      cells.findLastIndex((cell) => cell.start <= offset),
    ),
  )
}
