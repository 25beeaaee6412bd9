import { expect, test } from 'vitest'
import type { Day } from '../../../src/calendar/day.ts'
import { usualConventions } from '../../../src/render/conventions.ts'
import { findingsText, findingsViews } from '../../../src/render/view/findings.ts'
import { styleOf } from '../../../src/render/view/style.ts'
import { findingOn, reportOf } from '../../format/report.ts'

const source = {
  path: 'media.csv',
  text: Array.from({ length: 504 }, (_, row) => `USB-${row};\n`).join(''),
}
const article = { pack: 'aoba-city', document: '対策基準', text: '' }
const report = reportOf(
  Array.from({ length: 504 }, (_, row) =>
    findingOn(source, `USB-${row};`, {
      message: `「USB-${row}」が台帳にない。`,
      article: { ...article, number: row === 1 ? '第9条' : '第8条' },
    }),
  ),
)

test('many findings of one rule in one file are one row, counted one by one', async () => {
  const { rows, systems } = findingsText(report, styleOf(usualConventions))
  expect(systems.map(({ count }) => count)).toEqual(['504件'])
  expect(
    rows.map(({ number, clause, finding, alike, place }) => [
      number,
      clause,
      finding,
      alike,
      place,
    ]),
  ).toEqual([
    [
      '１',
      '対策基準 第８条、対策基準 第９条',
      '「USB-0」が台帳にない。',
      '同様のものがほかに503件ある。 ２行：「USB-1」が台帳にない。 ３行：「USB-2」が台帳にない。' +
        ' ４行：「USB-3」が台帳にない。 ５行：「USB-4」が台帳にない。 ほか499件。',
      'media.csv 1行',
    ],
  ])
  const [view] = await findingsViews(report, { asOf: '2024-03-27' as Day })
  expect(view?.sheets?.[0]?.rows).toHaveLength(1)
})
