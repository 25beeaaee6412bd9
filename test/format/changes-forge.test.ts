import fc from 'fast-check'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { type Change, type ChangeReport, gradesInOrder } from '../../src/finding/change.ts'
import { changesFormats } from '../../src/format/changes.ts'
import type { ChangesFormatName } from '../../src/format/names.ts'
import type { SarifRun } from '../../src/format/sarif/log.ts'
import { changeOf, changeReportOf, laterSources, revisionReport, wholeReport } from './changes.ts'
import { hostileText } from './hostile.ts'
import { sarifErrors } from './sarif-schema.ts'
import { readXml } from './xml.ts'

const context = { sources: laterSources, color: false, width: 80 }

test.each<[ChangesFormatName, string]>([
  ['markdown', 'whole.md'],
  ['sarif', 'whole.sarif'],
  ['github', 'whole-github.txt'],
  ['gitlab', 'whole-gitlab.json'],
  ['junit', 'whole-junit.xml'],
])('a comparison as %s', async (name, file) => {
  const written = changesFormats[name](wholeReport, context)
  await expect(written).toMatchFileSnapshot(`fixtures/changes/${file}`)
})

function runOf(report: ChangeReport): SarifRun {
  const log = JSON.parse(changesFormats.sarif(report, context)) as { runs: [SarifRun] }
  expect(sarifErrors(log)).toEqual([])
  return log.runs[0]
}

test('every result of the SARIF log is new and leads to its rule', () => {
  const { results, tool } = runOf(wholeReport)
  expect(new Set(results.map(({ baselineState }) => baselineState))).toEqual(new Set(['new']))
  expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
    results.map(({ ruleId }) => ruleId),
  )
})

test('what takes from a mandatory clause is an error everywhere, other changes are none', () => {
  const grave = changeReportOf(wholeReport.changes.filter(({ breaksMandatory }) => breaksMandatory))
  const mild = changeReportOf(wholeReport.changes.filter((change) => !change.breaksMandatory))
  const levels = (report: ChangeReport) => runOf(report).results.map(({ level }) => level)
  expect([levels(grave), new Set(levels(mild))]).toEqual([['error'], new Set(['note'])])
  expect(changesFormats.github(grave, context)).toMatch(/^::error file=/)
  expect(changesFormats.github(mild, context)).not.toMatch(/^::(?:error|warning)/m)
  expect(readXml(changesFormats.junit(grave, context)).attributes).toMatchObject({ failures: '1' })
  expect(readXml(changesFormats.junit(mild, context)).attributes).toMatchObject({ failures: '0' })
  expect(changesFormats.gitlab(grave, context)).toContain('"severity": "critical"')
  expect(changesFormats.gitlab(mild, context)).not.toContain('critical')
})

test('what is gone is told of its whole file, not of a line of the file as it is now', () => {
  const removed = changeReportOf(wholeReport.changes.filter(({ grade }) => grade === 'removed'))
  expect(changesFormats.github(removed, context)).toMatch(
    /^::notice file=procedures\/aoba-city\/library\/procedure.yaml,title=廃止 duty.removed::/,
  )
  const [issue] = JSON.parse(changesFormats.gitlab(removed, context)) as { location: unknown }[]
  expect(issue?.location).toEqual({
    path: 'procedures/aoba-city/library/procedure.yaml',
    lines: { begin: 1, end: 1 },
  })
  const [result] = runOf(removed).results
  expect(result?.locations[0].physicalLocation?.artifactLocation.uriBaseId).toBe('%BEFORE%')
})

test('changes of form alone are told to people, not to forges', () => {
  const editorial = changeReportOf(
    revisionReport.changes.filter(({ grade }) => grade === 'editorial'),
  )
  expect(runOf(editorial).results).toEqual([])
  expect(JSON.parse(changesFormats.gitlab(editorial, context))).toEqual([])
  expect(changesFormats.github(editorial, context)).not.toMatch(/^::/)
  expect(changesFormats.markdown(editorial)).toContain(
    '定めの変わらない変更（表記、記録の追加など） 2件',
  )
})

