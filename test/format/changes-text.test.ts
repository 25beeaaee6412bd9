import { expect, test } from 'vitest'
import type { ChangeReport } from '../../src/finding/change.ts'
import { changesFormats } from '../../src/format/changes.ts'
import type { ChangesContext } from '../../src/format/context.ts'
import { displayWidth } from '../../src/japanese/width.ts'
import { changeOf, changeReportOf, laterSources, revisionReport, wholeReport } from './changes.ts'

const context: ChangesContext = { sources: laterSources, color: false, width: 80 }

function expectText(
  name: string,
  report: ChangeReport,
  more: Partial<ChangesContext> = {},
): Promise<void> {
  const written = changesFormats.text(report, { ...context, ...more })
  return expect(written).toMatchFileSnapshot(`fixtures/changes/${name}.txt`)
}

test('one side stands above the other in a narrow terminal', async () => {
  await expectText('narrow', revisionReport)
})

test('the sides stand next to each other in a wide terminal', async () => {
  await expectText('wide', revisionReport, { width: 120 })
})

test('every grade, two systems, no system, the impact of a standard', async () => {
  await expectText('whole', wholeReport, { width: 100 })
})

test('colours are written when asked for', async () => {
  await expectText('colour', revisionReport, { color: true, width: 100 })
})

test('one line for each where quiet is asked for', async () => {
  await expectText('quiet', wholeReport, { quiet: true })
})

test('no change is said in so many words', async () => {
  await expectText('none', changeReportOf([]))
})

test('a system that is new or gone says so', async () => {
  const [known] = revisionReport.systems
  if (!known) throw new Error('no system')
  const report = changeReportOf(
    [
      changeOf({
        kind: 'system.added',
        grade: 'added',
        system: 'aoba-city/new',
        title: 'システム',
      }),
      changeOf({ kind: 'system.removed', grade: 'removed', title: 'システム' }),
    ],
    {
      systems: [
        { ...known, state: 'removed' },
        { ...known, system: 'aoba-city/new', name: '電子申請システム', state: 'added' },
      ],
    },
  )
  await expectText('systems', report)
})

test('no line of two columns is wider than the page', () => {
  for (const width of [100, 101, 120, 133]) {
    const written = changesFormats.text(wholeReport, { ...context, width })
    const rows = written
      .split('\n')
      .filter((line) => line.includes(' | ') && !/^ +\d* \|/.test(line))
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((line) => displayWidth(line) > width)).toEqual([])
    const bars = rows.map((line) => displayWidth(line.slice(0, line.indexOf(' | '))))
    expect(new Set(bars).size).toBe(1)
  }
})

test('what could steer a terminal becomes a sign', () => {
  const hostile = '\u001b[2Jかくす\u202e\u0007'
  const place = { path: `a\u001b.yaml`, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  const side = { value: `${hostile}\tと\r\n次`, location: place }
  const change = changeOf({
    ...{ title: hostile, reason: hostile, kind: `x\u009b`, requirement: hostile, system: hostile },
    ...{ before: side, after: side, affected: { roles: [hostile], organisations: [hostile] } },
  })
  const report = changeReportOf([change], { before: hostile, after: hostile })
  for (const more of [{}, { width: 120 }, { quiet: true }]) {
    const written = changesFormats.text(report, { ...context, ...more })
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(written).not.toMatch(/(?!\n)[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
  }
})
