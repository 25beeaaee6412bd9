import { type Problem, problemAt } from '../../finding/problem.ts'
import { tableIn, type LeftRow } from '../../import/ledger/table.ts'
import { formsIn } from '../../model/ledger-form.ts'
import type { LedgerRows } from '../../schema/ledger-rows.ts'
import {
  isLedgerHeading,
  type LedgerForm,
  readSheetLedger,
  type SheetOf,
} from '../../schema/sheet-ledger.ts'
import { folderOf, resolveFrom } from '../../source/path.ts'
import { type Grid, type SheetText, textOfGrid } from '../../source/grid.ts'
import type { Source } from '../../source/source.ts'
import type { Workspace } from '../../source/workspace.ts'
import type { ReadWorkbook } from '../../render/xlsx/read.ts'
import { parseDocuments } from '../../yaml/parse.ts'

/** The rows of a sheet, with the text that places in them lie in. */
export interface SheetLedgerRead {
  readonly problems: readonly Problem[]
  readonly path: string
  readonly source: Source
  readonly table: LedgerRows
  /** The headings of its table. */
  readonly head: readonly string[]
}

/** Why a sheet is not read: a code, what is wrong, what to do. It is told where the sheet is named. */
export interface SheetRefused {
  readonly refused: readonly [code: string, message: string, fix: string]
}

/** The workbooks that the files of a run name: noted as files are read, opened together, then looked up. */
export class Workbooks {
  readonly #workspace: Workspace
  readonly #noted = new Set<string>()
  readonly #opened = new Map<string, ReadWorkbook | SheetRefused>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Notes the workbooks that a file names; most name none, and are not parsed for it. */
  note(source: Source): void {
    if (!source.text.includes('.xlsx')) return
    for (const { value } of parseDocuments(source).documents) {
      for (const from of fromsIn(value)) {
        this.#noted.add(resolveFrom(folderOf(source.path), fileIn(from)))
      }
    }
  }

  /** Opens what was noted; what cannot be opened is told where it is named. */
  async open(): Promise<void> {
    for (const path of this.#noted) {
      if (!this.#opened.has(path)) this.#opened.set(path, await this.#read(path))
    }
  }

  /** A sheet as a ledger; of a workbook that shows one sheet only its name may be left out. */
  read(path: string, name: string | undefined, ledger: SheetOf): SheetLedgerRead | SheetRefused {
    const book = this.#opened.get(path)
    if (!book) {
      return {
        refused: [
          'sheet-unreadable',
          `「${path}」を開けませんでした。`,
          'もう一度実行してください。',
        ],
      }
    }
    if ('refused' in book) return book
    const names = book.sheets.map((sheet) => `「${sheet.name}」`).join('、')
    const [only, ...more] = book.sheets
    const sheet =
      name === undefined && more.length === 0
        ? only
        : book.sheets.find((one) => sameName(one.name, name ?? ''))
    if (sheet) return ledgerIn(path, sheet, book, ledger)
    const message =
      name === undefined
        ? `「${path}」にはシートがいくつもあり、どれが台帳か分かりません。`
        : `「${path}」に「${name}」というシートはありません。`
    const fix = `# の後に、シートの名前を書いてください。あるのは ${names} です。`
    return { refused: ['sheet-missing', message, fix] }
  }

  async #read(path: string): Promise<ReadWorkbook | SheetRefused> {
    const read = this.#workspace.bytes(path)
    if (!read.ok) {
      const { message, why, fix } = read.problem
      return { refused: ['sheet-unreadable', `${message}。${why}`, fix] }
    }
    const { BadWorkbook, readWorkbook } = await import('../../render/xlsx/read.ts')
    try {
      return await readWorkbook(read.bytes)
    } catch (thrown) {
      if (!(thrown instanceof BadWorkbook)) throw thrown
      const [message, fix] = thrown.words
      return { refused: ['sheet-unreadable', `「${path}」は、${message}。`, `${fix}。`] }
    }
  }
}

/** The file of what names a file, or a sheet of it. */
function fileIn(from: string): string {
  return from.replace(/(\.xlsx)#.*$/su, '$1')
}

/** What is written under `from` anywhere below the lists at the top of a file, where it names a workbook. */
function fromsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((list: unknown) =>
    (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
      const from: unknown = typeof one === 'object' && one !== null && 'from' in one ? one.from : ''
      return typeof from === 'string' && fileIn(from).endsWith('.xlsx') ? [from] : []
    }),
  )
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').trim() === other.normalize('NFC').trim()
}

function ledgerIn(
  path: string,
  sheet: Grid,
  book: ReadWorkbook,
  ledger: SheetOf,
): SheetLedgerRead | SheetRefused {
  const written = textOfGrid(`${path}#${sheet.name}`, sheet)
  const shown = `「${path}」のシート「${sheet.name}」`
  return ledgerOf(written, ledger, { shown, form: formsIn(book.hidden)(sheet.name) })
}

/** What a table is called in messages, and what a form says of it. */
interface TableOf {
  readonly shown: string
  readonly form?: LedgerForm | undefined
}

/** The rows of a sheet, or of a CSV file, as the entries of a ledger. */
export function ledgerOf(
  { source, rows }: SheetText,
  ledger: SheetOf,
  { shown, form }: TableOf,
): SheetLedgerRead | SheetRefused {
  const found = tableIn(rows, (heading) => isLedgerHeading(heading, ledger, form))
  if (!found) {
    const labels = Object.entries(ledger.row.fields).map(([key, { label }]) => `${label}(${key})`)
    const message = `${shown}に、見出しの行が見つかりません。`
    return { refused: ['sheet-header', message, `見出しに書けるのは ${labels.join('、')} です。`] }
  }
  const table = readSheetLedger({ source, ...found }, ledger, form)
  const left = found.left.map((one) => leftOut(one, source))
  const head = found.head.map(({ text }) => text)
  return { problems: [...left, ...table.problems], path: source.path, source, table, head }
}

const seemed = { total: '合計の行', example: '記入例の行', note: '注の行' }

/** Nothing is passed over in silence. */
function leftOut({ row, is }: LeftRow, source: Source): Problem {
  const written = row.filter(({ start, end }) => end > start)
  const span = { start: written[0]?.start ?? 0, end: written.at(-1)?.end ?? 0 }
  return problemAt(source, span, {
    code: 'sheet-left-out',
    severity: 'info',
    message: `${seemed[is]}とみて、台帳の行としては読みませんでした。`,
    why: '台帳の一件なら、ここに書かれていることが判定に入っていません。',
    fix: '台帳の一件なら、そうと分かるように書き直してください。そうでなければ、このままでかまいません。',
  })
}
