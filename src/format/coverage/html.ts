import { articleLine } from '../../finding/finding.ts'
import {
  type BrokenPlace,
  type CellState,
  cellStates,
  type Coverage,
  type CoverageCell,
  type CoverageClause,
} from '../../finding/coverage.ts'
import { writeDayText } from '../../japanese/date.ts'
import type { CoverageContext } from '../context.ts'
import { systemTitle } from '../../finding/system-id.ts'
import { html, type Markup, say } from '../markup.ts'
import { anchorOf, areaTable, matrix, signMarkup, systemTable, viewpointTable } from './matrix.ts'
import { placeText } from '../text/visible.ts'
import { unreadHtml } from '../unread.ts'
import {
  aboutText,
  brokenOf,
  cellWord,
  columnName,
  headOf,
  missingText,
  partial,
  remarks,
  stateWords,
} from './words.ts'

/** One page that needs nothing else: it can be mailed, opened without a network, and printed. */
export function coverageHtml(coverage: Coverage, context: CoverageContext): string {
  const viewpoints = coverage.viewpoints.map((table) => viewpointTable(table, coverage))
  const title =
    context.table === 'viewpoints' ? '監査の着眼点と結果' : '対策基準の条項とシステムの対照'
  const body =
    context.table === 'viewpoints'
      ? viewpoints
      : [...overview(coverage), ...viewpoints, details(coverage, context)]
  const page = html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${say(title)}</title>
        <style>
          ${style as Markup}
        </style>
      </head>
      <body>
        <h1>${say(title)}</h1>
        <dl class="head">
          ${headOf(coverage).map(
            ([label, text]) =>
              html`<dt>${say(label)}</dt>
                <dd>${say(text)}</dd>`,
          )}
        </dl>
        ${unreadHtml(partial, coverage.unread)} ${body}
      </body>
    </html>`
  return `${page}\n`
}

function overview(coverage: Coverage): readonly Markup[] {
  const { systems, clauses } = coverage
  const sum = (state: (typeof cellStates)[number]): number =>
    systems.reduce((total, { counts }) => total + counts[state], 0)
  const judged = systems.filter(({ kind }) => kind !== 'standard').length
  const counts = `守られている条項は延べ${sum('kept')}件、守られていない条項は${sum('broken')}件、判定できない条項は${sum('cannotJudge')}件です。`
  const lead = `${judged}件のシステムと対策基準を調べました。${counts}`
  return [
    html`<p class="lead">${say(lead)}</p>`,
    html`<ul class="legend" aria-label="凡例">
      ${cellStates.map(
        (state) => html`<li>${signMarkup(state)} ${say(stateWords[state].word)}</li>`,
      )}
    </ul>`,
    html`<h2>システムごとの状況</h2>
      ${systemTable(coverage)}`,
    html`<h2>条項ごとの状況</h2>
      ${matrix(coverage)}`,
    html`${remarks(systems, clauses).map((remark) => html`<p class="note">（注）${say(remark)}</p>`)}`,
    html`<h2>分野ごとの状況</h2>
      ${areaTable(coverage)}`,
  ]
}

function details(coverage: Coverage, context: CoverageContext): Markup {
  const { clauses, systems } = coverage
  return html`<h2>条項の内訳</h2>
    ${systems.map(
      (covered, index) =>
        html`<h3>${say(systemTitle(columnName(covered, coverage), covered.system))}</h3>
          <p class="note">${say(aboutText(covered))}</p>
          ${clauses.flatMap((clause) => {
            const cell = clause.cells[index]
            const articles = articlesFor(clause, index, coverage)
            return cell && hasDetails(cell)
              ? [clauseMarkup({ ...clause, articles }, cell, index, context)]
              : []
          })}`,
    )}`
}

/** The articles of a system's own standard, and those that all standards share. */
function articlesFor(
  { articles }: CoverageClause,
  index: number,
  { systems }: Coverage,
): CoverageClause['articles'] {
  const own = systems[index]?.standard.pack
  return articles.filter(
    ({ pack }) => pack === own || !systems.some(({ standard }) => standard.pack === pack),
  )
}

function hasDetails({ state }: CoverageCell): boolean {
  return state !== 'notApplicable' && state !== 'noRule'
}

function clauseMarkup(
  { requirement, title, text, articles }: CoverageClause,
  cell: CoverageCell,
  index: number,
  context: CoverageContext,
): Markup {
  return html`<div class="clause" id="${say(anchorOf(requirement, index))}">
    ${signMarkup(cell.state)} <strong>${say(requirement)} ${say(title)}</strong>:
    ${say(cellWord(cell))}
    <p class="note">${say(text)}</p>
    ${articles.map((article) => html`<p class="note">${say(articleLine(article))}</p>`)}
    <ul>
      ${brokenOf(cell).map((one) => html`<li>${typeof one === 'string' ? say(one) : brokenMarkup(one)}</li>`)}
      ${cell.excepted.map(
        ({ exception, expires, location }) =>
          html`<li>
            例外「${say(exception)}」（期限 ${say(writeDayText(expires))}）
            <code>${say(placeText(location))}</code>
          </li>`,
      )}
      ${
        cell.cannotJudge.length > 0
          ? html`<li>
              判定に要るもの: ${say(missingText(cell.cannotJudge, context.missingLabel))}
            </li>`
          : html``
      }
    </ul>
    ${keptMarkup(cell)}
  </div>`
}

function brokenMarkup({ label, message, location }: BrokenPlace): Markup {
  return html`<strong>${say(label)}</strong> ${say(message)}
    <code>${say(placeText(location))}</code>`
}

function keptMarkup({ kept }: CoverageCell): Markup {
  if (kept.length === 0) return html``
  return html`<details>
    <summary>守っているところ ${say(kept.length)}か所</summary>
    <ul>
      ${kept.map(
        ({ label, location }) =>
          html`<li>${say(label)} <code>${say(placeText(location))}</code></li>`,
      )}
    </ul>
  </details>`
}

/** Paper and ink of each state; every pair can be read by weak eyes (4.5:1 and more). */
export const stateColors: Readonly<Record<CellState, { paper: string; ink: string }>> = {
  broken: { paper: '#b3261e', ink: '#ffffff' },
  cannotJudge: { paper: '#ffe08a', ink: '#3f3000' },
  excepted: { paper: '#cfdcff', ink: '#14285c' },
  kept: { paper: '#cdebd5', ink: '#0c4420' },
  noRule: { paper: '#ffffff', ink: '#4a2a6a' },
  notApplicable: { paper: '#f3f3f3', ink: '#5c5c5c' },
}

const states = cellStates
  .map((state) => {
    const { paper, ink } = stateColors[state]
    return `.${state}{background:${paper};color:${ink}}`
  })
  .join('')

/** The page's own style: nothing is fetched, and it prints on A4 across. */
const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:1.5rem;background:#fff;color:#1b1b1b;
font-family:"BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Yu Gothic",Meiryo,sans-serif;line-height:1.6}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0}
.head{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0;font-size:.9rem}.head dt{color:#444}.head dd{margin:0}
a{color:inherit}
.lead{font-size:1.1rem}.note{color:#444;font-size:.9rem}.alert{border:2px solid #b3261e;padding:.5rem 1rem;margin:1rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.5rem 0}
.sign{display:inline-block;min-width:1.8em;text-align:center;border:1px solid #767676;font-weight:700}
.noRule{outline:1px dashed #4a2a6a;outline-offset:-3px}
table{border-collapse:collapse;font-size:.9rem}
th,td{border:1px solid #8a8a8a;padding:.25rem .5rem;vertical-align:top;text-align:left}
thead th{background:#2b3a55;color:#fff;position:sticky;top:0}
th.area{background:#e4e8f0;color:#1b1b1b}
td.cell{text-align:center;font-weight:700;padding:0;min-width:2.4rem;vertical-align:middle}
td.cell a{display:block;padding:.25rem;text-decoration:none}
td.cell a:hover,td.cell a:focus{text-decoration:underline}
th.system{writing-mode:vertical-rl;max-height:16rem;white-space:normal;vertical-align:bottom;font-weight:400}
.scroll{overflow-x:auto}
.bar{display:flex;height:1.4rem;min-width:12rem;border:1px solid #767676}
.bar span{overflow:hidden;text-align:center;font-size:.8rem;line-height:1.3rem;min-width:1.4em}
td.number{text-align:right}
code{font-family:Consolas,Menlo,monospace;font-size:.85em;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:.25rem 0}summary{cursor:pointer}
.clause{margin:.5rem 0 .5rem 1rem;break-inside:avoid}
.clause ul{margin:.1rem 0 .1rem 1.2rem;padding:0}
:target{outline:3px solid #1a56c4}
${states}
@media print{
@page{size:A4 landscape;margin:12mm}
body{max-width:none;padding:0;font-size:9pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
thead th{position:static}tr,.clause{break-inside:avoid}h2{break-after:avoid}
.scroll{overflow:visible}
}
`
