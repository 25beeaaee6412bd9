import { parseDay } from './day.ts'
import { readYear, yearPattern } from './era.ts'
import { type DayRange, fiscalStartMonth, monthRange } from './fiscal.ts'

/** The part of a year a label may name: first month counted from the year's beginning, and length. */
interface Part {
  readonly offset: number
  readonly months: number
}

const half = (index: number): Part => ({ offset: index * 6, months: 6 })
const quarter = (index: number): Part => ({ offset: index * 3, months: 3 })
const whole: Part = { offset: 0, months: 12 }

const short = /^([1-9]\d{3})-?(FY|H[12]|Q[1-4])$/
const fiscal = new RegExp(
  `^${yearPattern}\\s*年度\\s*(?:(上|下|前|後)(?:半)?期|第?\\s*([1-4])\\s*四半期)?分?$`,
)
const calendarYear = new RegExp(`^${yearPattern}\\s*年分?$`)
const month = new RegExp(`^${yearPattern}\\s*(?:年\\s*(\\d{1,2})\\s*月|[-/.](\\d{1,2}))分?$`)
const pair = /^(.+?)\s*(?:から|[~〜]|\.\.|(?<=^\d{4}-\d\d-\d\d)\/)\s*(.+?)(?:まで)?$/

/**
 * Reads the stretch of time a record was made for: `2023-04`, `2023FY`, `2023H1` and `2023Q2` (of the
 * fiscal year), 2023年度上半期, 令和5年4月分, one day, or two days with `/`, `~` or から between them.
 */
export function parseWindowLabel(label: string): DayRange | undefined {
  const text = label.normalize('NFKC').trim()
  return parseShort(text) ?? parseFiscal(text) ?? parseMonth(text) ?? parseDays(text)
}

function parseShort(text: string): DayRange | undefined {
  const match = short.exec(text.toUpperCase())
  if (!match) return undefined
  const [, year, part = ''] = match
  const index = Number(part.slice(1)) - 1
  if (part === 'FY') return ofFiscalYear(Number(year), whole)
  return ofFiscalYear(Number(year), part.startsWith('H') ? half(index) : quarter(index))
}

function parseFiscal(text: string): DayRange | undefined {
  const match = fiscal.exec(text)
  const stated = match && readYear(match[1], match[2], match[3])
  if (!stated) return undefined
  const year = ofFiscalYear(stated.year, whole)
  const range = ofFiscalYear(stated.year, partNamed(match[4], match[5]))
  if (!year || (stated.era && (year.to < stated.era.from || year.from > stated.era.until))) {
    return undefined
  }
  return range
}

function partNamed(halfName: string | undefined, quarterName: string | undefined): Part {
  if (halfName) return half(halfName === '上' || halfName === '前' ? 0 : 1)
  return quarterName ? quarter(Number(quarterName) - 1) : whole
}

function ofFiscalYear(year: number, part: Part): DayRange | undefined {
  return monthRange(year, fiscalStartMonth + part.offset, part.months)
}

function parseMonth(text: string): DayRange | undefined {
  const match = month.exec(text) ?? calendarYear.exec(text)
  const stated = match && readYear(match[1], match[2], match[3])
  if (!stated) return undefined
  const named = match[4] ?? match[5]
  const number = named === undefined ? undefined : Number(named)
  if (number !== undefined && (number < 1 || number > 12)) return undefined
  const range = monthRange(stated.year, number ?? 1, number === undefined ? 12 : 1)
  const era = stated.era
  return range && (!era || (range.to >= era.from && range.from <= era.until)) ? range : undefined
}

function parseDays(text: string): DayRange | undefined {
  const single = parseDay(text)
  if (single) return { from: single, to: single }
  const match = pair.exec(text)
  const from = match && parseDay(match[1] ?? '')
  const to = match && parseDay(match[2] ?? '')
  return from && to && from <= to ? { from, to } : undefined
}
