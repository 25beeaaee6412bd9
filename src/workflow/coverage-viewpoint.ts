import type {
  CoverageClause,
  ViewpointResult,
  ViewpointRow,
  ViewpointTable,
} from '../finding/coverage.ts'
import type { Standard } from '../model/standard.ts'
import type { FindingContext } from '../rule/to-finding.ts'

/** The auditors' own table for each standard at hand: the viewpoints of its nearest pack that has some. */
export function viewpointTables(
  contexts: readonly FindingContext[],
  clauses: readonly CoverageClause[],
): readonly ViewpointTable[] {
  const tables = new Map<string, { standard: Standard; systems: Set<string> }>()
  for (const { standard, system } of contexts) {
    const table = tables.get(standard.id) ?? { standard, systems: new Set() }
    table.systems.add(system)
    tables.set(standard.id, table)
  }
  return [...tables.values()].flatMap(({ standard, systems }) => {
    const rows = rowsOf(standard, [...systems], clauses)
    const table = { pack: standard.id, name: standard.name, systems: [...systems], rows }
    return rows.length === 0 ? [] : [table]
  })
}

type Data = Readonly<Record<string, unknown>>

function rowsOf(
  { packs }: Standard,
  systems: readonly string[],
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
        results: systems.map((system) => resultOf(system, mine)),
      }
    }),
  )
}

function resultOf(system: string, clauses: readonly CoverageClause[]): ViewpointResult {
  const cells = clauses.flatMap(({ requirement, cells: all }) =>
    all.filter((cell) => cell.system === system).map((cell) => ({ requirement, cell })),
  )
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
