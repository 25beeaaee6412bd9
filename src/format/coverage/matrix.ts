import {
  type CellState,
  cellStates,
  type Coverage,
  type CoverageCell,
  type StateCounts,
  type ViewpointTable,
} from '../../finding/coverage.ts'
import { writeDayText } from '../../japanese/date.ts'
import { html, type Markup, say } from '../markup.ts'
import {
  byArea,
  cellWord,
  columnName,
  kana,
  stateWords,
  viewpointNotes,
  viewpointText,
} from './words.ts'

/** The clause of a cell's details; the matrix links to it. */
export function anchorOf(requirement: string, index: number): string {
  return `c-${requirement.replace(/[^\w-]/g, '_')}-${index + 1}`
}

/** A state's sign on its colour. */
export function signMarkup(state: CellState): Markup {
  return html`<span class="sign ${say(state)}">${say(stateWords[state].sign)}</span>`
}

/** How the clauses of each system stand: a bar and its numbers. */
export function systemTable(coverage: Coverage): Markup {
  return html`<table>
    <caption class="hidden">
      システムごとの条項の数
    </caption>
    <thead>
      <tr>
        <th scope="col">システム</th>
        <th scope="col">所管</th>
        <th scope="col">判定日</th>
        <th scope="col">内訳</th>
        ${cellStates.map((state) => html`<th scope="col">${say(stateWords[state].word)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${coverage.systems.map(
        (system) =>
          html`<tr>
            <th scope="row">${say(columnName(system, coverage))}</th>
            <td>${say(system.owner?.name ?? '')}</td>
            <td>${say(writeDayText(system.asOf))}</td>
            <td>${bar(system.counts)}</td>
            ${numbers(system.counts)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** How the clauses of each chapter stand over all systems. */
export function areaTable({ areas }: Coverage): Markup {
  return html`<table>
    <caption class="hidden">
      分野ごとの条項の数
    </caption>
    <thead>
      <tr>
        <th scope="col">分野</th>
        <th scope="col">内訳</th>
        ${cellStates.map((state) => html`<th scope="col">${say(stateWords[state].word)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${areas.map(
        ({ area, counts }) =>
          html`<tr>
            <th scope="row">${say(area)}</th>
            <td>${bar(counts)}</td>
            ${numbers(counts)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** Only what applies has a share of the bar. */
function bar(counts: StateCounts): Markup {
  const shown = cellStates.filter((state) => state !== 'notApplicable' && counts[state] > 0)
  return html`<div class="bar" aria-hidden="true">
    ${shown.map(
      (state) =>
        html`<span class="${say(state)}" style="flex:${say(counts[state])}"
          >${say(stateWords[state].sign)}</span
        >`,
    )}
  </div>`
}

function numbers(counts: StateCounts): readonly Markup[] {
  return cellStates.map((state) => html`<td class="number">${say(counts[state])}</td>`)
}

/** Clause × system as a picture: every cell has a sign, a colour and a word. */
export function matrix(coverage: Coverage): Markup {
  const { clauses, systems } = coverage
  const width = systems.length + 2
  return html`<div class="scroll">
    <table>
      <caption class="hidden">
        条項とシステムの対照
      </caption>
      <thead>
        <tr>
          <th scope="col" colspan="2">条項</th>
          ${systems.map((system) => {
            return html`<th scope="col" class="system">${say(columnName(system, coverage))}</th>`
          })}
        </tr>
      </thead>
      ${byArea(clauses).map(
        ([area, rows]) =>
          html`<tbody>
            <tr>
              <th class="area" scope="rowgroup" colspan="${say(width)}">${say(area)}</th>
            </tr>
            ${rows.map(
              ({ requirement, title, mandatory, cells }) =>
                html`<tr>
                  <th scope="row">${say(requirement)}</th>
                  <td>${say(title)}${say(mandatory ? '（例外なし）' : '')}</td>
                  ${cells.map((cell, index) => cellMarkup(requirement, cell, index))}
                </tr>`,
            )}
          </tbody>`,
      )}
    </table>
  </div>`
}

function cellMarkup(requirement: string, cell: CoverageCell, index: number): Markup {
  const word = cellWord(cell)
  const { sign } = stateWords[cell.state]
  const inner = html`<span aria-hidden="true">${say(sign)}</span
    ><span class="hidden">${say(word)}</span>`
  const isPlain = cell.state === 'notApplicable' || cell.state === 'noRule'
  return html`<td class="cell ${say(cell.state)}" title="${say(word)}">
    ${isPlain ? inner : html`<a href="#${say(anchorOf(requirement, index))}">${inner}</a>`}
  </td>`
}

/** The auditors' own table: 重要リスク, 着眼点, 監査の結果. */
export function viewpointTable(table: ViewpointTable, { systems }: Coverage): Markup {
  const names = new Map(systems.map(({ system, name }) => [system, name]))
  const risks = [...new Set(table.rows.map(({ risk }) => risk))]
  return html`<h2>監査の着眼点と結果（${say(table.name)}）</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">重要リスク</th>
            <th scope="col">着眼点</th>
            ${table.systems.map(
              (system) => html`<th scope="col">${say(names.get(system) ?? system)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${risks.flatMap((risk, number) => {
            const rows = table.rows.filter((row) => row.risk === risk)
            return rows.map(
              (row, index) =>
                html`<tr>
                  ${
                    index === 0
                      ? html`<th scope="rowgroup" rowspan="${say(rows.length)}">
                          (${say(number + 1)}) ${say(risk)}
                        </th>`
                      : html``
                  }
                  <td>${say(kana(index))} ${say(row.text)}</td>
                  ${row.results.map((result) => html`<td>${say(viewpointText(result))}</td>`)}
                </tr>`,
            )
          })}
        </tbody>
      </table>
    </div>
    ${viewpointNotes.map((note) => html`<p class="note">（注）${say(note)}</p>`)}`
}
