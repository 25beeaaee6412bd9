import { names } from './commands.mjs'
import { median } from './measure.mjs'

/**
 * The ratios promised in README, each judged by the medians of one run.
 * @typedef {object} Target
 * @property {string} what
 * @property {number | undefined} found undefined where it was not measured
 * @property {number} limit
 * @property {'at most' | 'at least'} side
 */

/**
 * @param {ReadonlyMap<string, { times: readonly number[], memory: number | undefined }>} results
 * @param {readonly number[]} sizes
 * @returns {readonly Target[]}
 */
export function targets(results, sizes) {
  const time = (name) => (results.has(name) ? median(results.get(name).times) : undefined)
  const ratio = (above, below) =>
    above === undefined || below === undefined ? undefined : above / below
  const most = (what, found, limit) => ({ what, found, limit, side: 'at most' })
  const least = (what, found, limit) => ({ what, found, limit, side: 'at least' })
  const againstSpectral = (systems, limit) =>
    least(
      `spectral / policy-lint, ${systems}`,
      ratio(time(names.spectral(systems)), time(names.full(systems))),
      limit,
    )
  const held = (name) => results.get(name)?.memory
  return [
    most('one system / node -e 0', ratio(time(names.one), time(names.node)), 2),
    ...sizes.map((systems) =>
      most(
        `check / read + load, ${systems}`,
        ratio(time(names.full(systems)), time(names.load(systems))),
        1.8,
      ),
    ),
    againstSpectral(100, 10),
    againstSpectral(1000, 25),
    most(
      'memory / spectral, 1000',
      ratio(held(names.full(1000)), held(names.spectral(1000))),
      1 / 6,
    ),
    ...sizes
      .filter((systems) => time(names.compared(systems)) !== undefined)
      .map((systems) =>
        most(
          `diff, one in ten changed / check, ${systems}`,
          ratio(time(names.compared(systems)), time(names.full(systems))),
          2.5,
        ),
      ),
    ...growth(sizes, time).map(({ what, found }) => most(what, found, 1.3)),
  ]
}

/** The cost of one more system in each step of size, against that of the step before. */
function growth(sizes, time) {
  const steps = sizes.slice(1).map((systems, at) => {
    const [more, less] = [time(names.full(systems)), time(names.full(sizes[at]))]
    return { systems, cost: (more - less) / (systems - sizes[at]) }
  })
  return steps.slice(1).map(({ systems, cost }, at) => ({
    what: `cost of one more system at ${systems} / at ${steps[at].systems}`,
    found: cost / steps[at].cost,
  }))
}
