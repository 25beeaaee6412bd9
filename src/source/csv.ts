import type { Span } from './source.ts'

/** One field of a CSV file: its text, quotes taken off, and where it stands. */
export interface CsvField extends Span {
  readonly text: string
  /** What is wrong with its quotes: nobody knows then where it ends. */
  readonly fault?: CsvFault
}

/** What is wrong with the quotes of a field. */
export interface CsvFault extends Span {
  readonly code: 'open-quote' | 'stray-quote'
}

/**
 * Reads a CSV file (RFC 4180) as rows of fields, quoted ones with commas, line ends and doubled quotes in
 * them; empty lines are left out.
 */
export function parseCsv(text: string, limit = Infinity): readonly (readonly CsvField[])[] {
  const rows: CsvField[][] = []
  let row: CsvField[] = []
  let at = 0
  const endRow = (): void => {
    if (row.length > 1 || row[0]?.text !== '' || row[0].end > row[0].start) rows.push(row)
    row = []
  }
  while (at < text.length || row.length > 0) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at)
    row.push(field)
    at = field.end
    if (text[at] === ',') {
      at += 1
      continue
    }
    endRow()
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    if (at >= text.length || rows.length > limit) break
  }
  return rows
}

const breaks = /[,\r\n]/g

function endOfPlain(text: string, start: number): number {
  breaks.lastIndex = start
  return breaks.exec(text)?.index ?? text.length
}

function plain(text: string, start: number): CsvField {
  const end = endOfPlain(text, start)
  return { text: text.slice(start, end), start, end }
}

function quoted(text: string, start: number): CsvField {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) {
    const fault = { code: 'open-quote', start, end: start + 1 } as const
    return { text: text.slice(start + 1), start, end: text.length, fault }
  }
  const content = text.slice(start + 1, close).replaceAll('""', '"')
  const end = endOfPlain(text, close + 1)
  if (end === close + 1) return { text: content, start, end }
  return { text: content, start, end, fault: { code: 'stray-quote', start, end } }
}
