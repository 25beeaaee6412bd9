// Preloaded into a measured process: writes the most memory it held, in KiB, when it ends.
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env['POLICY_LINT_BENCH_MEMORY']
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    appendFileSync(file, `${process.resourceUsage().maxRSS}\n`)
  })
}
