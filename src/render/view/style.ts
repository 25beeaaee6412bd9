import { type Day, parseDay } from '../../calendar/day.ts'
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
  return {
    conventions,
    text,
    sentence: (sentence) => text(writeOfficialYears(sentence, days)),
    number: (value) => writeNumber(value, digits),
    day: (written) => {
      const day = parseDay(written)
      return day === undefined ? text(written) : writeOfficialDay(day, days)
    },
    fiscalYear: (firstDay) => writeFiscalYear(firstDay, days),
    period: (period) => writeNumbers(writePeriod(period), digits),
    counted: (before, value, after = '') => `${before}${writeNumber(value, digits)}${after}`,
    item: (level, count) => itemNumber(items, level, count, digits),
  }
}
