import { expect, test } from 'vitest'
import { parseDay } from '../../src/calendar/day.ts'
import { parsePeriod } from '../../src/calendar/period.ts'
import { writeDay, writeDayOfEra, writePeriod } from '../../src/japanese/date.ts'
import { joinList } from '../../src/japanese/list.ts'
import { normalise } from '../../src/japanese/width.ts'

test.each([
  ['2024-03-27', '2024年3月27日', '令和6年3月27日'],
  ['2019-05-01', '2019年5月1日', '令和元年5月1日'],
  ['2019-04-30', '2019年4月30日', '平成31年4月30日'],
  ['1926-12-25', '1926年12月25日', '昭和元年12月25日'],
  ['1850-01-01', '1850年1月1日', '1850年1月1日'],
])('the day %s is written %s and %s', (text, western, era) => {
  const day = parseDay(text)
  expect(day && [writeDay(day), writeDayOfEra(day)]).toEqual([western, era])
})

test.each([
  ['P6M', '6か月'],
  ['P1Y', '1年'],
  ['P12M', '1年'],
  ['P18M', '1年6か月'],
  ['P14D', '14日'],
  ['P2W', '14日'],
  ['P1M15D', '1か月15日'],
])('the period %s is written %s', (text, written) => {
  const period = parsePeriod(text)
  expect(period && writePeriod(period)).toBe(written)
})

test('texts compare without regard to width and spaces', () => {
  expect(normalise('　情報　ｾｷｭﾘﾃｨ\n管理者 ')).toBe('情報 セキュリティ 管理者')
})

test('a list is joined, the rest counted', () => {
  expect(joinList(['庁舎', '区役所', '会館'])).toBe('庁舎、区役所、会館')
  expect(joinList(['庁舎', '区役所', '会館'], 2)).toBe('庁舎、区役所 ほか1件')
  expect(joinList([])).toBe('')
})
