// Takes out of a SARIF log what exceptions waive: GitHub's code scanning does not read `suppressions`
// and would open an alert for each. Usage: node code-scanning.mjs <log> <log for code scanning>
import { readFileSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
const log = JSON.parse(readFileSync(from, 'utf8'))
for (const run of log.runs) {
  run.results = run.results.filter(({ suppressions }) => !suppressions || suppressions.length === 0)
}
writeFileSync(to, `${JSON.stringify(log, null, 2)}\n`)
