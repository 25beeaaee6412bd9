import {
  type Change,
  type ChangeReport,
  gradeLabels,
  gradesInOrder,
  type Impact,
} from '../../finding/change.ts'
import { bundled, sizeOf } from '../../finding/bundle.ts'
import type { Finding } from '../../finding/finding.ts'
import { bundleItem } from '../markdown/finding.ts'
import {
  fitting,
  leftOutText,
  lengthOf,
  maxCharacters,
  type Piece,
  thingsIn,
} from '../markdown/fit.ts'
import { code, folded, plain, shortened, table } from '../markdown/plain.ts'
import { placeText, unfolded } from '../text/visible.ts'
import { affectedLines, mandatoryText, noticeText } from './change.ts'
import { goneLabels, goneText, hiddenText } from './gone.ts'
import { changeGroups } from './group.ts'
import { impactSum, stricterLabel, undecidedLabel } from './impact.ts'
import { introducedBy } from './remark.ts'
import { findingsSum } from './text.ts'

const maxSystems = 30

/** The parts of the page in their order; those that call for a decision are not folded. */
const parts = ['taken', 'introduced', 'moved', 'impact', 'resolved', 'gone', 'editorial'] as const

type Part = (typeof parts)[number]
type PartPiece = Piece<Part>

const titles: Readonly<Record<Part, string>> = {
  taken: 'なくなる・弱まるもの',
  introduced: '新しく生じた問題',
  moved: 'そのほかの変更',
  impact: '対策基準の改正の影響',
  resolved: '解消した問題',
  gone: goneText,
  editorial: '定めの変わらない変更（表記、記録の追加など）',
}

/**
 * A comment for a merge request: what the changes come to, what they remove or relax, what they break,
 * and the rest folded. What has no room is left out from the end, and counted.
 */
