// Preloaded into a measured process: writes the most memory it held, in KiB, and its seconds of work when it ends.
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env['POLICY_LINT_BENCH_MEMORY']
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    appendFileSync(file, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}\n`)
  })
}
