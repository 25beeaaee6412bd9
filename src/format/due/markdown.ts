import type { DueItem, DueReport } from '../../finding/due.ts'
import { writeDayText } from '../../japanese/date.ts'
import { plain, table } from '../markdown/plain.ts'
import { unreadMarkdown } from '../unread.ts'
import {
  byState,
  itemText,
  nothingDue,
  partial,
  spanText,
  stateHeadings,
  summaryText,
  systemName,
  whomText,
} from './words.ts'

/** What falls due as tables of Markdown, for an issue, a pull request or a wiki. */
export function dueMarkdown(report: DueReport): string {
  const lines = [
    '# 期限の一覧',
    '',
    plain(spanText(report)),
    '',
    ...unreadMarkdown(partial, report.unread),
    ...byState(report.items).flatMap(([state, items]) => [
      `## ${stateHeadings[state]} ${items.length}件`,
      '',
      ...table(
        ['期限', 'システム', '行うこと', '担当', '記録'],
        items.map((item) => cells(report, item)),
      ),
      '',
    ]),
    report.items.length === 0 ? nothingDue : summaryText(report),
  ]
  return `${lines.join('\n')}\n`
}

function cells(report: DueReport, item: DueItem): readonly string[] {
  return [
    writeDayText(item.due),
    plain(systemName(report, item)),
    plain(itemText(item)),
    plain(whomText(item)),
    plain(item.record ?? ''),
  ]
}
