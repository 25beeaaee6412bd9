import type { CheckedExpr } from '../expression/checked.ts'
import { compareText } from '../finding/order.ts'
import type { Element } from '../diff/element.ts'
import { systemIn } from '../diff/names.ts'
import type { WrittenDossier } from '../model/dossier.ts'
import type { CheckedRule } from '../rule/checked-rule.ts'
import type { LinkedRule } from '../rule/link.ts'
import { shapes } from '../schema/generated/shape.ts'
import type { ValueShape } from '../schema/shape.ts'
import type { Packs } from './packs.ts'

/**
 * The requirement that elements which name none belong to: the one that most rules of the standard hold
 * against elements of their kind.
 */
export function requirementsIn(
  dossiers: readonly WrittenDossier[],
  packs: Packs,
): (element: Element) => string | null {
  const tables = new Map<string, ReadonlyMap<string, string>>()
  const bySystem = new Map(dossiers.map((dossier) => [dossier.id, dossier]))
  return (element) => {
    const dossier = bySystem.get(systemIn(element))
    if (!dossier) return null
    const { standard } = dossier
    const table = tables.get(standard.id) ?? requirementsByShape(packs.rulesFor(standard))
    tables.set(standard.id, table)
    return nearest(element, table)
  }
}

function nearest({ shape, owner }: Element, table: ReadonlyMap<string, string>): string | null {
  return table.get(shape.name) ?? (owner ? nearest(owner, table) : null)
}

/** For each type of element the requirement that most rules of some name. */
export function requirementsByShape(rules: readonly LinkedRule[]): ReadonlyMap<string, string> {
  return tableOf(rules.map(({ rule }) => rule))
}

/** For each type of element the requirement that most rules name which go through such elements. */
function tableOf(rules: readonly CheckedRule[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { requirement, each } of rules) {
    const type = typeOfElements(each.at(-1)?.path)
    if (type === undefined || !requirement || !('key' in requirement)) continue
    const keys = counts.get(type) ?? new Map<string, number>()
    keys.set(requirement.key, (keys.get(requirement.key) ?? 0) + 1)
    counts.set(type, keys)
  }
  return new Map(
    [...counts].map(([type, keys]) => {
      const sorted = [...keys].sort(([a, m], [b, n]) => n - m || compareText(a, b))
      return [type, sorted[0]?.[0] ?? '']
    }),
  )
}

/** The type of the elements a path leads to, where it ends at a written field. */
function typeOfElements(path: CheckedExpr | undefined): string | undefined {
  if (path?.op !== 'field' || !(path.type in shapes)) return undefined
  const type = shapes[path.type]?.fields[path.field]?.type
  return type && nameOf(type)
}

function nameOf(type: ValueShape): string | undefined {
  if (type.kind === 'list') return nameOf(type.of)
  return type.kind === 'object' ? type.name : undefined
}
