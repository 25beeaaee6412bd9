/**
 * A text with the lines that an edit changed, and all others as they were. A text that is written anew is written
 * another way throughout: what differs between `plain`, written without the edit, and `edited` is the edit alone.
 */
export function withEdit(text: string, plain: string, edited: string): string {
  const [mine, base, theirs] = [text.split('\n'), plain.split('\n'), edited.split('\n')]
  const [toMine, toTheirs] = [matches(base, mine), matches(base, theirs)]
  if (!toMine || !toTheirs) return edited
  const lines: string[] = []
  const from = { base: 0, mine: 0, theirs: 0 }
  const take = (at: number, own: number, other: number): void => {
    const [was, is] = [base.slice(from.base, at), theirs.slice(from.theirs, other)]
    const isUntouched = was.length === is.length && was.every((line, index) => line === is[index])
    for (const line of isUntouched ? mine.slice(from.mine, own) : is) lines.push(line)
  }
  for (const [at, own] of toMine) {
    const other = toTheirs.get(at)
    if (other === undefined) continue
    take(at, own, other)
    lines.push(mine[own] ?? '')
    Object.assign(from, { base: at + 1, mine: own + 1, theirs: other + 1 })
  }
  take(base.length, mine.length, theirs.length)
  return lines.join('\n')
}

/** More differences than these are no edit: the texts are taken for different ones. */
const mostDifferences = 2000

/** Which lines of two texts are the same, in order (Myers); undefined where hardly any are. */
function matches(
  a: readonly string[],
  b: readonly string[],
): ReadonlyMap<number, number> | undefined {
  const rounds: Map<number, number>[] = []
  let furthest = new Map([[1, 0]])
  for (let d = 0; d <= mostDifferences; d += 1) {
    rounds.push(furthest)
    const next = new Map<number, number>()
    for (let k = -d; k <= d; k += 2) {
      const isDown =
        k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
      let x = isDown ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return way(rounds, a.length, b.length)
    }
    furthest = next
  }
  return undefined
}

/** The way back through the rounds: its diagonals are the lines that are the same. */
function way(
  rounds: readonly ReadonlyMap<number, number>[],
  endOfA: number,
  endOfB: number,
): ReadonlyMap<number, number> {
  const found: (readonly [number, number])[] = []
  let [x, y] = [endOfA, endOfB]
  for (let d = rounds.length - 1; d >= 0; d -= 1) {
    const furthest = rounds[d] ?? new Map<number, number>()
    const k = x - y
    const isDown =
      k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
    const before = isDown ? k + 1 : k - 1
    const start = furthest.get(before) ?? 0
    while (x > start && y > start - before) {
      x -= 1
      y -= 1
      found.push([x, y])
    }
    if (d > 0) [x, y] = [start, start - before]
  }
  return new Map(found.reverse())
}
