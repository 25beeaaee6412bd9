// Builds dist/: the library with its declarations (tsc), the shipped packs verified and stored as JSON,
// and the program as few small bundles, each loaded when it is first needed (esbuild).
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { noteSources, sourcesOf } from './built-from.mjs'
import { notices } from './notices.mjs'
import { buildProgram } from './program.mjs'
import { shippedSchema } from './shipped-schema.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// Built aside and moved into place whole, so that a run meanwhile never sees half a program.
const finished = join(root, 'dist')
const dist = join(root, `dist.${process.pid}`)
const sources = sourcesOf(root)
const { version, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

rmSync(dist, { recursive: true, force: true })
// Nothing is left of a build that fails; what succeeds has gone to its place by then.
process.on('exit', () => rmSync(dist, { recursive: true, force: true }))
// Whether the types are right is asked by `npm run types`, of the tests too: to ask it here as well takes twice as long.
const tsc = join(root, 'node_modules/typescript/bin/tsc')
execFileSync(process.execPath, [tsc, '-p', root, '--noCheck', '--outDir', join(dist, 'lib')], {
  stdio: 'inherit',
  cwd: root,
})
// The program has its version from the bundler, the library from here.
const versionFile = join(dist, 'lib/workflow/open/version.js')
writeFileSync(
  versionFile,
  readFileSync(versionFile, 'utf8').replace("'0.0.0-development'", JSON.stringify(version)),
)
const { unshipped } = await import(pathToFileURL(join(dist, 'lib/schema/schema-text.js')).href)
for (const name of readdirSync(join(dist, 'lib/schema')).filter((one) => one.endsWith('.json'))) {
  const path = join(dist, 'lib/schema', name)
  writeFileSync(path, shippedSchema(readFileSync(path, 'utf8'), unshipped))
}
mkdirSync(join(dist, 'lib/schema/generated'), { recursive: true })
cpSync(join(root, 'src/schema/generated'), join(dist, 'lib/schema/generated'), {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
})

await buildProgram(root, join(dist, 'bin'), {
  version,
  external: Object.keys(optionalDependencies),
})
writeFileSync(join(dist, 'bin/package.json'), JSON.stringify({ type: 'commonjs' }))
writeFileSync(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  await notices(root, Object.keys(optionalDependencies)),
)
chmodSync(join(dist, 'bin/policy-lint.js'), 0o755)

const { verifyShippedPacks } = await import(pathToFileURL(join(dist, 'lib/rule/ship.js')).href)
const packs = verifyShippedPacks(join(root, 'policies'))
writeFileSync(join(dist, 'packs.json'), JSON.stringify(packs))

// Editors complete the ledgers that the base pack adds to records.
const added = await import(pathToFileURL(join(dist, 'lib/model/added-ledger.js')).href)
const { recordsSchemaWith } = await import(
  pathToFileURL(join(dist, 'lib/schema/added-schema.js')).href
)
const records = join(dist, 'lib/schema/records.schema.json')
const base = packs.filter(({ id }) => id === 'base').map(({ value }) => value)
const shape = added.recordsWith(added.addedLedgers(base))
const schema = recordsSchemaWith(JSON.parse(readFileSync(records, 'utf8')), shape)
writeFileSync(records, `${JSON.stringify(schema, null, 2)}\n`)

noteSources(dist, sources)
rmSync(finished, { recursive: true, force: true })
renameSync(dist, finished)
