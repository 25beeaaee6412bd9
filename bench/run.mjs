// npm run bench [-- --rounds N] [--quick] [--large]
//
// Measures whole processes, interleaved: every round runs each command once, so that what the
// machine does besides falls on all alike. Prints medians and the ratios that are promised, and then what
// the rules cost one by one and the warm cost of documents (bench/documents.mjs). The ratios are those of
// the work of the main thread, which a shared machine disturbs less than the wall time.
//   --rounds N  rounds of the short commands (9)
//   --quick     100 systems and a ledger of 5,000 rows only, three rounds, without Spectral
//   --large     20,000 systems too
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { commands, names, timing } from './commands.mjs'
import { measure, median } from './measure.mjs'
import { table } from './table.mjs'
import { reasonFor } from './reasons.mjs'
import { targets } from './targets.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds ?? (values.quick ? 3 : 9))
const sizes = values.quick ? [100] : [100, 500, 1000, 5000, ...(values.large ? [20_000] : [])]
const ledgers = values.quick ? [5000] : [1000, 5000, 20_000]

const isBuilt = ['bin/policy-lint.js', 'lib/index.js'].every((file) =>
  existsSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url))),
)
if (!isBuilt) {
  console.error('dist/ is missing: run npm run build first')
  process.exit(2)
}

const measured = commands({ sizes, ledgers, withSpectral: !values.quick })
const results = new Map(measured.map(({ name }) => [name, []]))

for (let round = 0; round < rounds; round += 1) {
  for (const command of measured) {
    if (round >= (command.rounds ?? rounds)) continue
    progress(`round ${round + 1}/${rounds}  ${command.name}`)
    results.get(command.name).push(measure(command))
  }
}
progress('')

const middle = (name, of) => median(results.get(name).map((one) => one[of]))
const base = middle(names.node, 'thread')
const rows = measured.map(({ name, files, read }) => {
  const thread = middle(name, 'thread')
  return [
    name,
    String(results.get(name).length),
    middle(name, 'milliseconds').toFixed(0),
    thread.toFixed(0),
    Math.min(...results.get(name).map((one) => one.thread)).toFixed(0),
    (thread / base).toFixed(2),
    read === undefined ? '' : (thread / middle(read, 'thread')).toFixed(2),
    files === undefined ? '' : (thread / files).toFixed(2),
    middle(name, 'memory').toFixed(0),
  ]
})
const head = [
  'command',
  'rounds',
  'wall ms',
  'work ms',
  'best ms',
  'x node',
  'x read',
  'ms/system',
  'MiB',
]
console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} CPUs\n`)
console.log(table(head, rows))
console.log()
const judged = targets(results, { sizes, ledgers })
const missed = judged.filter(
  ({ found, limit, side }) => found !== undefined && !met(found, limit, side),
)
const verdicts = judged.map((one) => [
  one.what,
  one.found === undefined ? '-' : one.found.toFixed(2),
  `${one.side} ${one.limit.toFixed(2)}`,
  one.found === undefined ? 'not measured' : missed.includes(one) ? 'MISSED' : 'met',
])
console.log(table(['target', 'found', 'limit', ''], verdicts))
for (const reason of new Set(missed.map(({ what }) => reasonFor(what)))) console.log(`\n${reason}`)
console.log()
console.log(timing(sizes.filter((size) => size <= 1000).at(-1)))
// In a process of its own, for what was measured here must not warm it.
const documents = fileURLToPath(new URL('documents.mjs', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  [documents, '--rounds', String(values.quick ? 1 : rounds)],
  {
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(60)}\r`)
}

function met(found, limit, side) {
  return side === 'at most' ? found <= limit : found >= limit
}
