import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The floors, from the ground up: every room may import only from those listed, all of them below it. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  source: [],
  calendar: [],
  japanese: ['calendar'],
  finding: ['source'],
  yaml: ['source', 'finding'],
  expression: ['source', 'calendar', 'japanese', 'finding'],
  schema: ['source', 'calendar', 'japanese', 'finding', 'yaml'],
  model: ['source', 'calendar', 'japanese', 'finding', 'yaml', 'expression', 'schema'],
  words: ['calendar', 'japanese', 'finding', 'schema', 'model'],
  diff: ['source', 'calendar', 'japanese', 'finding', 'schema', 'model', 'words'],
  rule: [
    'source',
    'calendar',
    'japanese',
    'finding',
    'yaml',
    'expression',
    'schema',
    'model',
    'words',
  ],
  render: ['source', 'calendar', 'japanese', 'finding', 'model', 'words'],
  format: ['source', 'japanese', 'finding'],
  import: ['calendar', 'japanese', 'finding', 'source', 'model'],
  workflow: [
    'source',
    'calendar',
    'japanese',
    'finding',
    'yaml',
    'expression',
    'schema',
    'model',
    'words',
    'diff',
    'rule',
    'render',
    'import',
  ],
  cli: ['source', 'calendar', 'japanese', 'finding', 'schema', 'format', 'workflow'],
  'publish.ts': ['workflow'],
  'compare.ts': ['finding', 'format', 'workflow'],
  'index.ts': ['source', 'finding', 'schema', 'format', 'workflow'],
}

/** Outside packages and the rooms that have a door to them. */
const doors: Readonly<Record<string, readonly string[]>> = {
  '@marcbachmann/cel-js': ['expression'],
  'js-yaml': ['yaml'],
  yaml: ['yaml'],
  'temporal-polyfill-lite': ['calendar'],
  'get-east-asian-width': ['japanese'],
  'ical-generator': ['format'],
  ignore: ['source'],
  commander: ['cli'],
  '@clack/prompts': ['cli'],
  '@handlebars/parser': ['render'],
  diff: ['render'],
  parse5: ['render', 'import'],
  saxes: ['import'],
  docx: ['render'],
  fflate: ['render', 'import'],
  hucre: ['render'],
  elkjs: ['render'],
  '@resvg/resvg-js': ['render'],
  '@myriaddreamin/typst-ts-node-compiler': ['render'],
  '@expo-google-fonts/biz-udgothic': ['render'],
  '@expo-google-fonts/biz-udmincho': ['render'],
  'node:fs': ['source', 'rule', 'render'],
  'node:child_process': ['source'],
  'node:crypto': ['source', 'finding', 'rule'],
}

const src = resolve(import.meta.dirname, '../src')
const roomOf = (file: string): string => relative(src, file).split(/[\\/]/)[0] ?? ''
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const imports = files.flatMap((file) =>
  ts
    .preProcessFile(readFileSync(join(src, file), 'utf8'))
    .importedFiles.map(({ fileName }) => ({ file, to: fileName })),
)

test('every room has its floor', () => {
  const found = [...new Set(files.map((file) => roomOf(join(src, file))))].sort()
  expect(found).toEqual(Object.keys(rooms).sort())
})

test('the list itself runs from the ground up', () => {
  const order = Object.keys(rooms)
  for (const [name, allowed] of Object.entries(rooms)) {
    expect(order.slice(0, order.indexOf(name))).toEqual(expect.arrayContaining([...allowed]))
  }
})

test('imports go down, and a room is allowed no more than it uses', () => {
  const used: Record<string, Set<string>> = {}
  for (const { file, to } of imports) {
    const [from, into] = [roomOf(join(src, file)), roomOf(resolve(src, file, '..', to))]
    const found = (used[from] ??= new Set())
    if (to.startsWith('.') && from !== into) found.add(into)
  }
  const sorted = (names: Iterable<string>) => [...names].sort()
  expect(Object.entries(used).map(([from, into]) => [from, sorted(into)])).toEqual(
    Object.keys(used).map((from) => [from, sorted(rooms[from] ?? [])]),
  )
})

