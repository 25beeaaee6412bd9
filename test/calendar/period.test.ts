import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addPeriod, compareDays, type Day } from '../../src/calendar/day.ts'
import { parsePeriod, Period } from '../../src/calendar/period.ts'
import { day } from './day.ts'

function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (!parsed) throw new Error(`no period: ${text}`)
  return parsed
}

describe('an ISO 8601 period is read', () => {
  test.each([
    ['P1Y', 12, 0, 'P1Y'],
    ['P6M', 6, 0, 'P6M'],
    ['P14D', 0, 14, 'P14D'],
    ['P2W', 0, 14, 'P14D'],
    ['P1Y6M', 18, 0, 'P1Y6M'],
    ['P18M', 18, 0, 'P1Y6M'],
    ['P1Y2M3W4D', 14, 25, 'P1Y2M25D'],
    ['Ｐ６Ｍ', 6, 0, 'P6M'],
    ['PT90M', 0, 0, 'PT1H30M'],
    ['PT36H', 0, 1, 'P1DT12H'],
    ['PT24H', 0, 1, 'P1D'],
  ])('%s', (text, months, days, canonical) => {
    const parsed = period(text)
    expect({ months: parsed.months, days: parsed.days }).toEqual({ months, days })
    expect(parsed.toString()).toBe(canonical)
  })

  test.each([
    ['P'],
    ['P0D'],
    ['6M'],
    ['P6'],
    ['P6m'],
    ['PT'],
    ['P1DT'],
    ['PT1S'],
    ['P1H'],
    ['P1M1Y'],
    ['P-1M'],
    ['P1.5Y'],
  ])('%s is refused', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  test('a period beyond a thousand years is refused', () => {
    expect(parsePeriod('P999999Y')).toBeUndefined()
    expect(parsePeriod('P999999D')).toBeUndefined()
  })

  test('takes no length at all only where a deadline may end on the same day', () => {
    expect(parsePeriod('P0D', true)).toEqual(new Period(0, 0))
    expect(parsePeriod('P1W', true)).toEqual(new Period(0, 7))
  })
})

describe('two periods compare where no start makes a difference', () => {
  test.each([
    ['P180D', 'P6M', -1],
    ['P181D', 'P6M', undefined],
    ['P183D', 'P6M', undefined],
    ['P185D', 'P6M', 1],
    ['P6M', 'P180D', 1],
    ['P27D', 'P1M', -1],
    ['P32D', 'P1M', 1],
    ['P88D', 'P3M', -1],
    ['P93D', 'P3M', 1],
    ['P365D', 'P1Y', undefined],
    ['P367D', 'P1Y', 1],
    ['P12M', 'P1Y', 0],
    ['P1Y', 'P6M', 1],
    ['P2W', 'P14D', 0],
    ['P1M15D', 'P1M14D', 1],
    ['P2M', 'P1M15D', 1],
    ['P400Y', 'P146097D', 0],
    ['PT30M', 'PT5H', -1],
    ['PT23H', 'P1D', -1],
    ['PT24H', 'P1D', 0],
    ['PT1H', 'P1M', -1],
  ])('%s with %s', (a, b, expected) => {
    expect(period(a).compareCertain(period(b))).toBe(expected)
  })

  test.each([
    ['P28D', 'P1M', true],
    ['P29D', 'P1M', undefined],
    ['P32D', 'P1M', false],
    ['P1M', 'P31D', true],
    ['P1M', 'P30D', undefined],
    ['P6M', 'P6M', true],
    ['P1Y', 'P6M', false],
    ['P365D', 'P1Y', true],
  ])('%s is at most %s', (a, b, expected) => {
    expect(period(a).isAtMost(period(b))).toBe(expected)
  })

  test('as a count over every start of four years says', () => {
    const starts = daysFrom('2023-01-01', 1461)
    const length = fc.record({
      months: fc.integer({ min: 0, max: 15 }),
      days: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(length, length, fc.integer({ min: -3, max: 3 }), (one, two, near) => {
        const a = new Period(one.months, one.days)
        const b = new Period(
          two.months,
          Math.max(0, Math.round((one.months - two.months) * 30.44) + one.days + near),
        )
        const seen = new Set(
          starts.map((start) => compareDays(addPeriod(start, a), addPeriod(start, b))),
        )
        expect(a.compareCertain(b)).toBe(seen.size === 1 ? [...seen][0] : undefined)
        expect(a.isAtMost(b)).toBe(!seen.has(1) ? true : seen.size === 1 ? false : undefined)
        const mirrored = b.compareCertain(a)
        expect(mirrored === undefined ? undefined : -mirrored + 0).toBe(a.compareCertain(b))
      }),
      { numRuns: 100 },
    )
  })
})

test('times in a mean year', () => {
  expect(period('P1Y').timesPerYear()).toBeCloseTo(1, 10)
  expect(period('P6M').timesPerYear()).toBeCloseTo(2, 10)
  expect(period('P1D').timesPerYear()).toBe(365.2425)
})

function daysFrom(first: string, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(day(first), index))
}
