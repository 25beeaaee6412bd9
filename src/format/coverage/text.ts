import { largest } from '../../finding/order.ts'
import type {
  BrokenPlace,
  Coverage,
  CoverageCell,
  CoverageClause,
  CoveredSystem,
  ViewpointTable,
} from '../../finding/coverage.ts'
import { systemTitle } from '../../finding/system-id.ts'
import { writeDayText } from '../../japanese/date.ts'
import { displayWidth, padEnd } from '../../japanese/width.ts'
import type { CoverageContext } from '../context.ts'
import { field, hang, type Ink, type Page, pageFor } from '../text/page.ts'
import { placeText, visibleLine } from '../text/visible.ts'
import { unreadText } from '../unread.ts'
import {
  aboutText,
  brokenOf,
  byArea,
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

const maxPlaces = 2
const inks: Readonly<Record<CoverageCell['state'], Ink>> = {
  broken: 'red',
  cannotJudge: 'yellow',
  excepted: 'blue',
  kept: 'green',
  noRule: 'strong',
  notApplicable: 'muted',
}

/** The matrix for a terminal, and below it what keeps and what breaks each clause. */
export function coverageText(coverage: Coverage, context: CoverageContext): string {
  const page = pageFor({ ...context, sources: new Map() })
  const lines =
    context.table === 'viewpoints'
      ? coverage.viewpoints.flatMap((table) => viewpoints(page, table, coverage))
      : clauses(page, coverage, context)
  return [...unreadText(page, partial, coverage.unread), ...lines]
    .map((line) => `${line}\n`)
    .join('')
}

function head(page: Page, coverage: Coverage): readonly string[] {
  return headOf(coverage).flatMap(([label, text]) => field(page, label, text))
}

function clauses(page: Page, coverage: Coverage, context: CoverageContext): readonly string[] {
  const { systems } = coverage
  return [
    page.paint('strong', '条項とシステムの対照'),
    ...head(page, coverage),
    '',
    ...systems.flatMap((system, index) => systemLines(page, coverage, system, index)),
    '',
    ...hang(page, '  ', 2, legend()),
    '',
    ...matrix(page, coverage),
    '',
    ...remarks(systems, coverage.clauses).flatMap((remark) => field(page, '注', remark)),
    ...systems.flatMap((system, index) => details(page, coverage, system, index, context)),
  ]
}

function systemLines(
  page: Page,
  coverage: Coverage,
  system: CoveredSystem,
  index: number,
): readonly string[] {
  const head = `  ${String(index + 1).padStart(2)}  `
  const name = `${systemTitle(columnName(system, coverage), system.system)} 判定日 ${writeDayText(system.asOf)}`
  return [
    ...hang(page, head, head.length, visibleLine(name)),
    ...hang(page, ' '.repeat(head.length), head.length, visibleLine(aboutText(system))),
    ...hang(page, ' '.repeat(head.length), head.length, countsText(system.counts)),
  ]
}

function matrix(page: Page, { clauses, systems }: Coverage): readonly string[] {
  const keyWidth = largest(
    clauses.map(({ requirement }) => requirement.length),
    4,
  )
  const columns = systems.map((_, index) => padEnd(String(index + 1), 3, page.ambiguous)).join(' ')
  const titleWidth = Math.max(
    16,
    Math.min(
      largest(clauses.map(({ title }) => displayWidth(title, page.ambiguous))),
      page.width - keyWidth - columns.length - 6,
    ),
  )
  const head = ' '.repeat(2 + keyWidth + 2 + titleWidth + 2)
  return [
    `${head}${columns}`.trimEnd(),
    ...byArea(clauses).flatMap(([area, rows]) => [
      page.paint('strong', visibleLine(area)),
      ...rows.map(({ requirement, title, cells }) => {
        const name = padEnd(shortened(title, titleWidth, page), titleWidth, page.ambiguous)
        const signs = cells.map((cell) => sign(page, cell)).join(' ')
        return `  ${requirement.padEnd(keyWidth)}  ${name}  ${signs}`.trimEnd()
      }),
    ]),
  ]
}

function sign(page: Page, { state }: CoverageCell): string {
  const written = stateWords[state].sign
  const filled = padEnd(written, 3, page.ambiguous)
  return page.paint(inks[state], written) + filled.slice(written.length)
}

function shortened(title: string, width: number, page: Page): string {
  if (displayWidth(title, page.ambiguous) <= width) return title
  let short = ''
  for (const character of title) {
    if (displayWidth(`${short}${character}…`, page.ambiguous) > width) break
    short += character
  }
  return `${short}…`
}

function details(
  page: Page,
  coverage: Coverage,
  system: CoveredSystem,
  index: number,
  context: CoverageContext,
): readonly string[] {
  const lines = coverage.clauses.flatMap((clause) => {
    const cell = clause.cells[index]
    return cell ? cellLines(page, clause, cell, context) : []
  })
  if (lines.length === 0) return []
  return [
    '',
    page.paint('strong', `${index + 1} ${visibleLine(columnName(system, coverage))}`),
    ...lines,
  ]
}

function cellLines(
  page: Page,
  { requirement, title }: CoverageClause,
  cell: CoverageCell,
  context: CoverageContext,
): readonly string[] {
  if (cell.state === 'notApplicable') return []
  const { sign: written, word } = stateWords[cell.state]
  const head = `  ${page.paint(inks[cell.state], written)} `
  const more = (text: string) => hang(page, '      ', 6, text)
  return [
    ...hang(page, head, 5, `${requirement} ${visibleLine(title)}: ${word}`),
    ...brokenOf(cell).flatMap((one) => more(typeof one === 'string' ? one : brokenText(one))),
    ...cell.excepted.flatMap(({ exception, expires, location }) =>
      more(
        `例外「${visibleLine(exception)}」（期限 ${writeDayText(expires)}） ${placeText(location)}`,
      ),
    ),
    ...(cell.cannotJudge.length > 0
      ? more(`判定に要るもの: ${missingText(cell.cannotJudge, context.missingLabel)}`)
      : []),
    ...(cell.state === 'kept' ? keptLines(cell).flatMap(more) : []),
  ]
}

function brokenText({ label, message, location }: BrokenPlace): string {
  return `${visibleLine(label)}: ${visibleLine(message)} ${placeText(location)}`
}

function keptLines({ kept }: CoverageCell): readonly string[] {
  const rest = kept.length - maxPlaces
  return [
    ...kept
      .slice(0, maxPlaces)
      .map(({ label, location }) => `${visibleLine(label)} ${placeText(location)}`),
    ...(rest > 0 ? [`ほか${rest}か所`] : []),
  ]
}

function viewpoints(page: Page, table: ViewpointTable, coverage: Coverage): readonly string[] {
  const names = new Map(coverage.systems.map(({ system, name }) => [system, visibleLine(name)]))
  const risks = [...new Set(table.rows.map(({ risk }) => risk))]
  return [
    page.paint('strong', `監査の着眼点と結果 ${visibleLine(table.name)}`),
    ...head(page, coverage),
    ...risks.flatMap((risk, number) => [
      '',
      ...hang(page, `(${number + 1}) `, 4, visibleLine(risk)),
      ...table.rows
        .filter((row) => row.risk === risk)
        .flatMap((row, index) => [
          ...hang(page, `  ${kana(index)} `, 5, visibleLine(row.text)),
          ...row.results.flatMap((result) => {
            const name = names.get(result.system) ?? result.system
            return hang(page, '       ', 9, `${name}: ${viewpointText(result)}`)
          }),
        ]),
    ]),
    '',
    ...viewpointNotes.flatMap((note, index) => field(page, index === 0 ? '注' : '', note)),
  ]
}
