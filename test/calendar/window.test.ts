import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/calendar/day.ts'
import { fiscalYear, fiscalYearOf } from '../../src/calendar/fiscal.ts'
import { Period } from '../../src/calendar/period.ts'
import { parseWindowLabel } from '../../src/calendar/window-label.ts'
import { type Counted, stretchLabels, windows } from '../../src/calendar/window.ts'
import { anyDay, day } from './day.ts'

const year = new Period(12, 0)
const halfYear = new Period(6, 0)
const month = new Period(1, 0)

function labels(period: Period, counted: Counted, since: string, from: string, to: string) {
  return windows(period, counted, day(since), day(from), day(to)).map((window) => window.label)
}

test('a fiscal year runs from April to March', () => {
  expect(fiscalYearOf(day('2024-03-31'))).toBe(2023)
  expect(fiscalYearOf(day('2024-04-01'))).toBe(2024)
  expect(fiscalYear(2023)).toEqual({ from: '2023-04-01', to: '2024-03-31' })
})

describe('the turns of a cycle', () => {
  test('by fiscal year', () => {
    expect(
      windows(year, 'fiscalYear', day('2020-04-01'), day('2022-04-01'), day('2024-03-31')),
    ).toEqual([
      { from: '2022-04-01', to: '2023-03-31', label: '2022年度' },
      { from: '2023-04-01', to: '2024-03-31', label: '2023年度' },
    ])
    expect(labels(halfYear, 'fiscalYear', '2020-04-01', '2022-04-01', '2023-09-30')).toEqual([
      '2022年度上半期',
      '2022年度下半期',
      '2023年度上半期',
    ])
    expect(
      labels(new Period(3, 0), 'fiscalYear', '2020-04-01', '2023-07-01', '2024-03-31'),
    ).toEqual(['2023年度第2四半期', '2023年度第3四半期', '2023年度第4四半期'])
    expect(labels(month, 'fiscalYear', '2020-04-01', '2024-02-01', '2024-04-30')).toEqual([
      '2024年2月',
      '2024年3月',
      '2024年4月',
    ])
    expect(
      labels(new Period(4, 0), 'fiscalYear', '2020-04-01', '2023-04-01', '2024-03-31'),
    ).toEqual(['2023年4月から7月まで', '2023年8月から11月まで', '2023年12月から2024年3月まで'])
    expect(
      labels(new Period(24, 0), 'fiscalYear', '2018-07-01', '2018-07-01', '2024-03-31'),
    ).toEqual(['2019年度から2020年度まで', '2021年度から2022年度まで'])
  })

  test('by calendar year', () => {
    expect(labels(year, 'calendarYear', '2020-01-01', '2022-01-01', '2023-12-31')).toEqual([
      '2022年',
      '2023年',
    ])
    expect(labels(halfYear, 'calendarYear', '2020-01-01', '2023-01-01', '2023-12-31')).toEqual([
      '2023年1月から6月まで',
      '2023年7月から12月まで',
    ])
  })

  test('from the day the duty took effect', () => {
    expect(windows(year, 'since', day('2024-03-01'), day('2024-01-01'), day('2026-06-30'))).toEqual(
      [
        { from: '2024-03-01', to: '2025-02-28', label: '2024年3月1日から2025年2月28日まで' },
        { from: '2025-03-01', to: '2026-02-28', label: '2025年3月1日から2026年2月28日まで' },
      ],
    )
    expect(labels(new Period(0, 1), 'since', '2024-03-01', '2024-03-09', '2024-03-10')).toEqual([
      '2024年3月9日',
      '2024年3月10日',
    ])
  })

  test('the end of a month does not creep towards its beginning', () => {
    expect(
      windows(month, 'since', day('2024-01-31'), day('2024-01-31'), day('2024-04-30')).map(
        ({ from, to }) => [from, to],
      ),
    ).toEqual([
      ['2024-01-31', '2024-02-28'],
      ['2024-02-29', '2024-03-30'],
      ['2024-03-31', '2024-04-29'],
    ])
  })

  test('the turn in which a duty began is partial and left out', () => {
    expect(labels(year, 'fiscalYear', '2022-07-01', '2022-04-01', '2024-03-31')).toEqual([
      '2023年度',
    ])
    expect(labels(halfYear, 'fiscalYear', '2022-07-01', '2022-07-01', '2023-03-31')).toEqual([
      '2022年度下半期',
    ])
  })

  test('a turn that reaches beyond the days looked at is left out', () => {
    expect(labels(year, 'fiscalYear', '2020-04-01', '2022-04-02', '2024-03-30')).toEqual([])
  })

  test('fourteen days and five months are counted from the day on', () => {
    expect(
      labels(new Period(0, 14), 'fiscalYear', '2024-04-03', '2024-04-01', '2024-05-01'),
    ).toEqual(['2024年4月3日から2024年4月16日まで', '2024年4月17日から2024年4月30日まで'])
    expect(
      labels(new Period(5, 0), 'fiscalYear', '2024-04-01', '2024-04-01', '2025-01-31'),
    ).toEqual(['2024年4月1日から2024年8月31日まで', '2024年9月1日から2025年1月31日まで'])
  })

  test('tile the days without gap or overlap, inside the range, none missing at its ends', () => {
    const length = fc.oneof(
      fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 12, 24, 36).map((months) => new Period(months, 0)),
      fc.integer({ min: 1, max: 60 }).map((days) => new Period(0, days)),
      fc.constant(new Period(1, 15)),
    )
    const counted = fc.constantFrom<Counted>('fiscalYear', 'calendarYear', 'since')
    fc.assert(
      fc.property(
        length,
        counted,
        anyDay,
        anyDay,
        fc.nat(4000),
        (period, by, since, from, span) => {
          const to = addDays(from, span)
          const found = windows(period, by, since, from, to)
          for (const [index, window] of found.entries()) {
            expect(window.from <= window.to && window.from >= from && window.to <= to).toBe(true)
            expect(window.from >= since).toBe(true)
            const next = found[index + 1]
            if (next) expect(next.from).toBe(addDays(window.to, 1))
            expect(parseWindowLabel(window.label)).toEqual(
              /^\d+年(度)?から|月から/.test(window.label)
                ? undefined
                : { from: window.from, to: window.to },
            )
          }
          const longest = period.months * 31 + period.days
          const begin = since > from ? since : from
          if (daysBetween(begin, to) >= 2 * longest) {
            expect(daysBetween(begin, found[0]?.from ?? since)).toBeLessThan(longest)
            expect(daysBetween(found.at(-1)?.to ?? since, to)).toBeLessThan(longest)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('the time a record was made for', () => {
  test.each([
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2023-4', '2023-04-01', '2023-04-30'],
    ['2023年4月', '2023-04-01', '2023-04-30'],
    ['令和5年４月分', '2023-04-01', '2023-04-30'],
    ['R6.2', '2024-02-01', '2024-02-29'],
    ['2023FY', '2023-04-01', '2024-03-31'],
    ['2023H1', '2023-04-01', '2023-09-30'],
    ['2023H2', '2023-10-01', '2024-03-31'],
    ['2023Q1', '2023-04-01', '2023-06-30'],
    ['2023Q4', '2024-01-01', '2024-03-31'],
    ['2023年度', '2023-04-01', '2024-03-31'],
    ['令和５年度', '2023-04-01', '2024-03-31'],
    ['令和元年度', '2019-04-01', '2020-03-31'],
    ['平成31年度', '2019-04-01', '2020-03-31'],
    ['2023年度上半期', '2023-04-01', '2023-09-30'],
    ['R5年度下期', '2023-10-01', '2024-03-31'],
    ['2023年度第2四半期', '2023-07-01', '2023-09-30'],
    ['2023年', '2023-01-01', '2023-12-31'],
    ['2023-04-01', '2023-04-01', '2023-04-01'],
    ['2023-04-01/2023-09-30', '2023-04-01', '2023-09-30'],
    ['2023-04-01～2023-09-30', '2023-04-01', '2023-09-30'],
    ['令和5年4月1日から令和5年9月30日まで', '2023-04-01', '2023-09-30'],
    ['2023/4/1 〜 2023/9/30', '2023-04-01', '2023-09-30'],
  ])('%s', (label, from, to) => {
    expect(parseWindowLabel(label)).toEqual({ from, to })
  })

  test.each([
    ['2023-13'],
    ['2023H3'],
    ['2023Q5'],
    ['2023年度第5四半期'],
    ['令和0年度'],
    ['平成32年度'],
    ['2023-09-30/2023-04-01'],
    ['前回'],
    [''],
  ])('%s is refused', (label) => {
    expect(parseWindowLabel(label)).toBeUndefined()
  })
})

test('turns in days of work leave out weekends, holidays and the turn of the year', () => {
  const turns = (days: number, since: string, from: string, to: string) =>
    windows(new Period(0, 0, 0, days), 'fiscalYear', day(since), day(from), day(to))
  const daily = turns(1, '2025-04-01', '2025-12-26', '2026-01-06')
  expect({
    daily: daily.map(({ from, to, label }) => [from, to, label]),
    fives: turns(5, '2026-01-05', '2026-01-01', '2026-01-19').map(({ from, to }) => [from, to]),
    stretch: stretchLabels(turns(1, '2025-04-01', '2025-12-26', '2026-01-06')),
  }).toEqual({
    daily: [
      ['2025-12-26', '2025-12-26', '2025年12月26日'],
      ['2026-01-05', '2026-01-05', '2026年1月5日'],
      ['2026-01-06', '2026-01-06', '2026年1月6日'],
    ],
    fives: [
      ['2026-01-05', '2026-01-09'],
      ['2026-01-13', '2026-01-19'],
    ],
    stretch: ['2025年12月26日から2026年1月6日までの3回'],
  })
})

test('turns that follow one another are named as a stretch', () => {
  const months = windows(
    month,
    'fiscalYear',
    day('2022-04-01'),
    day('2022-04-01'),
    day('2023-01-31'),
  )
  const years = windows(year, 'fiscalYear', day('2020-04-01'), day('2020-04-01'), day('2023-03-31'))
  expect({
    whole: stretchLabels(months),
    parted: stretchLabels(months.filter((_, at) => at !== 1 && at !== 6)),
    years: stretchLabels(years),
    weeks: stretchLabels(
      windows(new Period(0, 7), 'since', day('2022-07-03'), day('2022-07-03'), day('2022-07-23')),
    ),
    none: stretchLabels([]),
  }).toEqual({
    whole: ['2022年4月から2023年1月までの10か月'],
    parted: [
      '2022年4月',
      '2022年6月から2022年9月までの4か月',
      '2022年11月から2023年1月までの3か月',
    ],
    years: ['2020年度から2022年度までの3回'],
    weeks: ['2022年7月3日から2022年7月23日までの3回'],
    none: [],
  })
})
