import type { DueItem, DueReport, DueState } from '../../finding/due.ts'
import { writeDayText } from '../../japanese/date.ts'
import { writePlace } from '../../source/source.ts'
import type { Sheet, View } from '../view.ts'

const states: Readonly<Record<DueState, string>> = {
  overdue: '期限超過',
  open: '今後',
  unrecorded: '記録がなく不明',
}

/** 期限一覧 as a workbook of one table that an office sorts and filters. */
export function dueView(report: DueReport): View {
  return { title: '期限一覧', stem: 'due', text: {}, sheets: [sheetOf(report)] }
}

function sheetOf(report: DueReport): Sheet {
  const names = new Map(report.systems.map(({ system, name }) => [system, name]))
  return {
    name: '期限一覧',
    landscape: true,
    columns: [14, 14, 26, 34, 28, 24, 24, 18].map((width) => ({ width })),
    lead: [[{ text: `期限一覧（${writeDayText(report.asOf)}現在）`, bold: true }]],
    head: [['状態', '期限', 'システム', '行うこと', '回', '所属', '職', '記録']],
    rows: report.items.map((item) => [
      states[item.state],
      writeDayText(item.due),
      names.get(item.system) ?? item.system,
      { text: item.title, source: writePlace(item.location) },
      turnText(item),
      item.section?.name ?? '',
      item.post ?? '',
      item.record ?? '',
    ]),
  }
}

function turnText({ turn, run }: DueItem): string {
  const times = run === null ? [] : [`${writeDayText(run.until)}まで${run.turns}回分`]
  return [...(turn === null ? [] : [turn]), ...times].join('、')
}
