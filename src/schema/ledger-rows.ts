import { type Problem, problemAt } from '../finding/problem.ts'
import type { CsvFault, CsvField } from '../source/csv.ts'
import type { Source, Span } from '../source/source.ts'
import type { Path } from '../yaml/document.ts'
import { checkElement, meantKey } from './check.ts'
import { shorten } from './describe.ts'
import type { Shape, ValueShape } from './shape.ts'
import type { Mapping } from './variant.ts'
import type { Violation } from './violation.ts'
import { wordsFor } from './wording.ts'

/**
 * The entries of a ledger that is kept as a file of its own, and where each stands in it. In the place of one
 * that could not be read stands null, for the list it is in goes on.
 */
export interface LedgerRows {
  readonly entries: readonly (Mapping | null)[]
  readonly problems: readonly Problem[]
  /** The place of an entry (`[3]`) or of one of its fields (`[3, 'id']`). */
  readonly spanOf: (path: Path) => Span
}

/** A column: the field it holds, undefined where its heading names none. */
export interface Column {
  readonly key: string | undefined
  readonly heading: CsvField
}

/** A table whose columns are known. */
export interface Table {
  readonly source: Source
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CsvField[])[]
  readonly shape: Shape
  /** What is wrong with its headings: then no row can be read. */
  readonly inHead: readonly Fault[]
  readonly read: ReadCell
  /** What a fault is called by: those of sheets have names of their own. */
  readonly codeOf: (code: string) => string
  /** What is wrong with a row besides its values. */
  readonly besides?: (row: readonly CsvField[]) => Fault | undefined
}

/** What a cell of a field says, as YAML would have it. */
export type ReadCell = (text: string, type: ValueShape, key: string) => unknown

/** Holds the rows of a table against the shape of its entries; a row that is not right loses its entry. */
export function readRows({
  source,
  columns,
  rows,
  shape,
  inHead,
  read,
  codeOf,
  besides,
}: Table): LedgerRows {
  const spanOf = (path: Path): Span => spanIn(rows, columns, path)
  const toProblem =
    (why: string) =>
    ({ span, words }: Fault): Problem =>
      problemAt(source, span, { why, ...words, code: codeOf(words.code) })
  if (inHead.length > 0) {
    return { entries: [null], problems: inHead.map(toProblem(ledgerWhy)), spanOf }
  }
  if (rows.length > mostRows) {
    return { entries: [null], problems: [tooLong(rows)].map(toProblem(ledgerWhy)), spanOf }
  }
  const entries: (Mapping | null)[] = []
  const faults: Fault[] = []
  let more = 0
  for (const row of rows) {
    const entry = entryOf(row, columns, shape, read)
    const other = besides?.(row)
    const found = [...(other ? [other] : []), ...rowFaults(row, entry, columns, shape)]
    entries.push(found.length === 0 ? entry : null)
    if (faults.length >= mostFaults) more += found.length
    else for (const one of found) faults.push(one)
  }
  const last = faults.at(-1)
  if (more > 0 && last) faults.push({ ...last, words: moreFaults(more) })
  return { entries, problems: faults.map(toProblem(rowWhy)), spanOf }
}

/** More than the longest ledgers of a large city; so many are read in seconds. */
export const mostRows = 50_000

function tooLong(rows: readonly (readonly CsvField[])[]): Fault {
  const most = mostRows.toLocaleString('ja-JP')
  const words = {
    code: 'csv-too-long',
    message: `台帳の行が、読める${most}行を超えています。`,
    fix: '調べる期間の行だけを残すか、台帳をいくつかのファイルに分けてください。',
  }
  return { span: rows[mostRows]?.[0] ?? { start: 0, end: 0 }, words }
}

/** So many faults of one file are told one by one. */
const mostFaults = 1000

function moreFaults(count: number): Words {
  return {
    code: 'csv-more',
    message: `このファイルには、ほかにも${count}か所の誤りがあります。`,
    why: '誤りが多いため、残りは表示していません。',
    fix: '表示された誤りを直してから、もう一度確かめてください。',
  }
}

/** What is said of a fault. */
export interface Words {
  readonly code: string
  readonly message: string
  readonly fix: string
  readonly why?: string
}

/** Something wrong in a table, and where. */
export interface Fault {
  readonly span: Span
  readonly words: Words
}

const ledgerWhy = '見出しが正しく読めないと、台帳のどの行も判定できません。'

const rowWhy =
  '読めない行は判定されません。ほかの行は判定されますが、台帳にないことは判定できません。'

function quoteFault({ code, ...span }: CsvFault): Fault {
  const words = {
    code: 'csv-quote',
    message:
      code === 'open-quote'
        ? '引用符「"」が閉じられていません。'
        : '閉じた引用符「"」の後に文字があります。',
    fix: '値を引用符で囲むときは全体を囲み、値の中の引用符は「""」と二つ続けて書いてください。',
  }
  return { span, words }
}

/** What is wrong with the quotes of a row. */
export function quoteFaults(row: readonly CsvField[]): readonly Fault[] {
  return row.flatMap(({ fault }) => (fault ? [quoteFault(fault)] : []))
}

/** Whether anything but blanks stands in a cell. */
export function isWritten({ text }: Pick<CsvField, 'text'>): boolean {
  return text.trim() !== ''
}

