import type {
  CaseFault,
  PackTest,
  RuleCase,
  RuleTest,
  RuleTestReport,
} from '../finding/rule-test.ts'
import { writePlace } from '../source/source.ts'
import type { Format, RuleTestContext } from './context.ts'
import { fromRoot, movedRuleTest } from './from-root.ts'
import { type JunitCase, junitDocument } from './junit/document.ts'
import type { RuleTestFormatName } from './names.ts'
import { field, hang, type Page, pageFor } from './text/page.ts'
import { placeText, visible, visibleLine } from './text/visible.ts'

/** Every format of rule tests by the name that `--format` takes. */
export const ruleTestFormats = {
  text: ruleTestText,
  junit: fromRoot(junit, movedRuleTest),
} as const satisfies Record<RuleTestFormatName, Format<RuleTestReport, RuleTestContext>>

/** JUnit XML, as build servers read it: a suite for each pack, a class for each rule. */
function junit({ packs, problems }: RuleTestReport): string {
  const faults = problems.map((fault) =>
    caseOf('パック', { title: fault.message, kind: 'bad', fault }),
  )
  return junitDocument({
    name: 'policy-lint test',
    suites: [
      ...(faults.length > 0 ? [{ name: 'パック', cases: faults }] : []),
      ...packs.map((pack) => ({ name: pack.pack, cases: casesOf(pack) })),
    ],
  })
}

function casesOf({ rules }: PackTest): readonly JunitCase[] {
  return rules.flatMap(({ rule, cases }) => cases.map((one) => caseOf(rule, one)))
}

function caseOf(rule: string, { title, kind, fault }: RuleCase): JunitCase {
  const head = { className: rule, name: `${kind}: ${title}` }
  return fault ? { ...head, ...failureOf(fault) } : head
}

function failureOf({ message, fix, location }: CaseFault): Pick<JunitCase, 'place' | 'failure'> {
  const { path, start } = location
  return {
    place: { path, line: start.line },
    failure: { message, text: [writePlace(location), fix].filter(Boolean).join('\n') },
  }
}

const kinds: Readonly<Record<RuleCase['kind'], string>> = {
  good: 'よい例',
  bad: '悪い例',
  branch: '分岐',
}

/** What did not pass, rule by rule, and how much was tried. */
function ruleTestText(report: RuleTestReport, context: RuleTestContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const lines = [
    ...report.problems.flatMap((problem) => [...faultLines(page, 'パックの誤り', problem), '']),
    ...report.packs.flatMap((pack) => packLines(page, pack)),
    ...summary(page, report),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function packLines(page: Page, { pack, name, rules }: PackTest): readonly string[] {
  const cases = rules.flatMap((rule) => rule.cases)
  const examples = cases.filter(({ kind }) => kind !== 'branch').length
  const counts = `規則 ${rules.length}、例 ${examples}、分岐 ${cases.length - examples}`
  return [
    page.paint('strong', visibleLine(`${name}（${pack}）`)),
    `  ${counts}`,
    ...rules.flatMap((rule) => ruleLines(page, rule)),
    '',
  ]
}

function ruleLines(page: Page, { rule, title, cases }: RuleTest): readonly string[] {
  const failed = cases.filter(({ fault }) => fault !== null)
  if (failed.length === 0) return []
  return [
    '',
    ...hang(page, `  ${page.paint('red', '×')} `, 5, visibleLine(`${rule} ${title}`)),
    ...failed.flatMap(({ kind, title: name, fault }) =>
      fault ? faultLines(page, `${kinds[kind]}「${visibleLine(name)}」`, fault) : [],
    ),
  ]
}

function faultLines(page: Page, head: string, fault: CaseFault): readonly string[] {
  return [
    ...hang(page, '    ', 4, head),
    `    ${page.paint('strong', placeText(fault.location))}`,
    ...field(page, '内容', visible(fault.message)),
    ...(fault.fix ? field(page, '直し方', visible(fault.fix)) : []),
  ]
}

function summary(page: Page, { packs, problems }: RuleTestReport): readonly string[] {
  const cases = packs.flatMap(({ rules }) => rules.flatMap((rule) => rule.cases))
  const failed = cases.filter(({ fault }) => fault !== null).length + problems.length
  const verdict =
    failed === 0
      ? page.paint('green', 'すべて通りました')
      : page.paint('red', `通らないものが${failed}件あります`)
  return [`${cases.length}件を試し、${verdict}`]
}
