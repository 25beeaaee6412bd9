import { type Problem, problemAt, unreadable } from '../../finding/problem.ts'
import { lastHead } from '../../import/ledger/table.ts'
import { plainHeading } from '../../japanese/width.ts'
import { type ShapedDocument, shapeOfDocument } from '../../model/element.ts'
import type { PlacedDocument } from '../../model/place.ts'
import { readCsvLedger } from '../../schema/csv-ledger.ts'
import { objectsIn } from '../../schema/key-place.ts'
import {
  absentColumn,
  columnsFaults,
  columnsIn,
  type LedgerColumns,
  type LedgerShapes,
} from '../../schema/ledger-columns.ts'
import { type LedgerRows, mostRows } from '../../schema/ledger-rows.ts'
import type { Shape } from '../../schema/shape.ts'
import { tornKeys } from '../../schema/torn.ts'
import { parseCsv } from '../../source/csv.ts'
import { folderOf, isWithin, resolveFrom } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import { ledgerOf, type Workbooks } from './sheet.ts'

type Ledger = Readonly<Record<string, unknown>>

/** A records file with the ledgers it keeps as tables, CSV or Excel, read into it. */
export interface Attached {
  readonly document: ShapedDocument
  /** Whether all rows could be read. */
  readonly isWhole: boolean
  readonly problems: readonly Problem[]
  /** The files of tables, those that could not be read included. */
  readonly paths: readonly string[]
  readonly sources: readonly Source[]
}

/**
 * Reads the ledgers that a records file names by path. In the place of a row that is not right, or of all
 * that stands in a file that cannot be read, stands null: the list goes on. `root` is the municipality's
 * folder: no path leads out of it.
 */
export function attachLedgers(shaped: ShapedDocument, root: string, at: Tables): Attached {
  const lists = keptAsFiles(shaped).map(({ name, ledgers, ...shapes }): ListRead => {
    const read = ledgers.map((ledger, index) => {
      const wrong = ledger ? wrongColumns(ledger, [name, index], shaped.document, shapes) : []
      if (wrong.length > 0) return { problems: wrong }
      const from = ledger?.['from']
      if (ledger && mayNameFile(ledger)) return { problems: [] }
      if (!ledger || typeof from !== 'string') return undefined
      const named = { from, at: [name, index, 'from'], document: shaped.document, root }
      return readLedger({ ...named, own: ledger, ...shapes }, at)
    })
    return { name, ledgers, read }
  })
  const all = lists.flatMap((one) => one.read.filter((ledger) => ledger !== undefined))
  if (all.length === 0) {
    return { document: shaped, isWhole: true, problems: [], paths: [], sources: [] }
  }
  const whole = new Map<string, unknown>(
    lists.map(({ name, ledgers, read }) => [
      name,
      ledgers.map((ledger, index) => joined(ledger, read[index])),
    ]),
  )
  const value = { ...shaped.value, ...Object.fromEntries(whole) }
  return {
    document: { ...shaped, value, document: placed(shaped.document, lists) },
    isWhole: all.every((one) => !rowsOf(one).includes(null)),
    problems: all.flatMap((one) => one.problems),
    paths: all.flatMap((one) => one.path ?? []),
    sources: all.flatMap((one) => one.source ?? []),
  }
}

/** The ledgers of one list, each with what was read of the file it is kept as. */
interface ListRead {
  readonly name: string
  readonly ledgers: readonly (Ledger | null)[]
  readonly read: readonly (LedgerRead | undefined)[]
}

/** The lists of a records file whose ledgers may be kept as files, with the shape of their rows. */
function keptAsFiles(shaped: ShapedDocument) {
  if (shaped.kind !== 'records') return []
  return Object.entries(shapeOfDocument(shaped).fields).flatMap(([name, { type }]) => {
    const ledgers = listOf(shaped.value[name]) as readonly (Ledger | null)[]
    const series = ledgers.length > 0 ? objectsIn(type)[0] : undefined
    const { from, entries } = series?.fields ?? {}
    const [row] = from && entries ? objectsIn(entries.type) : []
    return series && row ? [{ name, row, series, ledgers }] : []
  })
}

/** Whether a file may be named beside a ledger's entries by what could not be read. */
function mayNameFile(ledger: Ledger): boolean {
  return tornKeys(ledger)?.has('from') === true && ledger['entries'] !== undefined
}

interface LedgerRead {
  readonly problems: readonly Problem[]
  readonly path?: string
  readonly source?: Source
  readonly table?: LedgerRows
  /** The headings of a table whose columns the series names. */
  readonly head?: readonly string[]
}

/** Where ledgers are read from: files, and the workbooks among them, which are open. */
interface Tables {
  readonly workspace: Workspace
  readonly workbooks: Workbooks
}

/** A ledger that names a file, and where. */
interface LedgerRequest {
  readonly from: string
  readonly at: readonly (string | number)[]
  readonly own: Ledger
  readonly row: Shape
  readonly series: Shape
  readonly document: PlacedDocument
  readonly root: string
}

/** The same, with how its columns are read. */
interface TableRequest extends LedgerRequest {
  readonly named: LedgerColumns | undefined
}

/** What is wrong in what a series says of the columns of its table, each at its place. */
function wrongColumns(
  own: Ledger,
  at: LedgerRequest['at'],
  { source, spanOf }: PlacedDocument,
  shapes: LedgerShapes,
): readonly Problem[] {
  return columnsFaults(own, shapes).map(({ path, words }) =>
    problemAt(source, spanOf([...at, ...path], 'key'), { why: unknownWhy, ...words }),
  )
}

