// Builds dist/: the library with its declarations (tsc), the shipped packs verified and stored as JSON,
// and the program as small bundles whose rarely used parts are loaded when first needed (esbuild).
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
// Built aside and moved into place whole, so that a run meanwhile never sees half a program.
const finished = join(root, 'dist')
const dist = join(root, `dist.${process.pid}`)
const { version, optionalDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

rmSync(dist, { recursive: true, force: true })
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', root, '--outDir', join(dist, 'lib')],
  {
    stdio: 'inherit',
    cwd: root,
  },
)
// The program has its version from the bundler, the library from here.
const versionFile = join(dist, 'lib/workflow/version.js')
writeFileSync(
  versionFile,
  readFileSync(versionFile, 'utf8').replace("'0.0.0-development'", JSON.stringify(version)),
)
mkdirSync(join(dist, 'lib/schema/generated'), { recursive: true })
cpSync(join(root, 'src/schema/generated'), join(dist, 'lib/schema/generated'), {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
})

// The program is two files of CommonJS: a launcher that knows its version, and all the rest, of which
// V8 compiles what is called. Thirty modules of ESM took a tenth of a small run longer.
const program = {
  outdir: join(dist, 'bin'),
  bundle: true,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  // What may be missing on a machine is looked for when a document needs it.
  external: Object.keys(optionalDependencies),
  logLevel: 'warning',
  define: { POLICY_LINT_VERSION: JSON.stringify(version), 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
}
await build({
  ...program,
  entryPoints: { 'policy-lint': join(root, 'src/cli/bin.ts') },
  plugins: [apart(/^\.\/run\.ts$/, () => './run.js')],
})
await build({
  ...program,
  entryPoints: { run: join(root, 'src/cli/run.ts') },
  plugins: [apart(/\.schema\.json$/, (path) => `../lib/schema/${basename(path)}`)],
})
writeFileSync(join(dist, 'bin/package.json'), JSON.stringify({ type: 'commonjs' }))
chmodSync(join(dist, 'bin/policy-lint.js'), 0o755)

const { verifyShippedPacks } = await import(pathToFileURL(join(dist, 'lib/rule/ship.js')).href)
const packs = verifyShippedPacks(join(root, 'policies'))
writeFileSync(join(dist, 'packs.json'), JSON.stringify(packs))

rmSync(finished, { recursive: true, force: true })
renameSync(dist, finished)

/** Leaves what a pattern names out of a bundle, to be loaded from a file beside it. */
function apart(filter, place) {
  return {
    name: 'apart',
    setup: (bundle) =>
      bundle.onResolve({ filter }, ({ path }) => ({ path: place(path), external: true })),
  }
}
