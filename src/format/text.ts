import { type Bundle, bundled, isList } from '../finding/bundle.ts'
import type { LeanReport } from '../finding/report.ts'
import type { Format, FormatContext } from './context.ts'
import { bundleInFull, findingInLine } from './text/finding.ts'
import { type Group, groupsOf } from './text/group.ts'
import { type Page, pageFor } from './text/page.ts'
import { summary, summaryLine } from './text/summary.ts'

/** The report as an officer reads it: system by system, and what it all comes to. */
export const text: Format = (report, context) => {
  const page = pageFor(context)
  const groups = groupsOf(report, context.maxFindings ?? Infinity)
  const lines = context.quiet
    ? inLines(page, report, groups)
    : inFull(page, report, groups, context)
  return lines.map((line) => `${line}\n`).join('')
}

function inFull(page: Page, report: LeanReport, groups: Group[], context: FormatContext): string[] {
  const hidden = hiddenCount(report, groups)
  return [
    ...groups.flatMap(({ title, findings }) => [
      page.paint('strong', title),
      '',
      ...listsLast(bundled(findings)).flatMap((bundle) => [
        ...bundleInFull(page, bundle, context),
        '',
      ]),
    ]),
    ...(hidden > 0 ? [hiddenText(hidden), ''] : []),
    ...summary(page, report, context),
  ]
}

/** What is broken comes before the long lists of what is lacking: these do not bury it. */
function listsLast(bundles: readonly Bundle[]): readonly Bundle[] {
  return [...bundles.filter((one) => !isList(one)), ...bundles.filter(isList)]
}

function inLines(page: Page, report: LeanReport, groups: Group[]): string[] {
  const hidden = hiddenCount(report, groups)
  return [
    ...groups.flatMap(({ findings }) => findings.map((finding) => findingInLine(page, finding))),
    ...(hidden > 0 ? [hiddenText(hidden)] : []),
    summaryLine(report),
  ]
}

function hiddenCount(report: LeanReport, groups: Group[]): number {
  return groups.reduce((count, { findings }) => count - findings.length, report.findings.length)
}

function hiddenText(count: number): string {
  return `ほか${count}件は表示していません（--max-findings で増やせます）`
}
