// Preloaded into a measured process: writes what it used when it ends. The most memory it held in KiB, the
// milliseconds of work of the whole process, and those of its main thread.
const { appendFileSync, readFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

const file = process.env['POLICY_LINT_BENCH_USAGE']
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const whole = (userCPUTime + systemCPUTime) / 1000
    appendFileSync(file, `${maxRSS} ${whole} ${ofMainThread() ?? whole}\n`)
  })
}

/** Node tells it from 23.9 on, and Linux in any case; elsewhere only the whole process is known. */
function ofMainThread() {
  if (process.threadCpuUsage) {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6
  } catch {
    return undefined
  }
}
