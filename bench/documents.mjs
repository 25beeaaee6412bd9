// node bench/documents.mjs [--rounds N]
//
// The warm cost of a document: of each kind in each format, all the way from the files (read, judged,
// viewed, written), beside reading the same YAML and beside a check. One process, interleaved: every round
// makes each document once. Needs `npm run build`.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CORE_SCHEMA, load } from 'js-yaml'
import { check, diskWorkspace } from 'policy-lint'
import { publish, publishable } from 'policy-lint/publish'
import { median } from './measure.mjs'
import { table } from './table.mjs'

// The invented town has every kind of file that a document is made of.
const root = fileURLToPath(new URL('../examples/invented', import.meta.url))
const workspace = diskWorkspace({ cwd: root })
const town = 'procedures/minamoto-town'
const [earlier, later] = [`${town}/after-school`, `${town}/water-billing`]
const baseline = 'read + js-yaml load'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const rounds = Number(values.rounds)
/** Rounds whose times are thrown away: what is loaded is loaded then, and compiled. */
const warming = 1

/** All that is measured: name, format, and what does it once. */
const jobs = [
  { name: baseline, format: '', run: async () => readAndLoad([later]) },
  { name: `${baseline}, both`, format: '', run: async () => readAndLoad([earlier, later]) },
  { name: 'check', format: '', run: () => check({ workspace, paths: [later] }) },
  ...publishable.flatMap(({ name, formats, of }) =>
    formats.map((format) => ({ name, format, run: () => make(name, format, of) })),
  ),
]

function readAndLoad(folders) {
  for (const folder of folders) {
    const below = readdirSync(join(root, folder)).map((name) => join(folder, name))
    const files = [join(folder, '../municipality.yaml'), ...below]
    for (const file of files.filter((name) => name.endsWith('.yaml'))) {
      load(readFileSync(join(root, file), 'utf8'), { schema: CORE_SCHEMA })
    }
  }
}

async function make(document, format, of) {
  const side = (path) => ({ name: path, workspace, paths: [path] })
  const input =
    of === 'comparison'
      ? { before: side(earlier), after: side(later) }
      : { workspace, paths: [later] }
  const made = await publish({ document, formats: [format], input, draft: true, trace: false })
  if (made.kind !== 'made') throw new Error(`${document} was refused`)
  if (made.unavailable.length > 0) throw new Error(made.unavailable[0].message)
  return made.files.length
}

/** Documents for which the town has no occasion, e.g. a reminder where everybody has answered. */
const without = new Map()
for (const job of jobs) {
  await job.run().catch((error) => {
    if (error.name !== 'UsageError') throw error
    without.set(job, error.message)
  })
}
const measured = jobs.filter((job) => !without.has(job))

const times = new Map(measured.map((job) => [job, []]))
for (let round = -warming; round < rounds; round += 1) {
  for (const job of measured) {
    const start = performance.now()
    await job.run()
    if (round >= 0) times.get(job).push(performance.now() - start)
  }
}

const [one, both] = measured.map((job) => median(times.get(job)))
const rows = measured.map((job) => {
  const own = times.get(job)
  const read = job.name === 'comparison' || job === measured[1] ? both : one
  return [
    [job.name, job.format].filter((word) => word !== '').join(' → '),
    String(own.length),
    median(own).toFixed(1),
    Math.min(...own).toFixed(1),
    (median(own) / read).toFixed(1),
  ]
})
console.log(table(['warm document', 'rounds', 'median ms', 'best ms', 'x read'], rows))
for (const { name, format } of without.keys()) console.log(`not measured: ${name} → ${format}`)
