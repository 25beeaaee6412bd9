import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { addPeriod } from '../../src/calendar/day.ts'
import { parsePeriod } from '../../src/calendar/period.ts'
import { addOfficeDays, officeDayFrom, spreadOfOfficeDays } from '../../src/calendar/office-day.ts'

describe('the first day on which offices are open', () => {
  test.each<[string, string, string]>([
    ['is the day itself', '2025-06-02', '2025-06-02'],
    ['after a Sunday is the Monday', '2025-08-31', '2025-09-01'],
    ['after a Saturday before a holiday is the Tuesday', '2025-11-01', '2025-11-04'],
    ['after the holidays of May and the day off for one on a Sunday', '2025-05-03', '2025-05-07'],
    ['after the end of the year is the first day of work', '2025-12-29', '2026-01-05'],
    ['is past a Monday that is a holiday', '2025-10-13', '2025-10-14'],
    ['is past the equinoxes', '2026-03-20', '2026-03-23'],
    ['is past a day between two holidays', '2026-09-21', '2026-09-24'],
  ])('%s', (_, day, open) => {
    expect(officeDayFrom(day as Day)).toBe(open)
  })
})

describe('so many days of work', () => {
  test.each<[string, number, string]>([
    ['2025-04-28', 5, '2025-05-08'],
    ['2025-04-25', 1, '2025-04-28'],
    ['2025-04-26', 1, '2025-04-28'],
    ['2025-12-26', 1, '2026-01-05'],
    ['2025-05-08', -5, '2025-04-28'],
    ['2025-06-02', 0, '2025-06-02'],
    ['9999-12-30', 9, '9999-12-31'],
  ])('from %s, %i of them', (day, count, end) => {
    expect(addOfficeDays(day, count)).toBe(end)
  })

  test('take no fewer and no more days than they say', () => {
    const open = ['2010-01-04']
    while (open.length < 600) open.push(addOfficeDays(open.at(-1) ?? '', 1))
    const days = open.map((day) => Date.parse(day) / 86_400_000)
    for (const count of [1, 3, 5, 10]) {
      const { least, most } = spreadOfOfficeDays(count)
      const taken = days.slice(count).map((end, at) => end - (days[at] ?? 0))
      expect(Math.min(...taken)).toBeGreaterThanOrEqual(least)
      expect(Math.max(...taken)).toBeLessThanOrEqual(most)
    }
    expect(spreadOfOfficeDays(1).least).toBe(1)
    expect(spreadOfOfficeDays(5).least).toBe(5)
    expect(spreadOfOfficeDays(6).least).toBe(8)
  })

  test('are a term as offices write it', () => {
    const term = parsePeriod('５営業日', true)
    expect(term?.toString()).toBe('5開庁日')
    expect(parsePeriod('翌開庁日', true)?.toString()).toBe('1開庁日')
    expect(parsePeriod('5開庁日')).toBeUndefined()
    expect(parsePeriod('0開庁日', true)).toBeUndefined()
    if (!term) throw new Error('no term')
    expect(addPeriod('2025-04-28' as Day, term)).toBe('2025-05-08')
    const compared = (other: string) => {
      const period = parsePeriod(other, true)
      return period && term.compareCertain(period)
    }
    expect(['P0D', 'P4D', 'P5D', 'P7D', 'P1M', '5勤務日', '6開庁日'].map(compared)).toEqual([
      1,
      1,
      undefined,
      undefined,
      -1,
      0,
      -1,
    ])
  })
})
