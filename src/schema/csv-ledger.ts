import { type CsvField, parseCsv } from '../source/csv.ts'
import type { Source } from '../source/source.ts'
import {
  type Column,
  columnFaults,
  type Fault,
  isWritten,
  keyOf,
  type LedgerRows,
  mostRows,
  quoteFaults,
  readCell,
  readRows,
} from './ledger-rows.ts'
import type { Shape } from './shape.ts'

/**
 * Reads a CSV file as entries of a shape. The first row names the fields by key or Japanese label;
 * every other row is held against the shape like an entry written in YAML. A row that is not
 * right loses its entry; without a heading row nobody knows what any row says. Rows of empty fields
 * alone, which spreadsheets leave where cells were cleared, are none, and neither are such columns at the
 * end.
 */
export function readCsvLedger(source: Source, shape: Shape): LedgerRows {
  const [heads = [], ...written] = parseCsv(source.text, mostRows + 1).filter((row) =>
    row.some(isWritten),
  )
  const head = withoutEmptyEnd(heads, 0)
  const rows = written.map((row) => withoutEmptyEnd(row, head.length))
  const columns = head.map((heading) => ({ key: keyOf(heading.text, shape), heading }))
  const inHead = headFaults(source.text, columns, shape)
  return readRows({ source, columns, rows, shape, inHead, read: readCell, codeOf: (code) => code })
}

/** A row without the empty fields at its end, of which it keeps so many that it has `least` fields. */
function withoutEmptyEnd(row: readonly CsvField[], least: number): readonly CsvField[] {
  return row.slice(0, Math.max(least, row.findLastIndex(isWritten) + 1))
}

/** What stands between fields in files that are called CSV and are none. */
const separators = [
  ['タブ', '\t'],
  ['セミコロン', ';'],
  ['全角のコンマ', '，'],
] as const

/** A heading row in which something else than a comma parts more fields that there are. */
function separatorFault(text: string, columns: readonly Column[], shape: Shape): Fault | undefined {
  const known = columns.filter(({ key }) => key !== undefined).length
  const first = columns[0]?.heading
  const line = first && /.*/.exec(text.slice(first.start))?.[0]
  if (!first || line === undefined) return undefined
  const apart = separators.find(([, separator]) => {
    const names = line.split(separator).map((part) => part.replaceAll('"', ''))
    return names.filter((name) => keyOf(name, shape) !== undefined).length > known
  })
  if (!apart) return undefined
  const words = {
    code: 'csv-separator',
    message: `値が、コンマではなく${apart[0]}で区切られています。`,
    fix: 'コンマで区切ったCSVファイルとして保存し直してください。Excelでは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」の形式を選びます。',
  }
  return { span: { start: first.start, end: first.start + line.trimEnd().length }, words }
}

const headless: Fault = {
  span: { start: 0, end: 0 },
  words: {
    code: 'csv-empty',
    message: 'CSVファイルに見出しの行がありません。',
    fix: '1行目に、項目の見出しをコンマで区切って書いてください。',
  },
}

/** No spreadsheet of an office has more; each heading that names nothing would be told. */
const mostColumns = 500

function tooWide(columns: readonly Column[]): Fault {
  const words = {
    code: 'csv-too-wide',
    message: `見出しの行に、列が${columns.length}個あります。読めるのは${mostColumns}列までです。`,
    fix: 'この台帳に要る列だけを残して、保存し直してください。',
  }
  return { span: columns[0]?.heading ?? { start: 0, end: 0 }, words }
}

/** What is wrong with the heading row. */
function headFaults(text: string, columns: readonly Column[], shape: Shape): readonly Fault[] {
  if (columns.length > mostColumns) return [tooWide(columns)]
  const apart = separatorFault(text, columns, shape)
  if (apart) return [apart]
  if (columns.length === 0) return [headless]
  const quotes = quoteFaults(columns.map(({ heading }) => heading))
  if (quotes.length > 0) return quotes
  return columnFaults(columns, shape)
}
