import type { DueItem, DueReport, DueState } from '../../finding/due.ts'
import { writeDayText } from '../../japanese/date.ts'
import { html, type Markup, say } from '../markup.ts'
import { unreadHtml } from '../unread.ts'
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

const style = `
:root { color-scheme: light; font-family: "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic UI", sans-serif; line-height: 1.6; }
body { color: #1a1a1a; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
.alert { border: 2px solid #b3261e; padding: 0.5rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8a8a8a; padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
th { background: #eef1f5; }
td:first-child { white-space: nowrap; }
.overdue td:first-child { color: #b3261e; font-weight: bold; }
@media print { body { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`

/** One page that needs nothing else: it can be mailed, opened without a network, and printed. */
export function dueHtml(report: DueReport): string {
  const page = html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>期限の一覧</title>
        <style>
          ${style as Markup}
        </style>
      </head>
      <body>
        <h1>期限の一覧</h1>
        <p>${say(spanText(report))}</p>
        ${unreadHtml(partial, report.unread)}
        <p>${say(report.items.length === 0 ? nothingDue : summaryText(report))}</p>
        ${byState(report.items).map(([state, items]) => tableOf(report, state, items))}
      </body>
    </html>`
  return `${page}\n`
}

function tableOf(report: DueReport, state: DueState, items: readonly DueItem[]): Markup {
  return html`<h2>${say(`${stateHeadings[state]} ${items.length}件`)}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${say(stateHeadings[state])}">
      <table class="${say(state)}">
        <thead>
          <tr>
            <th scope="col">期限</th>
            <th scope="col">システム</th>
            <th scope="col">行うこと</th>
            <th scope="col">担当</th>
            <th scope="col">記録</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) =>
              html`<tr>
                <td>${say(writeDayText(item.due))}</td>
                <td>${say(systemName(report, item))}</td>
                <td>${say(itemText(item))}</td>
                <td>${say(whomText(item))}</td>
                <td>${say(item.record ?? '')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
