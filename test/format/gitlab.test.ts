import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gitlab, type Issue } from '../../src/format/gitlab.ts'
import { findingText } from '../../src/format/text/finding.ts'
import { visibleLine } from '../../src/format/text/visible.ts'
import { hostileReport } from './hostile.ts'
import { contextOf, findingOn, reportOf } from './report.ts'
import { sampleContext, sampleReport } from './sample.ts'

const issuesOf = (...[report, context]: Parameters<typeof gitlab>): readonly Issue[] =>
  JSON.parse(gitlab(report, context)) as readonly Issue[]

test('findings become issues; what a baseline knows is among them', async () => {
  const written = gitlab(sampleReport, sampleContext)
  await expect(written).toMatchFileSnapshot('fixtures/forge/gitlab.json')
})

test('no finding is an empty list', () => {
  expect(issuesOf(reportOf([]), contextOf([]))).toEqual([])
})

test.each([
  ['./procedures/a.yaml', 'procedures/a.yaml'],
  ['././a.yaml', 'a.yaml'],
  ['../a.yaml', '../a.yaml'],
  ['.hidden/a.yaml', '.hidden/a.yaml'],
])('the path %s is said as %s', (path, expected) => {
  const finding = findingOn({ path, text: 'x' }, 'x')
  const [issue] = issuesOf(reportOf([finding]), contextOf([]))
  expect(issue?.location.path).toBe(expected)
})

test('any text comes back as it was, and no two issues have the same fingerprint', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const issues = issuesOf(report, contextOf([]))
      expect(issues.map(({ description }) => description)).toEqual(
        report.findings.map((one) => visibleLine(`${one.label}: ${findingText(one)}`)),
      )
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
      expect(issues.filter(({ location: { lines } }) => lines.begin > lines.end)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
