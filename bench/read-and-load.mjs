// The floor of any linter of YAML: read every file of a folder and load it with js-yaml 4; cut CSV at its commas.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name)
    if (one.isDirectory()) return files(path)
    return /\.(yaml|csv)$/.test(one.name) ? [path] : []
  })
}

let loaded = 0
for (const file of files(process.argv[2] ?? '.')) {
  const text = readFileSync(file, 'utf8')
  const data = file.endsWith('.csv')
    ? text.split('\n').map((line) => line.split(','))
    : load(text, { schema: CORE_SCHEMA })
  if (data) loaded += 1
}
console.log(loaded)
