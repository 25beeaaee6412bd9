import type {
  CoverageClause,
  ViewpointResult,
  ViewpointRow,
  ViewpointTable,
} from '../../finding/coverage.ts'
import type { Data } from '../../model/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import type { FindingContext } from '../../rule/to-finding.ts'

/** The auditors' own table for each standard at hand: the viewpoints of its nearest pack that has some. */
export function viewpointTables(
  contexts: readonly FindingContext[],
  clauses: readonly CoverageClause[],
): readonly ViewpointTable[] {
  const tables = new Map<string, { standard: WrittenStandard; columns: Column[] }>()
  for (const [index, { standard, system }] of contexts.entries()) {
    const table = tables.get(standard.id) ?? { standard, columns: [] }
    table.columns.push({ system, index })
    tables.set(standard.id, table)
  }
  return [...tables.values()].flatMap(({ standard, columns }) => {
    const rows = rowsOf(standard, columns, clauses)
    const systems = columns.map(({ system }) => system)
    return rows.length === 0 ? [] : [{ pack: standard.id, name: standard.name, systems, rows }]
  })
}

/** A system, and where its cells stand in the rows of clauses. */
interface Column {
  readonly system: string
  readonly index: number
}

function rowsOf(
  { packs }: WrittenStandard,
  columns: readonly Column[],
  clauses: readonly CoverageClause[],
): readonly ViewpointRow[] {
  const nearest = packs.findLast(({ value }) => value['viewpoints'] !== undefined)
  const risks = (nearest?.value['viewpoints'] ?? []) as readonly Data[]
  return risks.flatMap(({ risk, items }) =>
    (items as readonly Data[]).map(({ id, text, requirements }) => {
      const keys = new Set(requirements as readonly string[])
      const mine = clauses.filter(({ requirement }) => keys.has(requirement))
      return {
        risk: String(risk),
        id: String(id),
        text: String(text),
        results: columns.map((column) => resultOf(column, mine)),
      }
    }),
  )
}

function resultOf({ system, index }: Column, clauses: readonly CoverageClause[]): ViewpointResult {
  const cells = clauses.flatMap(({ requirement, cells: all }) => {
    const cell = all[index]
    return cell ? [{ requirement, cell }] : []
  })
  return {
    system,
    findings: cells.flatMap(({ requirement, cell }) =>
      cell.broken.map((place) => ({ ...place, requirement })),
    ),
    cannotJudge: cells
      .filter(({ cell }) => cell.cannotJudge.length > 0)
      .map(({ requirement }) => requirement),
    requirements: cells
      .filter(({ cell }) => cell.state !== 'notApplicable' && cell.state !== 'noRule')
      .map(({ requirement }) => requirement),
  }
}
