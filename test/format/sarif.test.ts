import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sarif } from '../../src/format/sarif.ts'
import type { SarifRun } from '../../src/format/sarif/log.ts'
import { uriOf } from '../../src/format/sarif/result.ts'
import { findingText } from '../../src/format/text/finding.ts'
import { visible } from '../../src/format/text/visible.ts'
import { hostileReport, hostileText } from './hostile.ts'
import { contextOf, findingOn, reportOf } from './report.ts'
import { sampleContext, sampleReport } from './sample.ts'
import { sarifErrors } from './sarif-schema.ts'

function runOf(...[report, context]: Parameters<typeof sarif>): SarifRun {
  const log = JSON.parse(sarif(report, context)) as { runs: [SarifRun] }
  expect(sarifErrors(log)).toEqual([])
  return log.runs[0]
}

test('a report with all there can be, as the standard has it', async () => {
  runOf(sampleReport, sampleContext)
  await expect(sarif(sampleReport, sampleContext)).toMatchFileSnapshot(
    'fixtures/forge/report.sarif',
  )
})

test('a report without findings is a run without results', () => {
  const { results, tool, invocations } = runOf(reportOf([]), contextOf([]))
  expect([results, tool.driver.rules, invocations]).toEqual([
    [],
    [],
    [{ executionSuccessful: true }],
  ])
})

test('the schema refuses what is not SARIF', () => {
  expect(sarifErrors({ version: '2.1.0', runs: [{}] })).not.toEqual([])
  expect(sarifErrors({ version: '2.0.0', runs: [] })).not.toEqual([])
})

test('without exceptions no result says whether it is suppressed, with one every result does', () => {
  const open = runOf({ ...sampleReport, waived: [] }, sampleContext).results
  expect(open.map(({ suppressions }) => suppressions)).toEqual([undefined, undefined, undefined])
  const all = runOf(sampleReport, sampleContext).results
  expect(all.map(({ suppressions }) => suppressions?.length)).toEqual([0, 0, 0, 1])
})

test('an exception of a report that does not hold its finding is no result', () => {
  const waived = [{ fingerprint: 'aaaaaaaaaaaaaaa4', exception: 'EX-1', expires: '2027-03-31' }]
  expect(runOf({ ...sampleReport, waived }, sampleContext).results).toHaveLength(3)
})

test('every result leads to its rule, and every rule says what GitHub asks for', () => {
  const { results, tool } = runOf(sampleReport, sampleContext)
  const { rules } = tool.driver
  expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(
    results.map(({ ruleId }) => ruleId),
  )
  const texts = rules.flatMap(({ shortDescription, fullDescription, help }) => {
    return [shortDescription.text, fullDescription.text, help?.text]
  })
  expect(texts.filter((text) => !text)).toEqual([])
})

test('a long description is cut to what GitHub takes', () => {
  const finding = findingOn({ path: 'a', text: 'x' }, 'x', { why: '長'.repeat(2000) })
  const [rule] = runOf(reportOf([finding]), contextOf([])).tool.driver.rules
  expect(Array.from(rule?.fullDescription.text ?? '')).toHaveLength(1024)
})

test.each([
  ['procedures/city/a b#1?.yaml', 'procedures/city/a%20b%231%3F.yaml'],
  ['手順/100%.yaml', '%E6%89%8B%E9%A0%86/100%25.yaml'],
  ['../other/a.yaml', '../other/a.yaml'],
  ['a:b/c.yaml', 'a%3Ab/c.yaml'],
  ['C:/procedures/手順.yaml', 'file:///C:/procedures/%E6%89%8B%E9%A0%86.yaml'],
  ['//server/share/a.yaml', 'file://server/share/a.yaml'],
  ['/srv/a.yaml', 'file:///srv/a.yaml'],
  ['a\ud800.yaml', 'a%EF%BF%BD.yaml'],
])('the path %j has the URI %s', (path, uri) => {
  expect(uriOf(path)).toBe(uri)
})

test('any text leaves the log valid and comes back from it', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const { results } = runOf(report, contextOf([]))
      const waived = report.waived.flatMap(({ finding }) => finding ?? [])
      const findings = [...report.findings, ...waived]
      expect(results.map(({ message }) => unsaid(message.text))).toEqual(
        findings.map((finding) => unsaid(findingText(finding))),
      )
      expect(results.map(pathOf)).toEqual(
        findings.map(({ location }) => location.path.replace(/\p{Cs}/gu, '\ufffd')),
      )
    }),
    { numRuns: 60 },
  )
})

test('no text becomes a link or a place to fill in', () => {
  fc.assert(
    fc.property(hostileText, (message) => {
      const finding = findingOn({ path: 'a', text: 'x' }, 'x', { message, fix: message })
      const [result] = runOf(reportOf([finding]), contextOf([])).results
      expect(result?.message.text).not.toMatch(/\]\(|(?<!\{)\{\d+\}(?!\})/)
    }),
    { numRuns: 60 },
  )
})

const pathOf = ({ locations: [{ physicalLocation }] }: SarifRun['results'][number]): string => {
  const uri = physicalLocation?.artifactLocation.uri ?? ''
  return decodeURIComponent(uri.replace(/^file:\/\//, ''))
}

/** A text in the one form that both sides of the comparison can be brought to. */
function unsaid(text: string): string {
  return visible(text)
    .replaceAll('] (', '](')
    .replace(/\{+(\d+)\}+/g, '{$1}')
}
