/**
 * One in so many of a list that is too long to be tried whole each time, and the same ones each time: which, `from` says,
 * so that lists beside one another are tried in turn. With `SWEEP=1` in the environment all of them, with another number one
 * in so many, and never fewer than without it.
 */
export function* oneIn<Item>(usual: number, items: Iterable<Item>, from = 0): Generator<Item> {
  const step = Math.min(usual, Number(process.env['SWEEP'] ?? usual))
  let at = 0
  for (const item of items) {
    if (at % step === from % step) yield item
    at += 1
  }
}
