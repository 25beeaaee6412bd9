import { expect, test } from 'vitest'
import { changesFormats } from '../../src/format/changes.ts'
import { formats } from '../../src/format/index.ts'
import { ruleTestFormats } from '../../src/format/rule-test.ts'
import { changeOf, changeReportOf, laterSources, wholeReport } from './changes.ts'
import { sampleContext, sampleReport } from './sample.ts'

const page = { sources: laterSources, color: false, width: 80 }
const place = {
  path: 'policies/a/rules.yaml',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 2 },
}
const fault = { message: '例が通りません', fix: '例を直してください', location: place }
const ruleTests = {
  problems: [fault],
  packs: [
    {
      pack: 'a',
      name: '例',
      path: place.path,
      rules: [{ rule: 'r', title: '規則', cases: [{ title: '例', kind: 'bad', fault } as const] }],
    },
  ],
}

/** A report with every place of it called from a folder above. */
function calledFrom<Report>(report: Report, folder: string): Report {
  const moved: unknown = JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    isPlace(value) ? { ...value, path: `${folder}/${value.path}` } : value,
  )
  return moved as Report
}

function isPlace(value: unknown): value is { readonly path: string } {
  return typeof value === 'object' && value !== null && 'path' in value && 'start' in value
}

/** The only words that depend on where the program ran. */
function withoutRoot(text: string): string {
  return text.replaceAll('policy-lint を実行したフォルダー', 'git の作業ツリーの一番上のフォルダー')
}

const belowRoot = '手順/青葉市'

test.each(['sarif', 'github', 'gitlab', 'junit'] as const)(
  '%s names files from the root of the work tree, in a report and in a comparison',
  (name) => {
    const format = formats[name]
    expect(format(sampleReport, { ...sampleContext, belowRoot })).toBe(
      withoutRoot(format(calledFrom(sampleReport, belowRoot), sampleContext)),
    )
    const changes = changesFormats[name]
    expect(changes(wholeReport, { ...page, belowRoot })).toBe(
      withoutRoot(changes(calledFrom(wholeReport, belowRoot), page)),
    )
  },
)

test('so do the tests of rules', () => {
  expect(ruleTestFormats.junit(ruleTests, { ...page, belowRoot })).toBe(
    ruleTestFormats.junit(calledFrom(ruleTests, belowRoot), page),
  )
})

test.each(['text', 'json', 'markdown'] as const)(
  '%s names them from the working folder',
  (name) => {
    const format = formats[name]
    expect(format(sampleReport, { ...sampleContext, belowRoot })).toBe(
      format(sampleReport, sampleContext),
    )
    const changes = changesFormats[name]
    expect(changes(wholeReport, { ...page, belowRoot })).toBe(changes(wholeReport, page))
  },
)

test('a path that goes up is called from the root, one that leads out of it keeps its name', () => {
  const paths = [
    '../a.yaml',
    '../../a.yaml',
    '../../../a.yaml',
    '/a.yaml',
    'C:/a.yaml',
    'a\\b.yaml',
  ]
  const changes = paths.map((path) =>
    changeOf({ before: null, after: { value: '', location: { ...place, path } } }),
  )
  const context = { ...page, belowRoot: 'town/library' }
  const issues: unknown = JSON.parse(changesFormats.gitlab(changeReportOf(changes), context))
  expect(issues).toMatchObject(
    [
      'town/a.yaml',
      'a.yaml',
      '../../../a.yaml',
      '/a.yaml',
      'C:/a.yaml',
      'town/library/a\\b.yaml',
    ].map((path) => ({ location: { path } })),
  )
})
