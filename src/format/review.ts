import { isFallen, reviewKey, type ReviewMark, type ReviewReport } from '../finding/review.ts'
import { writeDayText } from '../japanese/date.ts'
import type { TextContext } from './context.ts'
import { hang, type Page, pageFor } from './text/page.ts'
import { visibleLine } from './text/visible.ts'

/** How the marks of a standard stand: how many, and one by one those that fell. */
export function reviewText(report: ReviewReport, context: TextContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const { name, items, gone } = report
  const fallen = items.filter(isFallen)
  const confirmed = items.filter(({ state }) => state === 'confirmed').length
  const open = items.filter(({ mark }) => mark === null).length
  const lines = [
    page.paint('strong', visibleLine(`${name}の確認の状況`)),
    `  確認済み${confirmed}件、確認の後に変わったもの${fallen.length}件、まだ確認していないもの${open}件`,
    ...part(page, '確認の後に変わったもの（もう一度確認してください）', [
      ...fallen.flatMap(({ mark, title, state, ...item }) =>
        mark
          ? [`${reviewKey(item)} ${title}: ${changed[state]}が変わりました（${who(mark)}）`]
          : [],
      ),
    ]),
    ...part(
      page,
      '今はない規則や要求事項の確認',
      gone.map((mark) => `${reviewKey(mark)}（${who(mark)}）`),
    ),
    ...part(
      page,
      '意見',
      items.flatMap(({ mark, ...item }) =>
        mark && mark.opinion !== '' ? [`${reviewKey(item)} ${mark.opinion}（${who(mark)}）`] : [],
      ),
    ),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const changed: Readonly<Record<string, string>> = {
  clauseChanged: '条文',
  ruleChanged: '規則又は水準',
  bothChanged: '条文と、規則又は水準',
}

function who({ by, on }: ReviewMark): string {
  return `${by}、${writeDayText(on)}`
}

function part(page: Page, title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return []
  return [
    '',
    page.paint('strong', title),
    ...entries.flatMap((text) => hang(page, '  ', 2, visibleLine(text))),
  ]
}
