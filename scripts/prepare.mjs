// What npm runs after `npm ci`, before it packs the package, and each time that `npx` runs the program of
// this repository: the build, unless it is done. Where npm fetches the package from git to install it for
// all (`npm install -g git+…`, as pre-commit does), it takes its own preparation for such an install too
// and leaves the build's tools out; they are fetched here then.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isFresh } from './built-from.mjs'

const root = new URL('..', import.meta.url)

function hasTools() {
  try {
    return createRequire(import.meta.url).resolve('esbuild') !== ''
  } catch {
    return false
  }
}

if (!isFresh(fileURLToPath(root))) await build()

async function build() {
  if (!hasTools()) fetchTools()
  await import('./build.mjs')
}

function fetchTools() {
  const { npm_execpath: npm, ...env } = process.env
  if (!npm) throw new Error('esbuild is not installed: run npm ci')
  for (const name of ['npm_config_global', 'npm_config_prefix', 'npm_config_location']) {
    delete env[name]
  }
  execFileSync(process.execPath, [npm, 'ci', '--ignore-scripts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
}
