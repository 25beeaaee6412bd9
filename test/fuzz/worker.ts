/** Hunts until it is stopped: says which case it is at, and what it has found, to the process that started it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Case, hunt, type Main, tryCase } from './hunt.ts'
import { promisedBy } from './promised.ts'

/** What the worker says. */
export type Said = { readonly at: Case } | { readonly found: Case; readonly fault: string }

const [root = '', seed = '0'] = process.argv.slice(2)
const program = createRequire(import.meta.url)(join(root, 'dist/bin/run.js')) as {
  readonly main: Main
}
/** A case that takes more seconds of work hangs; how much time that is depends on what else the machine does. */
const patience = 180
/** A loop without end cannot be told from within its thread, so another counts the work. */
const watch = new Worker(
  `const { parentPort } = require('node:worker_threads')
  let before = process.cpuUsage()
  parentPort.on('message', () => { before = process.cpuUsage() })
  setInterval(() => {
    if (process.cpuUsage(before).user > ${patience} * 1e6) process.kill(process.pid, 'SIGKILL')
  }, 1000)`,
  { eval: true },
)
const ground = { root, main: program.main, promised: promisedBy(root) }
const say = (said: Said): unknown => process.send?.(said)

for (let round = 0; ; round += 1) {
  const result = await hunt(
    (one) => {
      watch.postMessage('next')
      say({ at: one })
      return tryCase(one, ground)
    },
    { seed: Number(seed) + round, numRuns: 100, interruptAfterTimeLimit: 120_000 },
  )
  if (result) say(result)
}
