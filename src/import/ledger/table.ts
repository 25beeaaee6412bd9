import { plainHeading } from '../../japanese/width.ts'
import type { CsvField } from '../../source/csv.ts'

/** A row of a sheet, each cell with its place. */
export type SheetRow = readonly CsvField[]

/** The table in a sheet as an office keeps it. */
export interface SheetTable {
  /** A heading for each column; of double headings the one that says the most. Empty where there is none. */
  readonly head: readonly CsvField[]
  readonly rows: readonly SheetRow[]
  /** Rows that are not of the table, none of them empty: they are told. */
  readonly left: readonly LeftRow[]
}

/** A row that was not read as an entry, and what it seems to be. */
export interface LeftRow {
  readonly row: SheetRow
  readonly is: 'total' | 'example' | 'note'
}

/** Whether a heading names something that is known. */
export type IsKnown = (heading: string) => boolean

/** Titles and remarks stand above a table, not pages. */
export const lastHead = 40

/**
 * Finds the table: the row, or the two rows one above the other, in which most columns are known. Titles above
 * it are passed over, headings repeated on every page too; 〃 says again what stands above. Undefined where
 * no column is known.
 */
export function tableIn(rows: readonly SheetRow[], isKnown: IsKnown): SheetTable | undefined {
  const found = headIn(rows, isKnown)
  if (!found) return undefined
  const { head, below } = found
  const heads = [head, ...rows.slice(found.from, below)].map((cells) =>
    cells.map(({ text }) => plainHeading(text)),
  )
  const own: SheetRow[] = []
  const left: LeftRow[] = []
  for (const row of rows.slice(below)) {
    if (!row.some(isWritten) || repeats(row, heads)) continue
    const is = besides(row)
    if (is) left.push({ row, is })
    else own.push(withoutDitto(row, own.at(-1)))
  }
  return { head, rows: own, left }
}

/** The headings of the table in a sheet, without its rows. */
export function headingsIn(
  rows: readonly SheetRow[],
  isKnown: IsKnown,
): readonly CsvField[] | undefined {
  return headIn(rows, isKnown)?.head
}

interface FoundHead {
  readonly head: readonly CsvField[]
  /** The first of its rows, and the first row below it. */
  readonly from: number
  readonly below: number
}

function headIn(rows: readonly SheetRow[], isKnown: IsKnown): FoundHead | undefined {
  let best: (FoundHead & { readonly known: number }) | undefined
  for (let from = 0; from < Math.min(rows.length, lastHead); from += 1) {
    for (const tall of [1, 2, 3]) {
      if (from + tall > rows.length) break
      const own = rows.slice(from, from + tall)
      if (tall > 1 && !isDouble(own)) break
      const head = joined(own, isKnown)
      const known = knownIn(head, isKnown)
      // A title over the table says no more of its columns than the rows below it do.
      if (tall > 1 && isTitle(own) && knownIn(joined(own.slice(1), isKnown), isKnown) >= known)
        continue
      if (known > (best?.known ?? 0)) best = { head, from, below: from + tall, known }
    }
  }
  return best
}

function knownIn(head: readonly CsvField[], isKnown: IsKnown): number {
  const names = head.filter(({ text }) => text !== '' && isKnown(text))
  return new Set(names.map(({ text }) => plainHeading(text))).size
}

/** Whether the first of some rows is one text over most of the table, with nothing in it that goes on below. */
function isTitle([first = [], ...below]: readonly SheetRow[]): boolean {
  const upper = first.map(({ text }) => text.trim())
  const goesOn = below.some((row) =>
    row.some((field, at) => isWritten(field) && field.text.trim() === upper[at]),
  )
  const texts = upper.filter((text) => text !== '')
  const wide = [...new Set(texts)].reduce(
    (most, one) => Math.max(most, texts.filter((text) => text === one).length),
    0,
  )
  const width = below.reduce((most, row) => Math.max(most, row.filter(isWritten).length), 0)
  return !goesOn && (new Set(texts).size === 1 || wide * 2 > width)
}

/** Whether the last of some rows goes on with a heading: it stands below cells that are joined, or of which some go on. */
function isDouble(rows: readonly SheetRow[]): boolean {
  const [above = [], below = []] = rows.slice(-2)
  const upper = above.map(({ text }) => text.trim())
  const goesOn = below.some(({ text }, at) => isWritten({ text }) && text.trim() === upper[at])
  const isParted = upper.some((text, at) => text !== '' && text === upper[at + 1])
  return goesOn || isParted
}

/** The headings of columns over some rows: what stands lowest, with what stands above it where that is known. */
function joined(rows: readonly SheetRow[], isKnown: IsKnown): readonly CsvField[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []).filter(isWritten)
    const last = cells.at(-1)
    if (!last) return rows.at(-1)?.[column] ?? { text: '', start: 0, end: 0 }
    const parts = [...new Set(cells.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim()))]
    const ways = [parts.join(''), parts.join('の'), ...parts.toReversed()]
    const text = ways.find((one) => isKnown(one)) ?? parts.join('・')
    return { ...(cells.findLast(({ start, end }) => end > start) ?? last), text }
  })
}

function isWritten({ text }: Pick<CsvField, 'text'>): boolean {
  return text.trim() !== ''
}

/** Whether a row says what stands above the table, by headings made plain. */
function repeats(row: SheetRow, heads: readonly (readonly string[])[]): boolean {
  if (row.filter(isWritten).length < 2) return false
  const own = row.map(({ text }) => plainHeading(text))
  return (
    own.filter((text) => text !== '').length > 1 &&
    heads.some((head) => own.every((text, at) => text === '' || text === head[at]))
  )
}

const total = /^(?:合計|小計|総計|累計|計)(?:[(（].*|\d.*|[:：].*)?$/u
const example = /^[(（【［[]?(?:記入例|記載例|入力例|例)\d*[)）】］\]]?$/u
const note = /^(?:[※＊*]|[(（]?注(?:意|記)?\d*[)）:：]|備考[:：]|以下余白)/u

/** What a row is that is no entry. */
function besides(row: SheetRow): LeftRow['is'] | undefined {
  const texts = [
    ...new Set(
      row.filter(isWritten).map(({ text }) => text.normalize('NFKC').replaceAll(/\s/gu, '')),
    ),
  ]
  const [first = '', second = ''] = texts
  if (total.test(first) || total.test(second)) return 'total'
  if (texts.some((text) => example.test(text))) return 'example'
  return texts.length === 1 && note.test(first) ? 'note' : undefined
}

const ditto = /^(?:[〃々"”″]|同上|同じ|仝)$/u

/** A row in which what is said again is written out; what nothing stands above stays as it is. */
function withoutDitto(row: SheetRow, above: SheetRow | undefined): SheetRow {
  return row.map((field, at) => {
    const before = above?.[at]
    return ditto.test(field.text.trim()) && before && isWritten(before)
      ? { ...field, text: before.text }
      : field
  })
}
