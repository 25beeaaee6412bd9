// Replays the audits on the built packs and prints the table; exits 1 where a row is missing or anything is over.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = join(root, 'dist/replay/replay.js')
mkdirSync(join(root, 'dist/replay'), { recursive: true })
await build({
  entryPoints: [join(root, 'test/audits/replay.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
})
const { readAudits, replay, table } = await import(pathToFileURL(outfile).href)
const result = await replay(root, readAudits(join(root, 'test/audits')))
console.log(table(result))
const isWhole = result.rows.every(({ row, owned, missing }) => {
  return row.outOfReach !== undefined || (missing.length === 0 && owned.length > 0)
})
const isClean = [result.extra, result.remedied, result.unfounded].every((list) => list.length === 0)
process.exitCode = isWhole && isClean ? 0 : 1
