import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addPeriod,
  compareDays,
  type Day,
  daysBetween,
  makeDay,
  parseDay,
  partsOf,
  todayInJapan,
} from '../../src/calendar/day.ts'
import { eraOf, eras } from '../../src/calendar/era.ts'
import { Period } from '../../src/calendar/period.ts'
import { anyDay, day } from './day.ts'

describe('a day is read as people write it', () => {
  test.each([
    ['2024-03-01', '2024-03-01'],
    ['２０２４－０３－０１', '2024-03-01'],
    ['2024ー3ー1', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    [' 2024年3月1日 ', '2024-03-01'],
    ['２０２４年　３月　１日', '2024-03-01'],
    ['令和6年3月1日', '2024-03-01'],
    ['令和６年３月１日', '2024-03-01'],
    ['㋿6年3月1日', '2024-03-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['R6.3.1', '2024-03-01'],
    ['Ｒ６．３．１', '2024-03-01'],
    ['R元.5.1', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['大正15年12月25日', '1926-12-25'],
    ['明治6年1月1日', '1873-01-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, expected) => {
    expect(parseDay(text)).toBe(expected)
  })
})

describe('what is no day is refused', () => {
  test.each([
    ['2024-02-30'],
    ['2023-02-29'],
    ['2024-13-01'],
    ['2024-00-10'],
    ['2024-01-00'],
    ['令和6年13月1日'],
    ['令和6年2月30日'],
    ['平成31年5月1日'],
    ['令和元年4月30日'],
    ['昭和64年1月8日'],
    ['令和0年5月1日'],
    ['令和100年1月1日'],
    ['令和999年1月1日'],
    ['明治5年1月1日'],
    ['令和6年3月'],
    ['令和元年'],
    ['2024-03-01T00:00'],
    ['20240301'],
    ['24-03-01'],
    ['0999-01-01'],
    [''],
    ['随時'],
  ])('%s', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test('no text whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseDay(text)
      }),
    )
  })
})

test('a day of an era reads back as itself', () => {
  fc.assert(
    fc.property(anyDay, (value) => {
      const stated = eraOf(value)
      if (!stated) return
      const { month, day: date } = partsOf(value)
      const year = stated.year === 1 ? '元' : String(stated.year)
      expect(parseDay(`${stated.era.name}${year}年${month}月${date}日`)).toBe(value)
      expect(parseDay(`${stated.era.letter}${stated.year}.${month}.${date}`)).toBe(value)
    }),
  )
})

test('the eras follow each other without a gap', () => {
  for (const [index, era] of eras.entries()) {
    const older = eras[index + 1]
    if (!older) continue
    expect(daysBetween(day(older.until), day(era.from))).toBeLessThanOrEqual(1)
    expect(daysBetween(day(older.until), day(era.from))).toBeGreaterThanOrEqual(0)
  }
})

describe('arithmetic', () => {
  test('a month stops at the end of a shorter one', () => {
    expect(addPeriod(day('2024-01-31'), new Period(1, 0))).toBe('2024-02-29')
    expect(addPeriod(day('2023-01-31'), new Period(1, 0))).toBe('2023-02-28')
    expect(addPeriod(day('2024-02-29'), new Period(12, 0))).toBe('2025-02-28')
    expect(addPeriod(day('2024-01-31'), new Period(1, 14))).toBe('2024-03-14')
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
  })

  test('days count over years and leap days', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(day('2024-01-01'), -1)).toBe('2023-12-31')
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366)
  })

  test('no sum leaves the last year that compares as text', () => {
    expect(addPeriod(day('9999-06-01'), new Period(12, 0))).toBe('9999-12-31')
    expect(addPeriod(day('9999-06-01'), new Period(8, 0))).toBe('9999-12-31')
    expect(addDays(day('9999-06-01'), 366)).toBe('9999-12-31')
  })

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days)
      }),
    )
  })

  test('days compare as text', () => {
    expect(compareDays(day('2024-03-09'), day('2024-03-10'))).toBe(-1)
    expect(compareDays(day('2024-03-10'), day('2024-03-10'))).toBe(0)
    expect(compareDays(day('2025-01-01'), day('2024-12-31'))).toBe(1)
  })
})

test('today is the day in Japan, whatever the zone of the machine', () => {
  const shown = [
    '2026-03-31T14:59:59.999Z',
    '2026-03-31T15:00:00Z',
    '2026-03-31T23:30:00-12:00',
    '2026-04-01T00:00:00+14:00',
    '2024-12-31T15:00:00Z',
  ].map((moment) => todayInJapan(new Date(moment)))
  expect(shown).toEqual(['2026-03-31', '2026-04-01', '2026-04-01', '2026-03-31', '2025-01-01'])
})

test('numbers are a day where the calendar has it', () => {
  expect(makeDay(2024, 2, 30)).toBeUndefined()
  expect(partsOf('2024-03-01' as Day)).toEqual({ year: 2024, month: 3, day: 1 })
})
