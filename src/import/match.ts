import { groupBy } from '../finding/order.ts'
import { textLikeness } from '../japanese/likeness.ts'
import { plainText } from '../japanese/sentence.ts'
import type { ElementList } from './element.ts'

/** An element as it is written: its keys and values. */
export type Value = Readonly<Record<string, unknown>>

/** Two elements that are the same one. */
export type Pair = readonly [one: number, other: number]

/** As alike as two sentences must be to be taken for one that was changed. */
const leastLikeness = 0.55
/** The same of sentences with another heading about other work: 「…は、毎年、…しなければならない」 is much of any. */
const leastOfOthers = 0.8

/**
 * Finds which elements of two lists are the same, each at most once: those that `isKnown` by their ids, then
 * the most alike by their text. The number of an article counts for nothing.
 */
export function matchLists(
  list: ElementList,
  ones: readonly Value[],
  others: readonly Value[],
  isKnown: (one: Value, other: Value) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = []
  const [left, right] = [new Set(ones.keys()), new Set(others.keys())]
  const take = (one: number, other: number): void => {
    pairs.push([one, other])
    left.delete(one)
    right.delete(other)
  }
  for (const one of [...left]) {
    const found = [...right].find((other) => isKnown(ones[one] ?? {}, others[other] ?? {}))
    if (found !== undefined) take(one, found)
  }
  // Most sentences are as they were: what is the same need not be weighed against all.
  const byText = groupBy([...right], (at) => exactly(others[at] ?? {}))
  for (const one of [...left]) {
    const same = byText.get(exactly(ones[one] ?? {}))?.find((at) => right.has(at))
    if (same !== undefined) take(one, same)
  }
  const likely = [...left].flatMap((one) =>
    [...right].flatMap((other) => {
      const likeness = likenessOf(list, ones[one] ?? {}, others[other] ?? {})
      return likeness >= leastLikeness ? [{ one, other, likeness }] : []
    }),
  )
  const apart = ({ one, other }: { one: number; other: number }): number => Math.abs(one - other)
  for (const { one, other } of likely.sort(
    (a, b) => b.likeness - a.likeness || apart(a) - apart(b),
  )) {
    if (left.has(one) && right.has(other)) take(one, other)
  }
  return pairs
}

/** What an element says, whatever its id and its place. */
function exactly(value: Value): string {
  const { text, name, title, kind, on } = value
  return JSON.stringify([text ?? null, name ?? null, title ?? null, kind ?? null, on ?? null])
}

function likenessOf(list: ElementList, one: Value, other: Value): number {
  switch (list) {
    case 'roles':
      // Names of roles are all alike: 情報システム管理者, 情報システム担当者.
      if (said(one, 'name') === said(other, 'name')) return 1
      return isEqual(one['canonical'], other['canonical']) ? 0.8 : 0
    case 'duties':
    case 'provisions':
    case 'clauses':
      return likenessOfTexts(one, other)
    case 'chains':
    case 'documents':
      return textLikeness(said(one, 'title'), said(other, 'title'))
    case 'passwords':
    case 'exceptions':
      return isEqual(one['id'], other['id']) ? 1 : 0
    case 'logs':
      return isEqual(one['kind'], other['kind']) ? 1 : 0
    case 'revisions':
      return isEqual(one['on'], other['on']) ? 1 : 0
  }
}

function likenessOfTexts(one: Value, other: Value): number {
  const likeness = textLikeness(saidOf(one), saidOf(other))
  const isOther =
    said(one, 'title') !== said(other, 'title') && !isEqual(one['activity'], other['activity'])
  return isOther && likeness < leastOfOthers ? 0 : likeness
}

function isEqual(one: unknown, other: unknown): boolean {
  return one !== undefined && one === other
}

function saidOf(value: Value): string {
  return said(value, 'text') === '' ? said(value, 'title') : said(value, 'text')
}

function said(value: Value, key: string): string {
  const text = value[key]
  return typeof text === 'string' ? plainText(text) : ''
}

/** What ids of one reading are called in another. */
export type Renaming = ReadonlyMap<string, string>

/** Keys that refer to roles. */
const referring: ReadonlySet<string> = new Set(['performers', 'role', 'by', 'respondents'])

/** A procedure with its roles, and all that refers to them, under other ids. */
export function rolesRenamed(procedure: Value, ids: Renaming): Value {
  const roles: unknown = procedure['roles']
  const rest = withReferences(procedure, ids) as Value
  if (!Array.isArray(roles)) return rest
  return {
    ...rest,
    roles: roles.map((role: Value) => renamed(role, ids.get(String(role['id'])) ?? '')),
  }
}

/** An element under another id; the same where that is empty. */
export function renamed(value: Value, id: string): Value {
  return id === '' || value['id'] === id ? value : { ...value, id }
}

function withReferences(value: unknown, ids: Renaming): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, own]: [string, unknown]) => [
      key,
      referring.has(key) ? referenceIn(own, ids) : withReferences(own, ids),
    ]),
  )
}

function referenceIn(value: unknown, ids: Renaming): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  return Array.isArray(value) ? value.map((one) => referenceIn(one, ids)) : value
}
