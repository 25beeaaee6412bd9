import { names } from './commands.mjs'
import { median } from './measure.mjs'

/**
 * The ratios that are promised, each judged by the medians of one run.
 * @typedef {object} Target
 * @property {string} what
 * @property {number | undefined} found undefined where it was not measured
 * @property {number} limit
 * @property {'at most' | 'at least'} side
 */

/** How much more a check may be than reading and loading the same files, and one whose judgements are kept. */
const cold = (systems) => (systems <= 100 ? 3 : 2.7)
const warm = (systems) => (systems <= 100 ? 1 : 0.5)

/**
 * @param {ReadonlyMap<string, readonly { thread: number, memory: number }[]>} results
 * @param {{ sizes: readonly number[], ledgers: readonly number[] }} measured systems of a run, rows of a ledger
 * @returns {readonly Target[]}
 */
export function targets(results, { sizes, ledgers }) {
  const middle = (of) => (name) =>
    results.has(name) ? median(results.get(name).map((one) => one[of])) : undefined
  const [time, held] = [middle('thread'), middle('memory')]
  const ratio = (above, below) =>
    above === undefined || below === undefined ? undefined : above / below
  const most = (what, found, limit) => ({ what, found, limit, side: 'at most' })
  const atMost = ({ what, found }) => most(what, found, 1.3)
  const least = (what, found, limit) => ({ what, found, limit, side: 'at least' })
  const againstRead = (name, systems) => ratio(time(name(systems)), time(names.load(systems)))
  const againstSpectral = (systems) =>
    ratio(time(names.spectral(systems)), time(names.full(systems)))
  return [
    most('one system / read + load', ratio(time(names.one), time(names.load(1))), 1.4),
    most('one system again / read + load', ratio(time(names.oneAgain), time(names.load(1))), 1),
    ...sizes.flatMap((systems) => [
      most(`check / read + load, ${systems}`, againstRead(names.full, systems), cold(systems)),
      most(`again / read + load, ${systems}`, againstRead(names.again, systems), warm(systems)),
    ]),
    least('spectral / policy-lint, 100', againstSpectral(100), 10),
    least('spectral / policy-lint, 1000', againstSpectral(1000), 25),
    most(
      'memory / spectral, 1000',
      ratio(held(names.full(1000)), held(names.spectral(1000))),
      1 / 7,
    ),
    most('again, 20000, ms of work', time(names.again(20_000)), 3000),
    most('memory, 20000, MiB', held(names.full(20_000)), 400),
    most('memory again, 20000, MiB', held(names.again(20_000)), 400),
    ...sizes
      .filter((systems) => time(names.compared(systems)) !== undefined)
      .map((systems) =>
        most(
          `diff, one in ten changed / check, ${systems}`,
          ratio(time(names.compared(systems)), time(names.full(systems))),
          1.2,
        ),
      ),
    ...sizes
      .filter((systems) => held(names.compared(systems)) !== undefined)
      .map((systems) =>
        most(
          `memory, diff / check, ${systems}`,
          ratio(held(names.compared(systems)), held(names.full(systems))),
          1.5,
        ),
      ),
    ...growth('system', sizes, (size) => time(names.full(size))).map(atMost),
    ...growth('row of a ledger', ledgers, (size) => time(names.ledger(size))).map(atMost),
    ...ledgers.map((rows) =>
      most(
        `memory, a ledger of ${rows} rows / one system`,
        ratio(held(names.ledger(rows)), held(names.one)),
        3,
      ),
    ),
  ]
}

/** The cost of one more in each step of size, against that of the step before. */
function growth(what, sizes, time) {
  const steps = sizes.slice(1).map((size, at) => {
    const [more, less] = [time(size), time(sizes[at])]
    return { size, cost: (more - less) / (size - sizes[at]) }
  })
  return steps.slice(1).map(({ size, cost }, at) => ({
    what: `cost of one more ${what} at ${size} / at ${steps[at].size}`,
    found: cost / steps[at].cost,
  }))
}
