/**
 * Draws of one seeded sequence: the same seed gives the same draws on every machine (mulberry32).
 * @typedef {object} Draws
 * @property {() => number} next a number from 0 up to, not including, 1
 * @property {(low: number, high: number) => number} int a whole number, both ends included
 * @property {<T>(list: readonly T[]) => T} pick one of a list
 * @property {(probability: number) => boolean} chance true as often as the probability says
 */

/**
 * @param {number} seed
 * @returns {Draws}
 */
export function draws(seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low, high) => low + Math.floor(next() * (high - low + 1))
  const pick = (list) => list[int(0, list.length - 1)]
  const chance = (probability) => next() < probability
  return { next, int, pick, chance }
}
