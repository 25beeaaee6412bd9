import { articleLine } from '../../finding/finding.ts'
import {
  type BrokenPlace,
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
import { style } from './style.ts'
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
