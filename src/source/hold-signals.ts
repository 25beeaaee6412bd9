import { setImmediate } from 'node:timers/promises'

/** What asks a run to end: Ctrl-C, a build server, a window that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let isListening = false
/** How many pieces of work are under way that must not be left half done. */
let held = 0
let heard: NodeJS.Signals | undefined

/**
 * Does what must not be left half done. Who asks the run to end meanwhile is heard when it is done, and
 * the run ends as it would have then.
 */
export async function holdingSignals<Result>(work: () => Result): Promise<Awaited<Result>> {
  listen()
  held += 1
  try {
    return await work()
  } finally {
    // What came while nothing else could run is delivered when the loop turns.
    await setImmediate()
    await setImmediate()
    held -= 1
    if (heard && held === 0) end(heard)
  }
}

/** To the end of the process: a signal that comes just when nobody listens any more would be lost. */
function listen(): void {
  if (isListening) return
  isListening = true
  for (const signal of signals) process.on(signal, hear)
}

function hear(signal: NodeJS.Signals): void {
  if (held > 0) heard ??= signal
  else end(signal)
}

/** Ends the process as the signal would have, where nobody else listens to it. */
function end(signal: NodeJS.Signals): void {
  for (const one of signals) process.off(one, hear)
  isListening = false
  heard = undefined
  process.kill(process.pid, signal)
}
