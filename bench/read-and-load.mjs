// The floor of any linter of YAML: read every file of a folder and load it with js-yaml 4.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name)
    if (one.isDirectory()) return files(path)
    return one.name.endsWith('.yaml') ? [path] : []
  })
}

let loaded = 0
for (const file of files(process.argv[2] ?? '.')) {
  if (load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA })) loaded += 1
}
console.log(loaded)
