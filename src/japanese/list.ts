/** Joins as a sentence does (A、B、C); beyond the limit the rest is counted (A、B ほか3件). */
export function joinList(items: readonly string[], limit = Infinity): string {
  if (items.length <= limit) return items.join('、')
  return `${items.slice(0, limit).join('、')} ほか${items.length - limit}件`
}

/** Joins as a rule does: A及びB, A、B及びC. */
export function joinAnd(items: readonly string[]): string {
  return joinLast(items, '及び')
}

/** Joins alternatives as a rule does: A又はB, A、B又はC. */
export function joinOr(items: readonly string[]): string {
  return joinLast(items, '又は')
}

function joinLast(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join('、')}${word}${last}`
}
