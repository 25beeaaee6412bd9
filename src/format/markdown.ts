import { bundled, sizeOf } from '../finding/bundle.ts'
import type { Finding } from '../finding/finding.ts'
import { gravestFirst } from '../finding/order.ts'
import type { LeanReport } from '../finding/report.ts'
import { writeDayText } from '../japanese/date.ts'
import { joinList } from '../japanese/list.ts'
import type { Format, FormatContext } from './context.ts'
import { bundleItem } from './markdown/finding.ts'
import {
  thingsIn,
  fitting,
  leftOutText,
  lengthOf,
  maxCharacters,
  type Piece,
} from './markdown/fit.ts'
import { folded, plain, shortened, table } from './markdown/plain.ts'
import { groupsOf } from './text/group.ts'
import { missingInputs, missingText } from './text/missing.ts'
import { countsByLabel, retiredText } from './text/summary.ts'

const maxSystems = 30
const maxInputs = 5
const maxExceptions = 20
const maxNames = 8

/** A comment for a merge request: the sum first, then the findings of each system, folded. */
export const markdown: Format = (report, context) => {
  const head = [...summary(report), '']
  const tail = [...exceptions(report), ...unjudged(report, context)]
  const pieces = piecesOf(report, context.maxFindings ?? Infinity)
  const all = report.findings.length
  const room = maxCharacters - lengthOf(head) - lengthOf(tail) - lengthOf([leftOutText(all)])
  const shown = fitting(pieces, room, (part) => lengthOf(folded(part, [])))
  const rest = all - thingsIn(shown)
  const lines = [
    ...head,
    ...partsOf(report).flatMap((part) => {
      const own = shown.filter((piece) => piece.part === part)
      return own.length > 0
        ? folded(
            part,
            own.flatMap((piece) => piece.lines),
          )
        : []
    }),
    ...(rest > 0 ? [leftOutText(rest), ''] : []),
    ...tail,
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** At most so many findings, gravest first, so that what has no room is what matters least. */
function piecesOf(report: LeanReport, max: number): readonly Piece[] {
  const parts = new Map(
    groupsOf(report, Infinity).flatMap(({ title, findings }) =>
      findings.map((finding) => [finding, partOf(title, findings)] as const),
    ),
  )
  return bundled(gravestFirst(report.findings).slice(0, max)).map((bundle) => ({
    part: parts.get(bundle.first) ?? '',
    lines: bundleItem(bundle),
    count: sizeOf(bundle),
  }))
}

function partsOf(report: LeanReport): readonly string[] {
  return groupsOf(report, Infinity).map(({ title, findings }) => partOf(title, findings))
}

function partOf(title: string, findings: readonly Finding[]): string {
  return `${title}: ${countsByLabel(findings)}`
}

function summary(report: LeanReport): readonly string[] {
  const { findings, systems } = report
  const shown = systems.slice(0, maxSystems)
  const rest = systems.length - shown.length
  const count = (system: string) => findings.filter((one) => one.system === system).length
  return [
    '<!-- policy-lint check -->',
    '## policy-lint の検査結果',
    '',
    findings.length === 0
      ? '問題は見つかりませんでした。'
      : `検出 ${plain(countsByLabel(findings))}`,
    '',
    ...(shown.length === 0
      ? []
      : table(
          [
            'システム',
            '判定日',
            '問題',
            '守られている',
            '守られていない',
            '判定できない',
            '例外措置',
          ],
          shown.map(({ system, name, asOf, clauses }) => [
            plain(shortened(name, 60)),
            plain(writeDayText(asOf)),
            String(count(system)),
            ...[clauses.kept, clauses.broken, clauses.cannotJudge, clauses.excepted].map(String),
          ]),
        )),
    ...(rest > 0 ? ['', `ほか${rest}システム`] : []),
    ...(shown.length === 0 ? [] : ['', '「守られている」から右は条項の数です。']),
    ...systems.flatMap(({ name, retired }) =>
      retired ? ['', plain(retiredText(shortened(name, 60), retired))] : [],
    ),
  ]
}

function exceptions({ waived }: LeanReport): readonly string[] {
  if (waived.length === 0) return []
  const shown = waived.slice(0, maxExceptions).map(({ exception, expires, finding }) => {
    const what = finding ? `: ${plain(shortened(finding.message, 200))}` : ''
    return `- 「${plain(shortened(exception, 60))}」（期限 ${plain(writeDayText(expires))}）${what}`
  })
  const rest = waived.length - shown.length
  return folded(`例外として認めている違反 ${waived.length}件`, [
    ...shown,
    ...(rest > 0 ? [`- ほか${rest}件`] : []),
  ])
}

function unjudged({ cannotJudge }: LeanReport, context: FormatContext): readonly string[] {
  const inputs = missingInputs(cannotJudge, context.missingLabel)
  if (inputs.length === 0) return []
  const shown = inputs.slice(0, maxInputs).map((input) => {
    const { places } = input
    const where = places.length > 0 ? `（書くところ: ${joinList(places, 4)}）` : ''
    return `- ${plain(shortened(`${missingText(input, maxNames)}${where}`))}`
  })
  const rest = inputs.length - shown.length
  const clauses = inputs.reduce((sum, input) => sum + input.clauses, 0)
  return folded(`判定できない条項 のべ${clauses}件（守られているという意味ではありません）`, [
    ...shown,
    ...(rest > 0 ? [`- ほか${rest}通り`] : []),
  ])
}
