import { setImmediate } from 'node:timers/promises'

/** What asks a run to end: Ctrl-C, a build server, a window that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does what must not be left half done. Who asks the run to end meanwhile is heard when it is done, and
 * the run ends as it would have then.
 */
export async function holdingSignals<Result>(work: () => Result): Promise<Awaited<Result>> {
  let heard: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals): void => {
    heard ??= signal
  }
  for (const signal of signals) process.on(signal, note)
  try {
    return await work()
  } finally {
    // What came while nothing else could run is delivered when the loop turns.
    await setImmediate()
    await setImmediate()
    for (const signal of signals) process.off(signal, note)
    if (heard) process.kill(process.pid, heard)
  }
}
