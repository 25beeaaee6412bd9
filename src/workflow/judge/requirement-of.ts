import { ownValue } from '../../finding/own-value.ts'
import type { CheckedExpr } from '../../expression/checked.ts'
import { compareText } from '../../finding/order.ts'
import type { Requirements } from '../../diff/taken.ts'
import type { Element } from '../../model/element.ts'
import { systemIn } from '../../diff/names.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import type { LinkedRule } from '../../rule/link.ts'
import { shapes } from '../../schema/generated/shape.ts'
import type { ValueShape } from '../../schema/shape.ts'
import type { Packs } from '../open/packs.ts'

/** For each type of element the requirements that rules name which go through such elements, most first. */
type Table = ReadonlyMap<string, readonly string[]>

/**
 * The requirements that elements which name none belong to: those that rules of the standard hold against
 * elements of their kind, and of them the one that most do.
 */
export function requirementsIn(
  dossiers: readonly WrittenDossier[],
  packs: Packs,
): Pick<Requirements, 'of' | 'ofKind'> {
  const tables = new Map<string, Table>()
  const bySystem = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
  const tableFor = (element: Element): Table => {
    const standard = bySystem.get(systemIn(element))?.standard
    if (!standard) return new Map()
    const table = tables.get(standard.id) ?? tableOf(packs.rulesFor(standard))
    tables.set(standard.id, table)
    return table
  }
  return {
    of: (element) => nearest(element, tableFor(element)),
    ofKind: (element) => tableFor(element).get(element.shape.name) ?? [],
  }
}

function nearest({ shape, parent }: Element, table: Table): string | null {
  return table.get(shape.name)?.[0] ?? (parent ? nearest(parent, table) : null)
}

/** For each type of element the requirement that most rules of some name. */
export function requirementsByShape(rules: readonly LinkedRule[]): ReadonlyMap<string, string> {
  return new Map([...tableOf(rules)].map(([type, [first = '']]) => [type, first]))
}

function tableOf(rules: readonly LinkedRule[]): Table {
  const counts = new Map<string, Map<string, number>>()
  for (const { requirement, each } of rules.map(({ rule }) => rule)) {
    const type = typeOfElements(each.at(-1)?.path)
    if (type === undefined || !requirement || !('key' in requirement)) continue
    const keys = counts.get(type) ?? new Map<string, number>()
    keys.set(requirement.key, (keys.get(requirement.key) ?? 0) + 1)
    counts.set(type, keys)
  }
  return new Map(
    [...counts].map(([type, keys]) => {
      const sorted = [...keys].sort(([a, m], [b, n]) => n - m || compareText(a, b))
      return [type, sorted.map(([key]) => key)]
    }),
  )
}

/** The type of the elements a path leads to, where it ends at a written field. */
function typeOfElements(path: CheckedExpr | undefined): string | undefined {
  if (path?.op !== 'field' || !(path.type in shapes)) return undefined
  const type = ownValue(shapes, path.type)?.fields[path.field]?.type
  return type && nameOf(type)
}

function nameOf(type: ValueShape): string | undefined {
  if (type.kind === 'list') return nameOf(type.of)
  return type.kind === 'object' ? type.name : undefined
}
