import { type Problem, problemAt, unreadable } from '../../finding/problem.ts'
import type { ShapedDocument } from '../../model/element.ts'
import type { PlacedDocument } from '../../model/place.ts'
import { shapeNamed } from '../../schema/kind.ts'
import { type CsvLedger, readCsvLedger } from '../../schema/csv-ledger.ts'
import { tornKeys } from '../../schema/torn.ts'
import { folderOf, isWithin, resolveFrom } from '../../source/path.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'

type Ledger = Readonly<Record<string, unknown>>

/** A records file with the ledgers it keeps as CSV read into it. */
export interface Attached {
  readonly document: ShapedDocument
  /** Whether all rows could be read. */
  readonly isWhole: boolean
  readonly problems: readonly Problem[]
  /** The CSV files, those that could not be read included. */
  readonly paths: readonly string[]
  readonly sources: readonly Source[]
}

/**
 * Reads the account ledgers that a records file names by path. In the place of a row that is not right,
 * or of all that stands in a file that cannot be read, stands null: the list goes on. `root` is the
 * municipality's folder: no path leads out of it.
 */
export function attachLedgers(
  shaped: ShapedDocument,
  root: string,
  workspace: Workspace,
): Attached {
  const accounts = shaped.kind === 'records' ? shaped.value['accounts'] : undefined
  const ledgers = listOf(accounts) as readonly (Ledger | null)[]
  if (!ledgers.some((one) => one && ('from' in one || mayNameFile(one)))) {
    return { document: shaped, isWhole: true, problems: [], paths: [], sources: [] }
  }
  const read = ledgers.map((ledger, index) => {
    const from = ledger?.['from']
    if (ledger && mayNameFile(ledger)) return { problems: [] }
    if (typeof from !== 'string') return undefined
    return readLedger(from, ['accounts', index, 'from'], shaped.document, root, workspace)
  })
  const value = {
    ...shaped.value,
    accounts: ledgers.map((ledger, index) => joined(ledger, read[index])),
  }
  return {
    document: { ...shaped, value, document: placed(shaped.document, ledgers, read) },
    isWhole: read.every((one) => one === undefined || !rowsOf(one).includes(null)),
    problems: read.flatMap((one) => one?.problems ?? []),
    paths: read.flatMap((one) => one?.path ?? []),
    sources: read.flatMap((one) => one?.source ?? []),
  }
}

/** Whether a file may be named beside a ledger's entries by what could not be read. */
function mayNameFile(ledger: Ledger): boolean {
  return tornKeys(ledger)?.has('from') === true && ledger['entries'] !== undefined
}

interface LedgerRead {
  readonly problems: readonly Problem[]
  readonly path?: string
  readonly source?: Source
  readonly csv?: CsvLedger
}

function readLedger(
  from: string,
  at: readonly (string | number)[],
  { source, spanOf }: PlacedDocument,
  root: string,
  workspace: Workspace,
): LedgerRead {
  const path = resolveFrom(folderOf(source.path), from)
  const refuse = (code: string, message: string, fix: string): LedgerRead => ({
    problems: [problemAt(source, spanOf(at, 'mark'), { code, message, why: unknownWhy, fix })],
  })
  if (!isWithin(path, root) || !workspace.holds(root, path)) {
    return refuse(
      'csv-outside',
      `台帳のCSVファイル「${from}」は、自治体のフォルダーの外にあります。`,
      '自治体のフォルダーの中に置き、そこを指すように書いてください。',
    )
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
  const csv = readCsvLedger(read.source, shapeNamed('Account'))
  const remarks = read.encoding ? [problemAt(read.source, { start: 0, end: 0 }, guessed)] : []
  return { problems: [...remarks, ...csv.problems], path, source: read.source, csv }
}

const guessed = {
  code: 'csv-shift-jis',
  severity: 'info',
  message: 'このCSVファイルは、文字コードをShift_JIS（CP932）とみて読みました。',
  why: 'UTF-8のほかの文字コードは中身から推し量るので、まれに文字を取り違えます。',
  fix: '文字化けした値が示されていないか確かめてください。UTF-8で保存し直すと確かです。Excelでは「CSV UTF-8（コンマ区切り）」の形式を選びます。',
} as const

const unknownWhy =
  'CSVファイルが読めないと、そこに書かれていることも、書かれていないことも判定できません。'

/** The rows of a ledger; one that could not be read may have had any. */
function rowsOf({ csv }: LedgerRead): CsvLedger['entries'] {
  return csv?.entries ?? [null]
}

function joined(ledger: Ledger | null, read: LedgerRead | undefined): Ledger | null {
  return ledger && read
    ? { ...ledger, entries: [...listOf(ledger['entries']), ...rowsOf(read)] }
    : ledger
}

/** The document with the places of entries that stand in a CSV file. */
function placed(
  document: PlacedDocument,
  ledgers: readonly (Ledger | null)[],
  read: readonly (LedgerRead | undefined)[],
): PlacedDocument {
  const files = read.map((one) =>
    one?.csv && one.source ? { source: one.source, spanOf: one.csv.spanOf } : undefined,
  )
  return {
    source: document.source,
    spanOf: (path, part) => document.spanOf(path, part),
    elsewhere: ([list, ledger, entries, entry, ...rest]) => {
      const file = files[Number(ledger)]
      if (list !== 'accounts' || entries !== 'entries' || entry === undefined || !file) return
      const row = Number(entry) - listOf(ledgers[Number(ledger)]?.['entries']).length
      return row < 0 ? undefined : { document: file, path: [row, ...rest] }
    },
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