/** Reads a table as its series says; headings that the series names and the table has not are told. */
function readLedger(request: LedgerRequest, tables: Tables): LedgerRead {
  const { own, at, document } = request
  const named = columnsIn(own, request)
  const read = readTable({ ...request, named }, tables)
  const headings = new Set(read.head?.map(plainHeading))
  const absent = (named?.headings ?? []).filter(
    ({ heading }) => read.head && !headings.has(plainHeading(heading)),
  )
  if (absent.length === 0) return read
  const told = absent.map(({ heading, key }) =>
    problemAt(document.source, document.spanOf([...at.slice(0, -1), 'columns', heading], 'key'), {
      why: unknownWhy,
      ...absentColumn(heading, read.source?.path ?? request.from),
      ...(key === 'none' && { severity: 'info', why: noneWhy }),
    }),
  )
  const isRead = absent.every(({ key }) => key === 'none')
  const { path, head } = read
  const problems = [...told, ...read.problems]
  if (isRead) return { ...read, problems }
  return { problems, ...(path !== undefined && { path }), ...(head && { head }) }
}

const noneWhy = '読まないとした列なので、判定は変わりません。'

function readTable(request: TableRequest, { workspace, workbooks }: Tables): LedgerRead {
  const { from, at, row, root, named } = request
  const { source, spanOf } = request.document
  const [, file = from, sheet] = /^(.*\.xlsx)(?:#(.*))?$/su.exec(from) ?? []
  const isSheet = file !== from || from.endsWith('.xlsx')
  const path = resolveFrom(folderOf(source.path), file)
  const refuse = (code: string, message: string, fix: string): LedgerRead => ({
    problems: [problemAt(source, spanOf(at, 'mark'), { code, message, why: unknownWhy, fix })],
  })
  if (!isWithin(path, root) || !workspace.holds(root, path)) {
    return refuse(
      isSheet ? 'sheet-outside' : 'csv-outside',
      `台帳の${kindOf(isSheet)}「${file}」は、自治体のフォルダーの外にあります。`,
      '自治体のフォルダーの中に置き、そこを指すように書いてください。',
    )
  }
  if (isSheet) {
    // Whoever remembers what was looked at must know of it.
    workspace.bytes(path)
    const read = workbooks.read(path, sheet, request)
    return 'refused' in read ? { ...refuse(...read.refused), path } : read
  }
  const read = workspace.read(path, { shiftJis: true })
  if (!read.ok && read.problem.code === 'cannot-open') {
    return refuse(
      'csv-missing',
      `台帳のCSVファイル「${from}」を開けません。`,
      'ファイルの名前と場所を確かめてください。パスは、このファイルのあるフォルダーから書きます。',
    )
  }
  if (!read.ok) return { problems: [unreadable(read.problem)], path }
  const remarks = read.encoding ? [problemAt(read.source, { start: 0, end: 0 }, guessed)] : []
  if (named) {
    const text = { source: read.source, rows: parseCsv(read.source.text, mostRows + lastHead) }
    const sheet = ledgerOf(text, request, { shown: `「${path}」` })
    if ('refused' in sheet) return { ...refuse(...sheet.refused), path }
    return { ...sheet, problems: [...remarks, ...sheet.problems] }
  }
  const table = readCsvLedger(read.source, row)
  return { problems: [...remarks, ...table.problems], path, source: read.source, table }
}

function kindOf(isSheet: boolean): string {
  return isSheet ? 'Excelのファイル' : 'CSVファイル'
}

const guessed = {
  code: 'csv-shift-jis',
  severity: 'info',
  message: 'このCSVファイルは、文字コードをShift_JIS（CP932）とみて読みました。',
  why: 'UTF-8のほかの文字コードは中身から推し量るので、まれに文字を取り違えます。',
  fix: '文字化けした値が示されていないか確かめてください。UTF-8で保存し直すと確かです。Excelでは「CSV UTF-8（コンマ区切り）」の形式を選びます。',
} as const

const unknownWhy =
  '台帳のファイルが読めないと、そこに書かれていることも、書かれていないことも判定できません。'

/** The rows of a ledger; one that could not be read may have had any. */
function rowsOf({ table }: LedgerRead): LedgerRows['entries'] {
  return table?.entries ?? [null]
}

function joined(ledger: Ledger | null, read: LedgerRead | undefined): Ledger | null {
  return ledger && read
    ? { ...ledger, entries: [...listOf(ledger['entries']), ...rowsOf(read)] }
    : ledger
}

/** The document with the places of entries that stand in a file of their own. */
function placed(document: PlacedDocument, lists: readonly ListRead[]): PlacedDocument {
  return {
    source: document.source,
    spanOf: (path, part) => document.spanOf(path, part),
    elsewhere: ([name, ledger, entries, entry, ...rest]) => {
      const list = lists.find((one) => one.name === name)
      const { source, table } = list?.read[Number(ledger)] ?? {}
      if (!list || !source || !table || entries !== 'entries' || entry === undefined)
        return undefined
      const row = Number(entry) - listOf(list.ledgers[Number(ledger)]?.['entries']).length
      return row < 0
        ? undefined
        : { document: { source, spanOf: table.spanOf }, path: [row, ...rest] }
    },
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