test('the stages of a run lie in order, its three sentences above them', () => {
  const stages = ['open', 'begin', 'judge', 'compare', 'publish', 'survey', 'import']
  const within = files.filter((file) => roomOf(join(src, file)) === 'workflow')
  const stageOf = (file: string): number =>
    stages.indexOf(relative(join(src, 'workflow'), file).split(/[\\/]/)[0] ?? '')
  const onTop = within.filter((file) => stageOf(join(src, file)) < 0)
  expect(onTop.map((file) => relative('workflow', file)).sort()).toEqual([
    'check.ts',
    'compare.ts',
    'import.ts',
    'publish.ts',
  ])
  const upward = imports.filter(({ file, to }) => {
    const [from, into] = [join(src, file), resolve(src, file, '..', to)].map(stageOf)
    return (
      within.includes(file) && from !== undefined && into !== undefined && from >= 0 && into > from
    )
  })
  expect(upward).toEqual([])
})

test('no circle of files inside a room, not even of types', () => {
  const below = new Map(
    files.map((file) => {
      const own = imports.filter((one) => one.file === file && one.to.startsWith('.'))
      return [file, own.map(({ to }) => relative(src, resolve(src, file, '..', to)))]
    }),
  )
  const done = new Set<string>()
  const circleFrom = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of below.get(file) ?? []) {
      const circle = circleFrom(next, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  expect(
    files.flatMap((file) => [circleFrom(file, [])].filter(({ length }) => length > 0)),
  ).toEqual([])
})

test('only the model and the rules ask what may be unknown', () => {
  const asking = ['Part', 'DerivedPart', 'isPart', 'Dossier', 'Standard', 'asking', 'attempt']
  const strays = files
    .filter((file) => !['model', 'rule'].includes(roomOf(join(src, file))))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      const named = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '[./]*\/model\//g)]
      const names = named.flatMap(([, list = '']) =>
        list.split(/,|\btype\b/).map((one) => one.trim()),
      )
      return names.filter((name) => asking.includes(name)).map((name) => `${file}: ${name}`)
    })
  expect(strays).toEqual([])
})

test('outside packages have one door', () => {
  const doorOf = (to: string): readonly string[] | undefined => {
    const name = Object.keys(doors).find((door) => to === door || to.startsWith(`${door}/`))
    return name === undefined ? undefined : doors[name]
  }
  const strays = imports
    .filter(({ to }) => !to.startsWith('.'))
    .map(({ file, to }) => ({ file, to, door: doorOf(to) }))
    .filter(({ file, to, door }) =>
      door === undefined ? !to.startsWith('node:') : !door.includes(roomOf(join(src, file))),
    )
  expect(strays).toEqual([])
})

test('the clock has one door', () => {
  const asking =
    /\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bDate\.now\b|\bDate\(\s*\)|\bTemporal\.Now\b/
  const found = files.filter((file) => asking.test(readFileSync(join(src, file), 'utf8')))
  expect(found).toEqual([join('calendar', 'day.ts')])
})

test('files of users are opened through one door, and written through another', () => {
  const byOne = (names: string): readonly string[] => {
    const asking = new RegExp(String.raw`\bimport \{[^}]*\b(?:${names})\b[^}]*\} from 'node:fs`)
    return files.filter((file) => asking.test(readFileSync(join(src, file), 'utf8'))).sort()
  }
  const own = [
    // Fonts, and the packs that ship.
    join('render', 'chart', 'draw.ts'),
    join('render', 'pdf', 'lacking.ts'),
    join('rule', 'ship.ts'),
    join('rule', 'shipped.ts'),
    // What another program wrote into a folder that was made for it.
    join('source', 'other-program.ts'),
  ]
  expect(byOne('readFile|readFileSync|openSync|open|createReadStream')).toEqual(
    [...own, join('source', 'read-bytes.ts')].sort(),
  )
  expect(byOne('writeFile|writeFileSync|renameSync|copyFileSync|createWriteStream')).toEqual(
    ['other-program', 'write-together'].map((name) => join('source', `${name}.ts`)),
  )
  // Signals are held back while documents are written; the cache may be lost.
  const writing = files.filter((file) =>
    /\{[^}]*\bwrite(?:Whole|Together)\b[^}]*\} = await import\(/.test(
      readFileSync(join(src, file), 'utf8'),
    ),
  )
  expect(writing.sort()).toEqual([join('cli', 'output.ts'), join('source', 'cache-folder.ts')])
})

test('every runtime dependency has a door', () => {
  const manifest = JSON.parse(readFileSync(resolve(src, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    optionalDependencies: Record<string, string>
  }
  const { dependencies, optionalDependencies } = manifest
  const names = Object.keys({ ...dependencies, ...optionalDependencies })
  expect(names.filter((name) => !(name in doors))).toEqual([])
})
