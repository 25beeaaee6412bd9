import type { Finding } from '../../finding/finding.ts'
import { compareText } from '../../finding/order.ts'
import type { ClauseCounts, LeanReport, Retired } from '../../finding/report.ts'
import type { FormatContext } from '../context.ts'
import { joinList } from '../../japanese/list.ts'
import { writeDayText } from '../../japanese/date.ts'
import { type MissingInput, missingInputs, missingText } from './missing.ts'
import { field, hang, type Page } from './page.ts'
import { visibleLine } from './visible.ts'

const maxMissing = 5
const maxNames = 8
const maxPlaces = 4

/** What the whole run says: how much was looked at, what came out, what to do next. */
export function summary(page: Page, report: LeanReport, context: FormatContext): string[] {
  const inputs = missingInputs(report.cannotJudge, context.missingLabel)
  return [
    page.paint('strong', 'まとめ'),
    ...verdict(page, report),
    ...field(page, '対象', subject(report)),
    ...field(page, '検出', countsByLabel(report.findings)),
    ...unconfirmed(page, report),
    ...clauses(page, report),
    ...retired(page, report),
    ...waived(page, report),
    ...idle(page, report),
    ...missing(page, inputs),
    ...nextSteps(page, report, inputs),
  ]
}

/** The summary on one line. */
export function summaryLine(report: LeanReport): string {
  const { kept, broken, cannotJudge } = sumClauses(report)
  const readings = unconfirmedText(report)
  return `検出 ${countsByLabel(report.findings)}。${readings === undefined ? '' : `${readings}。`}条項 守られている ${kept}、守られていない ${broken}、判定できない ${cannotJudge}`
}

function verdict(page: Page, report: LeanReport): string[] {
  if (report.findings.length > 0) return []
  const open = sumClauses(report).cannotJudge
  const nothing = page.paint('green', '  問題は見つかりませんでした。')
  const but = `ただし、${open}件の条項は判定できていません（守られているという意味ではありません）。`
  return [nothing, ...(open === 0 ? [] : hang(page, '  ', 2, but))]
}

