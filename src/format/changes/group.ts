import {
  type Change,
  type ChangeReport,
  type ComparedSystem,
  gradesInOrder,
} from '../../finding/change.ts'
import { groupBy } from '../../finding/order.ts'
import { systemTitle } from '../../finding/system-id.ts'
import { writeDayText } from '../../japanese/date.ts'
import { visibleLine } from '../text/visible.ts'

/** The changes under one heading, the graver grades first. */
export interface ChangeGroup {
  readonly title: string
  /** The day of judgement, where the heading is a system's. */
  readonly day: string | null
  readonly changes: readonly Change[]
}

/** What belongs to no system. */
const elsewhere = '自治体と対策基準'

const states: Readonly<Record<ComparedSystem['state'], string>> = {
  added: '新しいシステム',
  removed: 'なくなったシステム',
  both: '',
}

/** The changes system by system, in the report's order, then those of no system; none empty. */
export function changeGroups({ systems, changes }: ChangeReport): readonly ChangeGroup[] {
  const groups = groupBy(changes, ({ system }) => system ?? '')
  const known = new Map(systems.map((system) => [system.system, system]))
  return [...new Set([...known.keys(), ...groups.keys()])]
    .filter((key) => groups.has(key))
    .sort((a, b) => Number(a === '') - Number(b === ''))
    .map((key) => ({ ...headOf(key, known.get(key)), changes: byGrade(groups.get(key) ?? []) }))
}

function byGrade(changes: readonly Change[]): readonly Change[] {
  return gradesInOrder.flatMap((grade) => changes.filter((change) => change.grade === grade))
}

function headOf(key: string, system: ComparedSystem | undefined): Omit<ChangeGroup, 'changes'> {
  if (!system) return { title: key === '' ? elsewhere : visibleLine(key), day: null }
  const { name, asOf, state } = system
  return {
    title: visibleLine(systemTitle(name, key, states[state])),
    day: visibleLine(writeDayText(asOf)),
  }
}
