import type {
  BrokenPlace,
  Coverage,
  CoverageCell,
  CoverageClause,
  ViewpointTable,
} from '../../finding/coverage.ts'
import { writeDayText } from '../../japanese/date.ts'
import type { CoverageContext } from '../context.ts'
import { code, plain, table } from '../markdown/plain.ts'
import { placeText } from '../text/visible.ts'
import { unreadMarkdown } from '../unread.ts'
import {
  brokenOf,
  cellWord,
  columnName,
  countsText,
  headOf,
  kana,
  legend,
  missingText,
  partial,
  remarks,
  stateWords,
  viewpointNotes,
  viewpointText,
} from './words.ts'

/** The matrix as tables of Markdown, for a pull request or a wiki. */
export function coverageMarkdown(coverage: Coverage, context: CoverageContext): string {
  const lines = [
    ...unreadMarkdown(partial, coverage.unread),
    ...(context.table === 'viewpoints'
      ? coverage.viewpoints.flatMap((table) => viewpoints(table, coverage))
      : clauses(coverage, context)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function clauses(coverage: Coverage, context: CoverageContext): readonly string[] {
  const { systems } = coverage
  return [
    '# 条項とシステムの対照',
    '',
    ...head(coverage),
    ...table(
      ['番号', 'システム', '所管', '特性', '判定日', '条項の数'],
      systems.map((system, index) => [
        String(index + 1),
        plain(columnName(system, coverage)),
        plain(system.owner?.name ?? ''),
        plain((system.traits ?? []).map(({ name }) => name).join('、')),
        writeDayText(system.asOf),
        countsText(system.counts),
      ]),
    ),
    '',
    legend(),
    '',
    ...table(
      ['分野', '条項', '', ...systems.map((_, index) => String(index + 1))],
      coverage.clauses.map(({ area, requirement, title, cells }) => [
        plain(area),
        plain(requirement),
        plain(title),
        ...cells.map(({ state }) => stateWords[state].sign),
      ]),
    ),
    '',
    ...remarks(systems, coverage.clauses).map((remark) => `- ${plain(remark)}`),
    ...systems.flatMap((system, index) => [
      '',
      `## ${index + 1} ${plain(columnName(system, coverage))}`,
      '',
      ...coverage.clauses.flatMap((clause) => cellLines(clause, clause.cells[index], context)),
    ]),
  ]
}

function cellLines(
  { requirement, title }: CoverageClause,
  cell: CoverageCell | undefined,
  context: CoverageContext,
): readonly string[] {
  if (!cell || cell.state === 'notApplicable') return []
  const { sign } = stateWords[cell.state]
  const kept = cell.state === 'kept' ? cell.kept : []
  return [
    `- ${sign} **${plain(requirement)}** ${plain(title)}: ${cellWord(cell)}`,
    ...brokenOf(cell).map((one) => `  - ${typeof one === 'string' ? one : brokenText(one)}`),
    ...cell.excepted.map(({ exception, expires, location }) => {
      return `  - 例外「${plain(exception)}」（期限 ${writeDayText(expires)}） ${code(placeText(location))}`
    }),
    ...(cell.cannotJudge.length > 0
      ? [`  - 判定に要るもの: ${plain(missingText(cell.cannotJudge, context.missingLabel))}`]
      : []),
    ...kept.map(({ label, location }) => `  - ${plain(label)} ${code(placeText(location))}`),
  ]
}

function brokenText({ label, message, location }: BrokenPlace): string {
  return `${plain(label)}: ${plain(message)} ${code(placeText(location))}`
}

/** A list, so that each stands on a line of its own. */
function head(coverage: Coverage): readonly string[] {
  return [...headOf(coverage).map(([label, text]) => `- ${label}: ${plain(text)}`), '']
}

function viewpoints(written: ViewpointTable, coverage: Coverage): readonly string[] {
  const names = new Map(coverage.systems.map(({ system, name }) => [system, name]))
  const risks = [...new Set(written.rows.map(({ risk }) => risk))]
  return [
    `# 監査の着眼点と結果 ${plain(written.name)}`,
    '',
    ...head(coverage),
    ...table(
      [
        '重要リスク',
        '着眼点',
        ...written.systems.map((system) => plain(names.get(system) ?? system)),
      ],
      risks.flatMap((risk, number) =>
        written.rows
          .filter((row) => row.risk === risk)
          .map((row, index) => [
            index === 0 ? plain(`(${number + 1}) ${risk}`) : '',
            plain(`${kana(index)} ${row.text}`),
            ...row.results.map((result) => plain(viewpointText(result))),
          ]),
      ),
    ),
    '',
    ...viewpointNotes.map((note, index) => `${index + 1}. ${note}`),
    '',
  ]
}
