/** Hunts until it is stopped: says which case it is at, and what it has found, to the process that started it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Case, hunt, type Main, tryCase } from './hunt.ts'
import { promisedBy } from './promised.ts'

/** What the worker says. */
export type Said = { readonly at: Case } | { readonly found: Case; readonly fault: string }

const [root = '', seed = '0'] = process.argv.slice(2)
const program = createRequire(import.meta.url)(join(root, 'dist/bin/run.js')) as {
  readonly main: Main
}
const ground = { root, main: program.main, promised: promisedBy(root) }
const say = (said: Said): unknown => process.send?.(said)

for (let round = 0; ; round += 1) {
  const result = await hunt(
    (one) => {
      say({ at: one })
      return tryCase(one, ground)
    },
    { seed: Number(seed) + round, numRuns: 100, interruptAfterTimeLimit: 120_000 },
  )
  if (result) say(result)
}
