/** Signs that the name of a sheet may not hold. */
const unwanted = /[[\]:*?/\\\p{Cc}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu
const longest = 31

/** Names Excel accepts for sheets: short, without its signs, no two alike where capitals do not count. */
export function sheetNames(
  names: readonly string[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return names.map((name) => {
    const plain =
      name
        .replace(unwanted, '-')
        .replace(/^'+|'+$/g, '')
        .trim() || 'シート'
    let free = cut(plain, longest)
    for (let number = 2; used.has(free.toLowerCase()); number += 1) {
      const ending = ` (${number})`
      free = cut(plain, longest - ending.length) + ending
    }
    used.add(free.toLowerCase())
    return free
  })
}

/** The first so many UTF-16 units, no character halved. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

/** A column as letters: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
