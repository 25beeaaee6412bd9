/*
 * What is too much to be tried whole each time: by day a part of it, by night all. `SWEEP` in the environment asks for one in
 * so many (1 for all), `TURN` for which of them, so that as many runs, a turn each, try everything between them.
 */

const sweep = process.env['SWEEP']
const turn = Number(process.env['TURN'] ?? 0)

/**
 * One in so many of a list, and the same ones each time: which, `from` says, so that lists beside one another are tried in
 * turn. With `SWEEP` one in that many, and never fewer than without it.
 */
export function* oneIn<Item>(usual: number, items: Iterable<Item>, from = 0): Generator<Item> {
  const step = Math.min(usual, Number(sweep ?? usual))
  let at = 0
  for (const item of items) {
    if (at % step === (from + turn) % step) yield item
    at += 1
  }
}

/** One in so many of a list by day, and with `SWEEP` all of it, whose parts are then taken in turn. */
export function byDay<Item>(usual: number, items: readonly Item[], from = 0): readonly Item[] {
  return sweep === undefined ? [...oneIn(usual, items, from)] : items
}

/** How many random cases are tried: the usual number, and with `SWEEP` so many. */
export function randomRuns(usual: number, swept: number): number {
  return sweep === undefined ? usual : swept
}
