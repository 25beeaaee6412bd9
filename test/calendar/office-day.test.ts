import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/calendar/day.ts'
import { officeDayFrom } from '../../src/calendar/office-day.ts'

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
