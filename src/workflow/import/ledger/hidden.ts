import { plainHeading } from '../../../japanese/width.ts'
import { type Grid, type SheetText, textOfGrid } from '../../../source/grid.ts'
import {
  holdsMobile,
  holdsPersonalNumber,
  isNameHeading,
  isNumberHeading,
  isPhoneColumn,
  isReading,
  type Pseudonyms,
} from './person.ts'
import type { LedgerReading } from './sheet.ts'

/** What stands in the place of what was not read, so that nobody takes an empty cell for an answer. */
const unread = '（未読）'

/** Whether a sheet holds, anywhere, what may not be kept with the project. */
export function isPersonal({ rows }: Pick<Grid, 'rows'>): boolean {
  return rows.some((row) =>
    row.some(
      (text) =>
        (plainHeading(text).length < 12 &&
          (isNameHeading(text) || isNumberHeading(text) || isPhoneColumn(text, []))) ||
        holdsPersonalNumber(text) ||
        holdsMobile(text),
    ),
  )
}

/** The table of a ledger without names and without what is not read: what may be kept with the project. */
export function hiddenTable(
  { table, columns: shown, sheet }: LedgerReading,
  pseudonyms: Pseudonyms,
): SheetText {
  // All names are known before the first text is written in which one may stand.
  for (const { isPersons, cells, heading } of shown) {
    if (isPersons && !isReading(heading.text)) for (const { text } of cells) pseudonyms.of(text)
  }
  const rows = table.rows.map((row) =>
    shown.map(({ at, key, isPersons }) => {
      const text = row[at]?.text.trim() ?? ''
      if (text === '' || key === 'none' || key === 'notes') return ''
      if (key === undefined) return unread
      return isPersons ? pseudonyms.of(text) : pseudonyms.hidden(text)
    }),
  )
  const head = shown.map(({ heading, at }) => heading.text.trim() || `（見出しのない列${at + 1}）`)
  return textOfGrid(sheet.file, { name: '', rows: [head, ...rows], merges: [] })
}

/** A table as CSV; what a spreadsheet would take for a formula is none. */
export function csvOf({ rows }: SheetText): string {
  return rows.map((row) => `${row.map(({ text }) => quoted(text)).join(',')}\n`).join('')
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !/^-?\d/u.test(text) ? ` ${text}` : text
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
