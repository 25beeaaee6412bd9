import type { Finding } from './finding.ts'
import { groupBy } from './order.ts'

/**
 * Findings that say the same of one file: a reader needs one of them in full, and of the others what is
 * their own. A finding that stands alone is a bundle of one.
 */
export interface Bundle<T = Finding> {
  readonly first: T
  /** The others that are named. */
  readonly named: readonly T[]
  /** How many there are beside those named. */
  readonly more: number
  /** All but the first. */
  readonly others: readonly T[]
}

/** So many of one rule in one file are told one by one. */
const maxAlone = 5
/** So many others are all named; of more than that only a few, enough to see what it is about. */
const maxNamed = 12
const few = 4

/** Findings in their order, those of one rule in one file together where they are many. */
export function bundled(findings: readonly Finding[]): readonly Bundle[] {
  return bundledBy(findings, likenessOf)
}

/** What is told of places, in its order; what has the same likeness together where there is much of it. */
export function bundledBy<T>(
  told: readonly T[],
  likenessOf: (one: T) => string,
): readonly Bundle<T>[] {
  const alike = groupBy(told, likenessOf)
  return told.flatMap((one) => {
    const all = alike.get(likenessOf(one)) ?? []
    if (all.length <= maxAlone) return { first: one, named: [], more: 0, others: [] }
    return one === all[0] ? bundleOf(one, all.slice(1)) : []
  })
}

/** Whether a bundle is a list of one thing's lacks: many findings, and nothing more to be shown of where they stand. */
export function isList({ first, others }: Bundle): boolean {
  const { start, end } = first.location
  const isThere = ({ location }: Finding): boolean =>
    location.start.line === start.line &&
    location.start.column === start.column &&
    location.end.line === end.line &&
    location.end.column === end.column
  return others.length > 0 && others.every(isThere)
}

/** How many findings a bundle stands for. */
export function sizeOf({ named, more }: Bundle<unknown>): number {
  return 1 + named.length + more
}

function bundleOf<T>(first: T, others: readonly T[]): Bundle<T> {
  const named = others.length > maxNamed ? others.slice(0, few) : others
  return { first, named, more: others.length - named.length, others }
}

/**
 * What findings have in common that are told together. What is new is not hidden behind what is known, nor
 * one mistake of form behind another.
 */
function likenessOf(finding: Finding): string {
  const { rule, system, location, severity, label, basis, state, why } = finding
  const mend = finding.class === 'F' ? finding.fix : ''
  return [rule, system, location.path, severity, label, basis, state, why, mend].join('\0')
}
