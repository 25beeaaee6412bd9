// npm run bench:own-code [-- --rounds N]
//
// What our own checker of shapes and our own filler of templates cost beside the libraries that could
// stand in their place, ajv and handlebars: size when minified, time to load, time of their work. Each
// pair does the same work on the same input, in turns; medians are printed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { measure, median } from './measure.mjs'
import { table } from './table.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const rounds = Number(values.rounds)
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'bench/.cache/own-code')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

/** Bundles a module of one text and returns its file and its size in bytes when minified. */
async function bundle(name, contents) {
  const outfile = join(folder, `${name}.mjs`)
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
    },
    write: false,
  })
  writeFileSync(outfile, outputFiles[0].contents)
  return { file: outfile, size: outputFiles[0].contents.length }
}

const kinds = ['actions', 'context', 'municipality', 'notice', 'procedure', 'records', 'standard']
const schemaOf = (name) =>
  JSON.parse(readFileSync(join(root, `src/schema/${name}.schema.json`), 'utf8'))

/** The validators of every kind of file as ajv writes them, our own keywords left out of account. */
function ajvModule() {
  const schemas = ['common', ...kinds].map(schemaOf)
  const ajv = new Ajv2020({
    schemas,
    allowUnionTypes: true,
    strict: false,
    code: { source: true, esm: false, lines: false },
  })
  const names = Object.fromEntries(kinds.map((kind) => [kind, schemaOf(kind).$id]))
  writeFileSync(join(folder, 'ajv.cjs'), standalone(ajv, names))
  return `import validators from './bench/.cache/own-code/ajv.cjs'
export const valid = (value) => validators[value.kind](value)`
}

const modules = {
  ours: `import { check } from './src/schema/check.ts'
import { rootShape } from './src/schema/kind.ts'
export const valid = (value) => check(value, rootShape(value.kind)).length === 0`,
  filler: `import { openTemplates } from './src/render/template/library.ts'
import { fillTemplate } from './src/render/template/fill.ts'
export async function filler(text) {
  const page = { path: 'page.hbs', text }
  const library = await openTemplates({ documents: new Map([['page', page]]), partials: new Map() })
  const { template } = library.document('page')
  return (view) => fillTemplate(template, view, library.partials).html
}`,
  handlebars: `import Handlebars from 'handlebars'
export async function filler(text) {
  return Handlebars.create().compile(text)
}`,
}

const [ours, ajv, filler, handlebars] = [
  await bundle('ours', modules.ours),
  await bundle('ajv', ajvModule()),
  await bundle('filler', modules.filler),
  await bundle('handlebars', modules.handlebars),
]

/** Milliseconds to start a process that loads a file, above one that loads nothing. */
function loading(files) {
  const times = new Map([undefined, ...files].map((file) => [file, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [file, found] of times) {
      const args = file
        ? ['--input-type=module', '-e', `await import(${JSON.stringify(pathToFileURL(file).href)})`]
        : ['--input-type=module', '-e', '0']
      found.push(measure({ name: file ?? 'nothing', args }).milliseconds)
    }
  }
  const idle = median(times.get(undefined))
  return files.map((file) => median(times.get(file)) - idle)
}

/** Microseconds that each piece of work takes for one item, in turns. */
function working(works, items) {
  const times = works.map(() => [])
  for (let round = 0; round < rounds * 5; round += 1) {
    works.forEach((work, index) => {
      const own = items.map((item) => JSON.parse(JSON.stringify(item)))
      const start = performance.now()
      for (const item of own) work(item)
      times[index].push(((performance.now() - start) * 1000) / items.length)
    })
  }
  return times.map(median)
}

const require = createRequire(import.meta.url)
const yaml = require('js-yaml')
const documents = ['procedures', 'examples'].flatMap((name) =>
  readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.yaml$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, name, file), 'utf8')
      return yaml.loadAll(text, null, { schema: yaml.CORE_SCHEMA })
    })
    .filter((value) => kinds.includes(value?.kind)),
)

const rows = ['年度', '業務', '担当', '記録'].map((name) => ({ name, by: `${name}係` }))
const view = {
  title: '実施手順',
  groups: Array.from({ length: 40 }, (_, index) => ({ title: `第${index + 1}章`, rows })),
}
const text =
  '<h1>{{title}}</h1>{{#each groups}}<h2>{{title}}</h2><table>{{#each rows}}<tr><td>{{name}}</td><td>{{by}}</td>{{#if @last}}<td>以上</td>{{/if}}</tr>{{/each}}</table>{{/each}}'

const load = async ({ file }) => import(pathToFileURL(file).href)
const [checks, validates] = [await load(ours), await load(ajv)]
const fills = await (await load(filler)).filler(text)
const compiled = await (await load(handlebars)).filler(text)

const loads = loading([ours, ajv, filler, handlebars].map(({ file }) => file))
const checking = working([checks.valid, validates.valid], documents)
const filling = working([fills, compiled], [view])

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`
const milliseconds = (time) => `${time.toFixed(1)} ms`
const row = (name, made, time, work) => [name, kilobytes(made.size), milliseconds(time), work]
console.log(
  table(
    ['', 'minified', 'to load', 'at work'],
    [
      row('our checker', ours, loads[0], `${checking[0].toFixed(0)} µs a file`),
      row('ajv, written out beforehand', ajv, loads[1], `${checking[1].toFixed(0)} µs a file`),
      row('our filler', filler, loads[2], milliseconds(filling[0] / 1000)),
      row('handlebars', handlebars, loads[3], milliseconds(filling[1] / 1000)),
    ],
  ),
)