export function changesMarkdown(report: ChangeReport): string {
  const head = [...summary(report), '']
  const pieces = piecesOf(report)
  const room = maxCharacters - lengthOf(head) - lengthOf([leftOutText(thingsIn(pieces))])
  const shown = fitting<Part, PartPiece>(pieces, room, (part) =>
    lengthOf(framed(part, [], thingsIn(pieces))),
  )
  const rest = thingsIn(pieces) - thingsIn(shown)
  const lines = [
    ...head,
    ...parts.flatMap((part) => {
      const all = pieces.filter((piece) => piece.part === part)
      const own = shown.filter((piece) => piece.part === part)
      return own.length > 0
        ? framed(
            part,
            own.flatMap((piece) => piece.lines),
            thingsIn(all),
          )
        : []
    }),
    ...(rest > 0 ? [leftOutText(rest)] : []),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function framed(part: Part, lines: readonly string[], count: number): readonly string[] {
  const title = `${titles[part]} ${count}件`
  if (part === 'taken' || part === 'introduced') return [`### ${title}`, '', ...lines, '']
  return folded(title, lines)
}

function piecesOf(report: ChangeReport): readonly PartPiece[] {
  const { changes, names, findings, impact } = report
  const systems = new Map(report.systems.map(({ system, name }) => [system, name]))
  const inOrder = gradesInOrder.flatMap((grade) => changes.filter((one) => one.grade === grade))
  const item = (change: Change) => changeItem(change, names, systems)
  return [
    ...inOrder.filter(isTaken).map((change) => ({ part: 'taken' as const, lines: item(change) })),
    ...bundled(introducedBy(report)).map((bundle) => ({
      part: 'introduced' as const,
      lines: bundleItem(bundle),
      count: sizeOf(bundle),
    })),
    ...inOrder
      .filter((change) => !isTaken(change) && change.grade !== 'editorial')
      .map((change) => ({ part: 'moved' as const, lines: item(change) })),
    ...impact.flatMap(impactPieces),
    ...findings.resolved.map((one) => ({ part: 'resolved' as const, lines: [foundLine(one)] })),
    ...findings.gone.map(({ because, finding, hidden }) => ({
      part: 'gone' as const,
      lines: [
        foundLine(finding),
        `  - ${goneLabels[because]}`,
        ...(hidden ? [`  - **${hiddenText}**`] : []),
      ],
    })),
    ...changes
      .filter(({ grade }) => grade === 'editorial')
      .map((change) => ({
        part: 'editorial' as const,
        lines: [`- **${gradeLabels.editorial}** ${headOf(change, systems)}`],
      })),
  ]
}

function foundLine({ label, message, rule }: Finding): string {
  return `- **${plain(label)}** ${told(message)} ${code(rule)}`
}

/** What removes or relaxes, or takes from a clause that allows no exception. */
function isTaken({ grade, breaksMandatory }: Change): boolean {
  return grade === 'removed' || grade === 'relaxed' || breaksMandatory
}

function changeItem(
  change: Change,
  names: ChangeReport['names'],
  systems: ReadonlyMap<string, string>,
): readonly string[] {
  const { grade, reason, before, after, breaksMandatory, needsNotice, kind, requirement } = change
  return [
    `- **${gradeLabels[grade]}** ${headOf(change, systems)}`,
    ...(before ? [`  - 変更前: ${told(before.value)} ${code(placeText(before.location))}`] : []),
    ...(after ? [`  - 変更後: ${told(after.value)} ${code(placeText(after.location))}`] : []),
    ...(reason ? [`  - 理由: ${told(reason)}`] : []),
    ...(breaksMandatory ? [`  - **${mandatoryText}**`] : []),
    ...affectedLines(change, names).map((line) => `  - ${told(line)}`),
    ...(needsNotice ? [`  - **${noticeText}**`] : []),
    `  - 種類: ${code(kind)}${requirement === null ? '' : `（${plain(requirement)}）`}`,
  ]
}

function headOf({ title, system }: Change, systems: ReadonlyMap<string, string>): string {
  const name = system === null ? '' : `（${plain(shortened(systems.get(system) ?? system, 60))}）`
  return `${told(title)}${name}`
}

function impactPieces({ name, resolved, gone, stricter, reviews }: Impact): readonly PartPiece[] {
  const line = (label: string, text: string): PartPiece => ({
    part: 'impact',
    lines: [`- **${label}** ${plain(shortened(name, 60))}: ${told(text)}`],
  })
  return [
    ...reviews.map(({ message }) => line('見直しの要る実施手順', message)),
    ...stricter.map(({ message, certain }) =>
      line(certain ? stricterLabel : undecidedLabel, message),
    ),
    ...resolved.map(({ message }) => line('守られているもの', message)),
    ...gone.map(({ because, finding }) => line(goneLabels[because], finding.message)),
  ]
}

function summary(report: ChangeReport): readonly string[] {
  const groups = changeGroups(report)
  const impact = impactSum(report)
  const shown = groups.slice(0, maxSystems)
  const rest = groups.length - shown.length
  const compared = `「${plain(shortened(report.before, 100))}」から「${plain(shortened(report.after, 100))}」への変更です。`
  return [
    '<!-- policy-lint diff -->',
    '## policy-lint の変更の比較',
    '',
    compared,
    '',
    ...(groups.length === 0
      ? ['変更はありませんでした。']
      : table(
          ['システム', ...gradesInOrder.map((grade) => gradeLabels[grade]), '通知が要る'],
          shown.map(({ title, changes }) => [
            plain(shortened(title, 80)),
            ...gradesInOrder.map((grade) => countOf(changes.filter((one) => one.grade === grade))),
            countOf(changes.filter(({ needsNotice }) => needsNotice)),
          ]),
        )),
    ...(rest > 0 ? ['', `ほか${rest}システム`] : []),
    '',
    `問題: ${plain(findingsSum(report))}`,
    ...(impact === undefined ? [] : ['', `影響: ${plain(impact)}`]),
  ]
}

function countOf(items: readonly unknown[]): string {
  return items.length === 0 ? '' : String(items.length)
}

function told(text: string): string {
  return plain(shortened(unfolded(text)))
}
