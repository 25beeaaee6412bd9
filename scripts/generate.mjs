// Derives from src/schema/*.schema.json: the types, the shapes, the grades of changes and
// the tables of docs/format.ja.md.
// `--check` writes nothing and exits 1 where a file is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { changeModule } from './generate/changes.mjs'
import { documentation } from './generate/documentation.mjs'
import { readSchemas } from './generate/schemas.mjs'
import { shapeModule } from './generate/shapes.mjs'
import { typeModules } from './generate/types.mjs'

const root = new URL('../', import.meta.url)
const schemas = await readSchemas(new URL('src/schema/', root))
const files = new Map([
  ...(await typeModules(schemas)),
  ['src/schema/generated/shape.ts', shapeModule(schemas)],
  ['src/schema/generated/change.ts', changeModule(schemas)],
  ['docs/format.ja.md', await documentation(schemas, new URL('docs/format.ja.md', root))],
])

const stale = []
for (const [path, text] of files) {
  const url = new URL(path, root)
  const old = await readFile(url, 'utf8').catch(() => undefined)
  if (old?.replaceAll('\r\n', '\n') !== text) stale.push({ path, url, text })
}

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`stale: ${path} (cure: npm run generate)`)
  if (stale.length > 0) process.exitCode = 1
} else {
  for (const { path, url, text } of stale) {
    await mkdir(new URL('./', url), { recursive: true })
    await writeFile(url, text)
    console.log(`wrote ${path}`)
  }
}
