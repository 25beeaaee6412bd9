import { addDays, type Day, parseDay, partsOf } from '../../calendar/day.ts'
import { type DayRange, fiscalStartMonth } from '../../calendar/fiscal.ts'
import { roughDays } from '../../calendar/rough-day.ts'
import { writeNumber, writeNumbers } from '../../japanese/digits.ts'
import { itemNumber } from '../../japanese/numbering.ts'
import {
  type DayStyle,
  writeFiscalYear,
  writeOfficialDay,
  writeOfficialYears,
} from '../../japanese/official-day.ts'
import { writePeriod } from '../../japanese/date.ts'
import type { Writing } from '../../words/field.ts'
import type { Conventions } from '../conventions.ts'

/** A comma of a sentence, not of a number (１，０００). */
const looseComma = /(?<![\d０-９])，|，(?![\d０-９])/g

/** Writes everything a document shows the way one municipality does. */
export interface Style extends Writing {
  readonly conventions: Conventions
  /** A sentence of a finding: its western years as the municipality writes them. */
  readonly sentence: (sentence: string) => string
  readonly number: (value: number) => string
  /** A stretch of time: 令和６年度, 令和６年４月, 令和６年４月から６月まで. */
  readonly time: (range: DayRange) => string
  /** The fiscal year that begins on a day. */
  readonly fiscalYear: (firstDay: Day) => string
  /** 第３章, 第12条, 別表第１: a number between two words. */
  readonly counted: (before: string, value: number, after?: string) => string
  /** (1), ア, (ア) by the custom. */
  readonly item: (level: 0 | 1 | 2, count: number) => string
}

/** The style that follows from a municipality's conventions. */
export function styleOf(conventions: Conventions): Style {
  const { digits, comma, items, calendar, padDates } = conventions
  const days: DayStyle = { calendar, width: digits, pads: padDates }
  const text = (sentence: string): string => {
    const paused =
      comma === 'comma' ? sentence.replaceAll('、', '，') : sentence.replace(looseComma, '、')
    return writeNumbers(paused, digits)
  }
  const fiscalYear = (firstDay: Day): string => writeFiscalYear(firstDay, days)
  const day = (one: Day): string => writeOfficialDay(one, days)
  return {
    conventions,
    text,
    sentence: (sentence) => text(writeOfficialYears(sentence, days)),
    number: (value) => writeNumber(value, digits),
    day: (written) => {
      const exact = parseDay(written)
      if (exact !== undefined) return day(exact)
      const rough = roughDays(written)
      return rough ? writeTime(rough, day, fiscalYear) : text(written)
    },
    time: (range) => writeTime(range, day, fiscalYear),
    fiscalYear,
    period: (period) => writeNumbers(writePeriod(period), digits),
    counted: (before, value, after = '') => `${before}${writeNumber(value, digits)}${after}`,
    item: (level, count) => itemNumber(items, level, count, digits),
  }
}

function writeTime(
  { from, to }: DayRange,
  writeDay: (day: Day) => string,
  writeFiscalYear: (firstDay: Day) => string,
): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  const isWhole = first.day === 1 && partsOf(addDays(to, 1)).day === 1
  if (!isWhole) return from === to ? writeDay(from) : `${writeDay(from)}から${writeDay(to)}まで`
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  if (count === 12 && first.month === fiscalStartMonth) return writeFiscalYear(from)
  const start = writeDay(from).replace(/[^月]*日$/, '')
  if (count === 1) return start
  const end = writeDay(to).replace(/[^月]*日$/, '')
  return `${start}から${last.year === first.year ? end.replace(/^.*年/, '') : end}まで`
}
