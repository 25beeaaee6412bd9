import type { Finding } from '../finding/finding.ts'
import type { CannotJudge, JudgedSystem, Report, Waived } from '../finding/report.ts'
import { groupBy } from '../finding/order.ts'
import { writeDayText } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import type { Format, FormatContext } from './context.ts'
import { type JunitCase, junitDocument, type JunitSuite } from './junit/document.ts'
import { missingInputs } from './text/missing.ts'
import { systemTitle } from '../finding/system-id.ts'
import { findingText } from './text/finding.ts'
import { placeText, unfolded, visibleLine } from './text/visible.ts'
import { retiredText } from './text/summary.ts'

const maxPlaces = 4

/**
 * JUnit XML: a suite for each system. A finding is a failure; what fails no run, because a baseline or
 * an exception knows it, is skipped, and so is every rule that could not be judged, once for a system.
 */
export const junit: Format = (report, context) => {
  const findings = groupBy(report.findings, ({ system }) => system)
  const waived = groupBy(report.waived, ({ finding }) => finding?.system ?? null)
  const unjudged = groupBy(report.cannotJudge, ({ system }) => system)
  const known = new Set(report.systems.map(({ system }) => system))
  const others = report.findings.filter(({ system }) => system === null || !known.has(system))
  return junitDocument({
    name: 'policy-lint check',
    suites: [
      ...(others.length > 0
        ? [{ name: 'システムに属さないもの', cases: findingCases(others) }]
        : []),
      ...report.systems.map((system) =>
        suiteOf(
          system,
          {
            findings: findings.get(system.system) ?? [],
            waived: waived.get(system.system) ?? [],
            cannotJudge: unjudged.get(system.system) ?? [],
          },
          context,
        ),
      ),
    ],
  })
}

/** What a report says of one system. */
type OfSystem = Pick<Report, 'findings' | 'waived' | 'cannotJudge'>

function suiteOf(judged: JudgedSystem, own: OfSystem, context: FormatContext): JunitSuite {
  const { system, name, asOf, clauses, retired } = judged
  const cases = [
    ...findingCases(own.findings),
    ...own.waived.map(waivedCase),
    ...unjudgedCases(own.cannotJudge, context),
  ]
  const end: JunitCase | undefined = retired && {
    className: system,
    name: '判定していません',
    skipped: retiredText(name, retired),
  }
  const sound: JunitCase = {
    className: system,
    name: '問題は見つかりませんでした',
    output: `判定日 ${writeDayText(asOf)}、守られている条項 ${clauses.kept}件`,
  }
  return { name: systemTitle(name, system), cases: cases.length > 0 ? cases : [end ?? sound] }
}

/** Servers know a test by its class and name: of several that would be called the same, each says which. */
export function findingCases(findings: readonly Finding[]): readonly JunitCase[] {
  const seen = new Set<string>()
  return findings.map((finding) => {
    const name = visibleLine(unfolded(finding.message))
    const key = `${finding.rule}\0${name}`
    const told = seen.has(key) ? `${name} [${finding.fingerprint}]` : name
    seen.add(key)
    return findingCase(finding, told)
  })
}

function findingCase(finding: Finding, name: string): JunitCase {
  const { rule, location, state, label, severity } = finding
  const head = { className: rule, name, place: { path: location.path, line: location.start.line } }
  if (state === 'existing') return { ...head, skipped: '既知の問題（前からあるもの）' }
  const failure = {
    message: `${label}: ${name}`,
    type: severity,
    text: `${placeText(location)}\n${findingText(finding)}`,
  }
  return { ...head, failure }
}

function waivedCase({ exception, expires, finding }: Waived): JunitCase {
  return {
    className: finding?.rule ?? '',
    name: visibleLine(unfolded(finding?.message ?? '')),
    skipped: `例外措置「${exception}」（期限 ${writeDayText(expires)}）`,
  }
}

function unjudgedCases(
  items: readonly CannotJudge[],
  { missingLabel, ruleTitles }: FormatContext,
): readonly JunitCase[] {
  const rules = [...new Set(items.map(({ rule }) => rule))]
  return rules.map((rule) => {
    const inputs = missingInputs(
      items.filter((item) => item.rule === rule),
      missingLabel,
    )
    const reasons = inputs.map(({ reason, places }) =>
      places.length === 0 ? reason : `${reason}（${joinList(places, maxPlaces)}）`,
    )
    return {
      className: rule,
      name: ruleTitles?.get(rule) ?? '判定できない条項',
      skipped: `判定できません。${joinList(reasons)}`,
    }
  })
}
