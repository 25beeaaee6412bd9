/** Whether the lines printed are those shown, where a line `…` stands for any lines. */
export function shows(shown: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = shown
  if (first === undefined) return printed.every((line) => line === '')
  if (first !== '…') return printed[0] === first && shows(rest, printed.slice(1))
  return printed.some((_, index) => shows(rest, printed.slice(index))) || rest.length === 0
}
