import type {
  Coverage,
  CoverageCell,
  CoverageClause,
  ViewpointTable,
} from '../../finding/coverage.ts'
import { writeDayText } from '../../japanese/date.ts'
import type { CoverageContext } from '../coverage.ts'
import { placeText } from '../text/place.ts'
import { visibleLine } from '../text/visible.ts'
import {
  cellWord,
  countsText,
  kana,
  legend,
  missingText,
  remarks,
  stateWords,
  viewpointNotes,
  viewpointText,
} from './words.ts'

/** The matrix as tables of Markdown, for a pull request or a wiki. */
export function coverageMarkdown(coverage: Coverage, context: CoverageContext): string {
  const { unread } = coverage
  const lines = [
    ...(unread.length > 0
      ? [
          '**書類に誤りがあり、この表はすべてを示していません。**',
          '',
          ...unread.map(({ message, location }) => {
            return `- \`${placeText(location)}\` ${plain(message)}`
          }),
          '',
        ]
      : []),
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
    ...table(
      ['番号', 'システム', '判定日', '条項の数'],
      systems.map(({ name, asOf, counts }, index) => [
        String(index + 1),
        name,
        writeDayText(asOf),
        countsText(counts),
      ]),
    ),
    '',
    legend(),
    '',
    ...table(
      ['分野', '条項', '', ...systems.map((_, index) => String(index + 1))],
      coverage.clauses.map(({ area, requirement, title, cells }) => [
        area,
        requirement,
        title,
        ...cells.map(({ state }) => stateWords[state].sign),
      ]),
    ),
    '',
    ...remarks(systems, coverage.clauses).map((remark) => `- ${plain(remark)}`),
    ...systems.flatMap(({ name }, index) => [
      '',
      `## ${index + 1} ${plain(name)}`,
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
    `- ${sign} **${requirement}** ${plain(title)}: ${cellWord(cell)}`,
    ...cell.broken.map(({ label, message, location }) => {
      return `  - ${plain(label)}: ${plain(message)} \`${placeText(location)}\``
    }),
    ...cell.excepted.map(({ exception, expires, location }) => {
      return `  - 例外「${plain(exception)}」（期限 ${writeDayText(expires)}） \`${placeText(location)}\``
    }),
    ...(cell.cannotJudge.length > 0
      ? [`  - 判定に要るもの: ${plain(missingText(cell.cannotJudge, context.missingLabel))}`]
      : []),
    ...kept.map(({ label, location }) => `  - ${plain(label)} \`${placeText(location)}\``),
  ]
}

function viewpoints(written: ViewpointTable, { systems }: Coverage): readonly string[] {
  const names = new Map(systems.map(({ system, name }) => [system, name]))
  const risks = [...new Set(written.rows.map(({ risk }) => risk))]
  return [
    `# 監査の着眼点と結果 ${plain(written.name)}`,
    '',
    ...table(
      ['重要リスク', '着眼点', ...written.systems.map((system) => names.get(system) ?? system)],
      risks.flatMap((risk, number) =>
        written.rows
          .filter((row) => row.risk === risk)
          .map((row, index) => [
            index === 0 ? `(${number + 1}) ${risk}` : '',
            `${kana(index)} ${row.text}`,
            ...row.results.map(viewpointText),
          ]),
      ),
    ),
    '',
    ...viewpointNotes.map((note, index) => `${index + 1}. ${note}`),
    '',
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

/** Text that can do nothing in Markdown but be read. */
function plain(text: string): string {
  return visibleLine(text).replace(/[\\`*_[\]<>|#]/g, '\\$&')
}