/** What is wrong with a row; where a quote is, nobody knows which fields it has. */
function rowFaults(
  row: readonly CsvField[],
  entry: Mapping,
  columns: readonly Column[],
  shape: Shape,
): readonly Fault[] {
  const quotes = quoteFaults(row)
  if (quotes.length > 0) return quotes
  const isWhole = row.length === columns.length
  return [
    ...(isWhole ? [] : [{ span: rowSpan(row), words: columnCount(row, columns) }]),
    ...checkElement(entry, shape).map((violation) => ({
      span: spanIn([row], columns, [0, ...violation.path]),
      words: valueWords(violation, row, shape),
    })),
  ]
}

/** Headings that name nothing, two that name the same, and those that are lacking where an entry is not whole without. */
export function columnFaults(
  columns: readonly Column[],
  shape: Shape,
  hasRows = true,
): readonly Fault[] {
  const seen = new Set<string>()
  const faults: Fault[] = columns.flatMap(({ key, heading }) => {
    if (key === undefined) return [unknownHeading(heading, shape)]
    if (seen.has(key)) return [repeatedHeading(heading)]
    seen.add(key)
    return []
  })
  const first = columns[0]?.heading
  const meant = new Set(columns.map(({ heading }) => meantKey(heading.text, shape.fields)))
  for (const [key, { required, label }] of Object.entries(shape.fields)) {
    if (!hasRows || !required || seen.has(key) || meant.has(key) || !first) continue
    const words = {
      code: 'csv-header',
      message: `見出しの行に「${label}」(${key})がありません。`,
      fix: `「${label}」か「${key}」という見出しの列を加えてください。`,
    }
    faults.push({ span: first, words })
  }
  return faults
}

function unknownHeading(heading: CsvField, shape: Shape): Fault {
  const near = meantKey(heading.text, shape.fields)
  const all = Object.entries(shape.fields).map(([key, { label }]) => `${label}(${key})`)
  const words = {
    code: 'csv-header',
    message: `見出し「${shorten(heading.text)}」に当たる項目はありません。`,
    fix:
      near === undefined
        ? `書けるのは ${all.join('、')} です。`
        : `「${near}」(${shape.fields[near]?.label ?? ''})の誤りではありませんか。`,
  }
  return { span: heading, words }
}

function repeatedHeading(heading: CsvField): Fault {
  const words = {
    code: 'csv-header',
    message: `見出し「${shorten(heading.text)}」の列が二つあります。`,
    fix: 'どちらか一つの列だけを残してください。',
  }
  return { span: heading, words }
}

function columnCount(row: readonly CsvField[], columns: readonly Column[]): Words {
  return {
    code: 'csv-columns',
    message: `この行の値は${row.length}個ですが、見出しは${columns.length}個です。`,
    fix: '値の数を見出しに合わせてください。値にコンマがあるときは、引用符「"」で囲みます。',
  }
}

function valueWords(violation: Violation, row: readonly CsvField[], shape: Shape): Words {
  const name = row[0]?.text ?? ''
  const owner = name === '' ? shape.label : `${shape.label}「${shorten(name)}」`
  const { message, why, fix } = wordsFor(violation, { owner, written: undefined })
  return { code: 'csv-value', message, why, fix: emptyFix(violation) ?? fix }
}

/** A row lacks no key, but a value in a column that is there. */
function emptyFix(violation: Violation): string | undefined {
  if (violation.code !== 'missing-key') return undefined
  const columns = Object.entries(violation.alternatives).map(([key, one]) => ({ key, ...one }))
  const names = columns.map(({ key, label }) => `「${label}」(${key})`)
  const about = columns.map((one) => one.about).join('')
  return `${names.join('か')}の列に値を書いてください。${about}`
}

/** The field that a heading names, by its key or its Japanese label. */
export function keyOf(heading: string, { fields }: Shape): string | undefined {
  const name = heading.normalize('NFKC').trim()
  if (Object.hasOwn(fields, name)) return name
  return Object.entries(fields).find(([, { label }]) => label === name)?.[0]
}

/** An empty field is one that was not written. */
export function entryOf(
  row: readonly CsvField[],
  columns: readonly Column[],
  shape: Shape,
  read: ReadCell,
): Mapping {
  return Object.fromEntries(
    columns.flatMap(({ key }, index) => {
      const text = row[index]?.text.trim() ?? ''
      const type = key === undefined ? undefined : shape.fields[key]?.type
      return key === undefined || !type || text === '' ? [] : [[key, read(text, type, key)]]
    }),
  )
}

/** A field as YAML would have it: words may be written by their Japanese label. */
export function readCell(text: string, type: ValueShape): unknown {
  if (type.kind === 'word' && 'words' in type) {
    return Object.entries(type.words).find(([, label]) => label === text)?.[0] ?? text
  }
  if (type.kind === 'list') return text.split(/[、\n]/u).map((one) => readCell(one.trim(), type.of))
  const isNumber = type.kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)
  if (isNumber) return Number(text)
  if (type.kind !== 'bool') return text
  // A form shows ○ and ―, and a spreadsheet writes TRUE and FALSE.
  if (/^(?:true|○)$/i.test(text)) return true
  return /^(?:false|×|―)$/i.test(text) ? false : text
}

function spanIn(
  rows: readonly (readonly CsvField[])[],
  columns: readonly Column[],
  [index, key]: Path,
): Span {
  const row = rows[Number(index)] ?? []
  const field = row[columns.findIndex((column) => column.key === key)]
  return field && field.end > field.start ? field : rowSpan(row)
}

function rowSpan(row: readonly CsvField[]): Span {
  return { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 }
}
