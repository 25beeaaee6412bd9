import type { Word } from './standard.ts'

/** Whether one of some audiences is another or includes it, over any number of steps. */
export function audienceCovers(
  audiences: readonly string[],
  wanted: string,
  words: ReadonlyMap<string, Word>,
): boolean {
  const seen = new Set<string>()
  const queue = [...audiences]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === wanted) return true
    if (seen.has(next)) continue
    seen.add(next)
    queue.push(...(words.get(next)?.includes ?? []))
  }
  return false
}
