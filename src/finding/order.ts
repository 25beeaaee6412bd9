import type { Finding, Severity } from './finding.ts'

/** The one total order in which findings leave: place, rule, requirement, message, fingerprint. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.location.path, b.location.path) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.column - b.location.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.requirement ?? '', b.requirement ?? '') ||
    compareText(a.message, b.message) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The graver first, and of the same severity as they came; what was known before comes last. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity, state }: Finding): number =>
    ranks[severity] + (state === 'existing' ? 3 : 0)
  return [...findings].sort((a, b) => rank(a) - rank(b))
}

/** Plain code-unit order, the same on every machine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The largest of some numbers, however many; `least` where none is larger. */
export function largest(numbers: Iterable<number>, least = 0): number {
  let most = least
  for (const one of numbers) most = Math.max(most, one)
  return most
}

/** Items under their keys, in the order they came; what `Map.groupBy` does from Node 21 on. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  return groupByAll(items, (item) => [keyOf(item)])
}

/** Items under every key they have; those that have none are left out. */
export function groupByAll<Item, Key>(
  items: Iterable<Item>,
  keysOf: (item: Item) => Iterable<Key>,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
