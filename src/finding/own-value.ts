/**
 * What a table holds under a word. A plain object inherits more than was put into it: `constructor` is
 * found in every one, and what a user writes may be that.
 */
export function ownValue<Value>(
  table: Readonly<Record<string, Value>>,
  word: string,
): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
