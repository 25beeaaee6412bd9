import { bundled } from '../../finding/bundle.ts'
import { type ChangeReport, type GoneFinding, gradeCounts } from '../../finding/change.ts'
import type { Finding } from '../../finding/finding.ts'
import type { ChangesContext } from '../context.ts'
import { bundleInFull, findingInLine } from '../text/finding.ts'
import { groupsOf } from '../text/group.ts'
import { field, hang, type Page, pageFor } from '../text/page.ts'
import { countsByLabel } from '../text/summary.ts'
import { visibleLine } from '../text/visible.ts'
import { changeInFull, changeInLine, editorialLines } from './change.ts'
import { byReason, goneBy, goneInLine, goneText, hiddenText } from './gone.ts'
import { type ChangeGroup, changeGroups } from './group.ts'
import { impactInLines, impactSection, impactSum } from './impact.ts'
import { introducedBy, resolvedBy } from './remark.ts'

/** The comparison as an officer reads it: system by system, what it breaks and mends, what it comes to. */
export function changesText(report: ChangeReport, context: ChangesContext): string {
  const page = pageFor(context)
  const lines = context.quiet ? inLines(page, report) : inFull(page, report, context)
  return lines.map((line) => `${line}\n`).join('')
}

function inFull(page: Page, report: ChangeReport, context: ChangesContext): readonly string[] {
  return [
    ...hang(page, '', 0, page.paint('strong', comparedText(report))),
    '',
    ...changeGroups(report).flatMap((group) => groupLines(page, group, report)),
    ...introduced(page, report, context),
    ...resolved(page, report.findings.resolved),
    ...gone(page, report.findings.gone),
    ...impactSection(page, report, context),
    ...summary(page, report),
  ]
}

function inLines(page: Page, report: ChangeReport): readonly string[] {
  const { introduced: found, resolved: mended, gone: lost } = report.findings
  return [
    ...changeGroups(report).flatMap(({ changes }) => changes.map((one) => changeInLine(page, one))),
    ...found.map((finding) => findingInLine(page, { ...finding, state: 'new' })),
    ...mended.map((finding) => `解消した問題 ${findingInLine(page, finding)}`),
    ...lost.map((one) => goneInLine(page, one)),
    ...report.impact.flatMap((impact) => impactInLines(page, impact)),
    summaryLine(report),
  ]
}

/** 「main」から「HEAD」への変更 */
function comparedText({ before, after }: ChangeReport): string {
  return visibleLine(`「${before}」から「${after}」への変更`)
}

function groupLines(
  page: Page,
  { title, day, changes }: ChangeGroup,
  { names }: ChangeReport,
): readonly string[] {
  const editorial = changes.filter(({ grade }) => grade === 'editorial')
  return [
    ...hang(page, '', 0, page.paint('strong', title)),
    ...hang(
      page,
      '  ',
      2,
      day === null ? gradeCounts(changes) : `判定日 ${day}  ${gradeCounts(changes)}`,
    ),
    '',
    ...changes
      .filter(({ grade }) => grade !== 'editorial')
      .flatMap((change) => [...changeInFull(page, change, names), '']),
    ...editorialLines(page, editorial),
  ]
}

function introduced(
  page: Page,
  { systems, findings }: ChangeReport,
  context: ChangesContext,
): readonly string[] {
  const found = findings.introduced
  if (found.length === 0) return []
  const groups = groupsOf({ systems, findings: found }, Infinity)
  return [
    page.paint('strong', `この変更で新しく生じた問題 ${found.length}件`),
    '',
    ...groups.flatMap(({ title, findings: own }) => [
      ...(groups.length > 1 ? [`  ${page.paint('strong', title)}`, ''] : []),
      ...bundled(own).flatMap((bundle) => [...bundleInFull(page, bundle, context), '']),
    ]),
  ]
}

function resolved(page: Page, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return []
  return [
    page.paint('strong', `この変更で解消した問題 ${findings.length}件`),
    ...findings.map((finding) => `  ${findingInLine(page, finding)}`),
    '',
  ]
}

function gone(page: Page, findings: readonly GoneFinding[]): readonly string[] {
  if (findings.length === 0) return []
  const head = `この変更で見えなくなったが、${goneText} ${findings.length}件`
  const hidden = findings.filter((one) => one.hidden).length
  const remedy = `うち${hiddenText} ${hidden}件。なくした記録や記載を戻し、直したのなら、直したことを書いてください。`
  return [
    ...hang(page, '', 0, page.paint('strong', head)),
    ...byReason(findings).flatMap(({ label, findings: own }) => [
      ...hang(page, '  ', 2, `${label} ${own.length}件`),
      ...own.map((finding) => `    ${findingInLine(page, finding)}`),
    ]),
    ...(hidden > 0 ? hang(page, '  ', 2, remedy) : []),
    '',
  ]
}

function summary(page: Page, report: ChangeReport): readonly string[] {
  const impact = impactSum(report)
  return [
    page.paint('strong', 'まとめ'),
    ...(report.changes.length === 0 ? [page.paint('green', '  変更はありませんでした。')] : []),
    ...field(page, '変更', changesSum(report)),
    ...field(page, '問題', findingsSum(report)),
    ...(impact === undefined ? [] : field(page, '影響', impact)),
  ]
}

/** What the changes come to, and what they break and mend, on one line. */
export function summaryLine(report: ChangeReport): string {
  const impact = impactSum(report)
  const rest = impact === undefined ? '' : `。影響 ${impact}`
  return `変更 ${changesSum(report)}。問題 ${findingsSum(report)}${rest}`
}

/** 6件（移管 2、新設 1）、うち通知が要るもの 3件 */
function changesSum({ changes }: ChangeReport): string {
  const told = changes.filter(({ needsNotice }) => needsNotice).length
  const mandatory = changes.filter(({ breaksMandatory }) => breaksMandatory).length
  const counts = changes.length > 0 ? `（${gradeCounts(changes)}）` : ''
  return [
    `${changes.length}件${counts}`,
    ...(told > 0 ? [`うち通知が要るもの ${told}件`] : []),
    ...(mandatory > 0 ? [`例外の認められない条項を弱めるもの ${mandatory}件`] : []),
  ].join('、')
}

/** 新しく生じたもの 2件（指摘 1、意見 1）、解消したもの 1件（意見 1）、解消を確かめられないもの 3件（意見 3） */
export function findingsSum(report: ChangeReport): string {
  const introduced = countsByLabel(introducedBy(report))
  const gone = goneBy(report)
  const lost = gone.map(({ finding }) => finding)
  const hidden = gone.flatMap((one) => (one.hidden ? [one.finding] : []))
  return [
    `新しく生じたもの ${introduced}`,
    `解消したもの ${countsByLabel(resolvedBy(report))}`,
    ...(lost.length > 0 ? [`解消を確かめられないもの ${countsByLabel(lost)}`] : []),
    ...(hidden.length > 0 ? [`うち${hiddenText} ${countsByLabel(hidden)}`] : []),
  ].join('、')
}
