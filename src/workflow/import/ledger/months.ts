import { parseDay } from '../../../calendar/day.ts'
import { plainText } from '../../../japanese/sentence.ts'
import type { CsvField } from '../../../source/csv.ts'
import type { Workspace } from '../../../source/workspace.ts'
import { mappingsIn } from '../../../schema/variant.ts'
import { documentsIn } from '../town.ts'
import { cellAt, type GivenSheet, type LedgerQuestion, nameOfSheet } from './kept.ts'

/** A duty of the procedures of a system, by its id and what its heading says. */
export interface NamedDuty {
  readonly id: string
  readonly title: string
}

/** What a sheet of twelve months says was done of one duty. */
export interface MonthRow {
  readonly duty: NamedDuty
  readonly days: readonly string[]
  /** Cells of which nobody knows what they say: what is not written here may have been done. */
  readonly open: readonly LedgerQuestion[]
}

/** A sheet whose rows are duties and whose columns are the months of a fiscal year. */
export interface MonthSheet {
  readonly sheet: GivenSheet
  readonly rows: readonly MonthRow[]
  /** Rows that are no duty's. */
  readonly left: readonly LedgerQuestion[]
}

/** The duties that the procedures in the folder of a system have. */
export function dutiesIn(workspace: Workspace, folder: string): readonly NamedDuty[] {
  return documentsIn(workspace, workspace.list(folder).files, 'procedure').flatMap(
    ({ document: { value } }) =>
      mappingsIn((value as Readonly<Record<string, unknown>> | null)?.['duties']).flatMap(
        ({ id, title }) =>
          typeof id === 'string' && typeof title === 'string' ? [{ id, title }] : [],
      ),
  )
}

/** The months of a heading row, by their columns. */
type Months = ReadonlyMap<number, number>

/** So many months stand in a row that is the heading of a year. */
const leastMonths = 6

function monthsIn(row: readonly CsvField[]): Months {
  return new Map(
    row.flatMap(({ text }, at) => {
      const [, month] = /^(\d{1,2})月分?$/u.exec(text.normalize('NFKC').trim()) ?? []
      const number = Number(month)
      return number >= 1 && number <= 12 ? [[at, number] as const] : []
    }),
  )
}

/**
 * Reads a sheet of months: undefined where it is none; why not, where its year is not told or no row of it is a
 * duty's. An empty cell says nothing; a mark says that it was done in that month, on whichever day.
 */
export function readMonths(
  sheet: GivenSheet,
  year: number | undefined,
  duties: readonly NamedDuty[],
): MonthSheet | { readonly why: string } | undefined {
  const { rows } = sheet.text
  const head = rows.findIndex((row) => new Set(monthsIn(row).values()).size >= leastMonths)
  const months = monthsIn(rows[head] ?? [])
  if (head < 0) return undefined
  if (new Set(months.values()).size < months.size) return { why: '同じ月の列が二つあります' }
  if (year === undefined) {
    return {
      why: '月ごとの表ですが、何年度か分かりません。題名に「令和7年度」のように書いてください',
    }
  }
  const first = [...months.keys()].reduce((least, at) => Math.min(least, at), Infinity)
  const read: MonthRow[] = []
  const left: LedgerQuestion[] = []
  for (const row of rows.slice(head + 1)) {
    const labels = row.slice(0, first).filter(({ text }) => text.trim() !== '')
    const duty = dutyIn(labels, duties)
    const marks = [...months].flatMap(([at, month]) => {
      const cell = row[at]
      return cell && cell.text.trim() !== '' ? [{ cell, month }] : []
    })
    if (duty) read.push(rowOf(duty, marks, year, sheet))
    else if (marks.length > 0) {
      const place = `${nameOfSheet(sheet)} ${cellAt(sheet.text, labels[0] ?? row[0] ?? { start: 0 })}`
      const text =
        'この行がどの担当業務のことか分かりません。担当業務の見出し（title）のとおりに書くと読めます'
      left.push({ place, text })
    }
  }
  return read.length > 0 ? { sheet, rows: read, left } : { why: noDuty }
}

const noDuty =
  '月ごとの表ですが、担当業務の見出し（title）と同じ名前の行がありません。行が業務なら、見出しのとおりに書くと読めます。行が媒体や機器などの物なら、台帳ではなく、毎月確かめた結果の表です。物の台帳は別に読み込み、確かめたことは実地の確認（counts）に、確かめた月ごとに書いてください（policy-lint explain counts）'

/** The one duty that a row names. */
function dutyIn(labels: readonly CsvField[], duties: readonly NamedDuty[]): NamedDuty | undefined {
  const names = new Set(labels.map(({ text }) => plainText(text)))
  const named = duties.filter(({ title }) => names.has(plainText(title)))
  return named.length === 1 ? named[0] : undefined
}

interface Mark {
  readonly cell: CsvField
  readonly month: number
}

function rowOf(duty: NamedDuty, marks: readonly Mark[], year: number, sheet: GivenSheet): MonthRow {
  const read = marks.map(({ cell, month }) => ({ cell, day: dayIn(cell.text, month, year) }))
  return {
    duty,
    days: read.flatMap(({ day }) => (day === undefined || day === 'none' ? [] : [day])).sort(),
    // What stands in them is not told: it may be somebody's name.
    open: read.flatMap(({ cell, day }) =>
      day === undefined
        ? [
            {
              place: `${nameOfSheet(sheet)} ${cellAt(sheet.text, cell)}`,
              text: `「${duty.title}」のこの月に行ったかどうかを読めません。○か、行った日（10日、4/10 など）なら読めます`,
            },
          ]
        : [],
    ),
  }
}

const done = /^(?:○|◯|〇|◎|レ|✓|✔|済|済み|実施|実施済み?)$/u
const notDone = /^(?:×|✕|✗|未|未実施)$/u

/** The day, or the month, on which a cell says that it was done; `none` where it says that it was not. */
function dayIn(text: string, month: number, fiscalYear: number): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const year = month >= 4 ? fiscalYear : fiscalYear + 1
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  if (done.test(text.trim()) || done.test(plain)) return prefix
  if (notDone.test(text.trim()) || notDone.test(plain)) return 'none'
  const [, own = String(month), day = ''] = /^(?:(\d{1,2})[月/])?(\d{1,2})日?$/u.exec(plain) ?? []
  // A number alone may count something.
  const isDay = day !== '' && Number(own) === month && !/^\d+$/u.test(plain)
  const read = parseDay(isDay ? `${prefix}-${day.padStart(2, '0')}` : plain)
  return read?.startsWith(prefix) ? read : undefined
}
