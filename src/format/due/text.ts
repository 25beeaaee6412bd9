import type { DueItem, DueReport, DueState } from '../../finding/due.ts'
import { groupBy } from '../../finding/order.ts'
import { systemTitle } from '../../finding/system-id.ts'
import { writeDayText } from '../../japanese/date.ts'
import type { TextContext } from '../context.ts'
import { hang, type Ink, type Page, pageFor } from '../text/page.ts'
import { visibleLine } from '../text/visible.ts'
import { unreadText } from '../unread.ts'
import {
  alike,
  byState,
  itemText,
  nothingDue,
  partial,
  spanText,
  stateHeadings,
  summaryText,
  systemName,
  whomAlike,
} from './words.ts'

const inks: Readonly<Record<DueState, Ink>> = { overdue: 'red', open: 'blue', unrecorded: 'yellow' }

/** What falls due for a terminal: by state, then by day, then by system. */
export function dueText(report: DueReport, context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const lines = [
    ...unreadText(page, partial, report.unread),
    ...hang(page, '', 0, `${page.paint('strong', '期限の一覧')}  ${spanText(report)}`),
    '',
    ...byState(report.items).flatMap(([state, items]) => [
      page.paint(inks[state], `${stateHeadings[state]} ${items.length}件`),
      '',
      ...daysOf(page, report, items),
    ]),
    ...hang(page, '', 0, report.items.length === 0 ? nothingDue : summaryText(report)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function daysOf(page: Page, report: DueReport, items: readonly DueItem[]): readonly string[] {
  return [...groupBy(items, ({ due }) => due)].flatMap(([day, ofDay]) => [
    page.paint('strong', writeDayText(day)),
    ...[...groupBy(ofDay, ({ system }) => system)].flatMap(([system, own]) => [
      ...hang(page, '  ', 2, visibleLine(systemTitle(nameIn(report, own), system))),
      ...alike(own).flatMap((items) => itemLines(page, items)),
    ]),
    '',
  ])
}

const nameIn = (report: DueReport, [first]: readonly DueItem[]): string =>
  first ? systemName(report, first) : ''

function itemLines(page: Page, items: readonly DueItem[]): readonly string[] {
  const [first] = items
  if (!first) return []
  const record = first.record === null ? '' : `  記録 ${visibleLine(first.record)}`
  return [
    ...hang(page, '    ', 4, visibleLine(itemText(first))),
    ...hang(page, '      ', 6, visibleLine(whomAlike(items)) + record),
  ]
}
