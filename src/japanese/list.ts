/** Joins as a sentence does (A、B、C); beyond the limit the rest is counted (A、B ほか3件). */
export function joinList(items: readonly string[], limit = Infinity): string {
  if (items.length <= limit) return items.join('、')
  return `${items.slice(0, limit).join('、')} ほか${items.length - limit}件`
}
