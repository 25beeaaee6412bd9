/**
 * One in so many of a list that is too long to be tried whole each time, and the same ones each time. With
 * `SWEEP=1` in the environment all of them, with another number one in so many.
 */
export function* oneIn<Item>(usual: number, items: Iterable<Item>, from = 0): Generator<Item> {
  const step = Number(process.env['SWEEP'] ?? usual)
  let at = 0
  for (const item of items) {
    if (at % step === from % step) yield item
    at += 1
  }
}
