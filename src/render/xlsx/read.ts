import { UsageError } from '../../finding/usage-error.ts'
import { type Grid, joinsTwice } from '../../source/grid.ts'
import { optional } from '../unavailable.ts'
import { BadZip, decode, unzip, zip, type ZipFiles } from '../zip.ts'

/** No workbook of an office is larger when unpacked. */
const largest = 30 * 1024 * 1024
/** Nor has more cells in all its sheets: one of two cells far apart takes as many as are between them. */
const mostCells = 2_000_000

/** A workbook: the sheets that are shown, and those that are not. */
export interface ReadWorkbook {
  readonly sheets: readonly Grid[]
  readonly hidden: readonly Grid[]
}

/** Why a file is not read as an Excel workbook. */
export class BadWorkbook extends Error {
  readonly reason: BadWorkbookReason
  /** What is said of it after its name, and what to do. */
  readonly words: readonly [message: string, fix: string]

  constructor(reason: BadWorkbookReason, sheet?: string) {
    super(reason)
    this.reason = reason
    const [message, fix] = workbookWords[reason]
    this.words = [sheet === undefined ? message : `シート「${sheet}」の${message}`, fix]
  }
}

/**
 * Old formats or a password, macros, what would become too large, cells joined twice, and what is no Excel
 * file or a damaged one.
 */
export type BadWorkbookReason =
  'old' | 'macros' | 'other-format' | 'large' | 'joined-twice' | 'damaged'

const workbookWords: Readonly<Record<BadWorkbookReason, readonly [string, string]>> = {
  old: [
    '古い形式（.xls）か、パスワードの付いた Excel のファイルなので、読めません',
    'パスワードを外し、「Excel ブック（.xlsx）」の形式で保存し直してください',
  ],
  macros: [
    'マクロの入った Excel のファイルなので、読みません',
    '「Excel ブック（.xlsx）」の形式で保存し直してください',
  ],
  'other-format': [
    'Excel のファイル（.xlsx）ではありません',
    '「Excel ブック（.xlsx）」の形式で保存し直してください',
  ],
  large: [
    '大きすぎるので、読めません',
    '要る表だけにして、「Excel ブック（.xlsx）」の形式で保存し直してください',
  ],
  'joined-twice': [
    'セルの結合が重なっているので、読めません',
    'Excel で開いて、そのシートのセルの結合を解き、保存し直してください',
  ],
  damaged: [
    'Excel のファイル（.xlsx）として読めません。壊れているかもしれません',
    'Excel で開いて、「Excel ブック（.xlsx）」の形式で保存し直してください',
  ],
}

/** Reads a workbook: its values, without what they look like. Throws a `BadWorkbook`, or says that the reader is not there. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const { readXlsx } = await optional('xlsx', 'hucre', () => import('hucre/xlsx'), '読む')
  const parts = await partsOf(bytes)
  try {
    // What was measured is read, not what the file says of itself.
    const { sheets } = await readXlsx(await zip(parts, 0))
    const grids = sheets.map(({ name, rows, merges = [], hidden, veryHidden }) => ({
      isHidden: hidden === true || veryHidden === true,
      grid: { name, rows: rows.map((row) => row.map(textOf)), merges },
    }))
    const twice = grids.find(({ grid }) => joinsTwice(grid))
    if (twice) throw new BadWorkbook('joined-twice', twice.grid.name)
    return {
      sheets: grids.flatMap(({ grid, isHidden }) => (isHidden ? [] : [grid])),
      hidden: grids.flatMap(({ grid, isHidden }) => (isHidden ? [grid] : [])),
    }
  } catch (thrown) {
    throw thrown instanceof BadWorkbook ? thrown : new BadWorkbook('damaged')
  }
}

/** The parts of a workbook that are read. What would become too large is refused before, and what is no workbook. */
async function partsOf(bytes: Uint8Array): Promise<ZipFiles> {
  if (oldFormat.every((byte, at) => bytes[at] === byte)) throw new BadWorkbook('old')
  const names: string[] = []
  const parts = await unzip(bytes, largest, (name) => {
    names.push(name)
    return /\.(?:xml|rels)$/iu.test(name)
  }).catch((thrown: unknown) => {
    const isLarge = thrown instanceof BadZip && thrown.reason === 'too-large'
    throw new BadWorkbook(isLarge ? 'large' : 'damaged')
  })
  if (names.some((name) => name.endsWith('vbaProject.bin'))) throw new BadWorkbook('macros')
  if (!names.includes('xl/workbook.xml')) throw new BadWorkbook('other-format')
  const cells = Object.values(parts).reduce((sum, part) => sum + cellsOf(decode(part)), 0)
  if (cells > mostCells) throw new BadWorkbook('large')
  return parts
}

/** How files of Office before 2007 begin, and those of today that have a password. */
const oldFormat = [0xd0, 0xcf, 0x11, 0xe0]

/** A row or a cell of a sheet, a piece of its attributes, and which of them says where it stands. */
const placed = /<(?:\w+:)?(row|c)(?=[\s/>])/gu
const piece = /[^<>"']+|"[^"<]*"|'[^'<]*'/uy
const placedAt = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/u

/**
 * How many cells it takes to hold a sheet: the last row and the last column decide, however few have
 * anything in them. None where a part is no sheet.
 */
function cellsOf(part: string): number {
  if (!/<(?:\w+:)?sheetData[\s/>]/u.test(part)) return 0
  let [rows, columns, row, column] = [0, 0, 0, 0]
  for (const { 0: begin, 1: name, index } of part.matchAll(placed)) {
    const [, one, other] = placedAt.exec(attributesAt(part, index + begin.length)) ?? []
    const [, letters, digits] = /^([A-Z]{0,3})(\d{0,7})$/iu.exec(one ?? other ?? '') ?? []
    if (letters === undefined || digits === undefined) throw new BadWorkbook('damaged')
    if (name === 'row') [row, column] = [row + 1, 0]
    else column = letters === '' ? column + 1 : columnOf(letters)
    if (digits !== '') row = Number(digits)
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
  }
  return rows * columns
}

/** The attributes that begin at a place. Piece by piece: one pattern for all of them runs out of stack. */
function attributesAt(part: string, start: number): string {
  piece.lastIndex = start
  let end = start
  while (piece.test(part)) end = piece.lastIndex
  return part.slice(start, end)
}

function columnOf(letters: string): number {
  const codes = Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 64)
  return codes.reduce((sum, code) => sum * 26 + code, 0)
}

/**
 * The first sheet of an Excel file that is shown, as rows of text. Throws a `UsageError` where the file is
 * none, is locked or would become too large.
 */
export async function readFirstSheet(
  shown: string,
  bytes: Uint8Array,
): Promise<readonly (readonly string[])[]> {
  try {
    const { sheets } = await readWorkbook(bytes)
    return sheets[0]?.rows ?? []
  } catch (thrown) {
    if (!(thrown instanceof BadWorkbook)) throw thrown
    throw new UsageError(
      thrown.reason === 'large'
        ? `「${shown}」は大きすぎます`
        : `「${shown}」は Excel のファイル（.xlsx）として読めません`,
      {
        hint: 'パスワードを外し、要る表だけにして、「Excel ブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」の形式で保存し直してください',
      },
    )
  }
}

/** A day as such, with its time where it has one; a time alone as Excel keeps it, on the day before all days. */
function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = value.toISOString().split('T')
  const shown = time.slice(0, 5)
  if (value.getUTCFullYear() < 1900) return shown
  return shown === '00:00' ? day : `${day} ${shown}`
}
