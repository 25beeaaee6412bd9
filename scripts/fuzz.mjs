// Tries the built program on broken and hostile input for some minutes: `npm run fuzz -- --minutes 60`.
// One process hunts; it is watched, for an endless loop or an end of the memory cannot be told from within.
// What is found is made small and written into test/fuzz/found/, where the tests try it from then on.
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } },
})
const end = Date.now() + Number(values.minutes) * 60_000
/** A case that has not ended in this time waits for what never comes; one that works for ever ends itself. */
const patience = 30 * 60_000
const out = join(root, 'dist/fuzz')

await build({
  entryPoints: ['worker', 'hunt'].map((name) => join(root, `test/fuzz/${name}.ts`)),
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
})
const { leastThat, townOf } = await import(new URL('../dist/fuzz/hunt.js', import.meta.url).href)

let tried = 0
let failures = 0
let seed = Number(values.seed ?? Date.now() % 1_000_000_000)
while (Date.now() < end) {
  console.log(`seed ${seed}`)
  const died = await hunt(seed)
  if (died) write(died.found ? { ...died, found: await leastThat(isDeadly, died.found) } : died)
  seed += 1_000
}
console.log(`${tried} inputs tried, ${failures} failures`)
process.exitCode = failures === 0 ? 0 : 1

/** Whether a case ends a process of its own; so is made small what the process that hunts did not survive. */
function isDeadly(one) {
  const worker = fork(join(out, 'worker.js'), [root, '0', JSON.stringify(one)], {
    execArgv: ['--max-old-space-size=600'],
  })
  const waits = setTimeout(() => worker.kill('SIGKILL'), patience)
  return new Promise((resolve) => {
    worker.on('exit', (code) => {
      clearTimeout(waits)
      resolve(code !== 0)
    })
  })
}

/** Hunts until the time is over, or until the process hangs or dies: then what it was at. */
function hunt(seed) {
  const worker = fork(join(out, 'worker.js'), [root, String(seed)], {
    execArgv: ['--max-old-space-size=600'],
  })
  let at
  let hangs
  const watch = () => {
    clearTimeout(hangs)
    hangs = setTimeout(() => finish({ found: at, fault: 'waits for ever' }), patience)
  }
  const over = setTimeout(() => finish(undefined), end - Date.now())
  let finish = () => undefined
  const result = new Promise((resolve) => {
    finish = (fault) => {
      clearTimeout(hangs)
      clearTimeout(over)
      worker.removeAllListeners()
      worker.kill('SIGKILL')
      resolve(fault)
    }
  })
  watch()
  worker.on('message', (said) => {
    if (said.at) {
      tried += 1
      at = said.at
      watch()
    }
    if (said.found) write(said)
  })
  worker.on('exit', (code, signal) =>
    finish({
      found: at,
      fault:
        signal === 'SIGKILL' ? 'works for ever' : `ends with ${signal ?? code}, of memory perhaps`,
    }),
  )
  return result
}

function write({ found, fault }) {
  failures += 1
  if (!found) throw new Error(`the hunt itself failed: ${fault}`)
  const before = townOf({ town: found.town, edits: [] }, root)
  const after = townOf(found, root)
  const text = (content) =>
    typeof content === 'string' ? content : { base64: Buffer.from(content).toString('base64') }
  const isSame = (path, content) =>
    before.has(path) && Buffer.from(content).equals(Buffer.from(before.get(path)))
  const changed = [...after].filter(([path, content]) => !isSame(path, content))
  const gone = [...before.keys()].filter((path) => !after.has(path))
  const files = Object.fromEntries([
    ...changed.map(([path, content]) => [path, text(content)]),
    ...gone.map((path) => [path, null]),
  ])
  const { town, commands } = found
  const json = `${JSON.stringify({ fault, town, commands, files }, null, 2)}\n`
  const name = createHash('sha256').update(json).digest('hex').slice(0, 8)
  mkdirSync(join(root, 'test/fuzz/found'), { recursive: true })
  writeFileSync(join(root, 'test/fuzz/found', `${name}.json`), json)
  console.log(`test/fuzz/found/${name}.json: ${fault.split('\n').slice(0, 6).join('\n  ')}`)
}
