import { elementOf, type Result } from './evaluate.ts'

const idOf = (item: unknown): string => elementOf([item])

/**
 * One fact, one finding: a rule is silent on an element where a rule it yields to has a finding on the
 * same element or on one that this element is part of.
 */
export function withoutYielded(results: readonly Result[]): readonly Result[] {
  const violated = new Map<string, ReadonlySet<string>[]>()
  for (const { rule, bound, outcome } of results) {
    if (outcome !== 'violated') continue
    const ids = violated.get(rule.rule.id) ?? []
    ids.push(new Set(bound.map(idOf)))
    violated.set(rule.rule.id, ids)
  }
  return results.filter((result) => result.outcome !== 'violated' || !yields(result, violated))
}

function yields(result: Result, violated: ReadonlyMap<string, readonly ReadonlySet<string>[]>) {
  const own = new Set(result.bound.map(idOf))
  return result.rule.rule.yieldsTo.some((id) =>
    violated.get(id)?.some((other) => [...other].every((part) => own.has(part))),
  )
}
