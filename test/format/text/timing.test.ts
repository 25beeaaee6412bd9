import { expect, test } from 'vitest'
import { timingText } from '../../../src/format/text/timing.ts'

test('the dearest rules come first, the others are one line', () => {
  const costs = new Map(
    Array.from({ length: 23 }, (_, index) => [
      `made.rule-${index}`,
      { milliseconds: index + 1, results: index * 10 },
    ]),
  )
  const lines = timingText(costs).split('\n')
  expect([lines[1], lines[2], ...lines.slice(20)]).toEqual([
    'made.rule-22                                  23.0    8.3%       220',
    'made.rule-21                                  22.0    8.0%       210',
    'made.rule-3                                    4.0    1.4%        30',
    'ほか3本                                        6.0    2.2%        30',
    '合計 276.0ミリ秒',
    '',
  ])
})

test('a run without a rule took no time', () => {
  expect(timingText(new Map()).split('\n').slice(1)).toEqual(['合計 0.0ミリ秒', ''])
})
