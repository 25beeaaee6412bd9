import { type Day, makeDay, partsOf } from '../calendar/day.ts'
import { eraOf } from '../calendar/era.ts'
import { type DigitWidth, writeNumber } from './digits.ts'

/** How a municipality writes days. */
export interface DayStyle {
  readonly calendar: 'era' | 'western' | 'both'
  readonly width: DigitWidth
  /** Numbers of one digit keep the room of two, so that days below each other are level. */
  readonly pads: boolean
}

/** Room for a day written by hand. */
export const blankDay = '　　　　年　　月　　日'

/** The same with the era printed before it, as the head of a letter has it. */
export const blankEraDay = '令和　　年　　月　　日'

/** 令和６年４月１日, 2024年４月１日, 令和６年（2024年）４月１日; 令和元年 for a first year. */
export function writeOfficialDay(day: Day, style: DayStyle): string {
  const { month, day: date } = partsOf(day)
  return `${year(day, '年', style)}${part(month, style)}月${part(date, style)}日`
}

/** 令和６年度, named by the day it begins on. */
export function writeFiscalYear(firstDay: Day, style: DayStyle): string {
  const written = year(firstDay, '年度', { ...style, pads: false })
  // An era that begins in the first month or two gives the year its name: 令和元年度, not 平成31年度.
  const soon = makeDay(partsOf(firstDay).year, partsOf(firstDay).month + 1, 1)
  const named = soon && eraOf(soon)
  if (style.calendar === 'western' || !named || named.era === eraOf(firstDay)?.era) return written
  return year(soon, '年度', { ...style, pads: false })
}

/** The year alone as a document number has it: 6 of 令和6年, 2024. */
export function yearNumber(day: Day, style: DayStyle): number {
  const stated = style.calendar === 'western' ? undefined : eraOf(day)
  return stated?.year ?? partsOf(day).year
}

/**
 * A sentence with its western years as documents write them: 2024年4月1日, 2024年4月, 2024年度. A year alone is left
 * where an era changed in it.
 */
export function writeOfficialYears(sentence: string, style: DayStyle): string {
  const dated = /(?<!\d)((?:19|20)\d{2})年(?:(度)|(\d{1,2})月(?:(\d{1,2})日)?)?/gu
  return sentence.replace(dated, (all: string, ...found: (string | undefined)[]) => {
    const [western, fiscal, month, date] = found
    const from = dayIn(western, fiscal === undefined ? (month ?? '1') : '4', date ?? '1')
    const to = month !== undefined || fiscal !== undefined ? from : dayIn(western, '12', '31')
    if (!from || !to || eraOf(from)?.era !== eraOf(to)?.era) return all
    const plain = { ...style, pads: false }
    if (fiscal !== undefined) return writeFiscalYear(from, plain)
    if (month === undefined) return year(from, '年', plain)
    if (date !== undefined) return writeOfficialDay(from, plain)
    return `${year(from, '年', plain)}${part(Number(month), plain)}月`
  })
}

function dayIn(western: string | undefined, month: string, date: string): Day | undefined {
  return makeDay(Number(western), Number(month), Number(date))
}

function year(day: Day, unit: string, style: DayStyle): string {
  const western = `${writeNumber(partsOf(day).year, style.width)}${unit}`
  const stated = style.calendar === 'western' ? undefined : eraOf(day)
  if (!stated) return western
  const era = `${stated.era.name}${stated.year === 1 ? '元' : part(stated.year, style)}${unit}`
  return style.calendar === 'both' ? `${era}（${western}）` : era
}

/** With one full-width and two half-width digits, numbers are level as they are. */
function part(value: number, { width, pads }: DayStyle): string {
  const blank = pads && value < 10 ? { half: ' ', full: '　', oneDigitFull: '' }[width] : ''
  return blank + writeNumber(value, width)
}