test('a comment about very many changes fits, what is taken away first, and the rest is counted', () => {
  const changes = Array.from({ length: 2000 }, (_, index) => {
    const grade = gradesInOrder[index % gradesInOrder.length] ?? 'changed'
    return changeOf({ grade, title: `担当業務「${'長い名前の業務'.repeat(10)}」の頻度` })
  })
  const written = changesFormats.markdown(changeReportOf(changes))
  expect(written.length).toBeLessThanOrEqual(65_536)
  const shown = written.match(/^- \*\*/gm)?.length ?? 0
  expect(shown).toBeGreaterThan(200)
  expect(written).toContain(`ほか${2000 - shown}件は、コメントに書ける長さを超える`)
  expect([...new Set(written.match(/^- \*\*../gm))]).toEqual(['- **廃止', '- **緩和'])
})

const hostileChange: fc.Arbitrary<Change> = fc
  .record({
    title: hostileText,
    reason: hostileText,
    value: hostileText,
    kind: hostileText,
    requirement: fc.option(hostileText),
    path: hostileText,
    affected: hostileText,
    grade: fc.constantFrom(...gradesInOrder),
    breaksMandatory: fc.boolean(),
    sides: fc.constantFrom('before', 'after', 'both'),
  })
  .map(({ value, path, affected, sides, ...words }) => {
    const start = { line: 1, column: 1 }
    const side = { value, location: { path: path || 'x', start, end: { line: 1, column: 2 } } }
    return changeOf({
      ...words,
      affected: { roles: [affected], organisations: [affected] },
      before: sides === 'after' ? null : side,
      after: sides === 'before' ? null : side,
    })
  })

const hostileReport = fc
  .record({ changes: fc.array(hostileChange, { maxLength: 4 }), name: hostileText })
  .map(({ changes, name }) => {
    const report = changeReportOf(changes, { before: name, after: name })
    return { ...report, systems: report.systems.map((system) => ({ ...system, name })) }
  })

test('any text leaves every format whole', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const told = report.changes.filter(({ grade }) => grade !== 'editorial')
      expect(runOf(report).results).toHaveLength(told.length)
      expect(JSON.parse(changesFormats.gitlab(report, context))).toHaveLength(told.length)
      const lines = changesFormats.github(report, context).split('\n')
      expect(lines.filter((line) => /^\s*::/.test(line))).toHaveLength(told.length)
      expect(lines).toHaveLength(told.length + 2)
      const suites = readXml(changesFormats.junit(report, context)).children
      const cases = suites.flatMap(({ children }) => children)
      expect(cases).toHaveLength(report.changes.length)
    }),
    { numRuns: 60 },
  )
})

test('any text leaves the Markdown page as it is made', () => {
  const tags = (report: ChangeReport): readonly string[] =>
    marked
      .parse(changesFormats.markdown(report), { async: false })
      .replaceAll('<!-- -->', '')
      .match(/<[^>]*>/g) ?? []
  fc.assert(
    fc.property(hostileReport, (report) => {
      const plain = report.changes.map((change) => ({
        ...change,
        ...{ title: 'x', kind: 'x', reason: change.reason && 'x' },
        requirement: change.requirement === null ? null : 'x',
        before: change.before && { location: { ...change.before.location, path: 'x' }, value: 'x' },
        after: change.after && { location: { ...change.after.location, path: 'x' }, value: 'x' },
        affected: { roles: ['x'], organisations: ['x'] },
      }))
      const systems = report.systems.map((system) => ({ ...system, name: 'x' }))
      const expected = { ...report, changes: plain, systems, before: 'x', after: 'x' }
      expect(tags(report)).toEqual(tags(expected))
    }),
    { numRuns: 60 },
  )
})
