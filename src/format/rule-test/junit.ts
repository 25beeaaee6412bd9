import type { CaseFault, PackTest, RuleCase, RuleTestReport } from '../../finding/rule-test.ts'
import { escaped } from '../markup.ts'

/** JUnit XML, as build servers read it: a suite for each pack, a class for each rule. */
export function junit({ packs, problems }: RuleTestReport): string {
  const suites = [
    ...(problems.length > 0 ? [problemSuite(problems)] : []),
    ...packs.map((pack) => suiteOf(pack)),
  ]
  const tests = packs.reduce((sum, pack) => sum + casesOf(pack).length, problems.length)
  const failures = packs.reduce((sum, pack) => sum + failed(casesOf(pack)), problems.length)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="policy-lint test" tests="${tests}" failures="${failures}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteOf(pack: PackTest): string {
  const cases = casesOf(pack)
  return [
    `  <testsuite name="${escaped(pack.pack)}" tests="${cases.length}" failures="${failed(cases)}">`,
    ...pack.rules.flatMap(({ rule, cases: own }) => own.map((one) => caseOf(rule, one))),
    '  </testsuite>',
  ].join('\n')
}

function problemSuite(problems: readonly CaseFault[]): string {
  const count = problems.length
  return [
    `  <testsuite name="パック" tests="${count}" failures="${count}">`,
    ...problems.map((fault) => caseOf('パック', { title: fault.message, kind: 'bad', fault })),
    '  </testsuite>',
  ].join('\n')
}

function caseOf(rule: string, { title, kind, fault }: RuleCase): string {
  const head = `    <testcase classname="${escaped(rule)}" name="${escaped(`${kind}: ${title}`)}"`
  if (!fault) return `${head}/>`
  const { path, start } = fault.location
  const place = `${path}:${start.line}:${start.column}`
  const more = [place, fault.fix].filter(Boolean).join('\n')
  return [
    `${head} file="${escaped(path)}" line="${start.line}">`,
    `      <failure message="${escaped(fault.message)}">${escaped(more)}</failure>`,
    '    </testcase>',
  ].join('\n')
}

function casesOf({ rules }: PackTest): readonly RuleCase[] {
  return rules.flatMap(({ cases }) => cases)
}

function failed(cases: readonly RuleCase[]): number {
  return cases.filter(({ fault }) => fault !== null).length
}