/** 5件（形式 1、指摘 3、意見 1）: file shapes, then the labels of the packs, the graver first. */
export function countsByLabel(findings: readonly Finding[]): string {
  const counts = new Map<string, number>()
  for (const rank of ['F', 'error', 'warning', 'info']) {
    for (const finding of findings) {
      if ((finding.class === 'F' ? 'F' : finding.severity) !== rank) continue
      const label = visibleLine(finding.label)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  }
  if (counts.size === 0) return '0件'
  const parts = [...counts].map(([label, count]) => `${label} ${count}`)
  return `${findings.length}件（${parts.join('、')}）${countsByState(findings)}`
}

/** Only where the run has something to compare with. */
function countsByState(findings: readonly Finding[]): string {
  if (findings.every(({ state }) => state === undefined)) return ''
  const fresh = findings.filter(({ state }) => state === 'new').length
  return `うち新規 ${fresh}、既知 ${findings.length - fresh}`
}

function sumClauses(report: LeanReport): ClauseCounts {
  const sum = { kept: 0, broken: 0, cannotJudge: 0, excepted: 0, notApplicable: 0 }
  for (const { clauses: counts } of report.systems) {
    sum.kept += counts.kept
    sum.broken += counts.broken
    sum.cannotJudge += counts.cannotJudge
    sum.excepted += counts.excepted
    sum.notApplicable += counts.notApplicable
  }
  return sum
}

/** A run may have packs alone for its subject, or files of which none came to a system. */
function subject({ summary: { systems, files } }: LeanReport): string {
  return systems === 0 ? `${files}ファイル（システムなし）` : `${systems}システム、${files}ファイル`
}

/** What a program read out of a document may be wrong until somebody has looked at it. */
function unconfirmed(page: Page, report: LeanReport): string[] {
  const text = unconfirmedText(report)
  return text === undefined ? [] : field(page, '読取り', text)
}

/** 確かめていない読み 12件（これによる検出 3件）; undefined where there are none. */
function unconfirmedText({
  summary: { unconfirmed: count },
  findings,
}: LeanReport): string | undefined {
  if (count === undefined) return undefined
  const standing = findings.filter((finding) => finding.unconfirmed).length
  return `確かめていない読み ${count}件（これによる検出 ${standing}件）`
}

function clauses(page: Page, report: LeanReport): string[] {
  if (report.systems.length === 0) return []
  const { kept, broken, cannotJudge, excepted, notApplicable } = sumClauses(report)
  const manySystems = report.summary.systems > 1 ? '（システムごとの延べ数）' : ''
  return [
    ...field(
      page,
      '条項',
      `守られている ${kept}、守られていない ${broken}、判定できない ${cannotJudge}`,
    ),
    ...field(page, '', `例外措置 ${excepted}、対象外 ${notApplicable}${manySystems}`),
  ]
}

/** What is judged no more: nobody should take it for a system without faults. */
function retired(page: Page, { systems }: LeanReport): string[] {
  return systems.flatMap(({ name, retired: end }) =>
    end ? field(page, '廃止', retiredText(visibleLine(name), end)) : [],
  )
}

/** 「公民館予約システム」は2026年9月30日に廃止されています（新システムへの移行）。判定していません */
export function retiredText(name: string, { on, reason }: Retired): string {
  const why = visibleLine(reason)
  return `「${name}」は${writeDayText(on)}に廃止されています（${why}）。判定していません`
}

/** Every exception in force with its last day, the first to expire first: an exception is never silent. */
function waived(page: Page, report: LeanReport): string[] {
  if (report.waived.length === 0) return []
  const counts = new Map<string, number>()
  for (const { exception, expires } of report.waived) {
    const key = `${expires} ${exception}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const lines = [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, count]) => {
      const [expires = '', exception = ''] = key.split(' ')
      return `「${visibleLine(exception)}」で${count}件（期限 ${writeDayText(expires)}）`
    })
  return [
    ...field(page, '例外', `${report.waived.length}件の違反を例外として認めています`),
    ...lines.flatMap((line) => field(page, '', line)),
  ]
}

function idle(page: Page, report: LeanReport): string[] {
  const count = report.idleRules.length
  if (count === 0) return []
  return field(page, '規則', `${count}件の規則は、当てはまるものがなく、使われませんでした`)
}

function missing(page: Page, inputs: readonly MissingInput[]): string[] {
  if (inputs.length === 0) return []
  const shown = inputs.slice(0, maxMissing)
  const cut =
    inputs.length > shown.length || shown.some((input) => input.requirements.length > maxNames)
  const rest = inputs.length - shown.length
  return [
    '',
    page.paint('strong', '判定できないもの（書き足すと多くの条項を判定できる順）'),
    ...shown.flatMap((input) => [
      ...hang(page, '  ', 2, missingText(input, maxNames)),
      ...(input.places.length === 0
        ? []
        : hang(page, '    ', 4, `書くところ: ${joinList(input.places, maxPlaces)}`)),
    ]),
    ...(rest > 0 ? [`  ほか${rest}通り`] : []),
    ...(cut
      ? [
          '  条項ごとに見るには policy-lint coverage を、すべて見るには --format json を使ってください',
        ]
      : []),
  ]
}

/** A file whose form is wrong is not judged; one that is only asked about is. */
function hidesRest({ class: kind, severity }: Finding): boolean {
  return kind === 'F' && severity === 'error'
}

function nextSteps(page: Page, report: LeanReport, inputs: readonly MissingInput[]): string[] {
  const steps: string[] = []
  if (report.findings.some(hidesRest)) {
    steps.push('「形式」の誤りを先に直してください。直すまで、その箇所は判定されません')
  }
  if (report.findings.some((finding) => !hidesRest(finding))) {
    steps.push('見つかった箇所を直し、もう一度実行してください')
  }
  const input = inputs.find(({ kinds }) => kinds.length > 0)
  if (input) {
    const kinds = input.kinds.map((kind) => `kind: ${kind}`).join('、')
    const what = input.reason.replace(/の記載がない$/, '')
    steps.push(`${what}（${kinds}）を書き足すと、${input.clauses}件の条項に判定の材料がそろいます`)
  }
  if (steps.length === 0) return []
  const lines = steps.flatMap((step, index) => hang(page, `  ${index + 1}. `, 5, step))
  return ['', page.paint('strong', '次にすること'), ...lines]
}
