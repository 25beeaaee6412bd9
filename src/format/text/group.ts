import type { Finding } from '../../finding/finding.ts'
import { groupBy } from '../../finding/order.ts'
import type { JudgedSystem } from '../../finding/report.ts'
import { isStandardSystem, systemTitle } from '../../finding/system-id.ts'
import { writeDayText } from '../../japanese/date.ts'
import { visibleLine } from './visible.ts'

/** Findings under one heading. */
export interface Group {
  readonly title: string
  readonly findings: readonly Finding[]
}

/** What findings are put under headings by. */
interface Grouped {
  readonly systems: readonly Titled[]
  readonly findings: readonly Finding[]
}

type Titled = Pick<JudgedSystem, 'system' | 'name' | 'asOf'>

const shapes = 'ファイルの形式'
const standard = '対策基準'

/**
 * The findings under their headings, at most so many in all: file shapes first, for they hide the
 * rest, then the systems in the report's order, then what belongs to no judged system.
 */
export function groupsOf(report: Grouped, max: number): Group[] {
  const titles = new Map(report.systems.map((system) => [system.system, titleOf(system)]))
  const groups = groupBy(report.findings, (finding) => headingOf(finding, titles))
  let left = max
  const shown: Group[] = []
  for (const title of new Set([shapes, ...titles.values(), ...groups.keys()])) {
    const some = (groups.get(title) ?? []).slice(0, Math.max(0, left))
    left -= some.length
    if (some.length > 0) shown.push({ title, findings: some })
  }
  return shown
}

function headingOf(finding: Finding, titles: ReadonlyMap<string, string>): string {
  const { system } = finding
  const title = system === null ? undefined : titles.get(system)
  if (title !== undefined) return title
  if (finding.class === 'F') return shapes
  return system === null || isStandardSystem(system) ? standard : visibleLine(system)
}

function titleOf({ system, name, asOf }: Titled): string {
  const title = isStandardSystem(system) ? name : systemTitle(name, system)
  return visibleLine(`${title} 判定日 ${writeDayText(asOf)}`)
}
